"""What a citation, a difference or a claim may point at, and for whom.

Here the *holder* of a citable row is the record on whose page it is shown, or the bureau.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import get_fields_from_path
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.db.models import Q, QuerySet

from bureaus.models import Bureau
from editorial.access import may_edit_for, may_read
from editorial.models import Record
from sources import citable
from sources.citable import Citable
from sources.labels import label_of

Choice = tuple[str, str]


def holder_of(row: Any) -> Any:
    """The record or bureau that a citable row belongs to. Raises KeyError if it is not citable."""
    return citable.of(type(row)).root_of(row)


def may_read_holder(user: Any, holder: Any) -> bool:
    return may_read(user, holder) if isinstance(holder, Record) else True


def may_edit_holder(user: Any, holder: Any) -> bool:
    owner = holder.bureau_id if isinstance(holder, Record) else holder.pk
    return may_edit_for(user, owner)


def key_of(holder: models.Model) -> str:
    """How an address names a holder: "12-345"."""
    return f"{ContentType.objects.get_for_model(holder).pk}-{holder.pk}"


def holder_named(key: str, user: Any) -> Any:
    """The holder that `key` names; None if there is none, or none that the user may read."""
    type_id, _, pk = key.partition("-")
    if not (type_id.isdecimal() and pk.isdecimal()):
        return None
    content_type = ContentType.objects.filter(pk=int(type_id)).first()
    model: Any = content_type.model_class() if content_type else None
    if not (model and issubclass(model, Record | Bureau)):
        return None
    holder = model._default_manager.filter(pk=int(pk)).first()
    return holder if holder and may_read_holder(user, holder) else None


def parts_of(holder: models.Model) -> Iterator[tuple[Citable, QuerySet[Any]]]:
    """Each citable model with its rows that belong to the holder."""
    for entry in citable.registered():
        for root, model in root_models(entry):
            if isinstance(holder, model):
                yield entry, _loaded(entry).filter(**{root or "pk": holder.pk})
        if entry.place and isinstance(holder, Bureau):
            yield entry, _loaded(entry).filter(**{entry.place: holder.pk})


def about(holder: models.Model) -> Q:
    """The condition: points at the holder, or at one of its parts."""
    found = Q(pk__in=[])
    for entry, rows in parts_of(holder):
        content_type = ContentType.objects.get_for_model(entry.model)
        found |= Q(content_type=content_type, object_id__in=rows.values("pk"))
    return found


def visible_to(user: Any) -> Q:
    """The condition: points at a row whose root the user may read."""
    found = Q(pk__in=[])
    for type_id, entry in citable.content_types().items():
        seen = Q()
        for root, model in root_models(entry):
            seen |= Q(**{f"{root or 'pk'}__in": model._default_manager.visible_to(user)})
        if entry.place:
            seen |= Q(**{f"{entry.place}__isnull": False})
        rows = entry.model._default_manager.filter(seen)
        found |= Q(content_type=type_id, object_id__in=rows.values("pk"))
    return found


def with_records(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Load what `rows` point at, with its root and its own ends: one query for each model."""
    querysets = [_loaded(entry) for entry in citable.registered()]
    return rows.prefetch_related(GenericPrefetch("record", querysets))


def target_of(row: models.Model, field: str) -> str:
    """The value that stands for a field of a row in a form: "12:345:signed_on"."""
    return f"{ContentType.objects.get_for_model(row).pk}:{row.pk}:{field}"


def choices(holder: models.Model, *, whole: bool) -> list[tuple[str, list[Choice]]]:
    """Each row of the holder with its citable fields, for a `<select>` with groups.

    `whole`: a row as a whole may be chosen too (an empty field).
    """
    return [
        (describe(row), _fields(entry, row, whole))
        for entry, rows in parts_of(holder)
        for row in rows
    ]


def describe(row: models.Model) -> str:
    """「当事者：釧路市」."""
    return f"{row._meta.verbose_name}：{row}"


def root_models(entry: Citable) -> Iterator[tuple[str, type[Any]]]:
    """The paths to the records that rows of a citable model belong to, with their classes."""
    for root in entry.roots:
        field: Any = get_fields_from_path(entry.model, root)[-1] if root else None
        yield root, field.related_model if field else entry.model


def _fields(entry: Citable, row: models.Model, whole: bool) -> list[Choice]:
    columns = [field.name.removesuffix("_text") for field in entry.model._meta.concrete_fields]
    fields = sorted(entry.fields, key=lambda name: columns.index(name) if name in columns else -1)
    named = [(target_of(row, name), label_of(entry.model, name)) for name in fields]
    return [(target_of(row, ""), "全体"), *named] if whole else named


def _loaded(entry: Citable) -> QuerySet[Any]:
    """The rows of a citable model with all that `str` and the root of a row need."""
    keys = [f.name for f in entry.model._meta.concrete_fields if isinstance(f, models.ForeignKey)]
    paths = {*keys, *entry.paths}
    rows = entry.model._default_manager.all()
    return rows.select_related(*sorted(paths)) if paths else rows
