"""Collect the Japanese texts of the interface and bring the English catalogue up to date.

`python scripts/messages.py` reads every Python module and template of the rooms, keeps the
translations that exist, drops those that nothing asks for, leaves new ones empty, and compiles.
The text itself is the key (`_("締結日")`). The two files carry no date, line number or machine
path: equal sources give equal bytes.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "locale/en/LC_MESSAGES/django.po"
NOT_SHOWN = {"var", "staticfiles", "tests", "scripts", "migrations"}
LAZY = {f"{name}_lazy": place for name, place in DEFAULT_KEYWORDS.items() if "gettext" in name}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}
COMMENT = "# Written by scripts/messages.py: edit the translations (msgstr) only."
HEADERS = [
    ("Language", "en"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


class PlainCatalog(Catalog):
    """A catalogue whose header says nothing of when, where and with what it was written."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return HEADERS


def paths() -> Iterator[Path]:
    """Every file of the rooms and of `templates/`, in a fixed order."""
    for folder in sorted(ROOT.iterdir()):
        if folder.is_dir() and not folder.name.startswith("."):
            yield from sorted(folder.rglob("*"))


def sources() -> Iterator[tuple[Path, io.BytesIO]]:
    """(path from the root, what Babel's Python reader may read) for each module and template."""
    for path in paths():
        name = path.relative_to(ROOT)
        if NOT_SHOWN & set(name.parts):
            continue
        if path.suffix == ".py":
            yield name, io.BytesIO(path.read_bytes())
        elif "templates" in name.parts and path.suffix in {".html", ".txt", ".xml"}:
            text = templatize(path.read_text(encoding="utf-8"), origin=str(name))
            # A template's indentation is not Python's.
            yield name, io.BytesIO(re.sub(r"(?m)^[ \t]+", "", text).encode())


def read() -> Catalog:
    """The catalogue as it is on the disk; an empty one where there is none."""
    if not CATALOGUE.exists():
        return Catalog(locale="en")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def collect() -> Catalog:
    """What the sources ask for, with the translations that the catalogue already has."""
    known = read()
    catalogue = PlainCatalog(locale="en", fuzzy=False, header_comment=COMMENT, charset="utf-8")
    for name, text in sources():
        for _, message, _, context in extract("python", text, keywords=KEYWORDS):
            old = known.get(message if isinstance(message, str) else message[0], context)
            if old and type(old.id) is not type(message):
                old = None  # it has become a plural, or is one no more
            catalogue.add(
                message,
                old.string if old else None,
                locations=[(name.as_posix(), 0)],
                flags=old.flags & {"fuzzy"} if old else (),
                context=context,
            )
    return catalogue


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """The bytes of the .po and the .mo file."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=100, sort_output=True, include_lineno=False)
    write_mo(mo, catalogue)
    return po.getvalue(), mo.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that have no English yet, or one that is marked as doubtful (fuzzy)."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not is_translated(message))
    ]


def is_translated(message: Message) -> bool:
    strings = message.string
    return all(strings) if isinstance(strings, list | tuple) else bool(strings)


def main() -> None:
    """Write both files, and say which texts still lack English."""
    catalogue = collect()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    po, mo = written(catalogue)
    CATALOGUE.write_bytes(po)
    CATALOGUE.with_suffix(".mo").write_bytes(mo)
    print(f"{len(catalogue)} 件の文言を書き出しました。")
    if missing := untranslated(catalogue):
        print(f"英訳のないもの {len(missing)} 件:", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
