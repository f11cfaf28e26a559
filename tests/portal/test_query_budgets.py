"""How many queries each kind of page takes: the same at 5 and at 25 agreements.

With each agreement come a project, an activity, a plan, an organisation, a document and so on,
each tied to the page's own record, so that a query a row shows on every page.
"""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.portal.addresses import PAGES, addresses, language_of
from tests.portal.crowd import add_crowd
from tests.world import NOW

pytestmark = pytest.mark.slow

BUDGETS = {
    "home": 25,
    "agreements": 30,  # with words, which the search reads all agreements for
    "agreements-list": 5,
    "municipalities-list": 2,
    "themes-list": 2,
    "projects-list": 4,
    "plans-list": 3,
    "programmes-list": 2,
    "organizations-list": 2,
    "documents-list": 4,
    "agreement-json": 40,
    "agreement-text": 35,
    "agreement-excel": 41,
    "compare": 19,
    "projects-json": 26,
    "plans-json": 27,
    "programmes-json": 9,
    "themes-json": 4,
    "organizations-json": 35,
    "document-json": 37,
    "municipalities-json": 35,
    "prefectures-json": 27,
    "bureaus-json": 14,
    "agreement": 34,
    "themes": 2,
    "theme": 7,
    "municipalities": 3,
    "municipality": 39,
    "prefecture": 34,
    "bureau": 21,
    "projects": 5,
    "project": 30,
    "plans": 15,
    "plan": 28,
    "programmes": 3,
    "programme": 9,
    "organizations": 3,
    "organization": 41,
    "documents": 5,
    "document": 45,  # a query for each model that it is cited for
    "differences": 5,
    "statistics": 21,
    "statistics-items": 5,
    "calendar": 15,
    "search": 42,
    "data": 8,
    "about": 11,
    "accessibility": 0,
    "terms": 0,
    "privacy": 0,
    "sitemap": 2,
    "corrections": 0,
}


def count(world):
    """The queries of each kind of page; of its Japanese pages, the one that takes most."""
    counted = dict.fromkeys(PAGES, 0)
    for name, group in addresses(world).items():
        for address in (one for one in group if language_of(one) == "ja"):
            with CaptureQueriesContext(connection) as captured:
                assert Client().get(address).status_code == 200
            counted[name] = max(counted[name], len(captured))
    return counted


@pytest.fixture(scope="module")
def counts(lasting_world):
    """The queries by kind of page, with 5 and with 25 agreements."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: NOW)
        ContentType.objects.get_for_models(*apps.get_models())  # a cache that every server fills
        add_crowd(lasting_world, range(5))
        few = count(lasting_world)
        add_crowd(lasting_world, range(5, 25))
        return few, count(lasting_world)


def test_every_kind_of_page_has_a_budget():
    assert set(BUDGETS) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_budget(counts, db, name):
    few, many = counts
    assert (few[name], many[name]) == (BUDGETS[name], BUDGETS[name])
