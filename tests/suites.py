"""Runs the suites one after the other: each one's time, the reasons for skips, and the plain total as the last line."""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
FIRST = ("house", "tenants", "core", "identity", "edge", "graph")
LAST = ("helm", "web")
WORKERS = 2
SHARED = "../shared"  # the one reason a strict run accepts: the data beside the checkout is not ours to ship


@dataclass(frozen=True, slots=True)
class Outcome:
    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


def main(arguments: list[str]) -> int:
    strict = "--strict" in arguments
    wanted = [word for word in arguments if not word.startswith("-")]
    names = suites()
    if unknown := [name for name in wanted if name not in names]:
        print(f"No such suite: {', '.join(unknown)}. There are: {' '.join(names)}.", file=sys.stderr)
        return 2
    outcomes = [run(name) for name in names if not wanted or name in wanted]
    return conclude(outcomes, strict=strict)


def suites() -> list[str]:
    """Folders of tests/ that hold tests: floors first, the browser last."""
    found = sorted(path.name for path in HERE.iterdir() if path.is_dir() and any(path.rglob("test_*.py")))
    middle = [name for name in found if name not in (*FIRST, *LAST)]
    return [*(name for name in FIRST if name in found), *middle, *(name for name in LAST if name in found)]


def run(name: str) -> Outcome:
    print(f"{name:<12}", end="", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.xml")
        command = [sys.executable, "-m", "pytest", f"tests/{name}", f"-n{WORKERS}", "--dist=loadgroup"]
        command.append(f"--junitxml={report}")
        done = subprocess.run(
            command, cwd=HERE.parent, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        outcome = read(report) if report.exists() else Outcome(failed=1)
    if done.returncode and not outcome.failed:
        outcome = Outcome(outcome.passed, 1, outcome.skipped)
    skipped = outcome.skipped.total()
    took = time.monotonic() - began
    print(f"{outcome.passed:5} passed {outcome.failed:4} failed {skipped:4} skipped {took:8.1f} s", flush=True)
    if outcome.failed:
        print(done.stdout, done.stderr, sep="\n", flush=True)
    return outcome


def read(report: Path) -> Outcome:
    cases = list(ET.parse(report).getroot().iter("testcase"))
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    reasons = [skip.get("message") or "no reason" for case in cases if (skip := case.find("skipped")) is not None]
    return Outcome(len(cases) - failed - len(reasons), failed, Counter(reasons))


def conclude(outcomes: list[Outcome], *, strict: bool) -> int:
    reasons: Counter[str] = sum((outcome.skipped for outcome in outcomes), Counter())
    for reason, count in reasons.most_common():
        print(f"{count} skipped: {reason}")
    refused = sum(count for reason, count in reasons.items() if SHARED not in reason) if strict else 0
    if refused:
        print(f"A check takes no skips but those for want of {SHARED}: {refused} too many.")
    passed, failed = sum(o.passed for o in outcomes), sum(o.failed for o in outcomes)
    print(f"{passed} passed, {failed} failed, {reasons.total()} skipped")
    return 1 if failed or refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
