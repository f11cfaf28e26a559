"""Topics, by which readers find agreements."""

from django.contrib import admin

from editorial.admin import RecordAdmin
from partnerships.models import Theme


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    list_display = ["name", "kana", "name_en", "bureau", "state", "publish_at"]
    search_fields = ["name", "kana", "name_en"]
    search_help_text = "分野の名前、読み、英語名で探せます。"
    fieldsets = [(None, {"fields": ["name", "kana", "name_en", "description"]})]
    help_texts = {
        "name": "一覧で絞り込むときの短い名前。例：観光",
        "kana": "並べ替えに使います。ひらがなで入力します。",
    }
