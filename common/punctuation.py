"""The marks around and between words, as the language of the page writes them.

Templates write `{% translate "：" %}`; the texts of documents keep their own marks.
"""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _


def aside(words: object) -> str:
    """（予定）; English puts a space before it, as before a quotation."""
    return _("（{told}）").format(told=words)


def quoted(words: object) -> str:
    return _("「{words}」").format(words=words)


def bulleted(words: object) -> str:
    return _("・{words}").format(words=words)


def listed(words: Iterable[object]) -> str:
    return _("・").join(map(str, words))


def spaced(*words: object) -> str:
    """Those that are not empty, further apart than by a mark."""
    return _("　").join(str(word) for word in words if word)


def sentences(found: Iterable[str]) -> str:
    """One after the other; English puts a blank between them."""
    return (" " if get_language() == "en" else "").join(one.strip() for one in found)
