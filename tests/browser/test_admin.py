"""The staff's pages under the strict policy: scripts and styles work, and nothing is blocked."""

import pytest
from playwright.sync_api import Page, expect

from bureaus.models import Scope, User
from partnerships.models import Agreement
from tests.admin.conftest import account
from tests.admin.pages import address
from tests.whole_world import build_world
from tests.world import bureau

PASSWORD = "a-test-only"


@pytest.fixture
def desk(transactional_db: None, page: Page) -> Page:
    """The page of an officer who has logged in."""
    build_world()
    officer: User = account("hokkaido", Scope.BUREAU, bureau())
    page.goto("/admin/")
    page.get_by_label("ユーザー名").fill(officer.username)
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="ログイン").click()
    expect(page.get_by_role("heading", name="記録の一覧")).to_be_visible()
    return page


def test_pages_open_without_a_blocked_script_or_style(desk: Page) -> None:
    """The fixture `page` fails on any error in the console."""
    row = Agreement.objects.get(slug="hokkaido-kushiro-2021")
    for place in ("change", "history"):
        desk.goto(address(row, place))
        expect(desk.get_by_role("heading", name=str(row)).first).to_be_visible()
    desk.goto(address(Agreement, "changelist"))
    desk.goto(address(row))
    desk.get_by_role("link", name="出典（").click()
    desk.get_by_role("link", name="出典 を追加").click()
    expect(desk.get_by_label("対象の記載")).to_be_visible()


def test_a_party_is_added_and_chosen_by_typing(desk: Page) -> None:
    row = Agreement.objects.get(slug="hokkaido-kushiro-2021")
    desk.goto(address(row))
    desk.get_by_role("button", name="当事者 の追加").click()
    desk.locator("[aria-labelledby=select2-id_parties-3-municipality-container]").click()
    desk.locator(".select2-search__field").fill("あさひ")
    desk.get_by_role("option", name="旭川市").click()
    desk.get_by_role("button", name="保存して編集を続ける").first.click()
    expect(desk.get_by_text("当事者: 旭川市")).to_be_visible()
