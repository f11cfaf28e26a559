"""The page of an agreement as plain text, to be copied into an answer, a mail or a file."""

from partnerships.as_text.full import full_text
from partnerships.as_text.short import short_text

__all__ = ["full_text", "short_text"]
