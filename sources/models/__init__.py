from sources.models.citation import Basis, Citation, Difference
from sources.models.document import DocumentGap, DocumentIssuer, DocumentKind, SourceDocument
from sources.models.knowledge import AreaFact, AreaFactKind, Claim, GlossaryTerm

__all__ = [
    "AreaFact",
    "AreaFactKind",
    "Basis",
    "Citation",
    "Claim",
    "Difference",
    "DocumentGap",
    "DocumentIssuer",
    "DocumentKind",
    "GlossaryTerm",
    "SourceDocument",
]
