"""The page of an agreement as tables for a spreadsheet: each row with its document and place."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from common.punctuation import aside, listed, quoted, spaced
from common.stated_dates import show_day
from common.workbook import Sheet
from partnerships.as_text.agreed import DATES
from partnerships.as_text.done import no_activities, no_outcome, participants
from partnerships.as_text.grounds import limits
from partnerships.as_text.lines import line, when
from partnerships.as_text.marks import Marks
from partnerships.items import flat, is_planned
from sources.labels import label_of
from sources.models import Basis, Citation
from sources.shown import Sources

Page = dict[str, Any]
Row = list[Any]


def agreement_sheets(page: Page, origin: str, notice: str = "") -> list[Sheet]:
    """`page`: the context of the page; `origin`: scheme and host; `notice`: who speaks."""
    grounds = [_("資料"), _("箇所"), _("根拠")]
    purposes = [_("述べている側"), _("種類"), _("番号"), _("見出し"), _("本文")]
    items = [_("番号"), _("水準"), _("見出し"), _("本文"), _("取組の数")]
    done = [_("プロジェクト"), _("段階"), _("時期"), _("見出し"), _("本文"), _("参加者")]
    targets = [_("もとになる記録"), _("指標"), _("単位"), _("数え方"), _("時点")]
    targets += [_("目標・実績"), _("値"), _("原文")]
    documents = [_("番号"), _("標題"), _("種類"), _("発表した機関"), _("発表日")]
    documents += [_("掲載先のURL"), _("このサイトのページ")]
    facts = [*_head(page, origin, notice), *_facts(page), *_differences(page), *_changes(page)]
    return [
        Sheet(_("要点"), [_("項目"), _("値"), *grounds], facts),
        Sheet(_("趣旨・背景"), [*purposes, *grounds], list(_purposes(page))),
        Sheet(_("連携・協力事項"), [*items, *grounds], list(_items(page))),
        Sheet(_("取組・成果"), [*done, *grounds], list(_done(page))),
        Sheet(_("数値目標"), [*targets, *grounds], list(_targets(page))),
        Sheet(_("資料"), documents, list(_documents(page, origin))),
    ]


def _grounds(citations: Iterable[Citation]) -> Row:
    """The documents, the places and the bases of a value; several stand on lines of their own."""
    found = list(citations)
    documents = [f"{_number(one)} {one.document.title}" for one in found if one.document]
    is_one = len(set(documents)) == 1
    places = [one.place if is_one else line(_number(one), one.place) for one in found if one.place]
    return [_lines(documents), _lines(places), _lines(map(_basis, found))]


def _number(citation: Citation) -> str:
    return _("資料{number}").format(number=citation.number)


def _basis(citation: Citation) -> str:
    """Where no document states it: who confirmed it and when, or how it was found."""
    label = str(citation.get_basis_display())
    if citation.confirmed_by and citation.confirmed_on:
        label += aside(spaced(citation.confirmed_by, show_day(citation.confirmed_on)))
    return line(label, citation.reason) if citation.reason else label


def _lines(words: Iterable[object]) -> str:
    return "\n".join(dict.fromkeys(filter(None, map(str, words))))


def _cited(sources: Sources, row: Any, *fields: str) -> Row:
    return _grounds(one for field in fields for one in sources.citations(row, field))


def _head(page: Page, origin: str, notice: str) -> Iterator[Row]:
    """What it is, as of when, and what its status does not say."""
    agreement, sources = page["agreement"], page["sources"]
    computed = ["", "", str(Basis.COMPUTED.label)]
    title = _cited(sources, agreement, "display_title")
    yield [label_of(type(agreement), "display_title"), agreement.display_title, *title]
    if agreement.official_title:
        official = _cited(sources, agreement, "official_title")
        yield [label_of(type(agreement), "official_title"), agreement.official_title, *official]
    yield [_("状況"), spaced(agreement.status_label, agreement.status_sentence), *computed]
    yield [_("状況の見方"), limits(page), "", "", ""]
    yield [_("状況の基準日"), show_day(page["today"]), "", "", ""]
    yield ["URL", f"{origin}{agreement.get_absolute_url()}", "", "", ""]
    if notice:
        yield [_("このサイトについて"), notice, "", "", ""]


def _facts(page: Page) -> Iterator[Row]:
    agreement, sources = page["agreement"], page["sources"]
    unstated = _("登録資料に記載なし")
    for field in DATES:
        value = getattr(agreement, field)
        told = when(value) if value else unstated
        yield [label_of(type(agreement), field), told, *_cited(sources, agreement, field)]
    terms = agreement.renewal_terms or unstated
    yield [_("期間後の扱い"), terms, *_cited(sources, agreement, "renewal_terms")]
    for row in page["amendments"]:
        told = listed([row.get_kind_display(), *([when(row.agreed_on)] if row.agreed_on else [])])
        yield [_("更新・見直し"), told, *_cited(sources, row, "kind", "agreed_on")]
    for rule in page["rules"]:
        if rule.agreement_id:
            yield [_("フォローアップ"), rule.words, *_cited(sources, rule, "words")]
    for party in page["parties"]:
        yield [_("連携する局と自治体・機関"), str(party), *_cited(sources, party, "body")]
    yield [_("種別"), agreement.get_kind_display(), *_cited(sources, agreement, "kind")]
    yield from _themes(page)
    for claim in page["claims"]:
        told = f"{quoted(claim.words)}{aside(when(claim.as_of)) if claim.as_of else ''}".strip()
        label = _("「初めて」などの記載") + aside(claim.said_by)
        yield [label, told, *_cited(sources, claim, "words", "as_of")]
    yield from _ceremonies(page)
    for document in page["documents"][:1]:
        if document.contact_office:
            words = spaced(document.contact_office, document.contact_phone)
            yield [_("最新の資料の問い合わせ先"), words, "", "", ""]


def _themes(page: Page) -> Iterator[Row]:
    agreement, sources = page["agreement"], page["sources"]
    words = agreement.headline or _("登録資料に記載なし")
    if page["has_candidates"] and not agreement.headline:
        words = _("発表時は候補のみ（「分野」のとおり）。決定したテーマを記した資料は未登録です。")
    yield [_("テーマ（原文）"), words, *_cited(sources, agreement, "headline")]
    for link in page["themes"]:
        candidate = _("（候補）") if link.state == "candidate" else ""
        words = quoted(link.words) if link.words else ""
        told = f"{link.theme}{words}{candidate}"
        yield [_("分野"), told, *_cited(sources, link, "words", "theme")]
    if agreement.themes_open_ended:
        words = _("資料は末尾に「等」を付けています（ほかの候補もあり得ます）")
        yield [_("分野"), words, *_cited(sources, agreement, "themes_open_ended")]


def _ceremonies(page: Page) -> Iterator[Row]:
    sources = page["sources"]
    for ceremony in page["ceremonies"]:
        day = ceremony.held_on
        told = spaced(when(day) if day else _("登録資料に記載なし"), ceremony.hours, ceremony.place)
        yield [_("締結式"), told, *_cited(sources, ceremony, "held_on", "hours", "place")]
        is_coming = day and day.certainty == "planned"
        label = _("出席予定者（役職は発表時）") if is_coming else _("出席者（役職は当時）")
        for one in ceremony.attendees.all():
            yield [label, f"{one.office} {one.name}", *_cited(sources, one, "name")]


def _purposes(page: Page) -> Iterator[Row]:
    """What each side says of it, then what the documents say beside: methods, effects."""
    spoken = [(name, row) for name, nodes in page["sides"] for _depth, row in flat(nodes)]
    for side, row in [*spoken, *(("", row) for _depth, row in flat(page["statements"]))]:
        cited = _cited(page["sources"], row, "heading", "text")
        kind = row.get_kind_display()
        yield [side, kind, row.number, row.heading, _told(row), *cited]


def _told(row: Any) -> str:
    return str(row.text or (row.get_absence_display() if row.absence else ""))


def _differences(page: Page) -> Iterator[Row]:
    """A row for each statement, in the words of its document, then the choice with its reason."""
    for shown in page["differences"]:
        kind: Any = ContentType.objects.get_for_id(shown.difference.content_type_id)
        field = label_of(kind.model_class(), shown.difference.field)
        label = _("資料による記載の違い") + aside(field)
        for citation in shown.statements:
            chosen = _("（採用）") if citation == shown.chosen else ""
            told = f"{quoted(citation.value_stated or citation.quotation)}{chosen}".strip()
            yield [label, told, *_grounds([citation])]
        note = shown.difference.note
        if shown.chosen:
            note = _lines(
                [note, line(_("本サイトで採用した記載とその理由"), shown.difference.reason)]
            )
        elif not shown.difference.chosen_id:
            note = _lines([note, _("どの記載によるかは、登録資料からは確定できません。")])
        yield [label, note, "", "", str(Basis.EDITORIAL.label)]


def _changes(page: Page) -> Iterator[Row]:
    for row in page["change_notes"]:
        yield [_("変更のお知らせ"), line(show_day(row.noted_on), row.text), "", "", ""]


def _items(page: Page) -> Iterator[Row]:
    for _depth, row in flat(page["commitments"]):
        named = [row.number, row.get_level_display(), row.heading, _told(row), _followed(row)]
        yield [*named, *_cited(page["sources"], row, "heading", "text")]
    if not page["commitments"]:
        told = _("連携・協力事項を記した資料は未登録です。")
        if page["has_methods"]:
            told = _("番号を付けた事項の記載はなく、手法が記されています。")
        yield ["", "", "", told, "", "", "", ""]


def _followed(row: Any) -> Any:
    """How many activities are linked; where nothing is, what that does not say."""
    if row.projects_linked:
        return sum(len(link.activities) for link in row.projects_linked)
    if getattr(row, "is_unfollowed", False):
        return _(
            "この事項の取組を記した資料は未登録です（取組がないことを示すものではありません）。"
        )
    return ""


def _done(page: Page) -> Iterator[Row]:
    """What was begun or done, then what is planned alone, as the page keeps them apart."""
    sources = page["sources"]
    for links, which in ((page["told"], "begun"), (page["planned"], "planned")):
        for link in links:
            for row in getattr(link, which):
                yield [str(link.project), *_activity(row, sources)]
            if not link.begun and not link.planned:
                cited = _cited(sources, link, "project")
                yield [str(link.project), "", "", "", link.project.summary, "", *cited]
    if not page["project_links"]:
        yield ["", "", "", "", no_activities(), "", "", "", ""]


def _activity(row: Any, sources: Sources) -> Row:
    kind = "" if row.kind == "other" else row.get_kind_display()
    stage = listed(filter(None, (kind, row.get_state_display())))
    passed = no_outcome() if row.time_passed else ""
    happened = when(row.happened_on, is_planned=is_planned(row)) if row.happened_on else ""
    heading = " ".join(filter(None, (row.number, row.heading)))
    people = _lines(participants(row, Marks(sources, brief=True)))
    cited = _cited(sources, row, "heading", "text", "happened_on")
    return [_lines([stage, passed]), happened, heading, row.text, people, *cited]


def _targets(page: Page) -> Iterator[Row]:
    sources = page["sources"]
    for table in page["targets"]:
        for row in table.rows:
            one = row.indicator
            rule = _lines([one.get_cumulative_display(), one.counting_rule])
            named = [str(table.subject), str(one), one.unit, rule]
            for value in (value for cell in row.cells for value in cell):
                time = _("合計") if value.is_whole_period else when(value.at, is_planned=True)
                amount = value.get_absence_display() if value.absence else value.amount
                told = [time, value.get_kind_display(), amount, value.as_printed]
                yield [*named, *told, *_cited(sources, value, "amount")]
    if not page["targets"]:
        yield ["", _("この協定等の数値目標を記した資料は未登録です。"), *[""] * 9]


def _documents(page: Page, origin: str) -> Iterator[Row]:
    for number, one in enumerate(page["documents"], 1):
        issued = one.issued_on if one.issued_on and one.issued_on.first else one.reference_on
        yield [
            _("資料{number}").format(number=number),
            one.title,
            one.get_kind_display(),
            listed(one.issuers_shown),
            when(issued) if issued else _("登録資料に記載なし"),
            one.url,
            f"{origin}{one.get_absolute_url()}",
        ]
