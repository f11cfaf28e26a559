"""What citations, differences and claims have in common: they point at a field of some row."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from editorial.access import may_read
from editorial.admin import AddedFromRecord, RowAdmin, VersionedForm
from editorial.admin.parts import asked
from sources.labels import label_of
from sources.models import SourceDocument
from sources.targets import (
    about,
    choices,
    describe,
    holder_named,
    holder_of,
    may_edit_holder,
    may_read_holder,
    target_of,
    visible_to,
    with_records,
)

RECORD = "record"  # the parameter of an address that names the holder


class OfHolder(admin.SimpleListFilter):
    """Shown only while it is in use: a record's page leads here."""

    title = "記録"
    parameter_name = RECORD

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        key = request.GET.get(RECORD, "")
        self.holder = holder_named(key, request.user)
        return [(key, str(self.holder or "（見つかりません）"))] if key else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(about(self.holder)) if self.holder else queryset.none()


class PointingForm(VersionedForm):
    """Chooses among the fields of one holder: rows that are not there cannot be named."""

    target = forms.ChoiceField(
        label="対象の記載",
        error_messages={"invalid_choice": "この記録にある項目から選んでください。"},
    )

    holder: Any = None
    whole = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = choices(self.holder, whole=self.whole) if self.holder else []
        self.fields["target"].choices = [("", "---------"), *found]  # type: ignore[attr-defined]
        if self.instance.record:
            target = target_of(self.instance.record, self.instance.field)
            self.fields["target"].initial = target

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if target := self.cleaned_data.get("target"):
            type_id, pk, field = target.split(":")
            self.instance.content_type_id = int(type_id)
            self.instance.object_id = int(pk)
            self.instance.field = field
        return cleaned


class PointingAdmin(RowAdmin, AddedFromRecord):
    def scoped(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        rows = self.with_readable_source(with_records(rows), user)
        if user.reads_all_bureaus():
            return rows  # those too whose row is gone: somebody has to delete them
        return rows.filter(visible_to(user))

    def with_readable_source(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        return rows

    def may_read(self, user: Any, row: Any) -> bool:
        if row.record is None:
            return bool(user.reads_all_bureaus())
        return may_read_holder(user, holder_of(row.record))

    def may_edit(self, user: Any, row: Any) -> bool:
        if row.record is None:
            return bool(user.edits_all_bureaus())
        return may_edit_holder(user, holder_of(row.record))

    def named(self, request: HttpRequest) -> Any:
        return holder_named(str(asked(request).get(RECORD, "")), request.user)

    def may_add_to(self, user: Any, record: Any) -> bool:
        return may_edit_holder(user, record)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.holder = self._holder(request, obj)
        return form

    def _holder(self, request: HttpRequest, obj: Any) -> Any:
        if obj is None:
            return self.named(request)
        return holder_of(obj.record) if obj.record else None

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial = super().get_changeform_initial_data(request)
        return {key: value for key, value in initial.items() if key != RECORD}

    def get_list_display(self, request: HttpRequest) -> Any:
        """The name of the record stands once where the list is of one record."""
        columns = super().get_list_display(request)
        return [name for name in columns if name != "whose" or RECORD not in request.GET]

    @admin.display(description="記録")
    def whose(self, row: Any) -> str:
        return str(holder_of(row.record)) if row.record else "（削除された記録）"

    @admin.display(description="対象の記載")
    def target(self, row: Any) -> str:
        if row.record is None:
            return "（削除された記録）"
        label = label_of(type(row.record), row.field) if row.field else "全体"
        return f"{describe(row.record)}　{label}"


class SourcedAdmin(PointingAdmin):
    """Those that rest on a document show with it alone."""

    def with_readable_source(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        documents = SourceDocument.objects.visible_to(user)
        shown = Q(document__isnull=True) | Q(document__in=documents)
        return rows.select_related("document").filter(shown)

    def may_read(self, user: Any, row: Any) -> bool:
        hidden = row.document is not None and not may_read(user, row.document)
        return super().may_read(user, row) and not hidden

    def may_edit(self, user: Any, row: Any) -> bool:
        return super().may_edit(user, row) and self.may_read(user, row)
