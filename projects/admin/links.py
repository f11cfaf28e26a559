"""Links between agreements, plans and projects. The bureau of the first end makes them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from editorial.access import may_edit, may_read
from editorial.admin import RowAdmin, VersionedForm
from editorial.admin.children import visible_roots
from editorial.models import Record
from partnerships.models import Agreement, Commitment
from projects.models import (
    AgreementPlan,
    AgreementProject,
    CommitmentProject,
    PlanLink,
    PlanProject,
)
from sources.admin.cited import ForgetsSources
from sources.models import Basis, Citation


class LinkAdmin(RowAdmin, ForgetsSources):
    """`owner`, `other`: the paths of foreign keys to both ends."""

    owner = "agreement"
    other = "project"

    def scoped(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        ends = (self.owner, self.other)
        both = {f"{end}__in": visible_roots(self.model, end, user) for end in ends}
        return rows.filter(**both).select_related(*ends)

    def owner_of(self, row: Any) -> Record:
        record: Record = getattr(row, self.owner)
        return record

    def may_read(self, user: Any, row: Any) -> bool:
        other = getattr(row, self.other)
        return may_read(user, self.owner_of(row)) and may_read(user, other)

    def may_edit(self, user: Any, row: Any) -> bool:
        return may_edit(user, self.owner_of(row))

    def choices_of(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        rows: Any = super().choices_of(db_field, request)
        if db_field.name == self.owner:
            return rows.editable_by(request.user)
        return rows


@admin.register(AgreementProject)
class AgreementProjectAdmin(LinkAdmin):
    list_display = ["agreement", "project", "order"]
    list_display_links = ["agreement", "project"]
    search_fields = ["agreement__display_title", "project__title"]
    search_help_text = "協定等の件名、プロジェクトの名称で探せます。"
    autocomplete_fields = ["agreement", "project"]
    fields = ["agreement", "project", "order"]


@admin.register(AgreementPlan)
class AgreementPlanAdmin(LinkAdmin):
    other = "plan"
    list_display = ["agreement", "plan", "relation", "order"]
    list_display_links = ["agreement", "plan"]
    list_filter = ["relation"]
    search_fields = ["agreement__display_title", "plan__title"]
    search_help_text = "協定等の件名、計画の名称で探せます。"
    autocomplete_fields = ["agreement", "plan"]
    fields = ["agreement", "plan", "relation", "order"]


@admin.register(PlanLink)
class PlanLinkAdmin(LinkAdmin):
    owner, other = "plan", "other"
    list_display = ["plan", "relation", "other", "order"]
    list_display_links = ["plan", "other"]
    list_filter = ["relation"]
    search_fields = ["plan__title", "other__title"]
    search_help_text = "計画の名称で探せます。"
    autocomplete_fields = ["plan", "other"]
    fields = ["plan", "relation", "other", "order"]
    help_texts = {"plan": "資料が述べている計画。", "other": "その資料が挙げている計画。"}


@admin.register(PlanProject)
class PlanProjectAdmin(LinkAdmin):
    owner = "plan"
    list_display = ["plan", "project", "order"]
    list_display_links = ["plan", "project"]
    search_fields = ["plan__title", "project__title"]
    search_help_text = "計画の名称、プロジェクトの名称で探せます。"
    autocomplete_fields = ["plan", "project"]
    fields = ["plan", "project", "order"]


class CommitmentProjectForm(VersionedForm):
    """No document states these links: whoever makes one says why."""

    reason = forms.CharField(
        label="結び付けた理由",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="公開ページで「編集上の補足」として示します。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            del self.fields["reason"]


@admin.register(CommitmentProject)
class CommitmentProjectAdmin(LinkAdmin):
    form = CommitmentProjectForm
    owner = "commitment__agreement"
    list_display = ["commitment", "project", "whose"]
    list_display_links = ["commitment", "project"]
    search_fields = ["commitment__heading", "commitment__text", "project__title"]
    search_help_text = "連携・協力事項の言葉、プロジェクトの名称で探せます。"
    autocomplete_fields = ["commitment", "project"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["commitment", "project"] if obj else ["commitment", "project", "reason"]

    def owner_of(self, row: Any) -> Agreement:
        return row.commitment.agreement

    def choices_of(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        if db_field.name == "commitment":
            return Commitment.objects.filter(
                agreement__in=Agreement.objects.editable_by(request.user)
            )
        return super().choices_of(db_field, request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            reason = form.cleaned_data["reason"]
            Citation.objects.create(
                record=obj, field="project", basis=Basis.EDITORIAL, reason=reason
            )

    @admin.display(description="協定等")
    def whose(self, row: Any) -> str:
        return str(row.commitment.agreement)
