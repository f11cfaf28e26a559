"""One reader and one officer: from the home page to a correction that the public sees."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from playwright.sync_api import Page, expect

from bureaus.models import Bureau, Scope, User
from bureaus.roles import EDITORS

PASSWORD = "k7-Journey-2026"
MEMORANDUM = "釧路市と北海道経済産業局の地域経済の成長促進に関する覚書"
CORRECTED = f"{MEMORANDUM}（訂正後）"
QUOTATION = "釧路市ビジネスサポートセンターk-Bizと連携し"


@pytest.fixture
def officer(transactional_db: None) -> User:
    """An editor of the bureau that owns the memorandum, with the document's content loaded."""
    call_command("load_reference", verbosity=0)
    call_command("load_content", verbosity=0)
    user = User.objects.create_user(
        "hokkaido-editor",
        password=PASSWORD,
        is_staff=True,
        scope=Scope.BUREAU,
        bureau=Bureau.objects.get(slug="hokkaido"),
    )
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def test_from_home_to_the_source_and_a_correction(officer: User, page: Page) -> None:
    read_to_the_source(page)
    log_in(page, officer)
    correct_the_title(page)
    page.goto("/")
    expect(page.get_by_role("link", name=CORRECTED)).to_be_visible()


def read_to_the_source(page: Page) -> None:
    """Home → agreement → project → its quotation → the document that says so."""
    page.goto("/")
    page.get_by_role("link", name=MEMORANDUM).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(MEMORANDUM)
    page.get_by_role("link", name="k-Biz").first.click()
    summary = page.locator(".text", has_text=QUOTATION).first
    summary.locator("summary").click()
    quotation = summary.locator("blockquote")
    expect(quotation).to_contain_text(QUOTATION)
    summary.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "釧路市と地域経済の成長促進に関する覚書を締結"
    )
    expect(page.locator("blockquote", has_text=QUOTATION).first).to_be_visible()


def log_in(page: Page, officer: User) -> None:
    page.goto("/admin/")
    page.get_by_label("ユーザー名").fill(officer.username)
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="ログイン").click()


def correct_the_title(page: Page) -> None:
    page.locator("#content .model-agreement").get_by_role("link", name="協定等").click()
    page.get_by_role("link", name=MEMORANDUM).click()
    page.get_by_label("表示する件名").fill(CORRECTED)
    page.get_by_role("button", name="保存", exact=True).last.click()
    expect(page.locator(".messagelist")).to_contain_text(CORRECTED)
