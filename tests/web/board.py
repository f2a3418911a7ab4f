"""The pipeline board as a person uses it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True, slots=True)
class Board:
    page: Page

    def counts(self) -> list[int]:
        return [int(text.replace(",", "")) for text in self.page.get_by_test_id("count").all_inner_texts()]

    def stages(self) -> list[str]:
        return self.page.locator(".col h2").all_inner_texts()

    def column(self, number: int) -> Locator:
        return self.page.locator(".col").nth(number)

    def cards(self, number: int) -> Locator:
        return self.column(number).locator(".card")

    def first_deal(self, number: int) -> str:
        return self.column(number).locator("[data-deal]").first.get_attribute("data-deal") or ""

    def has(self, number: int, deal: str) -> bool:
        return self.column(number).locator(f'[data-deal="{deal}"]').count() == 1

    def expect_in(self, number: int, deal: str) -> None:
        expect(self.column(number).locator(f'[data-deal="{deal}"]')).to_have_count(1)

    def focus_first(self, number: int) -> str:
        """Both at once: what comes back from the server may move another card to the first place."""
        first = self.column(number).locator("[data-deal]").first
        return str(first.evaluate("card => { card.focus(); return card.dataset.deal }"))

    def focused(self) -> str | None:
        found: str | None = self.page.evaluate("document.activeElement.dataset.deal ?? null")
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def said(self) -> str:
        return self.page.get_by_test_id("said").inner_text()

    def drag(self, source: Locator, target: Locator) -> None:
        expect(source).to_have_attribute("draggable", "true")  # what drags comes after the first paint
        start, end = source.bounding_box(), target.bounding_box()
        assert start is not None
        assert end is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + 60, start["y"] + 40)
        mouse.down()
        mouse.move(start["x"] + 75, start["y"] + 50, steps=4)
        mouse.move(end["x"] + end["width"] / 2, end["y"] + 260, steps=12)
        expect(target).to_have_attribute("data-over", "true")
        mouse.up()

    def expect_counts(self, counts: list[int]) -> None:
        expect(self.page.get_by_test_id("count")).to_have_text([f"{count:,}" for count in counts])


def moved(counts: list[int], source: int, target: int) -> list[int]:
    after = list(counts)
    after[source] -= 1
    after[target] += 1
    return after
