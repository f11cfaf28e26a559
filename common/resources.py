"""django-import-export with its holes closed: the base of every resource that reads a table.

Rows, fields, comparison and results are the library's. What is overridden here would otherwise
write in a preview, keep half of an import, lose warnings or hide a failure
(docs/adr/0007-csv-import.md).
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import ModelResource
from import_export.results import Result, RowResult

from common.fields import columns
from common.spreadsheets import Line, Problem


class TableRow(RowResult):
    """What becomes of one row. Changes are (column, before, after), as cells would say it."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[tuple[str, str, str]] = []
        self.warnings: list[tuple[str, str]] = []


class LoadedByKey(BaseInstanceLoader):
    """The record that a row names, out of those that `before_import` has put into `existing`."""

    def get_instance(self, row: dict[str, str]) -> Any:
        return self.resource.existing.get(self.resource.key_of(row))


class TableResource(ModelResource):
    """Subclasses name their columns (`common.cells`) and fill `existing` in `before_import`."""

    existing: dict[str, Any]
    tick: Callable[[], object] = staticmethod(lambda: None)  # called for each row that is read

    class Meta:
        instance_loader_class = LoadedByKey
        use_bulk = False  # it skips validation, save() and history
        skip_unchanged = True
        skip_diff = False  # True would silently switch skip_unchanged off
        skip_html_diff = True
        clean_model_instances = True
        store_instance = True

    @classmethod
    def get_row_result_class(cls) -> type[TableRow]:
        return TableRow

    @classmethod
    def key_field(cls) -> Any:
        return cls.fields[cls._meta.import_id_fields[0]]

    @classmethod
    def key_of(cls, row: dict[str, str]) -> str:
        return str(cls.key_field().clean(row))

    @classmethod
    def headers(cls) -> list[str]:
        return [cls.fields[name].column_name for name in cls._meta.fields]

    def import_data(self, dataset: Any, dry_run: bool = False, **kwargs: Any) -> Result:
        """Take over all rows, or none if one has an error.

        A dry run parses, validates and compares; the library's own would save and roll back.
        """
        if dry_run:
            return self.import_data_inner(dataset, True, False, False, False, locked=False)
        with transaction.atomic():
            result = self.import_data_inner(dataset, False, False, True, False, locked=True)
            if result.has_validation_errors():
                transaction.set_rollback(True)
        return result

    def import_row(self, row: dict[str, str], instance_loader: Any, **kwargs: Any) -> TableRow:
        self.tick()
        warnings: list[tuple[str, str]] = []
        result: TableRow = super().import_row(row, instance_loader, warnings=warnings, **kwargs)
        for failure in result.errors:  # not the row's fault: the library would go on
            raise failure.error
        result.warnings = warnings
        return result

    def after_import_row(self, row: dict[str, str], row_result: TableRow, **kwargs: Any) -> None:
        for field in self.get_import_fields():
            before = field.export(row_result.original) if row_result.original else ""
            after = field.export(row_result.instance)
            if before != after:
                row_result.changes.append((field.column_name, before, after))

    def after_import(self, dataset: Any, result: Result, **kwargs: Any) -> None:
        """The library resets the sequence of ids here, which breaks everybody else's saving."""

    def handle_import_error(
        self, result: Result, error: Exception, raise_errors: bool = False
    ) -> None:
        raise error

    def problems(self, line: Line, row_result: TableRow) -> Iterator[Problem]:
        """What is wrong with a row, by its columns."""
        if row_result.validation_error:
            for attribute, messages in row_result.validation_error.message_dict.items():
                for message in messages:
                    yield Problem(message, line.row, self._header_of(attribute))

    def _header_of(self, attribute: str) -> str:
        """The column that an attribute comes from; "" for the whole row."""
        for field in self.get_import_fields():
            if attribute in (field.attribute, *columns(field.attribute)):
                return str(field.column_name)
        return ""
