import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.board import Board
from tests.web.conftest import FILES, Look, Visitor

NAMES = ("accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv")


def bring(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(list(files))
    page.wait_for_url("**/imports/*")


def run(page: Page) -> None:
    """Checks, then writes."""
    page.get_by_role("button", name="Check without writing").click()
    expect(page.locator("[data-status=CHECKED]")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name=re.compile("^Import ")).click()
    expect(page.locator("[data-status=DONE]")).to_be_visible(timeout=120_000)


def told(page: Page, entity: str, field: str) -> int:
    cell = page.locator(f"tr[data-entity={entity}] td[data-field={field}]")
    return int(cell.inner_text().replace(",", ""))


@pytest.mark.shared
@pytest.mark.skipif(not FILES.is_dir(), reason="the real files of ../shared are not beside this checkout")
def test_real_files_come_in_once(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty, Look(width=1600))
    page = visitor.go("/imports")
    bring(page, *(FILES / name for name in NAMES))
    expect(page.get_by_label("account goes to").first).to_be_visible()
    run(page)
    assert [told(page, entity, "created") for entity in ("account", "product", "deal", "member")] == [85, 7, 8800, 35]
    page.get_by_role("link", name="See the board").click()
    Board(page).expect_counts([500, 1589, 4238, 2473])
    engaging = Board(page).column(1).locator("header")
    expect(engaging).to_contain_text("63.2%")
    page = visitor.go("/imports")
    bring(page, *(FILES / name for name in NAMES))
    run(page)
    assert [told(page, entity, "unchanged") for entity in ("account", "product", "deal", "member")] == [85, 7, 8800, 35]
    page = visitor.go("/deals/board")
    Board(page).expect_counts([500, 1589, 4238, 2473])


def test_mapping_refusals_and_undo(visit: Visitor, empty: Tenant, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("Company,Employees,Remark\nAlpha,12,x\nBeta,many,y\n", encoding="utf-8")
    visitor = visit(empty)
    page = visitor.go("/imports")
    bring(page, file)
    remark = page.get_by_label("Remark goes to")
    expect(remark).to_have_value("")
    page.get_by_label("Employees goes to").select_option(label="Employees")
    run(page)
    assert told(page, "account", "created") == 1
    assert told(page, "account", "refused") == 1
    refused = page.get_by_role("region", name="Refused rows", exact=True)
    expect(refused).to_contain_text("many")
    with page.expect_download() as download:
        refused.get_by_role("link", name="Download as CSV").click()
    assert "Beta,many,y" in Path(download.value.path()).read_text(encoding="utf-8-sig")
    page.get_by_role("button", name="Undo the import").click()
    page.get_by_role("dialog").get_by_role("button", name="Undo the import").click()
    expect(page.locator("[data-status=UNDONE]")).to_be_visible(timeout=60_000)
    page = visitor.go("/imports")
    expect(page.locator(".past [data-status=UNDONE]")).to_be_visible()


def test_a_wrong_file_is_refused_in_words(visit: Visitor, empty: Tenant, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    page = visit(empty).go("/imports")
    page.locator("input[type=file]").first.set_input_files(picture)
    expect(page.get_by_role("alert")).to_have_text("There is no CSV file among these.")


def test_progress_survives_leaving(visit: Visitor, empty: Tenant, tmp_path: Path) -> None:
    file = tmp_path / "accounts.csv"
    lines = [f"Company {number},{number % 500}" for number in range(3000)]
    file.write_text("\n".join(["Company,Employees", *lines]), encoding="utf-8")
    visitor = visit(empty)
    page = visitor.go("/imports")
    bring(page, file)
    page.get_by_role("button", name="Check without writing").click()
    address = page.url
    visitor.go("/deals")
    page = visitor.go(address.removeprefix(visitor.origin))
    expect(page.locator("[data-status=CHECKED]")).to_be_visible(timeout=60_000)
    assert told(page, "account", "created") == 3000
