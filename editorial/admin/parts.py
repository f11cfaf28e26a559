"""Parts of a record that are too many for its page: they have a list, and are added from there."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from editorial.access import may_edit
from editorial.admin.children import ChildAdmin, visible_roots
from editorial.admin.fieldsets import without
from editorial.admin.scoped import ScopedAdmin, VersionedForm
from editorial.models import Record


def asked(request: HttpRequest) -> dict[str, Any]:
    """What the address asks for, itself or by the list that the officer came from."""
    came_from = QueryDict(request.GET.get("_changelist_filters", ""))
    return {**came_from.dict(), **request.GET.dict()}


class AddedFromRecord(ScopedAdmin):
    """Rows that are added from a record's page: the address names the record.

    `pages`: the pages where an officer finds the button.
    """

    pages = "協定等・プロジェクトなど"

    def named(self, request: HttpRequest) -> Any:
        """The record that the address names, if the user may read it."""
        raise NotImplementedError

    def may_add_to(self, user: Any, record: Any) -> bool:
        return may_edit(user, record)

    def has_add_permission(self, request: HttpRequest) -> bool:
        record = self.named(request)
        return (
            super().has_add_permission(request)
            and record is not None
            and self.may_add_to(request.user, record)
        )

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """The list of nouns offers no 追加: its address would name no record."""
        return {
            "add": False,
            "change": self.has_change_permission(request),
            "delete": self.has_delete_permission(request),
            "view": self.has_view_permission(request),
        }

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.named(request) is not None:
            return super().add_view(request, *args, **kwargs)
        name = self.opts.verbose_name
        messages.warning(
            request,
            f"{name}は、{self.pages}の画面を開き、上にある「{name}」のボタンから追加してください。",
        )
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        )


class PartForm(VersionedForm):
    """The record stands on the row before anything is checked."""

    record: ClassVar[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            setattr(self.instance, self.admin.root_for(self.record).name, self.record)
        for name in self.fields.keys() & set(self.admin.siblings):
            field: Any = self.fields[name]
            field.widget = forms.Select()
            field.queryset = self.admin.choosable(name, self.record, self.instance)


class PartAdmin(ChildAdmin, AddedFromRecord):
    """A part of a record with a list of its own.

    `siblings`: the foreign keys that choose among rows of the same record.
    """

    form = PartForm
    siblings: ClassVar[tuple[str, ...]] = ()

    def keys_to(self, model: type[Model]) -> list[ForeignKey[Any, Any]]:
        return [key for key in map(self._key, self.roots) if key.related_model is model]

    def root_for(self, record: Record) -> ForeignKey[Any, Any]:
        (key,) = self.keys_to(type(record))
        return key

    def named(self, request: HttpRequest) -> Record | None:
        given = asked(request)
        for root in self.roots:
            pk = str(given.get(f"{root}__id__exact", ""))
            if pk.isdecimal():
                readable = visible_roots(self.model, root, request.user)
                return readable.filter(pk=int(pk)).first()
        return None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return AddedFromRecord.has_add_permission(self, request)

    def choosable(self, name: str, record: Record, row: Any) -> QuerySet[Any]:
        """The rows of `record` that the foreign key `name` of `row` may choose among."""
        model: Any = self._key(name).related_model
        rows = model._default_manager.filter(**{self.root_for(record).name: record})
        if model is not self.model or row.pk is None:
            return rows
        return rows.exclude(pk__in=_with_all_below(row.pk, dict(rows.values_list("pk", name))))

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.record = self._record(request, obj)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without what a row of this record cannot have: other roots, sections of no plan."""
        fieldsets = super().get_fieldsets(request, obj)
        record = self._record(request, obj)
        return without(fieldsets, self._strange(record)) if record else fieldsets

    def _record(self, request: HttpRequest, obj: Any) -> Record | None:
        return self.root_of(obj) if obj else self.named(request)

    def _strange(self, record: Record) -> set[str]:
        own = self.root_for(record).name
        others = {
            name
            for name in self.siblings
            if not hasattr(self._key(name).related_model, f"{own}_id")
        }
        return {*self.roots, *others} - {own}

    def _key(self, name: str) -> Any:
        return self.model._meta.get_field(name)


def _with_all_below(pk: int, above: dict[int, int | None]) -> set[int]:
    """A row of a tree and whatever lies below it; `above`: each row's parent."""
    found, step = set[int](), {pk}
    while step - found:
        found |= step
        step = {row for row, parent in above.items() if parent in step}
    return found
