"""Which language a value is in, for readers that speak it aloud: `{{ value|ja }}`."""

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

LETTER = "\u3005\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d"
JAPANESE = re.compile(f"[{LETTER}]")
MARK = "\u3000-\u30ff\uff01-\uffef"
# From the first Japanese letter, or a quotation, with the marks around it and figures and Latin
# words that stand inside without a blank before them: 「食」, ロボット・IoT・AI, （JIS Q 9100）.
LATIN = f"(?<=[{LETTER}{MARK}])[A-Za-z][A-Za-z0-9 .&/-]*(?=[{LETTER}{MARK}])"
QUOTATION = "「[^」\n]*」"
RUN = re.compile(
    f"(?:{QUOTATION}|[「『（【※]*[{LETTER}])(?:{QUOTATION}|[{LETTER}{MARK}0-9]|{LATIN})*"
)
# Words that a browser's dictionary of phrases takes apart: 先端もの／づくり, 航／空宇宙.
WHOLE = re.compile("ものづくり|(?:室蘭)?航空宇宙")


@register.filter
def whole(value: Any) -> SafeString:
    """A title, whose lines do not end within these words."""
    text = conditional_escape(value)
    return mark_safe(WHOLE.sub(r'<span class="whole">\g<0></span>', text))


@register.filter(name="ja")
def japanese(value: Any) -> SafeString:
    """The value; on an English page one that holds Japanese is marked as Japanese."""
    text = conditional_escape(value)
    if get_language() == "en" and JAPANESE.search(text):
        return format_html('<span lang="ja">{}</span>', text)
    return text


@register.filter
def ja_attribute(value: object) -> SafeString:
    """The same as an attribute, for elements that hold text alone: options, text of pictures."""
    marked = get_language() == "en" and JAPANESE.search(str(value))
    return mark_safe(' lang="ja"' if marked else "")


@register.filter
def mixed(value: Any) -> SafeString:
    """The same for an English sentence with Japanese words in it: only they are marked."""
    text = conditional_escape(value)
    if get_language() != "en":
        return text
    return mark_safe(RUN.sub(r'<span lang="ja">\g<0></span>', text))
