"""One value of a content file, as the field that it is for understands it."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from common.dates.value import ABSENT, Certainty, DateError, StatedDate
from common.stated_dates import read
from common.text import refuse_control


class ValueProblem(Exception):
    """A value that cannot be used; the message is Japanese and says what to do."""


def stated_date(words: Any, certainty: str, reference: date | None) -> tuple[StatedDate, list[str]]:
    """The date that `words` state, and what a person should look at.

    `reference`: the day of the document, from which 昨年6月 counts.
    """
    if certainty not in Certainty.values:
        raise ValueProblem(f"certainty「{certainty}」は使えません。{_usable(Certainty.choices)}")
    if certainty in ABSENT and not words:
        return StatedDate("", None, None, certainty), []
    try:
        reading = read(str(words), reference=reference, certainty=certainty)
    except DateError as error:
        raise ValueProblem(str(error)) from None
    return reading.value, list(reading.warnings)


def plain_value(field: models.Field, raw: Any) -> Any:
    """Text, number, choice, day or hour for a column that is no foreign key."""
    if isinstance(raw, list) and isinstance(field, models.TextField):
        raw = "\n".join(map(str, raw))  # one line each
    if isinstance(raw, dict | list):
        raise ValueProblem("ここには表や一覧を書けません。値を一つ書いてください。")
    try:
        if isinstance(raw, str):
            raw = raw.strip()
            refuse_control(raw)
        value = field.clean(raw, None)
    except ValidationError as error:
        usable = _usable(field.flatchoices) if field.choices else ""
        raise ValueProblem("".join(error.messages) + usable) from None
    if isinstance(value, datetime) and timezone.is_naive(value):
        raise ValueProblem("日時には時差を付けてください。例：2021-04-20T00:00:00+09:00")
    return value


def _usable(choices: Any) -> str:
    """What may be chosen, as it is written in the file."""
    return f"使えるのは {'、'.join(f'{key}（{label}）' for key, label in choices if key)} です。"
