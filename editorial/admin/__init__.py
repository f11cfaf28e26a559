from editorial.admin.children import ChildAdmin, RowAdmin
from editorial.admin.inlines import SiblingsFormSet, StackedInline, TabularInline, TreeFormSet
from editorial.admin.parts import AddedFromRecord, PartAdmin, PartForm
from editorial.admin.records import RecordAdmin, RecordForm
from editorial.admin.scoped import ScopedAdmin, VersionedForm

__all__ = [
    "AddedFromRecord",
    "ChildAdmin",
    "PartAdmin",
    "PartForm",
    "RecordAdmin",
    "RecordForm",
    "RowAdmin",
    "ScopedAdmin",
    "SiblingsFormSet",
    "StackedInline",
    "TabularInline",
    "TreeFormSet",
    "VersionedForm",
]
