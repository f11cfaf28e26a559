from partnerships.models.agreement import Agreement, AgreementKind
from partnerships.models.amendment import Amendment, AmendmentKind
from partnerships.models.ceremony import Attendee, Ceremony
from partnerships.models.change_note import ChangeNote
from partnerships.models.party import Party
from partnerships.models.text import Commitment, Level, Side, Statement, StatementKind
from partnerships.models.theme import AgreementTheme, Theme, ThemeState

__all__ = [
    "Agreement",
    "AgreementKind",
    "AgreementTheme",
    "Amendment",
    "AmendmentKind",
    "Attendee",
    "Ceremony",
    "ChangeNote",
    "Commitment",
    "Level",
    "Party",
    "Side",
    "Statement",
    "StatementKind",
    "Theme",
    "ThemeState",
]
