"""The admin's base for every model: Japanese, short searches, short pages, no loose ends.

What a room adds: `editorial.admin` for records and their children, `ReferenceAdmin` for what
nobody edits by hand.
"""

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.text import smart_split

from common.fields import columns, stated_dates
from common.forms import StatedDateModelFormMixin
from common.stated_dates import show
from common.text import refuse_control

SEARCH_LENGTH = 100  # characters
SEARCH_TERMS = 8
PAGE_SIZE = 50
DATE_HELP = "資料の表記のまま。例：2021年4月22日(木)、令和3年4月、2021年6月末"
NO_REGULAR_EXPRESSIONS = {"regex", "iregex"}


class LinesField(forms.CharField):
    """Browsers send CR LF; documents and content files have LF."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


class NumberField(forms.DecimalField):
    """Columns keep four decimal places; an officer reads 120, not 120.0000."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class AdminForm(StatedDateModelFormMixin):
    """Stated dates by their words, text without control characters, all constraints checked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.validators.append(refuse_control)
        for name in self._stated_dates():
            value = getattr(self.instance, name)
            read = value and value.interval
            self.fields[f"{name}_text"].help_text = f"読み：{show(value)}" if read else DATE_HELP

    def _post_clean(self) -> None:
        """Check every constraint whose columns are known, not only those of the form's fields.

        Django leaves out a constraint that names a column outside the form; the interval of a
        stated date is never in a form, and the database would answer with an error page.
        """
        super()._post_clean()  # type: ignore[misc]
        try:
            self.instance.validate_constraints(exclude=self._unknown())
        except ValidationError as error:
            shown = self.non_field_errors()
            for message in error.messages:
                if message not in shown:
                    self.add_error(None, message)

    def _unknown(self) -> set[str]:
        """Columns that failed, with the rest of their date, and parents not yet saved."""
        model = self._meta.model
        failed = set(self.errors)
        for name in stated_dates(model):
            if failed & set(columns(name)):
                failed.update(columns(name))
        for field in model._meta.concrete_fields:
            if (
                field.is_relation
                and field.is_cached(self.instance)
                and getattr(self.instance, field.attname) is None
            ):
                failed.add(field.name)
        return failed


class FormFields(BaseModelAdmin):
    """How fields become form fields, in a page of their own and in an inline."""

    form: Any = AdminForm
    formfield_overrides = {
        models.TextField: {"form_class": LinesField},
        models.URLField: {"assume_scheme": "https"},
        models.DecimalField: {"form_class": NumberField},
    }
    help_texts: dict[str, str] = {}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if text := self.help_texts.get(db_field.name):
            kwargs["help_text"] = text
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False  # one click from a row that others need
            field.widget.can_view_related = field.widget.can_change_related
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if "queryset" not in kwargs:
            kwargs["queryset"] = self.choices_of(db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def choices_of(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        """The rows that may be chosen: those that their own admin shows to this user."""
        model = db_field.remote_field.model
        try:
            return self.admin_site.get_model_admin(model).get_queryset(request)
        except NotRegistered:
            return model._default_manager.none()


class PortalAdmin(FormFields, admin.ModelAdmin):
    list_per_page = PAGE_SIZE
    list_max_show_all = 100
    actions = None

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, shortened(search_term))

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        if NO_REGULAR_EXPRESSIONS & set(lookup.split("__")):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public address itself: `/admin/r/` would tell the address of any draft."""
        if obj is None or not hasattr(obj, "get_absolute_url") or not self.is_public(obj):
            return None
        return str(obj.get_absolute_url())

    def is_public(self, obj: Any) -> bool:
        return True

    def shows_history(self, request: HttpRequest, obj: Any) -> bool:
        """Whether this user may open the history of `obj`."""
        return obj is not None

    def related_links(self, request: HttpRequest, obj: Any) -> list[tuple[str, int, str]]:
        """(label, count, address) of lists that belong to `obj` and have pages of their own."""
        return []

    def link_to_list(
        self, request: HttpRequest, model: type[models.Model], label: str = "", **of: Any
    ) -> tuple[str, int, str]:
        """One related link: the rows of `model` whose foreign key (one keyword) is a given row."""
        ((key, row),) = of.items()
        opts = model._meta
        rows = self.admin_site.get_model_admin(model).get_queryset(request).filter(**of)
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        query = urlencode({f"{key}__id__exact": row.pk})
        return label or str(opts.verbose_name), rows.count(), f"{address}?{query}"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the list that the officer came from is filtered by stands in the new row."""
        came_from = QueryDict(request.GET.get("_changelist_filters", ""))
        suffix = "__id__exact"
        filtered = {
            key.removesuffix(suffix): came_from[key] for key in came_from if key.endswith(suffix)
        }
        return {**filtered, **super().get_changeform_initial_data(request)}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        obj = context["original"]
        context["shows_history"] = self.shows_history(request, obj)
        context["related_links"] = self.related_links(request, obj) if obj else []
        return super().render_change_form(request, context, *args, **kwargs)


class ReferenceAdmin(PortalAdmin):
    """Reference data: `manage.py load_reference` writes it, staff look it up."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def shows_history(self, request: HttpRequest, obj: Any) -> bool:
        return False


def stated_date(name: str) -> tuple[str, str]:
    """The line of a form that holds a stated date."""
    return f"{name}_text", f"{name}_certainty"


def shortened(search_term: str) -> str:
    """At most 100 characters and 8 terms: SQLite fails on an expression of 1,000 terms."""
    words = search_term.replace("\x00", "")[:SEARCH_LENGTH]
    return " ".join(list(smart_split(words))[:SEARCH_TERMS])
