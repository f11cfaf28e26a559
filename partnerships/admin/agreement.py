"""The page of an agreement, and the list that an officer starts from."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from common.admin import stated_date
from common.stated_dates import seireki
from editorial.admin import RecordAdmin
from organizations.models import BODIES
from partnerships.admin.inlines import (
    AmendmentInline,
    CeremonyInline,
    ChangeNoteInline,
    CommitmentInline,
    PartyInline,
    StatementInline,
    ThemeInline,
)
from partnerships.models import Agreement, Party
from partnerships.rules import Status
from sources.admin import CitedAdmin

# What a bureau keeps for itself. Headquarters reads it, other bureaus do not.
BUREAUS_OWN = ("partner_confirmed_on", "reference_number", "decision_number", "contact_notes")
INTERNAL = (
    "局内の記録（公開されません）",
    {"fields": [BUREAUS_OWN[0], BUREAUS_OWN[1:3], BUREAUS_OWN[3]]},
)


class ByStatus(admin.SimpleListFilter):
    title = "今日の状況"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return Status.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(status=self.value()) if self.value() else queryset


@admin.register(Agreement)
class AgreementAdmin(CitedAdmin):
    list_display = [
        "display_title",
        "partners",
        "signed",
        "today",
        "bureau",
        "state",
        "publish_at",
    ]
    list_filter = [
        ByStatus,
        *RecordAdmin.list_filter,
        "kind",
        ("theme_links__theme", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = [
        "display_title",
        "official_title",
        "headline",
        "slug",
        "parties__municipality__name",
        "parties__municipality__kana",
        "parties__organization__name",
    ]
    search_help_text = "件名、テーマ、アドレスの名前、当事者の市区町村・機関の名前で探せます。"
    autocomplete_fields = ["succeeds", "signed_text"]
    inlines = [
        PartyInline,
        ThemeInline,
        StatementInline,
        CommitmentInline,
        CeremonyInline,
        AmendmentInline,
        ChangeNoteInline,
    ]
    help_texts = {
        "headline": "「【テーマ】…」のように資料に印刷された言葉のまま。",
        "slug": "公開ページのアドレス（例：hokkaido-kushiro-2021）。"
        "局-自治体のローマ字-締結か発表の年。一度公開すると変えられません。",
    }
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "kind",
                    "display_title",
                    "official_title",
                    "headline",
                    "themes_open_ended",
                    "signed_text",
                ]
            },
        ),
        (
            "日付",
            {
                "description": "締結日は、後の資料か局の確認で締結が確かめられてから入力します。",
                "fields": [
                    stated_date("announced_on"),
                    stated_date("planned_signing_on"),
                    stated_date("signed_on"),
                ],
            },
        ),
        (
            "協力期間",
            {"fields": [stated_date("starts_on"), stated_date("ends_on"), "renewal_terms"]},
        ),
        (
            "終了・引継ぎ（該当するときだけ）",
            {"fields": [("ended_on", "ended_reason"), "dropped_on", "succeeds"]},
        ),
        ("英語のページ", {"fields": ["title_en", "summary_en"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = obj is None or self.shows_history(request, obj)
        return [*super().get_fieldsets(request, obj), *([INTERNAL] if shown else [])]

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        """Nobody guesses by a filter what stands in another bureau's own fields."""
        return lookup.split("__")[0] not in BUREAUS_OWN and super().lookup_allowed(
            lookup, value, request
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        now = timezone.now()
        rows: Any = super().get_queryset(request)
        return rows.with_status(timezone.localdate(now), now)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Parties are read for the list alone."""
        changelist = super().get_changelist_instance(request)
        parties = Party.objects.select_related(*BODIES)
        changelist.result_list = changelist.result_list.prefetch_related(
            Prefetch("parties", queryset=parties, to_attr="listed_parties")
        )
        return changelist

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        """What belongs to a room above has lists of its own."""
        above = (
            obj.project_links,
            obj.plan_links,
            obj.programme_uses,
            obj.indicators,
            obj.reviewrules,
        )
        links = [self.link_to_list(request, rows.model, agreement=obj) for rows in above]
        return [*super().related_links(request, obj), *links]

    @admin.display(description="相手方")
    def partners(self, row: Any) -> str:
        return "、".join(str(party) for party in row.listed_parties if not party.bureau_id)

    @admin.display(description="締結日", ordering="signed_on_first")
    def signed(self, row: Agreement) -> str:
        return seireki(row.signed_on) if row.signed_on else ""

    @admin.display(description="今日の状況")
    def today(self, row: Agreement) -> str:
        return row.status_label
