"""Files, backups and plans in the admin console: a company goes out and comes in, is restored and put on a plan."""

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from saas.operations.sealing import is_sealed
from tenants.registry import Tenant
from tests.web.conftest import Look
from tests.web.test_access import violations
from tests.web.test_console import Admit, admit, company

__all__ = ["admit", "company"]

STILL = "() => document.getAnimations().every(one => one.effect.getTiming().iterations === Infinity)"
"""What opens is there as a whole: half there, its words would stand out too little."""
SHOTS = os.environ.get("KESHER_SHOTS")


def look(page: Page, name: str) -> None:
    """No rule of access is broken, nothing stands out of the page; a picture where one is wanted."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STILL)
    assert violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png")


def go(page: Page, path: str) -> None:
    page.goto("/".join(page.url.split("/")[:3]) + path)


def done(page: Page, slug: str) -> None:
    go(page, "/errands")
    expect(page.locator(".console-errands li", has_text=slug).first).to_contain_text("Done", timeout=60_000)


def test_a_company_leaves_as_a_file_and_comes_back_under_another_name(
    admit: Admit, company: Tenant, tmp_path: Path
) -> None:
    page = admit()
    go(page, "/archives")
    look(page, "empty")
    go(page, f"/companies/{company.slug}")
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("Asked for by the owner")
    look(page, "export")
    dialog.get_by_role("button", name="Export").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".console-errands li").first).to_contain_text("Done", timeout=60_000)
    go(page, "/archives")
    row = page.locator(".console-errands li", has_text=company.slug)
    look(page, "waiting")
    with page.expect_download() as downloading:
        row.get_by_role("button", name="Download").click()
    file = tmp_path / "acme.kesher"
    downloading.value.save_as(file)
    assert is_sealed(file)
    expect(row).to_be_hidden()

    page.get_by_role("button", name="Import a company").click()
    dialog.get_by_role("button", name="Import").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("Choose a file.")
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.get_by_label("Address").fill(company.slug)
    dialog.get_by_label("Reason").fill("From another region")
    dialog.get_by_role("button", name="Import").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("is taken")
    look(page, "import")
    dialog.get_by_label("Address").fill(f"{company.slug}-b")
    dialog.get_by_label("Name", exact=True).fill("Acme of the North")
    dialog.get_by_role("button", name="Import").click()
    page.wait_for_url("**/errands")
    done(page, f"{company.slug}-b")
    go(page, f"/companies/{company.slug}-b")
    expect(page.get_by_role("heading", name="Acme of the North")).to_be_visible()
    expect(page.locator(".console-book")).to_contain_text("From another region")


def test_a_backup_is_restored_and_takes_the_place_of_its_company(admit: Admit, company: Tenant) -> None:
    page = admit(Look("he"))
    go(page, f"/companies/{company.slug}")
    dialog = page.get_by_role("dialog")
    page.get_by_role("button", name="גיבוי", exact=True).click()
    dialog.get_by_label("סיבה").fill("לפני השדרוג")
    dialog.get_by_role("button", name="גיבוי").click()
    restore = page.get_by_role("button", name="שחזור הגיבוי של").first
    expect(restore).to_be_enabled(timeout=60_000)
    look(page, "backups-he")
    restore.click()
    expect(dialog.get_by_label("כתובת העותק")).to_have_value(f"{company.slug}-restored")
    dialog.get_by_label("סיבה").fill("עסקאות אבדו")
    look(page, "restore-he")
    dialog.get_by_role("button", name="שחזור גיבוי").click()
    expect(dialog).to_be_hidden()
    under_way = page.locator(".console-errands li", has_text=f"{company.slug}-restored")
    expect(under_way).to_contain_text("הסתיים", timeout=60_000)
    go(page, f"/companies/{company.slug}-restored")
    expect(page.locator(".paper .top .tag").first).to_have_text("מושעית")
    look(page, "copy-he")
    page.get_by_role("button", name="להחליף את המקור").click()
    dialog.get_by_label("סיבה").fill("הכול שם")
    dialog.get_by_role("button", name="להחליף את המקור").click()
    expect(dialog).to_be_hidden()
    go(page, "/errands")
    expect(page.locator(".console-errands li", has_text=f"{company.slug}-restored").first).to_contain_text(
        "הסתיים", timeout=60_000
    )
    go(page, f"/companies/{company.slug}")
    expect(page.locator(".paper .top .tag").first).to_have_text("פעילה")
    go(page, f"/companies/{company.slug}-replaced")
    expect(page.locator(".paper .top .tag").first).to_have_text("מושעית")


def test_a_plan_is_given_to_several_and_narrows_the_list(admit: Admit, company: Tenant) -> None:
    page = admit()
    page.get_by_role("textbox", name="Search companies").fill(company.slug)
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("Trial")
    page.get_by_role("checkbox", name="Select all companies that are shown").check()
    page.get_by_role("region", name="Picked companies").get_by_role("button", name="Change plan").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Plan").select_option("Enterprise")
    dialog.get_by_label("Reason").fill("Signed")
    dialog.get_by_role("button", name="Change plan").click()
    page.wait_for_url("**/errands")
    done(page, company.slug)
    go(page, "/companies")
    page.get_by_role("textbox", name="Search companies").fill(company.slug)
    page.get_by_role("combobox", name="Plan").select_option("Enterprise")
    expect(page.locator("tbody tr")).to_have_count(1)
    look(page, "plans")
    page.get_by_role("combobox", name="Plan").select_option("Trial")
    expect(page.get_by_text("No company fits")).to_be_visible()
