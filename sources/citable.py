"""Which fields of which models a document can be cited for.

The database cannot check a generic foreign key: `manage.py check_citations` checks it by this
registry. Every room registers its own models in `apps.ready()`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from editorial.models import LinkQuerySet, Record, public_at
from organizations.models import Involved


@dataclass(frozen=True)
class Citable:
    """`roots`: the paths of foreign keys to the record that is published ("" for itself).

    A row with several has exactly one of them (an indicator hangs on an agreement, a plan or a
    project). `place`: the foreign key that stands where there is no root, to a row that is always
    public (a statement about a bureau).
    """

    model: type[models.Model]
    fields: frozenset[str]
    roots: tuple[str, ...] = ("",)
    place: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The foreign keys to follow to the root, none where a row is its own."""
        return tuple(filter(None, (*self.roots, self.place)))

    @property
    def points(self) -> bool:
        """Whether its rows point at a field of another row (claims)."""
        return hasattr(self.model, "content_type")

    def root_of(self, row: models.Model) -> models.Model:
        """The record on whose page `row` is shown."""
        return next(filter(None, (_follow(row, path) for path in (*self.roots, self.place))))

    def public(self, now: datetime) -> models.QuerySet[Any]:
        """The rows whose root is public at `now`, and whatever else they join."""
        shown = Q()
        for root in self.roots:
            shown |= public_at(now, f"{root}__" if root else "")
        if self.place:
            shown |= Q(**{f"{self.place}__isnull": False})
        rows: Any = self.model._default_manager.filter(shown)
        if isinstance(rows, LinkQuerySet):
            rows = rows.public(now)
        return rows.with_public_body(now) if issubclass(self.model, Involved) else rows

    def with_hidden_value(self, now: datetime) -> Iterator[tuple[str, models.QuerySet[Any]]]:
        """Each field that points at a record, with the rows where it points at a hidden one."""
        for name in sorted(self.fields):
            related = getattr(self.model, name, None)
            if isinstance(related, ForwardManyToOneDescriptor) and related.field.null:
                pointing = self.model._default_manager.filter(**{f"{name}__isnull": False})
                yield name, pointing.exclude(public_at(now, f"{name}__"))

    def with_root(self) -> models.QuerySet[Any]:
        """All rows, their roots joined."""
        return self.model._default_manager.select_related(*self.paths)


_registry: dict[type[models.Model], Citable] = {}


def register(
    model: type[models.Model],
    fields: str,
    *,
    root: str = "",
    place: str = "",
) -> None:
    """Let documents be cited for `fields` of `model`; names and paths are parted by blanks."""
    assert issubclass(model, Record) or root, f"{model.__name__} needs a root"
    _registry[model] = Citable(
        model, frozenset(fields.split()), tuple(root.split()) or ("",), place
    )


def _follow(row: models.Model, path: str) -> models.Model | None:
    """What the foreign keys of `path` lead to from `row`."""
    target: Any = row
    for step in path.split("__") if path else ():
        target = target and getattr(target, step)
    return target


def registered() -> list[Citable]:
    return list(_registry.values())


def of(model: type[models.Model]) -> Citable:
    """The entry of `model`. Raises KeyError when it is not citable."""
    return _registry[model]


def content_types() -> dict[int, Citable]:
    """The registry by the primary key of the content type, for rows that point by it."""
    types = ContentType.objects.get_for_models(*_registry)
    return {types[model].pk: entry for model, entry in _registry.items()}
