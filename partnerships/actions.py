"""Writes over several models, each one atomic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.db import models, transaction

from common.stated_dates import StatedDate
from editorial.models import raise_version
from municipalities.models import Municipality, Prefecture
from partnerships.models import Agreement, AgreementTheme, Ceremony, Party, Theme, ThemeState
from sources.actions import delete_with_sources

Partner = Municipality | Prefecture


@dataclass
class Parts:
    """What one row of a table says about an agreement beside the agreement's own fields.

    `partners` are the municipalities and prefectures among its parties, `themes` those that are
    decided. Other parties and candidate themes are not told of here, and stay.
    """

    partners: tuple[Partner, ...] = ()
    themes: tuple[Theme, ...] = ()
    held_on: StatedDate | None = None
    hours: str = ""
    place: str = ""

    @classmethod
    def of(cls, agreement: Agreement) -> Self:
        """What stands in the database; the agreement must have been saved."""
        lists = tuple(_parties(agreement)), tuple(_links(agreement))
        ceremony = next(iter(agreement.ceremonies.all()), None)
        if ceremony is None:
            return cls(*lists)
        return cls(*lists, ceremony.held_on, ceremony.hours, ceremony.place)

    @property
    def ceremony(self) -> tuple[StatedDate | None, str, str]:
        return self.held_on, self.hours, self.place

    def left_out(self, agreement: Agreement) -> list[models.Model]:
        """The children of a saved agreement that these parts no longer have."""
        parties = [row for body, row in _parties(agreement).items() if body not in self.partners]
        links = [row for theme, row in _links(agreement).items() if theme not in self.themes]
        ceremonies = () if any(self.ceremony) else agreement.ceremonies.all()
        return [*parties, *links, *ceremonies]


def _parties(agreement: Agreement) -> dict[Partner, Party]:
    parties = agreement.parties.all()
    return {body: row for row in parties if (body := row.municipality or row.prefecture)}


def _links(agreement: Agreement) -> dict[Theme, AgreementTheme]:
    links = agreement.theme_links.all()
    return {row.theme: row for row in links if row.state == ThemeState.DECIDED}


@transaction.atomic
def save_agreement(*, agreement: Agreement, parts: Parts) -> None:
    """Write an agreement with its parts: children that stay as they are are not written.

    A new one gets its own bureau as first party. The caller has locked the row of an old one.
    """
    if agreement._state.adding:
        agreement.save(force_insert=True)
        Party.objects.create(agreement=agreement, bureau=agreement.bureau)
    else:
        raise_version(agreement)
        agreement.save()
    for child in parts.left_out(agreement):
        delete_with_sources(row=child)
    _set_partners(agreement, parts.partners)
    _set_themes(agreement, parts.themes)
    if any(parts.ceremony):
        ceremony = agreement.ceremonies.first() or Ceremony(agreement=agreement)
        _put(ceremony, held_on=parts.held_on, hours=parts.hours, place=parts.place)


def _set_partners(agreement: Agreement, partners: Sequence[Partner]) -> None:
    known = _parties(agreement)
    if tuple(known) == tuple(partners):
        return
    others = (row.order for row in agreement.parties.all() if row not in known.values())
    for order, body in enumerate(partners, max(others, default=0) + 1):
        row = known.get(body) or Party(agreement=agreement, **{str(body._meta.model_name): body})
        _put(row, order=order)


def _set_themes(agreement: Agreement, themes: Sequence[Theme]) -> None:
    if tuple(_links(agreement)) == tuple(themes):
        return
    known = {row.theme: row for row in agreement.theme_links.all()}
    for order, theme in enumerate(themes):
        row = known.get(theme) or AgreementTheme(agreement=agreement, theme=theme)
        _put(row, order=order, state=ThemeState.DECIDED)


def _put(row: models.Model, **values: object) -> None:
    """Save a row with these values, if that changes it."""
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
