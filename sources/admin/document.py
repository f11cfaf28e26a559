"""Documents, with what they themselves say besides the agreements."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from common.admin import AdminForm, stated_date
from editorial.admin import RecordAdmin, StackedInline
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
    fields = ["place", "quotation", "description", "order"]
    help_texts = {"description": "例：右図Ⅰ（プロジェクトの体制図）"}


class AreaFactForm(AdminForm):
    def reference_date(self) -> date | None:
        """昨年度, 現在 count from the day of the document."""
        document: Any = self.fields["document"].parent_instance  # type: ignore[attr-defined]
        day: date | None = document.issued_on_first
        return day


class AreaFactInline(InvolvedInline):
    model = AreaFact
    form = AreaFactForm
    details = ["kind", "text", stated_date("as_of"), "order"]


class TermInline(StackedInline):
    model = GlossaryTerm
    fields = [("term", "expansion"), "definition", "provider", "order"]


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
        return document.issued_on_first if document else None


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
        (None, {"fields": [stated_date("as_of"), "order"]}),
    ]
