"""Events: what is dated about a record, one shape for timelines and for the calendar.

The shape and the rules stand in this room, so that the page of an agreement can use them; what
upper rooms hang on an agreement (activities, plans, reviews) comes as rows of theirs, known here
by their attributes alone. `portal/events.py` finds the events of all rooms.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.punctuation import aside
from common.stated_dates import Certainty, StatedDate


class EventKind(models.TextChoices):
    ANNOUNCED = "announced", _("発表")
    PLANNED_SIGNING = "planned_signing", _("締結予定日")
    SIGNED = "signed", _("締結")
    CEREMONY = "ceremony", _("締結式")
    STARTS = "starts", _("協力期間の始まり")
    ENDS = "ends", _("協力期間の終わり")
    AMENDED = "amended", _("変更・更新")
    ENDED = "ended", _("終了")
    DROPPED = "dropped", _("締結取りやめの発表")
    ACTIVITY = "activity", _("取組・成果")
    USED = "used", _("施策・制度の活用")
    PLAN_ADOPTED = "plan_adopted", _("計画の策定")
    PLAN_STARTS = "plan_starts", _("計画期間の始まり")
    PLAN_ENDS = "plan_ends", _("計画期間の終わり")
    REVIEW_HELD = "review_held", _("実施状況の確認")
    REVIEW_EXPECTED = "review_expected", _("実施状況の確認（実施時期の目安）")
    DOCUMENT = "document", _("資料の発表")
    DOCUMENT_MADE = "document_made", _("資料の作成（推定）")


class Sureness(models.TextChoices):
    """How sure an event is, in the words that stand beside it."""

    PLANNED = "planned", _("予定")
    CONFIRMED = "confirmed", _("確定")
    ESTIMATED = "estimated", _("推定")
    EXPECTED = "expected", _("目安")


# Their names say how sure they are.
SURE_BY_NAME = (EventKind.PLANNED_SIGNING, EventKind.REVIEW_EXPECTED, EventKind.DOCUMENT_MADE)


@dataclass(frozen=True)
class Event:
    """`record`: the record on whose page it stands; `row`, `field`: what sources are cited for.

    `words`: what happened, where the record's name does not say it.
    """

    date: StatedDate
    kind: str
    certainty: str
    record: Any
    row: Any
    field: str
    words: str = ""

    @property
    def label(self) -> str:
        return str(EventKind(self.kind).label)

    @property
    def certainty_label(self) -> str:
        return str(Sureness(self.certainty).label)

    @property
    def sureness_apart(self) -> str:
        """How sure it is, where something is to be said that the label leaves out."""
        said = self.certainty == Sureness.CONFIRMED or self.kind in SURE_BY_NAME
        return "" if said else self.certainty_label

    @property
    def url(self) -> str:
        return self.record.get_absolute_url()

    @property
    def is_day(self) -> bool:
        """Whether a day is stated: 「6月末」 is read as the last one, but names none."""
        return self.date.precision == "day" and "末" not in self.date.text

    @property
    def order(self) -> tuple[Any, Any, int]:
        """By date, then as things go; what is tied to an event of unknown day comes last."""
        first, last = self.date.interval or (date.max, date.max)
        return first, last, EventKind.values.index(self.kind)


# The stated dates of a record and what happens then.
AGREEMENT_DATES = {
    "announced_on": EventKind.ANNOUNCED,
    "planned_signing_on": EventKind.PLANNED_SIGNING,
    "signed_on": EventKind.SIGNED,
    "starts_on": EventKind.STARTS,
    "ends_on": EventKind.ENDS,
    "ended_on": EventKind.ENDED,
    "dropped_on": EventKind.DROPPED,
}
AMENDMENT_DATES = {"agreed_on": EventKind.AMENDED, "ends_on": EventKind.ENDS}
PLAN_DATES = {
    "adopted_on": EventKind.PLAN_ADOPTED,
    "starts_on": EventKind.PLAN_STARTS,
    "ends_on": EventKind.PLAN_ENDS,
}
DOCUMENT_DATES = {"issued_on": EventKind.DOCUMENT, "reference_on": EventKind.DOCUMENT_MADE}


def events_of(
    agreement: Any,
    *,
    ceremonies: Iterable[Any] = (),
    amendments: Iterable[Any] = (),
    activities: Iterable[Any] = (),
    uses: Iterable[tuple[Any, str]] = (),
    plans: Iterable[Any] = (),
    rules: Iterable[Any] = (),
    documents: Iterable[Any] = (),
) -> list[Event]:
    """Everything dated on the page of one agreement, in order; the rows are those it shows."""
    found = [
        *dated(agreement, AGREEMENT_DATES, agreement),
        *(event for row in ceremonies for event in ceremony_events(row, agreement)),
        *(event for row in amendments for event in dated(row, AMENDMENT_DATES, agreement)),
        *(event for row in activities for event in activity_events(row)),
        *use_events(uses, besides=activities),
        *(event for row in plans for event in dated(row, PLAN_DATES, row)),
        *(event for row in rules for event in review_events(row)),
        *(event for row in documents for event in dated(row, DOCUMENT_DATES, row)),
    ]
    return sorted(found, key=lambda event: event.order)


def dated(row: Any, kinds: dict[str, EventKind], record: Any) -> Iterator[Event]:
    """An event for each date of `row` that is stated; a kind of absence is none."""
    for field, kind in kinds.items():
        if when := _stated(getattr(row, field)):
            yield Event(when, kind, _sureness(when, kind), record, row, field)


def ceremony_events(ceremony: Any, agreement: Any) -> Iterator[Event]:
    """Where and when, as far as it is stated."""
    if when := _stated(ceremony.held_on):
        words = "　".join(filter(None, (ceremony.hours, ceremony.place)))
        kind = EventKind.CEREMONY
        yield Event(when, kind, when.certainty, agreement, ceremony, "held_on", words)


def activity_events(activity: Any) -> Iterator[Event]:
    """What was only planned stays so, however the document writes its time."""
    if when := _stated(activity.happened_on):
        sure = Sureness.PLANNED if activity.state == Sureness.PLANNED else when.certainty
        words = activity.heading or activity.text
        kind = EventKind.ACTIVITY
        yield Event(when, kind, sure, activity.project, activity, "happened_on", words)


def use_events(uses: Iterable[tuple[Any, str]], *, besides: Iterable[Any] = ()) -> Iterator[Event]:
    """When programmes were used in activities other than `besides`: each activity once.

    With each use its timing as seen from the agreement: use before it is no result of it.
    """
    told = {row.pk for row in besides}
    for use, timing in uses:
        row = use.activity
        if row is None or row.pk in told or not (when := _stated(row.happened_on)):
            continue
        told.add(row.pk)
        sure = Sureness.PLANNED if row.state == Sureness.PLANNED else when.certainty
        words = f"{use.programme}{aside(timing)}"
        yield Event(when, EventKind.USED, sure, row.project, row, "happened_on", words)


def review_events(rule: Any) -> Iterator[Event]:
    """The reviews held, and when the next one may be expected. Of `.with_outlook(on, now)`."""
    for review in rule.reviews.all():
        if when := _stated(review.held_on):
            kind = EventKind.REVIEW_HELD
            yield Event(when, kind, when.certainty, rule.subject, review, "held_on", rule.words)
    if coming := rule.outlook.next:
        kind, sure = EventKind.REVIEW_EXPECTED, Sureness.EXPECTED
        yield Event(coming, kind, sure, rule.subject, rule, "words", rule.words)


def _stated(value: StatedDate | date | None) -> StatedDate | None:
    """A stated date; a plain day, decided by people, is confirmed."""
    if isinstance(value, date):
        return StatedDate("", value, value, Certainty.CONFIRMED)
    return None if value is None or value.is_absent else value


def _sureness(when: StatedDate, kind: EventKind) -> str:
    return Sureness.PLANNED if kind == EventKind.PLANNED_SIGNING else when.certainty
