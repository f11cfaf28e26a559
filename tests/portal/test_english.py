"""English pages: what stays Japanese there says that it is, for readers that speak it aloud."""

import json
import re

import pytest
from django.utils.translation import override

from common.templatetags.language import JAPANESE, japanese, mixed
from tests.portal.addresses import language_of
from tests.portal.markup import parse

pytestmark = pytest.mark.django_db

SILENT = {"script", "style"}
SVG = "{http://www.w3.org/2000/svg}svg"


MARKS = re.compile("[：（）・｜「」　、。；＝～]")
# What is for machines says no language for its words: their Japanese keeps its own marks.
MARKS_IN_HEAD = re.compile("｜|（[A-Z][a-z ]+）|[a-z]：")
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
SAID_IN_HEAD = {"description", "og:title", "og:description", "og:site_name"}


def told(element, silent=SILENT, language="en"):
    """The texts of a page outside of what says that it is Japanese."""
    language = element.get("lang", language)
    if element.tag in silent or language == "ja":
        return
    texts = (element.text, *(child.tail for child in element))
    yield from (text.strip() for text in texts if text and text.strip())
    for child in element:
        yield from told(child, silent, language)


def unmarked(page):
    return [text for text in told(page) if JAPANESE.search(text)]


def with_japanese_marks(page):
    """English with the marks of Japanese, on the page and in what machines read of it."""
    head = page.find("head")
    asked = [m for m in head if SAID_IN_HEAD & {m.get("name"), m.get("property")}]
    for_machines = [head.findtext("title"), *(meta.get("content") for meta in asked)]
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            for_machines += names_in(json.loads(script.text))
    shown = told(page.find("body"), SILENT | {SVG})  # a picture breaks names into lines
    found = [text for text in shown if MARKS.search(text)]
    return found + [text for text in for_machines if MARKS_IN_HEAD.search(text)]


def names_in(data):
    """Each name that structured data give, however deep."""
    for value in data if isinstance(data, list) else data.values():
        if isinstance(value, dict | list):
            yield from names_in(value)
    if isinstance(data, dict) and "name" in data:
        yield data["name"]


def called_japanese(element):
    """Several English words that an element without anything Japanese calls Japanese."""
    for one in element.iter():
        text = "".join(one.itertext()).strip()
        is_english = WORDS.search(text) and not JAPANESE.search(text)
        if one.get("lang") == "ja" and is_english:
            yield text


def found_on(site, look):
    return {
        f"{kind}: {words}"
        for kind, answers in site.items()
        for address, answer in answers.items()
        if language_of(address) == "en"
        for words in look(parse(answer.content.decode()))
    }


def test_what_is_japanese_says_so(site):
    found = found_on(site, lambda page: unmarked(page.find("body")))
    assert not found, "\n".join(sorted(found))


def test_english_has_english_punctuation(site):
    found = found_on(site, with_japanese_marks)
    assert not found, "\n".join(sorted(found))


def test_english_is_not_called_japanese(site):
    found = found_on(site, called_japanese)
    assert not found, "\n".join(sorted(found))


def test_the_search_sees_unmarked_words():
    page = parse(
        '<!doctype html><html lang="en"><title>x</title><body>'
        '<p lang="ja">釧路</p><p>北見<b lang="ja">旭川</b>室蘭</p></body></html>'
    )
    assert unmarked(page) == ["北見", "室蘭"]


def test_the_search_sees_marks_and_what_is_wrongly_called_japanese():
    page = parse(
        '<!doctype html><html lang="en"><title>釧路（北）｜Portal</title><body>'
        '<p>Theme：<b lang="ja">「食」</b></p><p lang="ja">Town <i>centres</i></p></body></html>'
    )
    assert with_japanese_marks(page) == ["Theme：", "釧路（北）｜Portal"]
    assert list(called_japanese(page)) == ["Town centres"]


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


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("printed as “来年”, once", ["来年"]),
        ("- 「CONDE HOUSE」の受賞 [1]", ["「CONDE HOUSE」の受賞"]),
        ("ロボット・IoT・AI技術 (x)", ["ロボット・IoT・AI技術"]),
        ("認証（JIS Q 9100）を取得。「2020.2.1」 [1]", ["認証（JIS Q 9100）を取得。「2020.2.1」"]),
        ("Kushiro (釧路) and Kitami (北見)", ["釧路", "北見"]),
    ],
)
def test_in_a_mixed_text_the_japanese_runs_keep_their_marks_and_latin_words(words, runs):
    with override("en"):
        assert re.findall('<span lang="ja">(.*?)</span>', mixed(words)) == runs
