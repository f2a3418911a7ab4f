"""What is planned is put off with its time."""

from playwright.sync_api import Locator, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Visit, Visitor
from tests.web.test_day import DAYS, PLAN


def today_of(visitor: Visit) -> str:
    """The company's clock is UTC."""
    visitor.page.goto(f"{visitor.origin}/icon.svg")
    day: str = visitor.page.evaluate(DAYS, 0)
    return day


def item(page: Page, subject: str) -> Locator:
    return page.locator(".activity", has_text=subject)


def test_what_has_a_time_is_put_off_with_it(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    day = today_of(visitor)
    planned = [
        {"kind": "MEETING", "subject": "Demo", "startsAt": f"{day}T10:30", "endsAt": f"{day}T11:00"},
        {"kind": "CALL", "subject": "Ring Noga", "startsAt": f"{day}T14:00"},
        {"kind": "TASK", "subject": "Send it", "dueAt": f"{day}T16:00"},
    ]
    visitor.page.evaluate(PLAN, planned)
    page = visitor.go("/day")
    hours = {"Demo": "10:30\u201311:00", "Ring Noga": "14:00", "Send it": "16:00"}
    for subject, time in hours.items():
        when = item(page, subject).locator(".when")
        following = page.locator(f"[data-part=NEXT] .activity:has-text('{subject}') .when")
        expect(when).to_contain_text(f"Today {time}")
        item(page, subject).hover()
        page.get_by_role("button", name=f"Put off until tomorrow: {subject}").click()
        expect(following).to_have_text(f"Tomorrow {time}")
        page.keyboard.press("Control+z")
        expect(following).to_have_count(0)
        expect(when).to_contain_text(f"Today {time}")
        item(page, subject).locator(".tick").focus()
        page.keyboard.press("s")
        expect(following).to_have_text(f"Tomorrow {time}")
    page.reload()
    for subject, time in hours.items():
        expect(item(page, subject).locator(".when")).to_have_text(f"Tomorrow {time}")
