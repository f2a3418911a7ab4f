"""Files and mentions on a record's page: dropped, watched, looked at, refused, renamed and taken away."""

import re
from typing import Final

from playwright.sync_api import FilePayload, Page, expect

from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.files.make import PROGRAM, picture
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_notices import colleague
from tests.web.test_records import SEND

DROP: Final = """([where, files]) => {
  const held = new DataTransfer()
  for (const [name, content, times] of files) {
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0))
    held.items.add(new File(Array.from({length: times}, () => bytes), name))
  }
  const target = document.querySelector(where)
  for (const type of ['dragover', 'drop']) {
    target.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: held}))
    if (type === 'dragover') window.overlay = document.querySelector('main').innerText
  }
}"""
DEAL: Final = """mutation Deal($input: CreateDealInput!) {
  createDeal(input: $input) { deal { id } problems { message } }
}"""
PAGE_OF_TEXT: Final = b"BT /F1 24 Tf 60 700 Td (A quote of three pages) Tj ET"


def paper() -> bytes:
    """A PDF with one page and a line on it."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(PAGE_OF_TEXT), PAGE_OF_TEXT),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    body = b"%PDF-1.4\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def drop(page: Page, where: str, *files: tuple[str, bytes, int]) -> None:
    given = [
        [name, page.evaluate("text => btoa(text)", content.decode("latin-1")), times] for name, content, times in files
    ]
    page.evaluate(DROP, [where, given])


def deal(page: Page, origin: str, name: str) -> None:
    page.goto(f"{origin}/icon.svg")
    made = page.evaluate(SEND, [DEAL, {"input": {"name": name, "amount": {"amount": "10", "currency": "EUR"}}}])
    assert made["data"]["createDeal"]["problems"] == []
    page.goto(f"{origin}/deals/{made['data']['createDeal']['deal']['id']}")
    page.locator(".timeline > li").first.wait_for()
    page.locator(".end .files").wait_for(state="attached")  # the part that takes files comes by itself


def test_files_are_dropped_watched_seen_refused_and_taken_away(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    page = visitor.page
    deal(page, visitor.origin, "Lighthouse lamps")
    files, sent = page.locator(".end .files li"), page.locator(".end .uploads li")
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 1_000_000}
    line.send("Network.emulateNetworkConditions", slow)
    drop(page, ".record", ("rows.txt", b"one line of text\n" * 1000, 200))
    assert "Lighthouse lamps" in page.evaluate("window.overlay")
    expect(sent.get_by_role("progressbar")).to_have_attribute("aria-valuenow", re.compile("[1-9]"))
    sent.get_by_role("button", name="Cancel rows.txt").click()
    expect(sent).to_have_count(0)
    line.send("Network.emulateNetworkConditions", slow | {"uploadThroughput": -1})
    drop(page, ".record", ("photo.png", picture(), 1), ("quote.pdf", paper(), 1), ("liar.pdf", PROGRAM, 1),
         ("empty.txt", b"", 1), ("huge.bin", b"0" * 1_000_000, 26))  # fmt: skip
    expect(files).to_have_count(2)
    expect(sent.filter(has_text="liar.pdf").get_by_role("alert")).to_contain_text("not what its name says")
    expect(sent.filter(has_text="empty.txt").get_by_role("alert")).to_contain_text("empty")
    expect(sent.filter(has_text="huge.bin").get_by_role("alert")).to_contain_text("at most 25")
    expect(files.filter(has_text="photo.png").locator("img")).to_be_visible()
    assert violations(page) == []
    files.filter(has_text="photo.png").get_by_role("button", name="Look at").click()
    gallery = page.get_by_role("dialog")
    expect(gallery.get_by_role("img", name="photo.png")).to_be_visible()
    assert gallery.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    place = int(gallery.get_by_role("status").inner_text()[0])
    page.keyboard.press("ArrowRight" if place == 1 else "ArrowLeft")
    expect(gallery.get_by_role("heading", name="quote.pdf")).to_be_visible()
    page.keyboard.press("Escape")
    files.filter(has_text="quote.pdf").get_by_role("button", name="Rename").click()
    page.keyboard.type("offer")
    page.keyboard.press("Enter")
    offer = files.filter(has_text="offer.pdf")
    expect(offer).to_have_count(1)
    offer.get_by_role("button", name="Delete").click()
    expect(offer).to_have_count(0)
    assert [line for line in visitor.noise if "422" not in line] == []
    visitor.noise.clear()  # the browser says itself that a file was refused


def test_a_lost_file_goes_when_the_line_is_back(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    page = visitor.page
    deal(page, visitor.origin, "Lamps")
    page.context.set_offline(True)
    drop(page, ".record", ("rows.txt", b"text\n", 1))
    expect(page.locator(".uploads [data-upload=lost]")).to_contain_text("The connection broke")
    page.context.set_offline(False)
    expect(page.locator(".end .files li")).to_have_count(1)
    visitor.noise.clear()  # the browser says itself that it was offline


def test_a_note_with_a_file_names_a_colleague(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, "נועה בר", "noa@fresh.test")
    visitor = visit(empty)
    deal(visitor.page, visitor.origin, "מנורות")
    page = visit(empty, Look(language="he", width=390)).page
    page.goto(f"{visitor.page.url}?tab=timeline")
    area = page.locator(".composer textarea")
    area.click()
    area.press_sequentially("לשאול את @נוע")
    expect(page.get_by_role("option", name="נועה בר")).to_be_visible()
    page.keyboard.press("Enter")
    area.press_sequentially("על המחיר")
    page.locator(".composer input[type=file]").set_input_files(
        FilePayload(name="מחירון.txt", mimeType="text/plain", buffer=b"10\n")
    )
    expect(page.locator(".composer .uploads li")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.locator(".composer button[type=submit]").click()
    note = page.locator(".timeline > li[data-kind=NOTE]")
    expect(note.locator(".mention")).to_have_text("@נועה בר")
    expect(note.locator(".file-chips")).to_contain_text("מחירון.txt")
    noa = visit(empty, member="noa@fresh.test")
    noa_page = noa.go("/deals")
    expect(noa_page.locator(".bell .unread")).to_contain_text("1")
