"""Children edited on their record's page."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet, _get_foreign_key
from django.http import HttpRequest

from common.admin import FormFields
from editorial.admin.scoped import ScopedAdmin, scoped_ends


class ScopedInline(FormFields, admin.options.InlineModelAdmin):
    extra = 0

    @cached_property
    def parent_key(self) -> Any:
        return _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """A row shows only if this user may read all of its ends."""
        rows = super().get_queryset(request)
        user: Any = request.user
        if user.reads_all_bureaus():
            return rows
        for key, other in self._ends():
            rows = rows.filter(
                Q(**{key.name: None}) | Q(**{f"{key.name}__in": other.get_queryset(request)})
            )
        return rows

    def _ends(self) -> list[tuple[Any, ScopedAdmin]]:
        ends = scoped_ends(self.admin_site, self.model)
        own = (self.parent_key.name, "parent")  # the record itself, and its other rows
        return [(key, other) for key, other in ends if key.name not in own]


class StackedInline(ScopedInline, admin.StackedInline):
    pass


class TabularInline(ScopedInline, admin.TabularInline):
    pass


class SiblingsFormSet(BaseInlineFormSet):
    """One foreign key of each row chooses among rows of the same record, read once for all."""

    chooser = "parent"

    def options(self) -> QuerySet[Any]:
        raise NotImplementedError

    @cached_property
    def _options(self) -> list[Any]:
        return list(self.options())

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        field = form.fields.get(self.chooser)
        if field is not None:
            field.widget = forms.Select()
            field.queryset = self.options()
            others = (row for row in self._options if row != form.instance)
            field.choices = [("", "---------"), *((row.pk, str(row)) for row in others)]


class TreeFormSet(SiblingsFormSet):
    """Numbered texts: the parent of each is another of the same record, and there is no ring."""

    def options(self) -> QuerySet[Any]:
        return self.get_queryset()

    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.initial_forms if not is_deleted(form)]
        above = {form.instance.pk: form.instance.parent_id for form in kept}
        if set(above.values()) - above.keys() - {None}:
            raise ValidationError(
                "下位の項目がある項目は削除できません。下位の項目も削除するか、別の項目の下に移してください。"
            )
        for pk in above:
            if _is_in_ring(pk, above):
                raise ValidationError(
                    "上位の項目どうしが輪になっています。どれか一つの「上位の項目」を空欄にしてください。"
                )


def is_deleted(form: Any) -> bool:
    return bool(form.cleaned_data.get(DELETION_FIELD_NAME))


def _is_in_ring(pk: int, above: dict[int, int | None]) -> bool:
    seen: set[int] = set()
    step: int | None = pk
    while step is not None:
        if step in seen:
            return True
        seen.add(step)
        step = above.get(step)
    return False
