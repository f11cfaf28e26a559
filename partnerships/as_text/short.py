"""答弁用の要約: what an answer in an assembly needs of an agreement, on one screen."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from common.punctuation import aside, bulleted, spaced
from partnerships.as_text.agreed import first_items, headline, no_items, parties, themes
from partnerships.as_text.done import (
    begun_label,
    no_activities,
    no_outcome,
    planned_label,
    plans,
    stage,
)
from partnerships.as_text.grounds import differences, documents, limits
from partnerships.as_text.lines import dated, indented, line, noted, one_text, text_of
from partnerships.as_text.marks import Marks
from partnerships.items import counted
from partnerships.models import StatementKind

Page = dict[str, Any]


def short_text(page: Page) -> str:
    """`page`: the context of the page. The page itself adds the day and its own address."""
    marks = Marks(page["sources"], brief=True)
    return text_of(
        [_head(page, marks), _agreed(page, marks), _done(page, marks), _rest(page, marks)]
    )


def _head(page: Page, marks: Marks) -> Iterator[str]:
    agreement = page["agreement"]
    yield str(agreement)
    yield line(_("状況"), spaced(agreement.status_label, agreement.status_sentence))
    yield noted(limits(page))
    yield dated(agreement, "signed_on", marks)
    if not agreement.signed_on or agreement.signed_on.is_absent:
        yield dated(agreement, "planned_signing_on", marks)
        yield dated(agreement, "announced_on", marks)
    for field in ("starts_on", "ends_on"):
        value = getattr(agreement, field)
        if value and not value.is_absent:
            yield dated(agreement, field, marks)
    yield line(_("相手"), parties(page, marks))
    yield headline(page, marks)


def _agreed(page: Page, marks: Marks) -> Iterator[str]:
    yield from _purposes(page, marks)
    if page["commitments"]:
        known = page["agreement"].signed_text
        note = "" if known else _("発表資料による。覚書・協定の本文は未登録です。")
        yield line(_("連携・協力事項"), note)
        yield from (indented(words, 1) for words in first_items(page["commitments"]))
    elif methods := [node for node in page["statements"] if node.row.kind == StatementKind.METHOD]:
        yield line(_("連携・協力事項"), _("番号を付けた事項の記載はなく、手法が記されています。"))
        yield from themes(page, marks)
        yield from (indented(words, 1) for words in first_items(methods))
    else:
        yield line(_("連携・協力事項"), no_items(page))


def _purposes(page: Page, marks: Marks) -> Iterator[str]:
    """Why, as each side says; where no purpose is stated, what the document says in sum."""
    label = _("趣旨（{name}）")
    spoken = [
        (label.format(name=name), node.row) for name, nodes in page["sides"] for node in nodes
    ]
    spoken += [(node.row.get_kind_display(), node.row) for node in page["statements"]]
    for kind in (StatementKind.PURPOSE, StatementKind.SUMMARY):
        if found := [(name, row) for name, row in spoken if row.kind == kind]:
            yield from (line(name, one_text(row, marks)) for name, row in found)
            return


def _done(page: Page, marks: Marks) -> Iterator[str]:
    begun = [row for link in page["told"] for row in link.begun]
    planned = [row for link in page["planned"] for row in link.planned]
    if not begun and not planned:
        yield no_activities()
    yield from _activities(begun_label(), begun, marks, with_text=True)
    yield from _activities(planned_label(), planned, marks)


def _activities(
    label: str, rows: list[Any], marks: Marks, *, with_text: bool = False
) -> Iterator[str]:
    if rows:
        yield line(label, counted(rows))
    for row in rows:
        mark = marks.of(row, "heading" if row.heading else "text")
        passed = noted(no_outcome()) if row.time_passed else ""
        told = f"{row.heading or row.text}{aside(stage(row))}{mark}"
        yield bulleted(spaced(told, passed))
        if with_text and row.heading and row.text:
            yield indented(row.text, 1)


def _rest(page: Page, marks: Marks) -> Iterator[str]:
    for label, lines in (
        (_("関連する計画"), plans(page, marks)),
        (_("資料による記載の違い"), differences(page, marks)),
        (_("出典"), documents(page)),
    ):
        found = list(lines)
        if found:
            yield line(label, "")
            yield from found
