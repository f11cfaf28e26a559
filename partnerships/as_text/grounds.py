"""What the text of an agreement's page rests on: differences, documents, notes."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from common.punctuation import aside, bulleted, listed, quoted, sentences, spaced
from common.stated_dates import show, show_day
from partnerships.as_text.lines import indented, line, noted, section
from partnerships.as_text.marks import Marks, bracketed
from partnerships.rules import Status
from partnerships.timeline import words_of
from sources.labels import label_of
from sources.models import Basis

Page = dict[str, Any]


def head(page: Page, address: str) -> Iterator[str]:
    """What it is, as of when, what is known and what that does not say."""
    agreement = page["agreement"]
    yield str(agreement)
    yield spaced(_("%(day)s現在") % {"day": show_day(page["today"])}, address)
    yield line(_("状況"), spaced(agreement.status_label, agreement.status_sentence))
    yield noted(limits(page))


def limits(page: Page) -> str:
    """What the status rests on, and what it does not say."""
    latest = next(iter(page["documents"]), None)
    found = [_("法的な効力を判断したものではありません。")]
    if page["is_unchanged"] and page["agreement"].status != Status.PERIOD_PASSED:
        found.insert(0, _("更新・見直し・終了を記した資料は未登録です。"))
    if latest and latest.issued_on and latest.issued_on.first:
        day = show(latest.issued_on)
        found.insert(0, _("%(day)sまでの登録資料で確認しています。") % {"day": day})
    return sentences(found)


def grounds_sections(page: Page, marks: Marks) -> Iterator[list[str]]:
    yield section(_("年表"), _timeline(page))
    yield section(_("前身・後継の協定等"), _lineage(page, marks))
    yield section(_("用語"), _terms(page))
    yield section(_("資料（〔　〕の番号の資料）"), documents(page))
    yield section(_("出典の見方と注"), _notes(marks))
    yield section(_("変更のお知らせ"), _changes(page))


def differences(page: Page, marks: Marks) -> Iterator[str]:
    """What each document says, and which value stands here for which reason."""
    for shown in page["differences"]:
        yield bulleted(line(_field(shown.difference), shown.difference.note))
        for citation in shown.statements:
            chosen = _("（採用）") if citation == shown.chosen else ""
            words = citation.value_stated or citation.quotation
            yield indented(bulleted(f"{quoted(words).strip()}{chosen}"), 1) + marks.told([citation])
        if shown.chosen:
            yield indented(line(_("本サイトで採用した記載とその理由"), shown.difference.reason), 1)
        elif not shown.difference.chosen_id:
            yield indented(_("どの記載によるかは、登録資料からは確定できません。"), 1)


def _field(difference: Any) -> str:
    """What differs; the kind of its record comes from Django's cache, without a query."""
    kind: Any = ContentType.objects.get_for_id(difference.content_type_id)
    return label_of(kind.model_class(), difference.field)


def documents(page: Page) -> Iterator[str]:
    for number, document in enumerate(page["documents"], 1):
        yield spaced(_("資料{number}").format(number=number), cited(document))


def cited(document: Any) -> str:
    """A document as one cites it: by whom, title, kind, day."""
    issuers = listed(document.issuers_shown)
    named = f"{issuers}{quoted(document.title)}{aside(document.get_kind_display())}"
    if document.issued_on and document.issued_on.first:
        named += _("、") + show(document.issued_on)
    elif document.reference_on:
        named += _("（%(time)s頃の作成と推定）") % {"time": show(document.reference_on)}
    return _("、").join(filter(None, (named, document.url)))


def _timeline(page: Page) -> Iterator[str]:
    for event in page["events"]:
        sure = "" if event.certainty == "confirmed" else aside(event.certainty_label)
        yield spaced(f"{show(event.date)}{sure}", words_of(event))


def _lineage(page: Page, marks: Marks) -> Iterator[str]:
    agreement = page["agreement"]
    if agreement.succeeds:
        mark = marks.of(agreement, "succeeds")
        yield line(_("引き継いだ協定等"), agreement.succeeds, mark)
    for successor in agreement.successors.all():
        yield line(_("後継の協定等"), successor)


def _changes(page: Page) -> Iterator[str]:
    for row in page["change_notes"]:
        yield line(show_day(row.noted_on), row.text)


def _terms(page: Page) -> Iterator[str]:
    for term in page["terms"]:
        words = spaced(term.expansion, term.definition)
        as_of = _("%(time)s現在") % {"time": show(term.as_of)} if term.as_of else ""
        yield line(term.term, f"{words}{aside(as_of)}" if as_of else words)


def _notes(marks: Marks) -> Iterator[str]:
    """What the marks mean, then the reasons that they lead to."""
    yield _(
        "〔資料1・箇所〕は、その資料のその箇所に記されていることを示します。"
        "事項・趣旨・取組の文は原文どおり、日付は西暦と和暦にそろえています。"
    )
    meanings = {
        Basis.EDITORIAL: _("資料にない事柄を、理由を付けて編集で補ったもの"),
        Basis.COMPUTED: _("資料の値から計算したもの"),
        Basis.CONFIRMED: _("経済産業局が確認したもの"),
    }
    yield from (line(bracketed(basis.label).strip(), words) for basis, words in meanings.items())
    for reason, number in marks.notes.items():
        yield line(_("注{number}").format(number=number), reason)
