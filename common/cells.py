"""What a cell of an imported table means: django-import-export's field and widgets, made safe.

`clean` of these widgets also gets the value that stands (`old`) and a list, `warnings`, to which
it adds what a person should look at. What cannot be read is a ValueError in Japanese.
"""

import re
from dataclasses import replace
from typing import Any

from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from common.stated_dates import Certainty, StatedDate, read
from common.text import fold

CLEAR = "（削除）"

_MARKS = {"予定": Certainty.PLANNED, "推定": Certainty.ESTIMATED, "確定": Certainty.CONFIRMED}
_MARKED = re.compile(rf"(.*\S)\s*[（(]({'|'.join(_MARKS)})[）)]")


class Column(Field):
    """A column that says what to change: a blank cell leaves the value as it stands.

    The word 「（削除）」 sets `empty`. `attribute` may lead through objects: "parts__place".
    """

    def __init__(
        self, attribute: str, header: str, widget: Widget | None = None, *, empty: Any = ""
    ) -> None:
        super().__init__(attribute=attribute, column_name=header, widget=widget)
        self.empty = empty

    def save(self, instance: Any, row: dict[str, str], is_m2m: bool = False, **kwargs: Any) -> None:
        if not (cell := row[self.column_name]):
            return
        old = self.get_value(instance)
        *path, name = self.attribute.split("__")
        for step in path:
            instance = getattr(instance, step)
        setattr(instance, name, self._read(cell, old, kwargs["warnings"]))

    def _read(self, cell: str, old: Any, warnings: list[tuple[str, str]]) -> Any:
        if fold(cell) == fold(CLEAR):
            return self.empty
        found: list[str] = []
        value = self.widget.clean(cell, old=old, warnings=found)
        warnings += [(self.column_name, warning) for warning in found]
        return value


class KeyColumn(Column):
    """The column that names a record: a slug, which no row may leave out."""

    def save(self, instance: Any, row: dict[str, str], is_m2m: bool = False, **kwargs: Any) -> None:
        key = self.clean(row)
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
            raise ValueError(
                "半角の英小文字・数字・ハイフンで入力してください（例：hokkaido-kushiro-2021）。"
            )
        setattr(instance, self.attribute, key)

    def clean(self, row: dict[str, str], **kwargs: Any) -> str:
        return fold(row[self.column_name])


class TextWidget(Widget):
    """Text as typed; what looks like a formula stays text. `limit` is a number of characters."""

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self.limit = limit

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        if self.limit and len(value) > self.limit:
            raise ValueError(f"{self.limit}文字以内で入力してください（今は{len(value)}文字）。")
        return value


class ChoiceWidget(Widget):
    """One of the labels of an enumeration."""

    def __init__(self, choices: type[models.TextChoices]) -> None:
        super().__init__()
        self.choices = choices

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        labels = {fold(str(choice.label)): choice.value for choice in self.choices}
        if fold(value) not in labels:
            known = "・".join(str(choice.label) for choice in self.choices)
            raise ValueError(f"「{value}」は使えません。次のどれかを入力してください：{known}")
        return str(labels[fold(value)])

    def render(self, value: str | None, obj: Any = None, **kwargs: Any) -> str:
        return str(self.choices(value).label) if value else ""


class DateWidget(Widget):
    """A stated date: the words, and 「（予定）」「（推定）」「（確定）」 behind them.

    Without such a mark a changed date has the certainty that is natural for the column. Words
    that mean what stands there already change nothing: Excel writes dates in its own way, and
    the words of the document are kept.
    """

    def __init__(self, natural: Certainty = Certainty.CONFIRMED) -> None:
        super().__init__()
        self.natural = natural

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> StatedDate:
        old: StatedDate | None = kwargs["old"]
        if old and value in (old.text, self.render(old)):
            return old
        marked = _MARKED.fullmatch(value)
        words, certainty = (marked[1], _MARKS[marked[2]]) if marked else (value, self.natural)
        reading = read(words, certainty=certainty)
        if old and old.interval and old.interval == reading.value.interval:
            return replace(old, certainty=reading.value.certainty) if marked else old
        kwargs["warnings"].extend(reading.warnings)
        return reading.value

    def render(self, value: StatedDate | None, obj: Any = None, **kwargs: Any) -> str:
        if value is None:
            return ""
        words = value.text or str(Certainty(value.certainty).label)
        if value.is_absent or value.certainty == self.natural or _MARKED.fullmatch(words):
            return words
        return f"{words}（{Certainty(value.certainty).label}）"
