"""Where each value comes from, behind the value, and the notes that the marks lead to."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from common.punctuation import listed, spaced
from common.stated_dates import show_day
from sources.models import Basis, Citation
from sources.shown import Sources


def bracketed(words: object) -> str:
    return _("〔{words}〕").format(words=words)


class Marks:
    """〔資料1・覚書の概要〕: documents by their number in the list at the end of the text.

    `brief`: the number alone, for a text that fits on one screen.
    """

    def __init__(self, sources: Sources, *, brief: bool = False) -> None:
        self.sources = sources
        self.brief = brief
        self.notes: dict[str, int] = {}

    def of(self, row: models.Model, *fields: str) -> str:
        """The mark of the values in `fields`, then whether documents differ on one of them."""
        citations = self.citations(row, *fields)
        differs = any(self.sources.difference(row, field) for field in fields)
        return self.told(citations) + (_("※資料による記載の違いあり") if differs else "")

    def citations(self, row: models.Model, *fields: str) -> list[Citation]:
        return [one for field in fields for one in self.sources.citations(row, field)]

    def told(self, citations: Iterable[Citation]) -> str:
        """What is not stated comes first, with its note; each place once."""
        bases: dict[str, list[str]] = {}
        places: dict[str, list[str]] = {}
        for citation in citations:
            is_stated = citation.basis == Basis.STATED
            details = [] if self.brief else self._details(citation)
            if citation.document:
                places.setdefault(self._place(citation), []).extend(details if is_stated else [])
            if not is_stated:
                bases.setdefault(str(citation.get_basis_display()), []).extend(details)
        marks = [listed([name, *dict.fromkeys(found)]) for name, found in (bases | places).items()]
        return bracketed(_("；").join(marks)) if marks else ""

    def _place(self, citation: Citation) -> str:
        number = _("資料{number}").format(number=citation.number)
        return number if self.brief or not citation.place else listed([number, citation.place])

    def _details(self, citation: Citation) -> list[str]:
        found = []
        if citation.confirmed_by and citation.confirmed_on:
            found.append(spaced(citation.confirmed_by, show_day(citation.confirmed_on)))
        if citation.reading:
            found.append(_("訂正した読み「{words}」").format(words=citation.reading))
        if citation.reason:
            number = self.notes.setdefault(citation.reason, len(self.notes) + 1)
            found.append(_("注{number}").format(number=number))
        return found
