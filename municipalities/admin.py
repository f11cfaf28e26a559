"""Places are reference data: staff look them up, `manage.py load_reference` writes them."""

from django.contrib import admin

from common.admin import ReferenceAdmin
from municipalities.models import Municipality, Prefecture, Subprefecture


@admin.register(Municipality)
class MunicipalityAdmin(ReferenceAdmin):
    list_display = ["code", "name", "kana", "kind", "prefecture", "subprefecture", "valid_until"]
    list_display_links = ["code", "name"]
    list_select_related = ["prefecture", "subprefecture"]
    list_filter = ["kind", ("valid_until", admin.EmptyFieldListFilter), "prefecture"]
    search_fields = ["name", "kana", "romaji", "=code"]
    search_help_text = "名称、かな、ローマ字、団体コード（6桁）で探せます。"
    ordering = ["code", "-valid_until"]


@admin.register(Prefecture)
class PrefectureAdmin(ReferenceAdmin):
    list_display = ["code", "name", "kana", "name_en"]
    list_display_links = ["code", "name"]
    search_fields = ["name", "kana", "name_en", "=code"]
    search_help_text = "名称、かな、英語名、都道府県コードで探せます。"


@admin.register(Subprefecture)
class SubprefectureAdmin(ReferenceAdmin):
    list_display = ["code", "name", "kana", "name_en"]
    list_display_links = ["code", "name"]
    search_fields = ["name", "kana", "name_en", "=code"]
    search_help_text = "名称、かな、英語名、標準地域コードで探せます。"
