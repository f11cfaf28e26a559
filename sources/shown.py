"""The sources of what a page shows, found in two queries whatever the page holds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from common.stated_dates import StatedDate
from sources.models import Basis, Citation, Difference, SourceDocument

Key = tuple[int, int, str]


def _key(row: models.Model, field: str) -> Key:
    return ContentType.objects.get_for_model(row).pk, row.pk, field


def _first(value: StatedDate) -> date:
    return value.first or date.min


def _date_of(document: SourceDocument | None) -> StatedDate | None:
    """When it was issued, else when it was presumably made."""
    dates = (document.issued_on, document.reference_on) if document else ()
    return next((day for day in dates if day and day.first), None)


def _in_order(citations: Iterable[list[Citation]]) -> list[SourceDocument]:
    cited = {citation.document for rows in citations for citation in rows if citation.document}
    return sorted(cited, key=_latest_first)


def _latest_first(document: SourceDocument) -> tuple[int, str]:
    issued = document.issued_on
    day = issued.first if issued else None
    return (-day.toordinal() if day else 0, document.title)


class Sources:
    """Citations and differences of `rows`, by row and field.

    `rows`: what the page shows, all of it public; `now`: an aware instant. A citation of a
    document that is not public stays out.
    """

    def __init__(self, rows: Iterable[models.Model], now: datetime) -> None:
        rows = list(rows)
        self._citations: dict[Key, list[Citation]] = defaultdict(list)
        citations = Citation.objects.about(rows).with_public_document(now)
        for citation in citations.select_related("document", "confirmed_by"):
            key = (citation.content_type_id, citation.object_id, citation.field)
            self._citations[key].append(citation)
        self._told: dict[tuple[int, int], list[StatedDate]] = defaultdict(list)
        for citation in chain.from_iterable(self._citations.values()):
            if day := _date_of(citation.document):
                self._told[citation.content_type_id, citation.object_id].append(day)
        self._number_documents()
        self._differences: dict[Key, Difference] = {
            (row.content_type_id, row.object_id, row.field): row
            for row in Difference.objects.about(rows)
        }

    def _number_documents(self) -> None:
        """Each citation gets the `number` of its document in the page's list, for print."""
        numbers: dict[int | None, int] = {
            document.pk: at for at, document in enumerate(self.documents, 1)
        }
        for citation in chain.from_iterable(self._citations.values()):
            citation.number = numbers.get(citation.document_id)

    def told_on(self, row: models.Model) -> StatedDate | None:
        """When the latest document that speaks of `row` was issued, or was presumably made."""
        return max(self._days(row), key=_first, default=None)

    def newest_first(self, rows: list[Any]) -> list[Any]:
        """Activities by when they happened, else by when a document first told of them."""
        return sorted(rows, key=self._when, reverse=True)

    def _when(self, activity: Any) -> date:
        happened = activity.happened_on
        told = min(self._days(activity), key=_first, default=None)
        return (happened and happened.last) or (told and told.last) or date.min

    def _days(self, row: models.Model) -> list[StatedDate]:
        return self._told.get((ContentType.objects.get_for_model(row).pk, row.pk), [])

    @property
    def documents(self) -> list[SourceDocument]:
        """The documents cited, latest first."""
        return _in_order(self._citations.values())

    def documents_of(self, rows: Iterable[models.Model]) -> list[SourceDocument]:
        """The documents cited for some of the rows."""
        own = {(ContentType.objects.get_for_model(row).pk, row.pk) for row in rows}
        return _in_order(found for key, found in self._citations.items() if key[:2] in own)

    def citations(self, row: models.Model, field: str) -> list[Citation]:
        return self._citations.get(_key(row, field), [])

    def judged(self, row: models.Model, field: str) -> str:
        """The reason of an editor who judged a value that no document states."""
        first = next(iter(self.citations(row, field)), None)
        return first.reason if first and first.basis == Basis.EDITORIAL else ""

    def difference(self, row: models.Model, field: str) -> "ShownDifference | None":
        """The difference on a field, if two public statements of it remain to be shown."""
        return self._shown(_key(row, field))

    @property
    def differences(self) -> list["ShownDifference"]:
        """All differences of the page that remain to be shown."""
        return [shown for key in self._differences if (shown := self._shown(key))]

    def _shown(self, key: Key) -> "ShownDifference | None":
        difference = self._differences.get(key)
        if difference is None:
            return None
        shown = ShownDifference(difference, self._citations.get(key, []))
        return shown if len(shown.statements) > 1 else None


class ShownDifference:
    """A difference with the statements that a reader may see."""

    def __init__(self, difference: Difference, citations: list[Citation]) -> None:
        self.difference = difference
        self.chosen = next((c for c in citations if c.pk == difference.chosen_id), None)
        self.statements = [c for c in citations if c.value_stated or c == self.chosen]
