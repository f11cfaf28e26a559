"""What was agreed, in the text of an agreement's page: key facts, purpose, items, signing."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from common.punctuation import aside, bulleted, listed, quoted, spaced
from common.stated_dates import show
from editorial.trees import Node
from partnerships.as_text.grounds import differences
from partnerships.as_text.lines import (
    dated,
    headed,
    indented,
    line,
    noted,
    numbered,
    one_text,
    section,
    when,
)
from partnerships.as_text.marks import Marks
from partnerships.items import counted, flat
from sources.labels import label_of
from sources.models import RankScope

Page = dict[str, Any]

DATES = ("signed_on", "planned_signing_on", "announced_on", "starts_on", "ends_on")


def agreed_sections(page: Page, marks: Marks) -> Iterator[list[str]]:
    yield section(_("要点"), facts(page, marks))
    yield section(_("資料による記載の違い"), differences(page, marks))
    yield section(_("趣旨・背景"), purposes(page, marks))
    yield section(_("背景・概要など"), numbered(page["statements"], marks, with_kind=True))
    yield section(_("連携・協力事項"), items(page, marks))
    yield section(_("締結式"), _ceremonies(page, marks))


def facts(page: Page, marks: Marks) -> Iterator[str]:
    agreement = page["agreement"]
    yield from (dated(agreement, field, marks) for field in DATES)
    yield _stated(agreement, "renewal_terms", _("期間後の扱い"), marks)
    changes = [f"{row.get_kind_display()}{marks.of(row, 'kind')}" for row in page["amendments"]]
    yield _several(_("更新・見直し"), changes)
    reviews = [f"{rule.words}{marks.of(rule, 'words')}" for rule in page["rules"]]
    yield _several(_("フォローアップ"), reviews)
    yield line(_("連携する局と自治体・機関"), parties(page, marks))
    yield _signatories(page, marks)
    yield line(_("種別"), agreement.get_kind_display(), marks.of(agreement, "kind"))
    yield headline(page, marks)
    yield from themes(page, marks)
    yield from _latest(page)
    for claim in page["claims"]:
        yield from told_claim(claim, marks)
    for field in ("official_title", "display_title"):
        yield _stated(agreement, field, label_of(type(agreement), field), marks)


def parties(page: Page, marks: Marks) -> str:
    return listed(f"{party}{marks.of(party, 'body')}" for party in page["parties"])


def _signatories(page: Page, marks: Marks) -> str:
    """Who signed; no document states it so far, but some name who was to attend the ceremony."""
    attendees = [
        f"{one.office} {one.name}{marks.of(one, 'name')}"
        for ceremony in page["ceremonies"]
        for one in ceremony.attendees.all()
    ]
    text = _("覚書・協定の本文") if page["agreement"].signed_text else _("登録資料に記載なし")
    among = _("（「締結式」の欄の出席者：{names}）").format(names=listed(attendees))
    return line(_("署名者"), f"{text}{among if attendees else ''}")


def headline(page: Page, marks: Marks) -> str:
    if page["has_candidates"] and not page["agreement"].headline:
        words = _("発表時は候補のみ（「分野」のとおり）。決定したテーマを記した資料は未登録です。")
        return line(_("テーマ（原文）"), words)
    return _stated(page["agreement"], "headline", _("テーマ（原文）"), marks)


def _stated(row: Any, field: str, label: str, marks: Marks) -> str:
    return line(label, getattr(row, field) or _("登録資料に記載なし"), marks.of(row, field))


def _several(label: str, told: list[str]) -> str:
    """What a section below tells in full."""
    return line(label, listed(told) or _("登録資料に記載なし"))


def themes(page: Page, marks: Marks) -> Iterator[str]:
    if not page["themes"]:
        return
    yield line(_("分野"), "")
    for link in page["themes"]:
        words = quoted(link.words) if link.words else ""
        candidate = _("（候補）") if link.state == "candidate" else ""
        yield bulleted(f"{link.theme}{words}{candidate}{marks.of(link, 'words', 'theme')}")
    if page["agreement"].themes_open_ended:
        words = _("資料は末尾に「等」を付けています（ほかの候補もあり得ます）")
        yield bulleted(f"{words}{marks.of(page['agreement'], 'themes_open_ended')}")


def _latest(page: Page) -> Iterator[str]:
    for document in page["documents"][:1]:
        issued = show(document.issued_on) if document.issued_on else ""
        yield line(_("最新の登録資料"), spaced(issued, document.title))
        if document.contact_office:
            words = spaced(document.contact_office, document.contact_phone)
            yield line(_("最新の資料の問い合わせ先"), words)


def told_claim(claim: Any, marks: Marks) -> Iterator[str]:
    """A claim in quotation marks, with who made it and when; never as a fact."""
    as_of = aside(when(claim.as_of)) if claim.as_of else ""
    label = _("「初めて」などの記載")
    words = f"{quoted(claim.words).strip()}{as_of}{marks.of(claim, 'words', 'as_of')}"
    yield line(label + aside(claim.said_by), words)
    if getattr(claim, "rank", None):
        yield indented(_rank(claim) % {"rank": claim.rank}, 1)


def _rank(claim: Any) -> str:
    if claim.ranked_within == RankScope.BUREAU:
        return _(
            "このサイトの登録範囲では、同じ局の協定等のうち日付の早い順で%(rank)s件目です（計算による）。"
        )
    return _(
        "このサイトの登録範囲では、すべての協定等のうち日付の早い順で%(rank)s件目です（計算による）。"
    )


def purposes(page: Page, marks: Marks) -> Iterator[str]:
    for name, nodes in page["sides"]:
        yield headed(name)
        yield from numbered(nodes, marks, with_kind=True)


def items(page: Page, marks: Marks) -> Iterator[str]:
    """The items as the document numbers them, each with what is linked to it."""
    if not page["commitments"]:
        yield no_items(page)
        return
    if not page["agreement"].signed_text:
        yield noted(_("発表資料による。覚書・協定の本文は未登録です。"))
    level = ""
    for depth, row in flat(page["commitments"]):
        if depth == 0 and level != (level := row.get_level_display()):
            yield aside(level).strip()
        yield indented(one_text(row, marks), depth)
        yield from (indented(words, depth + 1) for words in _linked(row, marks))


def no_items(page: Page) -> str:
    if page["has_methods"]:
        return _(
            "登録資料は、番号を付けた連携・協力事項ではなく、候補テーマと手法を記しています。"
            "上の「分野」と「手法」をご覧ください。"
        )
    return _("連携・協力事項を記した資料は未登録です。")


def _linked(row: Any, marks: Marks) -> Iterator[str]:
    for link in row.projects_linked:
        counts = counted(link.activities)
        told = f"{link.project}{aside(counts) if counts else ''}"
        yield line("→" + _("関連するプロジェクト"), told, marks.of(link, "project"))
    if getattr(row, "is_unfollowed", False):
        yield _(
            "この事項の取組を記した資料は未登録です（取組がないことを示すものではありません）。"
        )


def first_items(nodes: list[Node]) -> Iterator[str]:
    """Number and heading of each item (its text where it has none), for a summary."""
    for depth, row in flat(nodes):
        if words := row.heading or row.text:
            yield indented(" ".join(filter(None, (row.number, words))), depth)


def _ceremonies(page: Page, marks: Marks) -> Iterator[str]:
    for ceremony in page["ceremonies"]:
        yield dated(ceremony, "held_on", marks)
        for field, label in (("hours", _("時刻")), ("place", _("場所"))):
            if value := getattr(ceremony, field):
                yield line(label, value, marks.of(ceremony, field))
        held_on = ceremony.held_on
        is_coming = held_on and held_on.certainty == "planned"
        yield _("出席予定者（役職は発表時）") if is_coming else _("出席者（役職は当時）")
        for one in ceremony.attendees.all():
            yield bulleted(f"{one.office} {one.name}{marks.of(one, 'name')}")
