from sources.admin.citation import CitationAdmin, DifferenceAdmin
from sources.admin.cited import CitedAdmin, CitedChildAdmin, CitedPartAdmin
from sources.admin.document import SourceDocumentAdmin
from sources.admin.organization import CitedOrganizationAdmin

__all__ = [
    "CitationAdmin",
    "CitedAdmin",
    "CitedChildAdmin",
    "CitedOrganizationAdmin",
    "CitedPartAdmin",
    "DifferenceAdmin",
    "SourceDocumentAdmin",
]
