from partnerships.admin.agreement import AgreementAdmin
from partnerships.admin.parts import CeremonyAdmin, CommitmentAdmin
from partnerships.admin.statement import StatementAdmin
from partnerships.admin.theme import ThemeAdmin

__all__ = [
    "AgreementAdmin",
    "CeremonyAdmin",
    "CommitmentAdmin",
    "StatementAdmin",
    "ThemeAdmin",
]
