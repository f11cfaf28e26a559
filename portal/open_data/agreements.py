"""Agreements for machines: one with all that its page says, and the rows of a list."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from common.dates.value import StatedDate
from partnerships.models import Agreement, AgreementTheme
from partnerships.pages import AgreementPage
from portal.open_data.values import Writer, choice, plain, stated
from sources.labels import label_of

DATES = ("announced_on", "planned_signing_on", "signed_on", "starts_on", "ends_on")
# Excel takes a file without it for CP932 and garbles every character; RFC 4180 leaves the
# encoding open, and whoever reads by program has the JSON beside it, or `utf-8-sig`.
BOM = "\ufeff"


def agreement_data(agreement: Agreement, now: datetime, origin: str) -> dict[str, Any]:
    """All that the page of the agreement says. `agreement`: with its status at `now`."""
    page = AgreementPage(agreement, now).context()
    writer = Writer(page["sources"], origin)
    return {
        **summary(agreement, timezone.localdate(now), writer),
        "official_title": agreement.official_title,
        "renewal_terms": agreement.renewal_terms,
        "ended_on": plain(agreement.ended_on),
        "ended_reason": agreement.ended_reason,
        "dropped_on": plain(agreement.dropped_on),
        **writer.cited(agreement),
        "parties": [{**writer.body(row), **writer.cited(row)} for row in page["parties"]],
        "themes": [{**theme(row, writer), **writer.cited(row)} for row in page["themes"]],
        "themes_open_ended": agreement.themes_open_ended,
        "statements": _statements(page, writer),
        "items": writer.tree(page["commitments"]),
        "projects": [_link(row, row.project, writer) for row in page["project_links"]],
        "plans": [
            {**_link(row, row.plan, writer), "relation": choice(row, "relation")}
            for row in page["plans"]
        ],
        "amendments": [writer.part(row) for row in page["amendments"]],
        "succeeds": writer.reference(agreement.succeeds) if agreement.succeeds else None,
        "successors": [writer.reference(row) for row in agreement.successors.all()],
        "documents": [writer.document(row) for row in page["documents"]],
    }


def _statements(page: dict[str, Any], writer: Writer) -> list[dict[str, Any]]:
    spoken = [node for _name, nodes in page["sides"] for node in nodes]
    return writer.tree([*spoken, *page["statements"]])


def _link(row: Any, to: Any, writer: Writer) -> dict[str, Any]:
    return {**writer.reference(to), **writer.cited(row)}


def summary(agreement: Agreement, on: date, writer: Writer) -> dict[str, Any]:
    """What a list tells of an agreement."""
    return {
        **writer.reference(agreement),
        "kind": choice(agreement, "kind"),
        "bureau": writer.reference(agreement.bureau),
        "status": {
            "code": agreement.status,
            "label": agreement.status_label,
            "sentence": agreement.status_sentence,
            "as_of": on.isoformat(),
        },
        "headline": agreement.headline,
        "dates": {name: stated(getattr(agreement, name)) for name in DATES},
    }


def theme(link: AgreementTheme, writer: Writer) -> dict[str, Any]:
    return {**writer.reference(link.theme), "state": choice(link, "state"), "words": link.words}


def for_export(rows: Any, now: datetime) -> Any:
    """The rows of a list with what an export tells beside."""
    themes = AgreementTheme.objects.public(now).select_related("theme")
    return rows.select_related("bureau").prefetch_related(
        Prefetch("theme_links", themes, to_attr="shown_themes")
    )


def list_data(rows: Iterable[Any], now: datetime, writer: Writer) -> list[dict[str, Any]]:
    on = timezone.localdate(now)
    return [
        {
            **summary(row, on, writer),
            "parties": [writer.body(party) for party in row.parties.all()],
            "themes": [theme(link, writer) for link in row.shown_themes],
        }
        for row in rows
    ]


def as_csv(rows: Iterable[Any], now: datetime, writer: Writer) -> str:
    """Plain RFC 4180: values as they are, nothing escaped for a spreadsheet's formulas."""
    on = timezone.localdate(now)
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(_headings())
    lines.writerows(_cells(row, on, writer) for row in rows)
    return BOM + text.getvalue()


def _headings() -> list[str]:
    parts = (_("（原文）"), _("（最初の日）"), _("（最後の日）"), _("（確度）"))
    return [
        _("識別名"),
        _("件名"),
        _("種別"),
        _("経済産業局"),
        _("連携する自治体・機関"),
        _("団体コード"),
        _("状況コード"),
        _("状況"),
        _("状況の基準日"),
        _("テーマ（原文）"),
        _("分野"),
        _("候補テーマ"),
        *(f"{label_of(Agreement, name)}{part}" for name in DATES for part in parts),
        "URL",
    ]


def _cells(row: Any, on: date, writer: Writer) -> list[Any]:
    themes = {True: [], False: []}  # type: dict[bool, list[str]]
    for link in row.shown_themes:
        themes[link.state == "candidate"].append(str(link.theme))
    return [
        row.slug,
        str(row),
        row.get_kind_display(),
        str(row.bureau),
        ";".join(party.body_name for party in row.partners),
        ";".join(party.municipality.code for party in row.partners if party.municipality),
        row.status,
        row.status_label,
        on.isoformat(),
        row.headline,
        ";".join(themes[False]),
        ";".join(themes[True]),
        *(cell for name in DATES for cell in _date_cells(getattr(row, name))),
        writer.url(row),
    ]


def _date_cells(value: StatedDate | None) -> Iterator[str]:
    told = stated(value) or {}
    return (told.get(part) or "" for part in ("text", "first", "last", "certainty"))
