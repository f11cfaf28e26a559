"""The page that says what can be downloaded."""

import pytest

from tests.portal.markup import parse
from tests.world import COMING, agreement, plan


@pytest.fixture
def links(db, clock, client):
    """Reads the addresses that the main part of a page leads to, with their words."""

    def read(address):
        main = parse(client.get(address).content.decode()).find(".//main")
        return {link.get("href"): "".join(link.itertext()) for link in main.iter("a")}

    return read


def test_each_list_has_its_files_and_one_public_example(links):
    agreement("hidden", **COMING)
    agreement("shown")
    plan("made")
    told = links("/data/")
    assert told["/agreements/list.csv"] == "CSV：協定等"
    assert {"/agreements/list.xlsx", "/documents/list.json", "/plans/list.csv"} <= told.keys()
    assert {f"/agreements/shown.{form}" for form in ("json", "txt", "xlsx")} <= told.keys()
    assert "/plans/made.json" in told
    assert not [address for address in told if "hidden" in address]


def test_without_records_it_leads_to_the_lists_alone(links):
    told = links("/data/")
    assert "/themes/list.xlsx" in told
    themes = {address for address in told if address.startswith("/themes/")}
    assert themes == {"/themes/", *(f"/themes/list.{form}" for form in ("csv", "xlsx", "json"))}


def test_home_leads_to_it(links):
    assert links("/")["/data/"] == "データの取得"
