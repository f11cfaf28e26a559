from editorial.admin.children import ChildAdmin, RowAdmin
from editorial.admin.inlines import SiblingsFormSet, StackedInline, TabularInline, TreeFormSet
from editorial.admin.records import RecordAdmin, RecordForm
from editorial.admin.scoped import ScopedAdmin, VersionedForm

__all__ = [
    "ChildAdmin",
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
