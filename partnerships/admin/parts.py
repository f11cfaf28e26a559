"""Parts of an agreement that have something below them, or are chosen from elsewhere."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from common.admin import stated_date
from editorial.admin import SiblingsFormSet, StackedInline
from partnerships.models import Attendee, Ceremony, Commitment, Party
from sources.admin import CitedChildAdmin


class AttendeeFormSet(SiblingsFormSet):
    chooser = "party"

    def options(self) -> QuerySet[Any]:
        return Party.objects.filter(agreement=self.instance.agreement_id).with_bodies()


class AttendeeInline(StackedInline):
    model = Attendee
    formset = AttendeeFormSet
    fields = [("office", "name"), ("party", "order")]
    help_texts = {"office": "当時の役職。例：釧路市長"}


@admin.register(Ceremony)
class CeremonyAdmin(CitedChildAdmin):
    roots = ("agreement",)
    list_display = ["agreement", "held_on_text", "hours", "place"]
    list_select_related = ["agreement"]
    search_fields = ["agreement__display_title", "place", "attendees__office", "attendees__name"]
    search_help_text = "協定等の件名、場所、出席者で探せます。"
    inlines = [AttendeeInline]
    fieldsets = [(None, {"fields": ["agreement", stated_date("held_on"), ("hours", "place")]})]


@admin.register(Commitment)
class CommitmentAdmin(CitedChildAdmin):
    roots = ("agreement",)
    list_display = ["__str__", "level", "agreement"]
    list_select_related = ["agreement"]
    list_filter = ["level"]
    search_fields = ["heading", "text", "agreement__display_title"]
    search_help_text = "見出し、本文、協定等の件名で探せます。"
    readonly_fields = ["parent"]
    fieldsets = [
        (None, {"fields": ["agreement", "level", "parent", ("number", "heading"), "text"]}),
        (None, {"fields": [("order", "absence")]}),
    ]
