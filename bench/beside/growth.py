"""Growth: our reads with ten times the rows, and with 200 companies in rotation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from bench.beside.alike import READS
from bench.beside.company import ACCOUNTS
from bench.beside.rounds import Asked, Found, Plan, measure, middle
from bench.beside.servers import Company, Place, company, reads_of_ours

TIMES: Final = 10
COMPANIES: Final = 200
SMALL: Final = 100  # accounts of each of them
WARM: Final = (
    40  # times that each is asked before it is measured: ten for each connection, whose plans have settled then
)
VARIANTS: Final = ("usual rows", f"{TIMES}x the rows", "one small company", f"{COMPANIES} small companies")
USUAL, LARGE, ONE, ROTATION = VARIANTS


def grow(place: Place, tell: Callable[[], None]) -> tuple[Company, list[Company]]:
    """The large company and the small ones; `tell` hears of each that is made."""
    made = []
    for number, accounts in enumerate([ACCOUNTS * TIMES, *[SMALL] * COMPANIES]):
        made.append(company(place, f"grown-{number}", accounts))
        tell()
    return made[0], made[1:]


def measure_growth(ours: Asked, grown: tuple[Company, list[Company]], plan: Plan, tell: Callable[[], None]) -> Found:
    large, small = grown
    each = [reads_of_ours(one) for one in small]
    rotation = {read: in_turn([requests[read] for requests in each]) for read in READS}
    requests = {USUAL: ours.server.requests, LARGE: reads_of_ours(large), ONE: each[0], ROTATION: rotation}
    variants = [Asked(replace(ours.server, name=name, requests=some), ours.load) for name, some in requests.items()]
    rotating = variants[VARIANTS.index(ROTATION)]
    for read in READS:
        while rotating.next.get(read, 0) < WARM * COMPANIES:
            rotating.run(read, seconds=plan.seconds, connections=plan.connections)
    return measure(variants, replace(plan, questions=READS), tell)


def in_turn(requests: Sequence[Sequence[str]]) -> list[str]:
    """The first of each company, then the second of each, and so on."""
    return [request for turn in zip(*requests, strict=True) for request in turn]


def ratios(found: Found) -> dict[str, dict[str, float]]:
    """How many times slower the grown ones are."""

    def slower(read: str, before: str, after: str) -> float:
        return round(middle(found[read, before]).rate / middle(found[read, after]).rate, 2)

    return {
        f"rows_{TIMES}x": {read: slower(read, USUAL, LARGE) for read in READS},
        f"tenants_{COMPANIES}": {read: slower(read, ONE, ROTATION) for read in READS},
    }
