"""English pages: what stays Japanese there says that it is, for readers that speak it aloud."""

import pytest
from django.utils.translation import override

from common.templatetags.language import JAPANESE, japanese
from tests.portal.addresses import language_of
from tests.portal.markup import parse

pytestmark = pytest.mark.django_db

SILENT = {"script", "style"}


def unmarked(element, language="en"):
    """The Japanese words of a page that no element around them calls Japanese."""
    language = element.get("lang", language)
    if element.tag in SILENT or language == "ja":
        return
    for text in (element.text, *(child.tail for child in element)):
        if text and JAPANESE.search(text):
            yield text.strip()
    for child in element:
        yield from unmarked(child, language)


def test_what_is_japanese_says_so(site):
    found = {
        (kind, words)
        for kind, answers in site.items()
        for address, answer in answers.items()
        if language_of(address) == "en"
        for words in unmarked(parse(answer.content.decode()).find("body"))
    }
    assert not found, "\n".join(f"{kind}: {words}" for kind, words in sorted(found))


def test_the_search_sees_unmarked_words():
    page = parse(
        '<!doctype html><html lang="en"><title>x</title><body>'
        '<p lang="ja">釧路</p><p>北見<b lang="ja">旭川</b>室蘭</p></body></html>'
    )
    assert list(unmarked(page)) == ["北見", "室蘭"]


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        ("en", "釧路市", '<span lang="ja">釧路市</span>'),
        ("en", "Kushiro City", "Kushiro City"),
        ("en", "<北見>", '<span lang="ja">&lt;北見&gt;</span>'),
        ("ja", "釧路市", "釧路市"),
        ("ja", "<b>", "&lt;b&gt;"),
    ],
)
def test_a_value_is_marked_where_its_language_is_not_that_of_the_page(language, value, shown):
    with override(language):
        assert japanese(value) == shown
