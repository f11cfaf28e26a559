"""The page of an agreement as plain text, to be copied into a mail or a file."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from common.dates.display import seireki
from partnerships.items import flat
from partnerships.timeline import words_of


def as_text(page: dict[str, Any]) -> str:
    """`page`: the context of the page."""
    agreement = page["agreement"]
    parts = [
        [agreement.display_title, agreement.status_label + "　" + agreement.status_sentence],
        _section(_("要点"), _facts(page)),
        _section(_("趣旨・背景"), _statements(page)),
        _section(_("連携・協力事項"), _items(page["commitments"])),
        _section(_("取組・成果"), _activities(page["project_links"])),
        _section(_("年表"), (_dated(event) for event in page["events"])),
        _section(_("資料"), (_document(document) for document in page["documents"])),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"■ {title}", *found] if found else []


def _line(label: Any, value: Any) -> str:
    return _("{label}：{value}").format(label=label, value=value)


def _facts(page: dict[str, Any]) -> Iterator[str]:
    agreement = page["agreement"]
    if agreement.headline:
        yield _line(_("テーマ（原文）"), agreement.headline)
    yield _line(_("種別"), agreement.get_kind_display())
    yield _line(_("連携する局と自治体・機関"), "・".join(map(str, page["parties"])))
    dates = {
        _("締結日"): agreement.signed_on,
        _("締結予定日"): agreement.planned_signing_on,
        _("発表日"): agreement.announced_on,
        _("協力期間の始まり"): agreement.starts_on,
        _("協力期間の終わり"): agreement.ends_on,
    }
    yield from (_line(label, _when(when)) for label, when in dates.items() if when)


def _when(when: Any) -> str:
    sure = "" if when.certainty == "confirmed" or when.is_absent else when.certainty
    return seireki(when) + {"planned": _("（予定）"), "estimated": _("（推定）")}.get(sure, "")


def _statements(page: dict[str, Any]) -> Iterator[str]:
    for name, nodes in page["sides"]:
        yield f"［{name}］"
        yield from _tree(nodes)
    yield from _tree(page["statements"])


def _tree(nodes: Any) -> Iterator[str]:
    for depth, row in flat(nodes):
        yield _indented(_numbered(row), depth)


def _indented(words: str, depth: int) -> str:
    return "\n".join("　" * depth + line for line in words.splitlines())


def _numbered(row: Any) -> str:
    return " ".join(filter(None, (row.number, row.heading, row.text)))


def _items(nodes: Any) -> Iterator[str]:
    for depth, row in flat(nodes):
        yield _indented(_numbered(row), depth)
        for link in row.projects_linked:
            yield _indented(_line(_("関連するプロジェクト"), link.project), depth + 1)


def _activities(links: Any) -> Iterator[str]:
    for link in links:
        yield str(link.project)
        for row in link.project.activities_in_order:
            told = [row.get_kind_display(), row.get_state_display()]
            if row.happened_on:
                told.append(seireki(row.happened_on))
            yield f"・{row.heading or row.text}（{'・'.join(map(str, told))}）"


def _dated(event: Any) -> str:
    sure = "" if event.certainty == "confirmed" else f"（{event.certainty_label}）"
    return f"{seireki(event.date)}{sure}　{words_of(event)}"


def _document(document: Any) -> str:
    issued = document.issued_on
    return "　".join(
        filter(None, (document.title, seireki(issued) if issued else "", document.url))
    )
