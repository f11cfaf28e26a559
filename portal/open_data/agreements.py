"""Agreements for machines: one with all that its page says, and the rows of a list."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from common.fiscal import fiscal_year_of
from editorial.trees import tree
from partnerships.models import Agreement, AgreementTheme, Party
from portal.body_page import uppermost
from portal.open_data.columns import date_cells, date_headings
from portal.open_data.values import Writer, choice, plain, stated
from portal.open_data.whole_page import AgreementData
from sources.labels import label_of

DATES = ("announced_on", "planned_signing_on", "signed_on", "starts_on", "ends_on")


def agreement_data(agreement: Agreement, now: datetime, origin: str) -> dict[str, Any]:
    """All that the page of the agreement says. `agreement`: with its status at `now`."""
    page = AgreementData(agreement, now).context()
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
        "ceremonies": _ceremonies(page, writer),
        "statements": _statements(page, writer),
        "items": writer.tree(page["commitments"]),
        "projects": [_link(row, row.project, writer) for row in page["project_links"]],
        "plans": [
            {**_link(row, row.plan, writer), "relation": choice(row, "relation")}
            for row in page["plans"]
        ],
        "targets": [writer.part(row) for table in page["targets"] for row in table.records()],
        "reviews": [writer.part(row) for rule in page["rules"] for row in rule.records()],
        "programme_uses": [writer.part(row) for use in page["uses"] for row in use.records()],
        "amendments": [writer.part(row) for row in page["amendments"]],
        "succeeds": writer.reference(agreement.succeeds) if agreement.succeeds else None,
        "successors": [writer.reference(row) for row in agreement.successors.all()],
        "documents": [writer.document(row) for row in page["documents"]],
        "change_notes": [
            {"noted_on": plain(row.noted_on), "text": row.text} for row in page["change_notes"]
        ],
    }


def _ceremonies(page: dict[str, Any], writer: Writer) -> list[dict[str, Any]]:
    """When and where, and who was there or was to be, in the office held then."""
    return [
        {
            "held_on": stated(row.held_on),
            "hours": row.hours,
            "place": row.place,
            **writer.cited(row),
            "attendees": [
                {"office": one.office, "name": one.name, **writer.cited(one)}
                for one in row.attendees.all()
            ],
        }
        for row in page["ceremonies"]
    ]


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
    parties = Party.objects.with_public_body(now).with_bodies()
    plain_rows = rows.select_related("bureau").prefetch_related(None)
    return plain_rows.prefetch_related(
        Prefetch("theme_links", themes, to_attr="shown_themes"),
        Prefetch("commitments", to_attr="items"),
        Prefetch("parties", parties.select_related("municipality__prefecture")),
    )


def records(rows: Iterable[Any], now: datetime, writer: Writer) -> list[dict[str, Any]]:
    on = timezone.localdate(now)
    return [
        {
            **summary(row, on, writer),
            "parties": [writer.body(party) for party in row.parties.all()],
            "themes": [theme(link, writer) for link in row.shown_themes],
            "fiscal_year": _fiscal_year(row),
            "item_headings": _items(row),
            "json": writer.data_url(row),
        }
        for row in rows
    ]


def _fiscal_year(row: Any) -> int | None:
    """As the list's own condition counts: of the signing, planned signing or announcement."""
    days = (row.span_first, row.span_last)
    years = {fiscal_year_of(day) for day in days if day}
    return years.pop() if len(years) == 1 else None


def _items(row: Any) -> list[str]:
    """The uppermost items that the document numbers, in short."""
    found = uppermost(tree(row.items))
    return [" ".join(filter(None, (one.number, one.heading or one.text))) for one in found]


def headings() -> list[str]:
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
        *(part for name in DATES for part in date_headings(label_of(Agreement, name))),
        "URL",
        _("都道府県"),
        _("年度"),
        _("連携・協力事項"),
        _("状況の理由"),
        "JSON",
    ]


def table(rows: Iterable[Any], now: datetime, writer: Writer) -> list[list[Any]]:
    on = timezone.localdate(now)
    return [_cells(row, on, writer) for row in rows]


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
        *(cell for name in DATES for cell in date_cells(getattr(row, name))),
        writer.url(row),
        ";".join(dict.fromkeys(_prefectures(row))),
        _fiscal_year(row) or _("年度不明"),
        ";".join(_items(row)),
        row.status_sentence,
        writer.data_url(row),
    ]


def _prefectures(row: Any) -> Iterator[str]:
    for party in row.partners:
        if found := party.prefecture or (party.municipality and party.municipality.prefecture):
            yield str(found)
