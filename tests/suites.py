"""Runs the suites: what each took, the reasons for skips, and the plain total as the last line.

A run of pytest starts a Postgres and fills a database, so the suites of the capabilities share one; those that start
servers or look at the whole house have a run of their own.
"""

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
LAST = ("local", "login", "helm", "web")
WORKERS = 2
BROWSER = ("login", "web")
FEW = 6  # more than these are no accident
SHARED = "../shared"  # the one reason a strict run accepts: the data beside the checkout is not ours to ship


@dataclass(frozen=True, slots=True)
class Outcome:
    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def main(arguments: list[str]) -> int:
    strict = "--strict" in arguments
    wanted = [word for word in arguments if not word.startswith("-")]
    names = suites()
    if unknown := [name for name in wanted if name not in names]:
        print(f"No such suite: {', '.join(unknown)}. There are: {' '.join(names)}.", file=sys.stderr)
        return 2
    asked = [name for name in names if not wanted or name in wanted]
    outcomes = [outcome for together in runs(asked) for outcome in run(together)]
    return conclude(outcomes, strict=strict)


def suites() -> list[str]:
    """Folders of tests/ that hold tests: floors first, the browser last."""
    found = sorted(path.name for path in HERE.iterdir() if path.is_dir() and any(path.rglob("test_*.py")))
    middle = [name for name in found if name not in (*FIRST, *LAST)]
    return [*(name for name in FIRST if name in found), *middle, *(name for name in LAST if name in found)]


def runs(names: list[str]) -> list[list[str]]:
    """The suites of one run of pytest each."""
    alone = (*FIRST, *LAST)
    first, last = ([[name] for name in names if name in part] for part in (FIRST, LAST))
    return [together for together in (*first, [name for name in names if name not in alone], *last) if together]


def run(names: list[str]) -> list[Outcome]:
    began = time.monotonic()
    outcomes, told = attempt(names, [f"-n{WORKERS}"])
    failed = sum(outcome.failed for outcome in outcomes.values())
    if failed:
        print(told, flush=True)
    if names[0] in BROWSER and 0 < failed <= FEW:
        outcomes = again(names, outcomes)
    for name, outcome in outcomes.items():
        told = f"{outcome.passed:5} passed {outcome.failed:4} failed {outcome.skipped.total():4} skipped"
        print(f"{name:<14}{told} {outcome.seconds:8.1f} s", flush=True)
    if len(names) > 1:
        print(f"{'together':<49}{time.monotonic() - began:8.1f} s", flush=True)
    return list(outcomes.values())


def again(names: list[str], before: dict[str, Outcome]) -> dict[str, Outcome]:
    """Two browsers on a busy machine are late now and then: the few that failed are tried once more, one at a time."""
    after, told = attempt(names, ["-n0", "--last-failed"])
    first, second = before[names[0]], after[names[0]]
    print(f"{names[0]}: {first.failed} failed and were run alone: {second.failed} failed again.", flush=True)
    if second.failed or not second.passed:
        print(told, flush=True)
        return before
    return {names[0]: Outcome(first.passed + second.passed, 0, first.skipped, first.seconds + second.seconds)}


def attempt(names: list[str], options: list[str]) -> tuple[dict[str, Outcome], str]:
    """The outcome of each suite, and what pytest said."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.xml")
        command = [sys.executable, "-m", "pytest", *(f"tests/{name}" for name in names), *options]
        command += [f"--junitxml={report}"]
        done = subprocess.run(
            command, cwd=HERE.parent, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        outcomes = read(report, names) if report.exists() else {names[0]: Outcome(failed=1)}
    if done.returncode and not any(outcome.failed for outcome in outcomes.values()):
        outcomes["the run"] = Outcome(failed=1)
    return outcomes, f"{done.stdout}\n{done.stderr}"


def read(report: Path, names: list[str]) -> dict[str, Outcome]:
    """By suite. Of a test that no suite is known for, such as a folder that cannot be read, the first is said."""
    cases: dict[str, list[ET.Element]] = {name: [] for name in names}
    for case in ET.parse(report).getroot().iter("testcase"):
        name = next((part for part in (case.get("classname") or "").split(".")[1:2] if part in cases), names[0])
        cases[name].append(case)
    return {name: tally(found) for name, found in cases.items()}


def tally(cases: list[ET.Element]) -> Outcome:
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    reasons = [skip.get("message") or "no reason" for case in cases if (skip := case.find("skipped")) is not None]
    seconds = sum(float(case.get("time") or 0) for case in cases) / WORKERS
    return Outcome(len(cases) - failed - len(reasons), failed, Counter(reasons), seconds)


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
