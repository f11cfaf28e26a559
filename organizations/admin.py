"""The admin of organisations, and the inline of whoever is involved in something."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import stated_date
from editorial.admin import RecordAdmin, StackedInline, TabularInline
from organizations.models import (
    BODIES,
    Organization,
    OrganizationAlias,
    OrganizationLink,
    Representative,
)

# The frequent ones first.
BODY_LINES = (
    ("bureau", "municipality", "organization"),
    ("prefecture", "subprefecture", "name_as_stated"),
)


class InvolvedInline(StackedInline):
    """Exactly one body, or words. `details`: the lines of what the model has besides."""

    autocomplete_fields: ClassVar[Any] = BODIES
    details: ClassVar[list[Any]] = ["order"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [(None, {"fields": [*BODY_LINES, *self.details]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*BODIES)


class AliasInline(TabularInline):
    model = OrganizationAlias


class RepresentativeInline(StackedInline):
    model = Representative
    fields = [("office", "name"), stated_date("as_of"), "order"]
    verbose_name_plural = "代表者（役職にある人として資料に載っているときだけ）"
    help_texts = {"office": "当時の役職。例：代表取締役"}


class LinkInline(TabularInline):
    model = OrganizationLink
    fk_name = "of"
    fields = ["kind", "organization", "order"]
    autocomplete_fields = ["organization"]
    verbose_name = "構成機関・事務局など"
    verbose_name_plural = "構成機関・事務局など"


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    list_display = ["name", "kind", "municipality", "bureau", "state", "publish_at"]
    list_select_related = ["municipality", "bureau"]
    list_filter = [*RecordAdmin.list_filter, "kind", "is_planned"]
    search_fields = [
        "name",
        "kana",
        "name_en",
        "=corporate_number",
        "aliases__name",
        "municipality__name",
    ]
    search_help_text = "名称、読み、別名、法人番号、所在する市区町村で探せます。"
    autocomplete_fields = ["parent", "municipality"]
    inlines = [AliasInline, RepresentativeInline, LinkInline]
    help_texts = {
        "name": "資料にある正式な名称。株式会社などは、資料にある位置のまま入力します。",
        "kana": "並べ替えに使います。ひらがなで入力します。",
        "is_tentative": "資料に「（仮称）」とあるとき。",
        "is_planned": "まだ設けられていない拠点・施設のとき。",
        "parent": "部署・支店などのとき、その上部の組織。",
    }
    fieldsets = [
        (None, {"fields": ["kind", "name", "kana", "name_en", ("is_tentative", "is_planned")]}),
        (
            "所在・組織",
            {"fields": ["corporate_number", "municipality", "address", "parent", "description"]},
        ),
    ]
