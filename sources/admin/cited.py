"""Pages of what is cited lead to its sources, and take them along when it is deleted."""

from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS, models
from django.http import HttpRequest
from django.urls import reverse

from editorial.admin import ChildAdmin, PartAdmin, RecordAdmin, ScopedAdmin
from sources.actions import delete_with_sources
from sources.models import Citation, Claim, Difference
from sources.targets import about, holder_of, key_of

POINTING: tuple[Any, ...] = (Citation, Difference, Claim)


class ForgetsSources(ScopedAdmin):
    """A row is deleted with what points at it: no foreign key would see to that."""

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        delete_with_sources(row=obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        formset.delete_existing = delete_existing
        super().save_formset(request, form, formset, change)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        rows, counts, missing, protected = super().get_deleted_objects(objs, request)
        falling = NestedObjects(using=DEFAULT_DB_ALIAS)
        falling.collect(objs)
        for model in POINTING:
            found = model.objects.about(chain(*falling.model_objs.values())).count()
            if found:
                counts[str(model._meta.verbose_name_plural)] = found
        return rows, counts, missing, protected


def delete_existing(row: models.Model, commit: bool = True) -> None:
    """Stands in for a formset's own; a row may be gone already, with the one above it."""
    if commit and type(row)._base_manager.filter(pk=row.pk).exists():
        delete_with_sources(row=row)


class Cited(ForgetsSources):
    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        """What points at the record or one of its parts: whoever may read those may read it."""
        holder = holder_of(obj)
        of_holder, query = about(holder), urlencode({"record": key_of(holder)})
        links = super().related_links(request, obj)
        for model in POINTING:
            own: Any = self.admin_site.get_model_admin(model)
            rows = own.with_readable_source(model.objects.filter(of_holder), request.user)
            address = reverse(f"admin:sources_{model._meta.model_name}_changelist")
            links.append((str(model._meta.verbose_name), rows.count(), f"{address}?{query}"))
        return links


class CitedAdmin(RecordAdmin, Cited):
    """A record that documents are cited for."""


class CitedChildAdmin(ChildAdmin, Cited):
    """A part of such a record with a page of its own."""


class CitedPartAdmin(PartAdmin, Cited):
    """A part of such a record with a list of its own."""
