"""Whom a row belongs to decides what an officer sees and changes."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.admin.utils import NestedObjects, unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from common.admin import PortalAdmin
from editorial.access import edits_something
from editorial.admin.fieldsets import without
from editorial.admin.versions import VersionedForm
from editorial.history import changes

CHANGES_A_PAGE = 20


class ScopedAdmin(PortalAdmin):
    """A subclass says who may read and edit a row, and what carries its version and history."""

    form: Any = VersionedForm
    save_on_top = True

    def scoped(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        """Those of `rows` that the user may read."""
        raise NotImplementedError

    def may_read(self, user: Any, row: Any) -> bool:
        raise NotImplementedError

    def may_edit(self, user: Any, row: Any) -> bool:
        raise NotImplementedError

    def holder_of(self, row: Any) -> Any:
        """The row that carries the version: it is locked while `row` is changed."""
        return row

    def version_of(self, row: Any) -> int:
        raise NotImplementedError

    def histories(self, row: Any) -> Iterable[QuerySet[Any]]:
        """The history rows of `row` and of what is edited with it."""
        yield type(row).history.filter(id=row.pk)
        yield from self._histories_below(type(row).history.filter(id=row.pk).values("id"))

    def _histories_below(self, parents: Any) -> Iterator[QuerySet[Any]]:
        for model, key in self._below():
            rows = model.history.filter(**{f"{key.attname}__in": parents})
            yield rows
            below = self.admin_site._registry.get(model)
            if isinstance(below, ScopedAdmin):
                yield from below._histories_below(rows.values("id"))

    def _below(self) -> Iterator[tuple[Any, Any]]:
        """The models edited with this one, on its page or on theirs, with their key to it."""
        inlines: list[Any] = self.get_inline_instances(None)  # type: ignore[arg-type]
        yield from ((inline.model, inline.parent_key) for inline in inlines)
        for own in self.admin_site._registry.values():
            if isinstance(own, ScopedAdmin):
                yield from ((own.model, key) for key in own.keys_to(self.model))

    def keys_to(self, model: type[models.Model]) -> list[Any]:
        """The foreign keys by which rows are parts of a row of `model`, but not on its page."""
        return []

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return self.scoped(super().get_queryset(request), request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or self.may_read(request.user, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and edits_something(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_change(request, obj)

    def _may_change(self, request: HttpRequest, obj: Any) -> bool:
        return edits_something(request.user) if obj is None else self.may_edit(request.user, obj)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """For a change, the row as it is once whoever else is changing it has finished."""
        row = super().get_object(request, object_id, from_field)
        if row is None or request.method != "POST" or not _in_transaction():
            return row
        holder = self.holder_of(row)
        list(type(holder)._base_manager.select_for_update().filter(pk=holder.pk))
        return super().get_object(request, object_id, from_field)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.admin = self
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        hidden = self._hidden_ends(request, obj) if obj else set()
        fieldsets = without(super().get_fieldsets(request, obj), hidden)
        if obj and self.has_change_permission(request, obj):
            fieldsets[0][1]["fields"].append("opened_version")
        return fieldsets

    def _hidden_ends(self, request: HttpRequest, obj: Any) -> set[str]:
        """The foreign keys of `obj` whose other end this user may not read."""
        user: Any = request.user
        if user.reads_all_bureaus():
            return set()
        return {
            fk.name
            for fk, admin in scoped_ends(self.admin_site, self.model)
            if (pk := getattr(obj, fk.attname)) is not None
            if not admin.get_queryset(request).filter(pk=pk).exists()
        }

    def site_admin(self, row: models.Model) -> Any:
        """The admin of a row of another model."""
        return self.admin_site.get_model_admin(type(row))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """A row that another bureau's draft needs stays, and the draft is not named."""
        fallen = NestedObjects(using=DEFAULT_DB_ALIAS)
        fallen.collect(objs)
        for row in chain(fallen.protected, *fallen.model_objs.values()):
            if self._hides(row, request.user):
                return [], {}, set(), ["ほかの局の下書きで使われています。"]
        return super().get_deleted_objects(objs, request)

    def _hides(self, row: Any, user: Any) -> bool:
        """Whether the row, or an end of it, is one that the user may not read."""
        own = self.admin_site._registry.get(type(row))
        if isinstance(own, ScopedAdmin) and not own.may_read(user, row):
            return True
        ends = [
            (getattr(row, key.name), other)
            for key, other in scoped_ends(self.admin_site, type(row))
        ]
        return any(end is not None and not other.may_read(user, end) for end, other in ends)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        for saved in [form, *(each for formset in formsets for each in formset.forms)]:
            for warning in saved.warnings:
                messages.warning(request, f"保存しました。次の点を確かめてください。{warning}")

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The history says it already."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The history says it already."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """The history says it already."""

    def shows_history(self, request: HttpRequest, obj: Any) -> bool:
        """Not to other bureaus: history holds what stood there before the publication."""
        user: Any = request.user
        return obj is not None and (user.reads_all_bureaus() or self.may_edit(user, obj))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return super().history_view(request, object_id, extra_context)  # says that it is gone
        if not self.has_view_permission(request, obj) or not self.shows_history(request, obj):
            raise PermissionDenied
        found: Any = Paginator(changes(self.histories(obj)), CHANGES_A_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": f"変更履歴：{obj}",
            "object": obj,
            "opts": self.opts,
            "page": found.get_page(request.GET.get(PAGE_VAR)),
            "page_var": PAGE_VAR,
        }
        return TemplateResponse(request, "admin/change_history.html", context)


def scoped_ends(
    site: AdminSite, model: type[models.Model]
) -> list[tuple[models.ForeignKey[Any, Any], ScopedAdmin]]:
    """The foreign keys of `model` to rows that not everybody may read, with their admins."""
    keys = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    admins = [(key, site._registry.get(key.related_model)) for key in keys]
    return [(key, admin) for key, admin in admins if isinstance(admin, ScopedAdmin)]


def _in_transaction() -> bool:
    return transaction.get_connection().in_atomic_block
