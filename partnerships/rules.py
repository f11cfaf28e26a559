"""Which status an agreement has on a day. Plain rules: no database, no clock.

The legal effect of a memorandum is not ours to judge: the words say only what documents say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.dates.display import in_sentence
from common.dates.value import Certainty, StatedDate


class Status(models.TextChoices):
    """In the order in which they are tried: the first that holds is the status."""

    NOT_CONCLUDED = "not_concluded", gettext_lazy("締結取りやめ")
    SUCCEEDED = "succeeded", gettext_lazy("後継へ移行")
    ENDED = "ended", gettext_lazy("終了")
    PERIOD_PASSED = "period_passed", gettext_lazy("当初期間経過")
    PLANNED = "planned", gettext_lazy("締結予定")
    PLAN_PASSED = "plan_passed", gettext_lazy("締結予定日経過")
    WITHIN_PERIOD = "within_period", gettext_lazy("締結済み・期間内")
    SIGNED = "signed", gettext_lazy("締結済み")
    ANNOUNCED = "announced", gettext_lazy("取組開始を発表")


class DatedBy(models.TextChoices):
    """Which date gives an agreement its fiscal year: the first of these that is known."""

    SIGNED = "signed", gettext_lazy("締結日")
    PLANNED = "planned", gettext_lazy("締結予定日")
    ANNOUNCED = "announced", gettext_lazy("発表日")


@dataclass(frozen=True)
class Facts:
    """What the status of an agreement follows from.

    `succeeded`, `successor`: when the first public successor took effect (its start, else its
    signing), and its title. `extended`: the end that the latest renewal gave the period, of those
    agreed by the day. A date that is no single day is reached on its last one.
    """

    dropped_on: date | None = None
    succeeded: StatedDate | None = None
    successor: str = ""
    ended_on: date | None = None
    ended_reason: str = ""
    ends: StatedDate | None = None
    extended: StatedDate | None = None
    planned: StatedDate | None = None
    signed: StatedDate | None = None

    @property
    def expected(self) -> StatedDate | None:
        """When the signing is expected; a known signing was once expected."""
        return self.planned if _last(self.planned) else self.signed

    @property
    def period_ends(self) -> StatedDate | None:
        """The end of the period, as renewed where it was."""
        return self.extended or self.ends

    def is_signed(self, on: date) -> bool:
        return _reached(_last(self.signed), on)


def _last(value: StatedDate | None) -> date | None:
    return value.last if value else None


def _reached(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _passed(day: date | None, on: date) -> bool:
    return day is not None and day < on


_TESTS: dict[Status, Callable[[Facts, date], bool]] = {
    Status.NOT_CONCLUDED: lambda facts, on: _reached(facts.dropped_on, on),
    Status.SUCCEEDED: lambda facts, on: _reached(_last(facts.succeeded), on),
    Status.ENDED: lambda facts, on: _reached(facts.ended_on, on),
    Status.PERIOD_PASSED: lambda facts, on: _passed(_last(facts.period_ends), on),
    Status.PLANNED: lambda facts, on: (
        not facts.is_signed(on)
        and _last(facts.expected) is not None
        and not _passed(_last(facts.expected), on)
    ),
    Status.PLAN_PASSED: lambda facts, on: (
        not facts.is_signed(on) and _passed(_last(facts.expected), on)
    ),
    Status.WITHIN_PERIOD: lambda facts, on: (
        facts.is_signed(on) and _last(facts.period_ends) is not None
    ),
    Status.SIGNED: lambda facts, on: facts.is_signed(on),
}


def status_on(facts: Facts, on: date) -> Status:
    """The status on the day `on`; the queryset's `with_status` says the same in SQL."""
    return next((status for status, holds in _TESTS.items() if holds(facts, on)), Status.ANNOUNCED)


def sentence(status: Status, facts: Facts) -> str:
    """The reason for the status, for readers."""
    values = {
        "dropped": _day(facts.dropped_on),
        "successor": facts.successor,
        "succeeded": _stated(facts.succeeded),
        "ended": _day(facts.ended_on),
        "reason": facts.ended_reason,
        "ends": _until(facts.period_ends),
        "planned": _stated(facts.expected),
        "signed": _stated(facts.signed),
    }
    return _sentence_for(status, facts).format(**values)


def _day(day: date | None) -> str:
    return _stated(StatedDate("", day, day, Certainty.CONFIRMED)) if day else ""


def _stated(value: StatedDate | None) -> str:
    return in_sentence(value) if value else ""


def _until(ends: StatedDate | None) -> str:
    if ends is None:
        return ""
    until = _("{day}まで・予定") if ends.certainty == Certainty.PLANNED else _("{day}まで")
    return until.format(day=in_sentence(ends))


def _sentence_for(status: Status, facts: Facts) -> str:
    if status == Status.SIGNED and facts.period_ends and facts.period_ends.text:
        status = Status.WITHIN_PERIOD  # the period is tied to an event of unknown day
    if status == Status.PERIOD_PASSED and facts.extended:
        return _(
            "更新後の協力期間（{ends}）を過ぎています。その後の延長・終了を示す資料は登録されていません。"
        )
    return _sentences()[status]


def _sentences() -> dict[Status, str]:
    return {
        Status.NOT_CONCLUDED: _("{dropped}、締結の取りやめが発表されました。"),
        Status.SUCCEEDED: _("{successor}（{succeeded}）に引き継がれました。"),
        Status.ENDED: _("{ended}に終了しました（{reason}）。"),
        Status.PERIOD_PASSED: _(
            "当初の協力期間（{ends}）を過ぎています。延長・終了を示す資料は登録されていません。"
        ),
        Status.PLANNED: _("{planned}に締結予定と発表されています。"),
        Status.PLAN_PASSED: _(
            "{planned}の締結が予定として発表されています。締結を確認する資料は登録されていません。"
        ),
        Status.WITHIN_PERIOD: _("{signed}締結。期間は{ends}。"),
        Status.SIGNED: _("{signed}締結。期間の定めは資料に記載がありません。"),
        Status.ANNOUNCED: _("開始が発表されています。締結の手続は資料に記載がありません。"),
    }
