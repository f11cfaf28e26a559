"""All that the page of an agreement says, as plain text."""

from typing import Any

from partnerships.as_text.agreed import agreed_sections
from partnerships.as_text.done import done_sections
from partnerships.as_text.grounds import grounds_sections, head
from partnerships.as_text.lines import text_of
from partnerships.as_text.marks import Marks


def full_text(page: dict[str, Any], address: str, notice: str = "") -> str:
    """`page`: the context of the page; `address`: where it stands; `notice`: who speaks."""
    marks = Marks(page["sources"])
    parts = [
        [*head(page, address), *filter(None, [notice])],
        *agreed_sections(page, marks),
        *done_sections(page, marks),
        *grounds_sections(page, marks),
    ]
    return text_of(parts)
