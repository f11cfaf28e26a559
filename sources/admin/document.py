"""Documents, with what they themselves say besides the agreements."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import AdminForm, stated_date
from editorial.admin import RecordAdmin, SiblingsFormSet, StackedInline
from editorial.admin.inlines import is_deleted
from organizations.admin import InvolvedInline
from sources.admin.cited import CitedAdmin, ForgetsSources
from sources.admin.pointing import OfHolder, PointingForm, SourcedAdmin
from sources.models import (
    AreaFact,
    Citation,
    Claim,
    DocumentGap,
    DocumentIssuer,
    GlossaryTerm,
    SourceDocument,
)


class IssuerInline(InvolvedInline):
    model = DocumentIssuer


class GapInline(StackedInline):
    model = DocumentGap
    fields = ["kind", "place", "quotation", "description", "order"]
    help_texts = {"description": "例：右図Ⅰ（プロジェクトの体制図）、担当者の氏名"}


class OfDocumentForm(AdminForm):
    def reference_date(self) -> date | None:
        """昨年度, 現在 count from the day of the document."""
        return day_of(self.fields["document"].parent_instance)  # type: ignore[attr-defined]


class AreaFactFormSet(SiblingsFormSet):
    chooser = "compared_with"

    def options(self) -> QuerySet[Any]:
        return self.get_queryset()

    def clean(self) -> None:
        super().clean()
        gone = [form.instance for form in self.initial_forms if is_deleted(form)]
        kept = [form for form in self.forms if not is_deleted(form)]
        if any(form.cleaned_data.get(self.chooser) in gone for form in kept):
            raise ValidationError(
                "ほかの記載の「比べている記載」になっているものは削除できません。"
                "先に「比べている記載」を空欄にしてください。"
            )


class AreaFactInline(InvolvedInline):
    model = AreaFact
    form = OfDocumentForm
    formset = AreaFactFormSet
    details = [
        "kind",
        "text",
        ("item", "number", "qualifier", "unit"),
        ("survey", *stated_date("as_of")),
        ("compared_with", "order"),
    ]
    help_texts = {
        "compared_with": "同じ項目の、全国など別の地域の記載。新しい記載は、先に一度保存します。",
    }


class TermInline(StackedInline):
    model = GlossaryTerm
    form = OfDocumentForm
    fields = [("term", "expansion"), "definition", "provider", stated_date("as_of"), "order"]


@admin.register(SourceDocument)
class SourceDocumentAdmin(CitedAdmin):
    list_display = ["title", "kind", "issued_on_text", "bureau", "state", "publish_at"]
    list_filter = [*RecordAdmin.list_filter, "kind"]
    search_fields = ["title", "subtitle", "text_file", "contact_office"]
    search_help_text = "標題、副題、ファイル名、問い合わせ先で探せます。"
    inlines = [IssuerInline, GapInline, AreaFactInline, TermInline]
    fieldsets = [
        (None, {"fields": ["kind", "title", "subtitle", stated_date("issued_on"), "url"]}),
        (
            "作成時期（発表日の記載がないときだけ）",
            {
                "description": "資料の中の言葉から推定した時期。理由は出典の「編集上の補足」に"
                "入力します。「昨年度」などは、ここから数えます。",
                "fields": [stated_date("reference_on")],
            },
        ),
        (
            "問い合わせ先",
            {"fields": ["contact_office", ("contact_phone", "contact_fax"), "contact_email"]},
        ),
        ("登録テキスト", {"fields": ["outline", "text_file"]}),
    ]

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        return [
            *super().related_links(request, obj),
            self.link_to_list(request, Citation, "この資料による出典", document=obj),
            self.link_to_list(request, Claim, "この資料の「初めて」など", document=obj),
        ]


class ClaimForm(PointingForm):
    whole = True

    def reference_date(self) -> date | None:
        document = self.cleaned_data.get("document")
        return day_of(document) if document else None


@admin.register(Claim)
class ClaimAdmin(SourcedAdmin, ForgetsSources):
    form = ClaimForm
    list_display = ["words", "said_by", "target", "whose", "document"]
    list_filter = [OfHolder, ("document", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["words", "said_by", "document__title"]
    search_help_text = "言葉、述べた者、資料の標題で探せます。"
    autocomplete_fields = ["document"]
    help_texts = {
        "words": "例：道内5例目。公開ページでは「 」に入れ、述べた者を添えて示します。",
        "said_by": "例：北海道経済産業局",
    }
    fieldsets = [
        (None, {"fields": ["target", "document", "words", "said_by"]}),
        (None, {"fields": [stated_date("as_of"), "ranked_within", "order"]}),
    ]


def day_of(document: Any) -> date | None:
    """The day that relative words of a document count from."""
    day: date | None = document.issued_on_first or document.reference_on_first
    return day
