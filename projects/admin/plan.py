"""The page of a plan: who made it, its fields and costs. Sections and participants have lists."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import stated_date
from editorial.admin import RecordAdmin, SiblingsFormSet, StackedInline, TabularInline
from organizations.admin import InvolvedInline
from projects.models import (
    AgreementPlan,
    Plan,
    PlanCost,
    PlanField,
    PlanLink,
    PlanMaker,
    PlanParticipant,
    PlanProject,
    PlanSection,
    ProgrammeUse,
    SectorCount,
)
from sources.admin import CitedAdmin


class MakerInline(InvolvedInline):
    model = PlanMaker


class FieldInline(TabularInline):
    model = PlanField
    fields = ["text", "resource", "sector", "order"]


class SectorCountInline(TabularInline):
    model = SectorCount
    fields = ["sector", "number", "order"]


class CostFormSet(SiblingsFormSet):
    chooser = "section"

    def options(self) -> QuerySet[Any]:
        return PlanSection.objects.filter(plan=self.instance.pk)


class CostInline(StackedInline):
    model = PlanCost
    formset = CostFormSet
    fields = [("scope", "amount", "amount_as_stated"), ("code", "clause"), ("section", "order")]


@admin.register(Plan)
class PlanAdmin(CitedAdmin):
    list_display = ["title", "stage", "adopted_on_text", "bureau", "state", "publish_at"]
    list_filter = [*RecordAdmin.list_filter, "stage", "fields__sector"]
    search_fields = [
        "title",
        "kana",
        "slug",
        "legal_basis",
        "makers__municipality__name",
        "participants__organization__name",
    ]
    search_help_text = (
        "名称、読み、アドレスの名前、根拠、作成した市区町村・参加機関の名前で探せます。"
    )
    inlines = [MakerInline, FieldInline, SectorCountInline, CostInline]
    help_texts = {
        "kana": "並べ替えに使います。ひらがなで入力します。",
        "legal_basis": "法令の名称と条項を、資料の言葉のまま。",
    }
    fieldsets = [
        (None, {"fields": ["title", "kana", "stage", "legal_basis", "area", "summary"]}),
        (
            "日付",
            {"fields": [stated_date(name) for name in ("adopted_on", "starts_on", "ends_on")]},
        ),
    ]

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        """The plan's own parts, what it is linked with, and what a room above has of it."""
        own = (PlanSection, PlanParticipant, PlanLink, PlanProject, AgreementPlan, ProgrammeUse)
        above = (obj.indicators.model, obj.reviewrules.model)
        return [
            *super().related_links(request, obj),
            *(self.link_to_list(request, model, plan=obj) for model in (*own, *above)),
            self.link_to_list(request, PlanLink, "この計画を挙げる計画", other=obj),
        ]
