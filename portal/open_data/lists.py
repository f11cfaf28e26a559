"""The lists of the site as files: which rows a query asks for, and what is told of each."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import Any, Protocol

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnerships.listing import Listing
from portal.open_data import agreements
from portal.open_data.columns import Column, Columns, Label, Placed, day, kind, text
from portal.open_data.values import Writer
from portal.views.organizations import listed_organizations
from portal.views.places import asked_place, listed_municipalities
from portal.views.themes import listed_themes
from projects.filters import WITH_TARGETS
from projects.views import listed_plans, listed_programmes, listed_projects
from sources.views import listed_documents, with_counts

# Excel takes a file without it for CP932 and garbles every character; RFC 4180 leaves the
# encoding open, and whoever reads by program has the JSON beside it, or `utf-8-sig`.
BOM = "\ufeff"
NAME = _("名称")

Rows = Iterable[Any]
Errors = dict[str, list[str]]
Asked = tuple[Rows, Errors]


class Told(Protocol):
    """How rows are written: `Columns`, or a module with the same functions."""

    def records(self, rows: Rows, now: datetime, writer: Writer, /) -> list[dict[str, Any]]: ...

    def headings(self) -> list[str]: ...

    def table(self, rows: Rows, now: datetime, writer: Writer, /) -> list[list[Any]]: ...


@dataclass(frozen=True)
class ListFile:
    """`ask`: the rows that a query asks for, and what of it cannot be read."""

    title: Label
    ask: Callable[[QueryDict, datetime], Asked]
    told: Told


def as_csv(headings: list[str], table: Iterable[list[Any]]) -> str:
    """Plain RFC 4180: values as they are, nothing escaped for a spreadsheet's formulas."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(headings)
    lines.writerows(table)
    return BOM + written.getvalue()


def ask_agreements(data: QueryDict, now: datetime) -> Asked:
    listing = Listing(data, now)
    return agreements.for_export(listing.rows, now), listing.errors


def ask_plans(data: QueryDict, now: datetime) -> Asked:
    listing = listed_plans(data, now)
    return listing.rows, listing.errors


def ask_programmes(data: QueryDict, now: datetime) -> Asked:
    narrowed = listed_programmes(data, now)
    return narrowed.rows, narrowed.errors


def ask_organizations(data: QueryDict, now: datetime) -> Asked:
    narrowed = listed_organizations(data, now)
    return narrowed.rows, narrowed.errors


def ask_documents(data: QueryDict, now: datetime) -> Asked:
    narrowed = listed_documents(data, now)
    return with_counts(narrowed.rows, now), narrowed.errors


def ask_themes(_data: QueryDict, now: datetime) -> Asked:
    """With the counts beside each theme, as the page has them."""
    rows = []
    for row, decided, candidates in listed_themes(now):
        theme: Any = row
        theme.decided, theme.candidates = decided, candidates
        rows.append(theme)
    return rows, {}


def _makers(plan: Any, writer: Writer) -> list[Any]:
    return [writer.body(row) for row in plan.makers.all()]


def _leads(plan: Any, writer: Writer) -> list[Any]:
    """Whom the page names where no maker is known."""
    rows = [] if plan.makers.all() else plan.participants.all()
    return [writer.body(row) for row in rows if row.is_lead]


def _targets(plan: Any, _writer: Writer) -> Any:
    return {"code": WITH_TARGETS, "label": str(_("目標値あり"))} if plan.has_targets else None


def _places(project: Any, writer: Writer) -> list[Any]:
    places = dict.fromkeys(body.municipality for body in project.places)
    return [writer.reference(place) for place in places]


def _agreements(project: Any, writer: Writer) -> list[Any]:
    return [writer.reference(link.agreement) for link in project.of]


def _planned(organization: Any, _writer: Writer) -> Any:
    return {"code": "planned", "label": str(_("整備予定"))} if organization.is_planned else None


def _place(organization: Any, writer: Writer) -> list[Any]:
    place = organization.municipality
    return [writer.reference(place)] if place else []


def _issuers(document: Any, writer: Writer) -> list[Any]:
    return [writer.body(row) for row in document.issuers_shown]


def _columns(*columns: Column, name: Label = NAME) -> Columns:
    return Columns("slug", _("識別名"), name, columns)


# By the noun of the address under which each list stands.
LISTS: dict[str, ListFile] = {
    "agreements": ListFile(_("協定等一覧"), ask_agreements, agreements),
    "municipalities": ListFile(
        _("市区町村一覧"),
        lambda data, now: (listed_municipalities(asked_place(data), now), {}),
        Columns(
            "code",
            _("団体コード"),
            NAME,
            (
                text("kana", _("読み")),
                Column("prefecture", _("都道府県"), lambda row, w: w.reference(row.prefecture)),
            ),
        ),
    ),
    "themes": ListFile(
        _("分野一覧"),
        ask_themes,
        _columns(
            text("decided", _("協定等の数")),
            text("candidates", _("候補テーマとする協定等の数")),
            text("description", _("説明")),
        ),
    ),
    "projects": ListFile(
        _("プロジェクト一覧"),
        lambda _data, now: (listed_projects(now), {}),
        _columns(
            Placed("places", _("市区町村"), _places),
            Column("agreements", _("協定等"), _agreements),
            text("summary", _("概要")),
        ),
    ),
    "plans": ListFile(
        _("計画一覧"),
        ask_plans,
        _columns(
            Column("makers", _("作成主体"), _makers),
            Column("leads", _("代表"), _leads),
            kind("stage", _("段階")),
            day("starts_on", _("計画期間の始まり")),
            day("ends_on", _("計画期間の終わり")),
            Column("targets", _("数値目標（KPI）"), _targets),
        ),
    ),
    "programmes": ListFile(
        _("施策・制度一覧"),
        ask_programmes,
        _columns(
            kind("kind", _("種類")),
            text("number", _("番号（原文のまま）")),
            text("frequency", _("頻度（原文のまま）")),
            text("summary", _("概要")),
        ),
    ),
    "organizations": ListFile(
        _("機関・企業一覧"),
        ask_organizations,
        _columns(
            kind("kind", _("種類")),
            Placed("municipality", _("所在する市区町村"), _place),
            Column("planned", _("整備予定"), _planned),
        ),
    ),
    "documents": ListFile(
        _("資料一覧"),
        ask_documents,
        _columns(
            text("subtitle", _("副題")),
            kind("kind", _("種類")),
            day("issued_on", _("発表日")),
            day("reference_on", _("作成時期")),
            Column("issuers", _("発表した機関"), _issuers),
            text("told", _("この資料を出典とする記載の数")),
            Column("source_url", _("掲載先のURL"), lambda row, _writer: row.url),
            name=_("標題"),
        ),
    ),
}
