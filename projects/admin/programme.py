"""Programmes, with their use."""

from django.contrib import admin

from editorial.admin import RecordAdmin
from organizations.admin import InvolvedInline
from projects.models import Programme, ProgrammeUse
from sources.admin import CitedAdmin


class UseInline(InvolvedInline):
    model = ProgrammeUse
    details = [("relation", "timing"), "title", "activity", "order"]
    autocomplete_fields = [*InvolvedInline.autocomplete_fields, "activity"]
    help_texts = {
        "timing": "協定等より前の活用は「協定等の前」とし、取組の成果には数えません。",
        "activity": "どの取組・成果で活用したかが資料から分かるときに選びます。",
    }


@admin.register(Programme)
class ProgrammeAdmin(CitedAdmin):
    list_display = ["name", "bureau", "state", "publish_at"]
    list_filter = RecordAdmin.list_filter
    search_fields = ["name", "kana", "slug"]
    search_help_text = "名称、読み、アドレスの名前で探せます。"
    inlines = [UseInline]
    help_texts = {"kana": "並べ替えに使います。ひらがなで入力します。"}
    fieldsets = [(None, {"fields": ["name", "kana", "summary"]})]
