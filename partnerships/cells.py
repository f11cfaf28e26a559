"""What the cells of an imported agreement mean that name other rows: by code or name, never id."""

from collections import defaultdict
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet
from import_export.widgets import Widget

from bureaus.models import Bureau
from common.codes import municipality_code_check_digit, read_municipality_code
from common.text import fold
from municipalities.models import Municipality, Prefecture
from partnerships.actions import Partner
from partnerships.models import Theme

SEPARATOR = ";"


def entries(cell: str) -> list[str]:
    """The values of a cell that holds several; each may stand once."""
    found = [entry.strip() for entry in cell.replace("；", SEPARATOR).split(SEPARATOR)]
    found = [entry for entry in found if entry]
    if len(set(found)) < len(found):
        raise ValueError("同じ値が二度あります。一つにしてください。")
    return found


class BureauWidget(Widget):
    """A bureau by its name, its short name or its slug."""

    @cached_property
    def bureaus(self) -> dict[str, Bureau]:
        rows = Bureau.objects.all()
        return {fold(name): row for row in rows for name in (row.name, row.short_name, row.slug)}

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Bureau:
        if found := self.bureaus.get(fold(value)):
            return found
        names = "・".join(dict.fromkeys(bureau.name for bureau in self.bureaus.values()))
        raise ValueError(f"「{value}」は登録されていません。次のどれかを入力してください：{names}")

    def render(self, value: Bureau | None, obj: Any = None, **kwargs: Any) -> str:
        return value.name if value else ""


class ThemesWidget(Widget):
    """Themes by their Japanese names."""

    def __init__(self, rows: QuerySet[Theme] | None = None) -> None:
        super().__init__()
        self.rows = rows

    @cached_property
    def themes(self) -> dict[str, Theme]:
        rows = Theme.objects.all() if self.rows is None else self.rows
        return {fold(row.name): row for row in rows}

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[Theme, ...]:
        return tuple(self._find(name) for name in entries(value))

    def _find(self, name: str) -> Theme:
        if found := self.themes.get(fold(name)):
            return found
        names = "・".join(theme.name for theme in self.themes.values())
        raise ValueError(
            f"「{name}」は登録されていません。複数は「{SEPARATOR}」で区切ってください。"
            f"登録済みの分野：{names}"
        )

    def render(self, value: tuple[Theme, ...] | None, obj: Any = None, **kwargs: Any) -> str:
        return SEPARATOR.join(theme.name for theme in value or ())


class PartnersWidget(Widget):
    """Municipalities and prefectures by code, or by a name that only one of them has.

    A code may lack its zero or its check digit. A name that several have needs its prefecture.
    """

    @cached_property
    def places(self) -> dict[str, Partner]:
        """By code. Of the periods of a municipality the standing one counts, else the latest."""
        periods = Municipality.objects.select_related("prefecture").order_by(
            F("valid_until").asc(nulls_last=True)
        )
        places: list[Partner] = [*Prefecture.objects.all(), *periods]
        return {code_of(place): place for place in places}

    @cached_property
    def codes_by_name(self) -> dict[str, list[str]]:
        codes = defaultdict(list)
        for code, place in self.places.items():
            codes[fold(place.name)].append(code)
            if isinstance(place, Municipality):
                codes[fold(place.prefecture.name + place.name)].append(code)
        return codes

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[Partner, ...]:
        codes = [self._code(entry) for entry in entries(value)]
        if len(set(codes)) < len(codes):
            raise ValueError("同じ団体が二度あります。一つにしてください。")
        standing = {code_of(place): place for place in kwargs["old"] or ()}
        return tuple(standing.get(code) or self.places[code] for code in codes)

    def _code(self, entry: str) -> str:
        codes = self.codes_by_name.get(fold(entry), [])
        if len(codes) == 1:
            return codes[0]
        if codes:
            known = "、".join(f"{self._full_name(code)} {code}" for code in codes)
            raise ValueError(f"「{entry}」は複数あります。団体コードで入力してください：{known}")
        try:
            return read_municipality_code(entry, known=self.places)
        except ValueError as error:
            raise ValueError(f"{error}複数は「{SEPARATOR}」で区切ってください。") from None

    def _full_name(self, code: str) -> str:
        place = self.places[code]
        return f"{place.prefecture.name}{place.name}" if isinstance(place, Municipality) else ""

    def render(self, value: tuple[Partner, ...] | None, obj: Any = None, **kwargs: Any) -> str:
        return SEPARATOR.join(map(code_of, value or ()))


def code_of(place: Partner) -> str:
    """The 6-digit code; a prefecture's is its two digits, three zeros and the check digit."""
    if isinstance(place, Municipality):
        return place.code
    code = f"{place.code}000"
    return code + municipality_code_check_digit(code)
