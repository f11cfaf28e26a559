"""Stated dates in forms: an officer types the words and the certainty, never the interval."""

from datetime import date
from typing import Any

from django import forms

from common.dates.reader import read
from common.dates.value import ABSENT, DateError, StatedDate
from common.fields import columns, stated_dates

_HELP = (
    "資料の表記のとおりに入力します（例：2021年4月22日（木）、令和3年4月、平成28年度、"
    "2021年6月末）。期間は表記から計算します。"
)


class StatedDateModelFormMixin(forms.ModelForm):
    """Computes both ends of every stated date from its words.

    What cannot be read is an error on the words' field. What is unusual is collected in
    `warnings`, for the view to show once the form is saved.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings: list[str] = []
        for name in self._stated_dates():
            field = self.fields[f"{name}_text"]
            field.help_text = field.help_text or _HELP

    def reference_date(self) -> date | None:
        """The day that relative words (昨年6月) count from. None refuses them."""
        return None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.warnings = []
        for name in self._stated_dates():
            text, _first, _last, certainty = columns(name)
            if {text, certainty} <= self.cleaned_data.keys() and self._must_read(name):
                self._compute(name, self.cleaned_data[text], self.cleaned_data[certainty])
        return cleaned

    def _stated_dates(self) -> list[str]:
        """Those whose words and certainty are both in this form."""
        return [
            name
            for name in stated_dates(self._meta.model)
            if {f"{name}_text", f"{name}_certainty"} <= self.fields.keys()
        ]

    def _must_read(self, name: str) -> bool:
        """Not for words that stand as before: an interval known otherwise is kept."""
        text, _first, _last, certainty = columns(name)
        if self.instance._state.adding or text in self.changed_data:
            return True
        kinds = (self.initial.get(certainty), self.cleaned_data[certainty])
        return any(kind in ("", *ABSENT) for kind in kinds)

    def _compute(self, name: str, words: str, certainty: str) -> None:
        """Read the words, and put the interval on the instance."""
        try:
            value = self._read(name, words, certainty)
        except DateError as error:
            self.add_error(f"{name}_text", str(error))
            return
        if not value.certainty and words:
            self.add_error(
                f"{name}_certainty", "日付の表記を入力したときは、確かさを選んでください。"
            )
            return
        self.cleaned_data[f"{name}_certainty"] = value.certainty
        setattr(self.instance, name, value)

    def _read(self, name: str, words: str, certainty: str) -> StatedDate:
        if not words and certainty in ("", *ABSENT):
            return StatedDate("", None, None, certainty)
        reading = read(words, reference=self.reference_date(), certainty=certainty)
        label = getattr(self._meta.model, name).label
        self.warnings += [f"{label}：{warning}" for warning in reading.warnings]
        return reading.value
