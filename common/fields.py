"""A stated date on a model: four real columns, one constraint, one attribute."""

from typing import TYPE_CHECKING, Any, Self, overload

from django.db import models
from django.db.models import F, Q

from common.dates.value import ABSENT, MAX_LENGTH, PRESENT, Certainty, StatedDate

NOTHING = StatedDate("", None, None, "")


class StatedDateField(property):
    """Declares a stated date: `signed_on = StatedDateField("締結日")`.

    Adds `signed_on_text`, `_first`, `_last` and `_certainty`. `signed_on` itself reads and
    writes them as one `StatedDate`, or None when nothing is set, and is a keyword of the
    constructor (a `property`, because `Model.__init__` takes those by name). The two ends are
    computed from the words, so forms leave them out (`common.forms`). Works on abstract models.
    """

    def __init__(self, label: str) -> None:
        super().__init__(self._read, self._write)
        self.label = label
        # Made here and not later: the order of columns follows the order of creation.
        self._fields = (
            models.CharField(f"{label}（資料の表記）", max_length=MAX_LENGTH, blank=True),
            models.DateField(f"{label}（始め）", null=True, blank=True, editable=False),
            models.DateField(f"{label}（終わり）", null=True, blank=True, editable=False),
            CertaintyField(
                f"{label}（確かさ）", max_length=20, blank=True, choices=Certainty.choices
            ),
        )

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: type | None = None, /) -> Self: ...
        @overload
        def __get__(self, instance: Any, owner: type | None = None, /) -> StatedDate | None: ...
        def __get__(self, instance: Any, owner: type | None = None, /) -> Any: ...
        def __set__(self, instance: Any, value: StatedDate | None, /) -> None: ...

    def contribute_to_class(self, cls: Any, name: str) -> None:
        """Called by Django for the class that holds the declaration."""
        self.name = name
        setattr(cls, name, self)
        for column, field in zip(columns(name), self._fields, strict=True):
            cls.add_to_class(column, field)

    def _read(self, instance: models.Model) -> StatedDate | None:
        value = StatedDate(*(getattr(instance, column) for column in columns(self.name)))
        return None if value == NOTHING else value

    def _write(self, instance: models.Model, value: StatedDate | None) -> None:
        value = value or NOTHING
        parts = (value.text, value.first, value.last, value.certainty)
        for column, part in zip(columns(self.name), parts, strict=True):
            setattr(instance, column, part)


class CertaintyField(models.CharField):
    """The certainty column. Brings the constraint of its date along, into subclasses too.

    Migrations see a plain CharField. A model that has only the columns and not the attribute
    (the history of another model) gets no constraint.
    """

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        declared = getattr(cls, name.removesuffix("_certainty"), None)
        if isinstance(declared, StatedDateField):
            options = cls._meta
            options.constraints = [*options.constraints, _constraint(options, declared)]
            options.original_attrs["constraints"] = options.constraints  # migrations look here

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


def columns(name: str) -> tuple[str, str, str, str]:
    """The names of the four columns of a stated date: words, first, last, certainty."""
    return f"{name}_text", f"{name}_first", f"{name}_last", f"{name}_certainty"


def stated_dates(model: type[models.Model]) -> list[str]:
    """The names of the stated dates of a model, inherited ones included, in column order."""
    names = (
        field.name.removesuffix("_certainty")
        for field in model._meta.concrete_fields
        if isinstance(field, CertaintyField)
    )
    return [name for name in names if isinstance(getattr(model, name, None), StatedDateField)]


def _constraint(options: Any, declared: StatedDateField) -> models.CheckConstraint:
    text, first, last, certainty = columns(declared.name)
    nothing = Q(**{text: "", certainty: ""})
    absent = Q(**{f"{certainty}__in": ABSENT})
    words_only = Q(**{f"{certainty}__in": PRESENT}) & ~Q(**{text: ""})
    no_interval = Q(**{f"{first}__isnull": True, f"{last}__isnull": True})
    interval = Q(
        **{
            f"{first}__isnull": False,
            f"{last}__isnull": False,
            f"{first}__lte": F(last),
            f"{certainty}__in": PRESENT,
        }
    )
    return models.CheckConstraint(
        name=f"{options.app_label}_{options.model_name}_{declared.name}_stated",
        condition=(no_interval & (nothing | absent | words_only)) | interval,
        violation_error_message=(
            f"{declared.label}の組み合わせが正しくありません。始めと終わりは両方を入れるか両方を"
            "空にし、始めが終わりより後にならないようにしてください。日付があるときは確かさを選び、"
            "「記載なし」「該当なし」「なし」「未定」を選ぶときは日付を空にしてください。"
        ),
    )
