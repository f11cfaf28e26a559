"""Targets and duties to review, each part of the record that it hangs on."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet

from common.admin import stated_date
from editorial.admin import StackedInline
from editorial.models import Record
from monitoring.models import SUBJECTS, Indicator, IndicatorValue, Review, Reviewer, ReviewRule
from organizations.admin import InvolvedInline
from sources.admin import CitedPartAdmin

TITLES = ["agreement__display_title", "plan__title", "project__title"]
HELD_ON = "協定等の件名、計画・プロジェクトの名称"


class MonitoredAdmin(CitedPartAdmin):
    roots = SUBJECTS
    siblings: ClassVar[tuple[str, ...]] = ("section",)
    list_select_related = SUBJECTS
    pages = "協定等・計画・プロジェクト"
    help_texts = {"section": "計画のどの節に書かれているか。"}

    @admin.display(description="記録")
    def whose(self, row: Any) -> str:
        return str(row.subject)


class ValueInline(StackedInline):
    model = IndicatorValue
    fields = [
        ("kind", "is_whole_period"),
        stated_date("at"),
        ("amount", "absence", "as_printed"),
        "order",
    ]
    help_texts = {
        "absence": "「-」は0ではありません。「記載なし」などから選びます。",
        "as_printed": "数値でないときや、表の書き方と違うときに、そのまま入力します。例：-",
    }


@admin.register(Indicator)
class IndicatorAdmin(MonitoredAdmin):
    siblings = ("part_of", "section")
    list_display = ["__str__", "unit", "cumulative", "whose"]
    list_filter = ["cumulative", "component"]
    search_fields = ["name", *TITLES]
    search_help_text = f"指標の名前、{HELD_ON}で探せます。"
    inlines = [ValueInline]
    help_texts = {
        **MonitoredAdmin.help_texts,
        "cumulative": "資料に書かれていないときは「記載なし」のままにします。",
    }
    fieldsets = [
        (None, {"fields": [*SUBJECTS, "section", ("name", "unit"), "cumulative"]}),
        (None, {"fields": ["counting_rule", ("part_of", "component"), "order"]}),
    ]

    def choosable(self, name: str, record: Record, row: Any) -> QuerySet[Any]:
        """A part has no parts."""
        rows = super().choosable(name, record, row)
        if name != "part_of":
            return rows
        has_parts = row.pk is not None and row.parts.exists()
        return rows.none() if has_parts else rows.filter(part_of=None)


class ReviewerInline(InvolvedInline):
    model = Reviewer


class ReviewInline(StackedInline):
    model = Review
    fields = [
        stated_date("due_on"),
        stated_date("held_on"),
        "result",
        ("published_in", "document"),
    ]
    autocomplete_fields = ["document"]
    verbose_name_plural = "実施した確認（まだのときは入力しません）"


@admin.register(ReviewRule)
class ReviewRuleAdmin(MonitoredAdmin):
    list_display = ["words", "cycle", "month", "whose"]
    list_filter = ["cycle"]
    search_fields = ["words", "composition", *TITLES]
    search_help_text = f"時期の定め、構成、{HELD_ON}で探せます。"
    inlines = [ReviewerInline, ReviewInline]
    fieldsets = [
        (None, {"fields": [*SUBJECTS, "section", "words", ("cycle", "month"), "order"]}),
        ("資料の定め", {"fields": ["composition", "method", "published_in", "feeds"]}),
    ]
