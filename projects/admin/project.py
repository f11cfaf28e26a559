"""The page of a project: whom it is about, and what was done."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from common.admin import stated_date
from editorial.admin import RecordAdmin, StackedInline, TreeFormSet
from organizations.admin import InvolvedInline
from projects.models import (
    Activity,
    AgreementProject,
    CommitmentProject,
    PlanProject,
    Project,
    ProjectBody,
)
from sources.admin import CitedAdmin


class BodyInline(InvolvedInline):
    model = ProjectBody
    details = [("role", "order")]


class ActivityInline(StackedInline):
    model = Activity
    formset = TreeFormSet
    fields = [
        ("kind", "state", "plan"),
        ("number", "heading"),
        "text",
        stated_date("happened_on"),
        "output",
        ("parent", "order", "absence"),
    ]
    autocomplete_fields = ["plan"]
    show_change_link = True
    verbose_name_plural = "取組・成果（参加者は、保存してから「変更」を開いて入力します）"
    help_texts = {
        "parent": "この取組を含む取組。新しい取組の下に置くときは、先に一度保存します。",
        "order": "小さい順に並びます。",
    }


@admin.register(Project)
class ProjectAdmin(CitedAdmin):
    list_display = ["title", "bureau", "state", "publish_at"]
    list_filter = [
        *RecordAdmin.list_filter,
        ("agreement_links__agreement", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = [
        "title",
        "kana",
        "slug",
        "bodies__organization__name",
        "bodies__municipality__name",
    ]
    search_help_text = "名称、読み、アドレスの名前、関係する機関・市区町村の名前で探せます。"
    autocomplete_fields = ["preceded_by"]
    inlines = [BodyInline, ActivityInline]
    help_texts = {
        "kana": "並べ替えに使います。ひらがなで入力します。",
        "preceded_by": "別の事業を引き継いだプロジェクトのとき。",
    }
    fieldsets = [(None, {"fields": ["title", "kana", "summary", "preceded_by"]})]

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        own = (AgreementProject, CommitmentProject, PlanProject)
        above = (obj.indicators.model, obj.reviewrules.model)
        links = [self.link_to_list(request, model, project=obj) for model in (*own, *above)]
        return [*super().related_links(request, obj), *links]
