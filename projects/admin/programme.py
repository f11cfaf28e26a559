"""Programmes, with their use."""

from typing import Any

from django.contrib import admin

from editorial.admin import RecordAdmin
from organizations.admin import BODY_LINES, InvolvedInline
from organizations.models import BODIES
from projects.models import Programme, ProgrammeProvider, ProgrammeUse, UseFunder
from sources.admin import CitedAdmin, CitedChildAdmin

USE_LINES: list[Any] = [
    ("relation", "timing", "agreement"),
    ("title", "and_others"),
    ("activity", "plan"),
    "order",
]
USED_IN = ("activity", "agreement", "plan")
USE_HELP = {
    "timing": "協定等より前の活用は「協定等の前」とし、取組の成果には数えません。",
    "activity": "どの取組・成果で活用したかが資料から分かるときに選びます。",
}


class ProviderInline(InvolvedInline):
    model = ProgrammeProvider


class UseInline(InvolvedInline):
    model = ProgrammeUse
    details = USE_LINES
    autocomplete_fields = [*BODIES, *USED_IN]
    help_texts = USE_HELP
    show_change_link = True
    verbose_name_plural = "施策・制度の活用（財源は、保存してから「変更」を開いて入力します）"


class FunderInline(InvolvedInline):
    model = UseFunder
    verbose_name_plural = "活用の財源（資料が複数を挙げているとき）"


@admin.register(ProgrammeUse)
class ProgrammeUseAdmin(CitedChildAdmin):
    """Added on the programme's page; this one holds whose money it took."""

    roots = ("programme",)
    list_display = ["__str__", "programme", "relation", "timing", "title"]
    list_select_related = ["programme", *BODIES]
    list_filter = ["relation", "timing"]
    search_fields = [
        "title",
        "name_as_stated",
        "organization__name",
        "municipality__name",
        "programme__name",
    ]
    search_help_text = "件名、活用した機関・市区町村の名前、施策・制度の名称で探せます。"
    autocomplete_fields = [*BODIES, *USED_IN]
    inlines = [FunderInline]
    help_texts = USE_HELP
    fieldsets = [(None, {"fields": ["programme", *BODY_LINES, *USE_LINES]})]


@admin.register(Programme)
class ProgrammeAdmin(CitedAdmin):
    list_display = ["name", "kind", "bureau", "state", "publish_at"]
    list_filter = [*RecordAdmin.list_filter, "kind"]
    search_fields = ["name", "kana", "slug"]
    search_help_text = "名称、読み、アドレスの名前で探せます。"
    inlines = [ProviderInline, UseInline]
    help_texts = {"kana": "並べ替えに使います。ひらがなで入力します。"}
    fieldsets = [(None, {"fields": ["kind", "name", "kana", ("number", "frequency"), "summary"]})]
