"""The list of agreements refreshes in place, and every state of it has its address."""

import pytest
from playwright.sync_api import Page, expect

from tests.world import agreement, bureau, day, municipality


@pytest.fixture
def agreements(transactional_db: None) -> None:
    agreement("kushiro", (municipality("釧路市"),), signed_on=day("2021年4月22日"))
    agreement(
        "aomori",
        (municipality("青森市"),),
        bureau=bureau("tohoku"),
        announced_on=day("2020年5月1日"),
    )


def test_a_condition_refreshes_the_list_and_keeps_the_focus(agreements: None, page: Page) -> None:
    page.goto("/agreements/")
    page.evaluate("window.stays = true")
    choice, told = page.get_by_label("経済産業局", exact=True), page.locator("#count")
    choice.focus()
    choice.select_option("tohoku")
    expect(told).to_contain_text("1件の協定等")
    expect(page).to_have_url("/agreements/?bureau=tohoku")
    expect(choice).to_be_focused()
    expect(page.locator("#id_fiscal_year option[value='2021']")).to_have_text(
        "2021年度（令和3年度）（0件）"
    )
    page.locator("#id_fiscal_year").select_option("2021")
    expect(told).to_contain_text("0件の協定等")
    page.get_by_role("link", name="「経済産業局：東北経済産業局」を外す（1件）").click()
    expect(page).to_have_url("/agreements/?fiscal_year=2021")
    expect(page.locator("#found")).to_be_focused()
    expect(choice).to_have_value("")
    page.go_back()
    expect(choice).to_have_value("tohoku")
    expect(told).to_contain_text("0件の協定等")
    assert page.evaluate("window.stays")
