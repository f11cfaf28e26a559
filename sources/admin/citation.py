"""Where a value comes from, and where documents differ on it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from sources.admin.pointing import OfHolder, PointingAdmin, PointingForm, SourcedAdmin
from sources.models import Citation, Difference, SourceDocument
from sources.targets import about


class PlaceInput(AdminTextInputWidget):
    """Offers the headings of the document while the officer types."""

    def __init__(self, places: list[str]) -> None:
        super().__init__()
        self.places = places

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        options = format_html_join("", '<option value="{}">', ((place,) for place in self.places))
        field = super().render(name, value, {**(attrs or {}), "list": "places"}, renderer)
        return format_html('{}<datalist id="places">{}</datalist>', field, options)


class CitationForm(PointingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "document" in self.fields and (document := self._document()):
            self.fields["place"].widget = PlaceInput(document.places)

    def _document(self) -> SourceDocument | None:
        """The document chosen so far, among those that this officer may choose."""
        given = self["document"].value()
        documents: Any = self.fields["document"].queryset  # type: ignore[attr-defined]
        return documents.filter(pk=given).first() if str(given).isdecimal() else None

    def clean(self) -> dict[str, Any] | None:
        """Other words begin elsewhere: where, only `check_citations --number` can tell."""
        if {"document", "place", "quotation"} & set(self.changed_data):
            self.instance.position = None
        return super().clean()

    def clean_place(self) -> str:
        place: str = self.cleaned_data["place"]
        document = self.cleaned_data.get("document")
        if place and document and document.places and place not in document.places:
            raise ValidationError(
                f"「{place}」は、この資料の見出しにありません。次の中から選んでください："
                f"{'、'.join(f'「{each}」' for each in document.places)}"
            )
        return place


@admin.register(Citation)
class CitationAdmin(SourcedAdmin):
    form = CitationForm
    list_display = ["target", "whose", "words", "basis", "paper", "place"]
    list_filter = [OfHolder, "basis", ("document", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["document"]
    search_fields = ["quotation", "place", "value_stated", "reason", "document__title"]
    search_help_text = "引用、箇所、資料の標題などで探せます。"
    autocomplete_fields = ["document"]
    help_texts = {
        "basis": "資料に書かれていれば「資料の記載」。ほかは、下の理由か確認の欄に入力します。",
        "quotation": "資料の文字のまま。誤りと思われる字も直さず、下の「訂正した読み」に書きます。",
        "reason": "「計算による」「編集上の補足」のときに、どう計算したか、なぜそう補ったか。",
        "confirmed_by": "「局の確認」のときに、確認した局と日。",
    }
    fieldsets = [
        (None, {"fields": ["target", "basis"]}),
        ("資料の記載", {"fields": ["document", "place", "quotation", "value_stated", "reading"]}),
        ("資料の記載のほか", {"fields": ["reason", ("confirmed_by", "confirmed_on")]}),
    ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Usually the next citation of a record is from the same document as the last one."""
        cited = self.get_queryset(request).filter(about(self.named(request)))
        last = cited.exclude(document=None).order_by("-pk").first()
        document = {"document": last.document_id} if last else {}
        return {**document, **super().get_changeform_initial_data(request)}

    @admin.display(description="引用・理由")
    def words(self, row: Citation) -> str:
        return Truncator(row.quotation or row.reason).chars(60)

    @admin.display(description="資料")
    def paper(self, row: Citation) -> str:
        return Truncator(row.document or "").chars(24)


class DifferenceForm(PointingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "chosen" in self.fields:
            chosen: Any = self.fields["chosen"]
            chosen.queryset = chosen.queryset.filter(about(self.holder))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        chosen, row = self.cleaned_data.get("chosen"), self.instance
        if chosen and (chosen.content_type_id, chosen.object_id, chosen.field) != (
            row.content_type_id,
            row.object_id,
            row.field,
        ):
            self.add_error("chosen", "同じ対象の記載についての出典から選んでください。")
        return cleaned


@admin.register(Difference)
class DifferenceAdmin(PointingAdmin):
    form = DifferenceForm
    list_display = ["target", "whose", "note", "is_decided"]
    list_filter = [OfHolder, ("chosen", admin.EmptyFieldListFilter)]
    search_fields = ["note", "reason"]
    search_help_text = "違いの説明、採用した理由で探せます。"
    help_texts = {
        "note": "どの資料のどこが違うか。それぞれの値は、出典の「この箇所が示す値」に入力します。",
    }
    fieldsets = [(None, {"fields": ["target", "note", "chosen", "reason"]})]

    @admin.display(description="採用した記載", boolean=True)
    def is_decided(self, row: Difference) -> bool:
        return row.chosen_id is not None
