"""Prefectures, municipalities and bureaus as they are searched."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bureaus.models import Bureau
from editorial.models import public_at
from municipalities.models import Municipality, Place, Prefecture, Subprefecture
from portal.searched.texts import text
from search.find import matching
from search.registry import Entry, Text
from search.text import searchable, terms

_OFFICE = re.compile("(?:総合)?振興局$|(?:そうごう)?しんこうきょく$")


def find_municipalities(words: str, now: datetime) -> list[Municipality]:
    """The municipalities that the words name, in the order of their codes."""
    found = matching(municipalities(now), terms(words))
    return sorted((hit.entry.record for hit in found), key=lambda row: row.code)


def municipalities(now: datetime) -> list[Entry]:
    """Those that stand, each with what went into it."""
    standing = Municipality.objects.current(timezone.localdate(now)).by_kana()
    of_public = public_at(now, "party__agreement__")
    standing = standing.annotate(agreed=Count("party__agreement", filter=of_public, distinct=True))
    former = _former()
    rows = list(standing.select_related("prefecture", "subprefecture"))
    towns = {row.name[:-1] for row in rows}
    return [
        _municipality(row, _before(row, former), _within(row.subprefecture, towns)) for row in rows
    ]


def _former() -> dict[int, list[Municipality]]:
    """What each municipality directly succeeds, by its key."""
    former = defaultdict(list)
    pairs = Municipality.successors.through.objects.order_by("pk")
    for pair in pairs.select_related("from_municipality"):
        former[pair.to_municipality_id].append(pair.from_municipality)
    return former


def _before(row: Municipality, former: dict[int, list[Municipality]]) -> list[Municipality]:
    """All that a municipality succeeds, the nearest first."""
    found = list(former.get(row.pk, ()))
    for earlier in found:
        found += [one for one in former.get(earlier.pk, ()) if one not in found]
    return found


def _municipality(row: Any, former: list[Municipality], within: list[Text]) -> Entry:
    code = _code(row, _("団体コード"))
    return Entry(
        row,
        str(row),
        about=str(row.prefecture),
        note=_agreed(row.agreed),
        names=[*_names(row), Text(row.romaji, _("ローマ字")), _whole_name(row), code],
        texts=[
            *(found for one in former if one.name != row.name for found in _former_town(one)),
            *within,
        ],
        context=[
            *_names(row.prefecture),
            *(_names(row.subprefecture) if row.subprefecture else ()),
        ],
    )


def _agreed(count: int) -> str:
    """How many agreements are on file: none on file is not none at all."""
    if not count:
        return _("協定等：登録なし")
    return ngettext("協定等：{count}件", "協定等：{count}件", count).format(count=count)


def _names(place: Place | None) -> list[Text]:
    if place is None:
        return []
    return [
        Text(place.name, place._meta.verbose_name),
        Text(place.kana, _("読み")),
        Text(place.name_en, _("英語名")),
    ]


def _within(place: Subprefecture | None, towns: set[str]) -> list[Text]:
    """檜山振興局 and 檜山 as wholes; 釧路 alone is the town, not all the towns around it."""
    if place is None:
        return []
    names = {place.name, place.kana, place.name_en}
    short = _OFFICE.sub("", place.name)
    if short not in towns:
        names |= {short, _OFFICE.sub("", place.kana), place.name_en.partition(" ")[0]}
    return [Text(place.name, place._meta.verbose_name, frozenset(map(searchable, names)))]


def _whole_name(row: Municipality) -> Text:
    """北海道釧路市 and 釧路 as wholes: 津 is first of all 津市."""
    whole = f"{row.prefecture.name}{row.name}"
    ways = {searchable(way) for way in (whole, whole[:-1], row.name[:-1])}
    return Text(whole, _("都道府県と市区町村"), frozenset(ways))


def _code(row: Municipality, label: Any) -> Text:
    """A code, also without its leading zero or its check digit: 012041, 12041, 01204, 1204."""
    ways = (form.removeprefix(zero) for form in (row.code, row.code[:5]) for zero in ("", "0"))
    return Text(row.code, label, frozenset(ways))


def _former_town(row: Municipality) -> list[Text]:
    label = _("旧市町村")
    return [
        Text(f"{row.name}（{row.kana}）", label),
        Text(row.name_en, label),
        _code(row, _("旧市町村の団体コード")),
    ]


def prefectures(now: datetime) -> Iterable[Entry]:
    for row in Prefecture.objects.public(now).by_kana():
        code = Text(row.code, _("都道府県コード"), frozenset({row.code}))
        yield Entry(row, str(row), names=[*_names(row), code])


def bureaus(now: datetime) -> Iterable[Entry]:
    """Each with the prefectures of its area."""
    for row in Bureau.objects.prefetch_related("prefectures"):
        places = row.prefectures.all()
        area = [Text(name, _("管轄")) for place in places for name in (place.name, place.name_en)]
        names = [*text(row.name, _("名称")), *text(row.name_en, _("英語名"))]
        yield Entry(row, str(row), names=names, texts=area)
