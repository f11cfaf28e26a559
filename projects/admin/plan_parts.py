"""What a plan has too much of for its page: the outline of its document, and its participants."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from editorial.admin import SiblingsFormSet, StackedInline
from organizations.admin import BODY_LINES
from organizations.models import BODIES
from projects.models import PlanParticipant, PlanRole, PlanSection
from sources.admin import CitedPartAdmin


@admin.register(PlanSection)
class PlanSectionAdmin(CitedPartAdmin):
    roots = ("plan",)
    siblings = ("parent",)
    pages = "計画"
    list_display = ["__str__", "kind", "parent", "order", "plan"]
    list_select_related = ["parent", "plan"]
    list_filter = ["kind", ("absence", admin.EmptyFieldListFilter)]
    search_fields = ["heading", "text", "plan__title"]
    search_help_text = "見出し、本文、計画の名称で探せます。"
    help_texts = {
        "parent": "この節を含む節。",
        "order": "小さい順に並びます。",
    }
    fieldsets = [
        (None, {"fields": ["plan", "kind", "parent", ("number", "heading"), "text"]}),
        (None, {"fields": [("order", "absence")]}),
    ]


class RoleFormSet(SiblingsFormSet):
    chooser = "section"

    def options(self) -> QuerySet[Any]:
        return PlanSection.objects.filter(plan=self.instance.plan_id)


class RoleInline(StackedInline):
    model = PlanRole
    formset = RoleFormSet
    fields = ["text", ("section", "order")]
    verbose_name_plural = "計画での役割（資料が繰り返し述べているときは、箇所ごとに入力します）"


@admin.register(PlanParticipant)
class PlanParticipantAdmin(CitedPartAdmin):
    roots = ("plan",)
    siblings = ("section",)
    pages = "計画"
    list_display = ["__str__", "number", "is_lead", "is_contact", "plan"]
    list_select_related = ["plan", *BODIES]
    list_filter = ["is_lead", "is_contact"]
    search_fields = [
        "organization__name",
        "municipality__name",
        "prefecture__name",
        "name_as_stated",
        "plan__title",
    ]
    search_help_text = "参加機関・市区町村の名前、計画の名称で探せます。"
    autocomplete_fields = BODIES
    inlines = [RoleInline]
    fieldsets = [
        (None, {"fields": ["plan", *BODY_LINES]}),
        (None, {"fields": ["number", ("is_lead", "is_contact"), ("section", "order")]}),
    ]
