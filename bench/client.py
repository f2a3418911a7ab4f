"""The web client in Chromium: what the first load weighs, how fast a board shows, how smoothly a list scrolls, axe."""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, StorageState, sync_playwright
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bench.beside.company import make_company
from bench.beside.serving import ROOT, free_port
from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.local import supervisor, web
from saas.local.postgres import Postgres
from saas.settings import Settings, passwords, role_urls
from tenants import provision
from tenants.bootstrap import bootstrap, driver_url
from tenants.engine import Lanes

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run")  # fmt: skip
AXE: Final = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
PAGES: Final = (
    "/deals/board", "/deals", "/accounts", "/contacts", "/day", "/imports", "/settings/profile", "/settings/security",
    "/settings/company", "/settings/members", "/settings/teams", "/settings/roles", "/settings/sign-in",
)  # fmt: skip
SLOWER: Final = 4
PATIENCE: Final = 60.0
LIMITS: Final = {"initial_js_kb": 250.0, "board_ms": 1500.0, "scroll_fps": 60.0, "axe_violations": 0.0}

#: Notes when the first card has been painted, from the start of the navigation.
SHOWN: Final = """(() => {
  const look = new MutationObserver(() => {
    if (!document.querySelector('[data-deal]')) return
    look.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => { window.kesherShown = performance.now() }))
  })
  look.observe(document, {childList: true, subtree: true})
})()"""
SCRIPTS: Final = """() => performance.getEntriesByType('resource').filter(one => /\\.js$/.test(one.name)
  && one.startTime < window.kesherShown).reduce((sum, one) => sum + one.encodedBodySize, 0)"""
#: Scrolls what holds the rows, and goes on as more of them come; the gaps between its frames, and how far it came.
SCROLL: Final = """async seconds => {
  const row = document.querySelector('[data-row]')
  let box = row.parentElement
  while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY)))
    box = box.parentElement
  box ??= document.scrollingElement
  const gaps = []
  const ends = performance.now() + seconds * 1000
  let last = await new Promise(requestAnimationFrame)
  while (last < ends) {
    box.scrollTop += 60
    const now = await new Promise(requestAnimationFrame)
    gaps.push(now - last)
    last = now
  }
  return {gaps, reached: Math.round(box.scrollTop), of: box.scrollHeight}
}"""
RUN_AXE: Final = """() => axe.run(document, {runOnly:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(found => found.violations.flatMap(one => one.nodes.map(() => one.id)))"""
SPEAK: Final = """language => fetch('/graphql', {method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query: `mutation { updateProfile(input: {locale: "${language}"}) { problems { message } } }`})
}).then(answer => answer.json())"""


@dataclass(frozen=True, slots=True)
class Stand:
    """A browser before a server with two companies, and how to be signed in to each."""

    browser: Browser
    port: int
    states: dict[str, StorageState]

    def origin(self, slug: str) -> str:
        return f"http://{slug}.localhost:{self.port}"

    @contextmanager
    def page(self, slug: str, *, scheme: str = "light") -> Iterator[Page]:
        """In a browser that knows nothing but who is signed in: nothing of ours is in its cache."""
        context = self.browser.new_context(
            viewport={"width": 1400, "height": 900}, locale="en-GB", storage_state=self.states[slug],
            color_scheme="dark" if scheme == "dark" else "light",
        )  # fmt: skip
        try:
            yield context.new_page()
        finally:
            context.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench client", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, a few minutes")
    quick = parser.parse_args().quick
    if CHROMIUM is None:
        raise SystemExit("bin/bench client needs Chromium: apt-get install chromium")
    console = Console(highlight=False)
    with ExitStack() as running:
        stand = make_stand(running, lambda told: console.print(f"{told} …"))
        console.print("Loading the board with an empty cache, a processor 4 times slower …")
        weight, boards = measure_board(stand, rounds=3 if quick else 5)
        console.print("Scrolling the list of 20,000 deals …")
        gaps, reached = measure_scroll(stand, seconds=6 if quick else 20)
        dresses = (("en", "light"), ("he", "dark")) if quick else tuple(product(("en", "he"), ("light", "dark")))
        console.print(f"axe on {len(PAGES)} pages in {len(dresses)} dresses …")
        violations = measure_axe(stand, dresses)
    said = {
        "initial_js_kb": round(weight / 1000, 1), "board_ms": round(statistics.median(boards)),
        "scroll_fps": round(1000 / statistics.median(gaps), 1), "axe_violations": len(violations),
    }  # fmt: skip
    console.print(table(said, {"board": boards, "gaps": gaps, "reached": reached, "violations": violations}))
    print(json.dumps({"bench": "client", **said}))


def make_stand(running: ExitStack, tell: Callable[[str], None]) -> Stand:
    tell("Building the client")
    web.build(tell)
    home = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-")))
    admin_url = os.environ.get("DATABASE_URL") or own_database(home, running)
    tell("Filling the demo company and one of 20,000 deals")
    make_companies(Settings(home=home), admin_url)
    port = serve(running, home, admin_url)
    playwright = running.enter_context(sync_playwright())
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    running.callback(browser.close)
    stand = Stand(browser, port, {})
    for slug in ("demo", "large"):
        stand.states[slug] = sign_in(stand, slug)
    return stand


def own_database(home: Path, running: ExitStack) -> str:
    server = Postgres(home)
    running.callback(server.stop)
    return server.start()


def make_companies(settings: Settings, admin_url: str) -> None:
    bootstrap(admin_url, passwords(settings))
    urls = role_urls(settings, admin_url)
    migrate = create_engine(driver_url(urls.migrate), poolclass=NullPool)
    demo = provision.create(
        migrate, slug="demo", name="Oren Agencies", currency="ILS", locale="en", time_zone="Asia/Jerusalem"
    )
    lanes = Lanes({"home": urls.work}, lanes=1, size=2)
    fill(Opener(lanes, demo, system("bench"), Clock()), Clock())
    lanes.dispose()
    make_company(migrate, admin_url, slug="large")


def serve(running: ExitStack, home: Path, admin_url: str) -> int:
    port = free_port()
    environment = os.environ | {
        "KESHER_MODE": "local", "KESHER_HOME": str(home), "KESHER_PORT": str(port), "DATABASE_URL": admin_url,
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    child = supervisor.start(
        "serve", [sys.executable, "-m", "saas.cli", "serve"], log=home / "serve.log", environment=environment
    )
    running.callback(supervisor.stop, [child])
    deadline = time.monotonic() + PATIENCE
    while not answers(port):
        if time.monotonic() > deadline or not child.alive:
            raise SystemExit(f"the server did not start: {child.last_words()}")
        time.sleep(0.1)
    return port


def answers(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=3):
        return True
    return False


def sign_in(stand: Stand, slug: str) -> StorageState:
    context = stand.browser.new_context()
    page = context.new_page()
    page.goto(f"{stand.origin(slug)}/sign-in?next=/icon.svg")
    page.locator("button[name=member]").first.click()
    page.wait_for_url("**/icon.svg")
    kept = context.storage_state()
    context.close()
    return kept


def measure_board(stand: Stand, *, rounds: int) -> tuple[float, list[float]]:
    """Bytes of script as they came, and milliseconds to the first card; the first round is not told."""
    weight, times = 0.0, []
    for number in range(-1, rounds):
        with stand.page("demo") as page:
            page.add_init_script(SHOWN)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(f"{stand.origin('demo')}/deals/board", wait_until="commit")
            page.wait_for_function("() => window.kesherShown", timeout=PATIENCE * 1000)
            if number >= 0:
                times.append(float(page.evaluate("window.kesherShown")))
            weight = float(page.evaluate(SCRIPTS))
    return weight, times


def measure_scroll(stand: Stand, *, seconds: int) -> tuple[list[float], str]:
    with stand.page("large") as page:
        page.goto(f"{stand.origin('large')}/deals")
        page.locator("[data-row]").first.wait_for(timeout=PATIENCE * 1000)
        page.wait_for_load_state("networkidle")
        found = page.evaluate(SCROLL, seconds)
    return [float(gap) for gap in found["gaps"]], f"{found['reached']:,} of {found['of']:,} px"


def measure_axe(stand: Stand, dresses: Sequence[tuple[str, str]]) -> list[str]:
    """Each node that breaks a rule, with its page."""
    found: list[str] = []
    for language, scheme in dresses:
        with stand.page("demo", scheme=scheme) as page:
            page.goto(f"{stand.origin('demo')}/icon.svg")
            page.evaluate(SPEAK, language)
            for path in PAGES:
                page.goto(stand.origin("demo") + path)
                page.wait_for_load_state("networkidle")
                page.evaluate(AXE.read_text())
                found += [f"{path} {language} {scheme}: {rule}" for rule in page.evaluate(RUN_AXE)]
    return found


def table(said: dict[str, float], found: dict[str, object]) -> Table:
    boards, gaps, wrong = found["board"], found["gaps"], found["violations"]
    assert isinstance(boards, list)
    assert isinstance(gaps, list)
    assert isinstance(wrong, list)
    slow = f"p95 gap {sorted(gaps)[int(len(gaps) * 0.95)]:.1f} ms, longest {max(gaps):.1f}"
    more = {
        "initial_js_kb": "gzip, as it came, up to the first card",
        "board_ms": f"median of {', '.join(f'{one:.0f}' for one in boards)}",
        "scroll_fps": f"median of {len(gaps)} frames; {slow}; {found['reached']}",
        "axe_violations": "; ".join(dict.fromkeys(wrong)) or "none on any page",
    }
    shown = Table("figure", "ours", "limit", "how", title="The web client")
    for name, value in said.items():
        shown.add_row(name, f"{value:g}", f"{LIMITS[name]:g}", more[name])
    return shown


if __name__ == "__main__":
    main()
