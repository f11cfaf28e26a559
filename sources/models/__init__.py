from sources.models.citation import Basis, Citation, Difference
from sources.models.document import (
    DocumentGap,
    DocumentIssuer,
    DocumentKind,
    GapKind,
    SourceDocument,
)
from sources.models.knowledge import (
    AreaFact,
    AreaFactKind,
    Claim,
    GlossaryTerm,
    Qualifier,
    RankScope,
)

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
    "GapKind",
    "GlossaryTerm",
    "Qualifier",
    "RankScope",
    "SourceDocument",
]
