"""Plans, with those who made them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from common.admin import stated_date
from editorial.admin import RecordAdmin
from organizations.admin import InvolvedInline
from projects.models import AgreementPlan, Plan, PlanMaker
from sources.admin import CitedAdmin


class MakerInline(InvolvedInline):
    model = PlanMaker


@admin.register(Plan)
class PlanAdmin(CitedAdmin):
    list_display = ["title", "stage", "adopted_on_text", "bureau", "state", "publish_at"]
    list_filter = [*RecordAdmin.list_filter, "stage"]
    search_fields = ["title", "kana", "slug", "makers__municipality__name"]
    search_help_text = "名称、読み、アドレスの名前、作成した市区町村の名前で探せます。"
    inlines = [MakerInline]
    help_texts = {"kana": "並べ替えに使います。ひらがなで入力します。"}
    fieldsets = [
        (None, {"fields": ["title", "kana", "stage", "summary"]}),
        (
            "日付",
            {"fields": [stated_date(name) for name in ("adopted_on", "starts_on", "ends_on")]},
        ),
    ]

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        link = self.link_to_list(request, AgreementPlan, plan=obj)
        return [*super().related_links(request, obj), link]
