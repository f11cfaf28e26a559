"""An activity with those who took part."""

from django.contrib import admin

from common.admin import stated_date
from organizations.admin import InvolvedInline
from projects.models import Activity, ActivityParticipant
from sources.admin import CitedChildAdmin


class ParticipantInline(InvolvedInline):
    model = ActivityParticipant
    details = [("role", "field"), ("office", "person"), "order"]
    help_texts = {
        "person": "催しの登壇者など、役職にある人として資料に載っているときだけ入力します。",
    }


@admin.register(Activity)
class ActivityAdmin(CitedChildAdmin):
    roots = ("project",)
    list_display = ["__str__", "kind", "state", "happened_on_text", "project"]
    list_select_related = ["project"]
    list_filter = ["kind", "state"]
    search_fields = ["heading", "text", "project__title"]
    search_help_text = "見出し、本文、プロジェクトの名称で探せます。"
    autocomplete_fields = ["plan"]
    readonly_fields = ["parent"]
    inlines = [ParticipantInline]
    fieldsets = [
        (None, {"fields": ["project", "parent", ("kind", "state", "plan")]}),
        (
            None,
            {"fields": [("number", "heading"), "text", stated_date("happened_on"), "output"]},
        ),
        (None, {"fields": [("order", "absence")]}),
    ]
