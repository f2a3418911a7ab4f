"""Background work: how it is declared, and what one job carries.

A capability's `jobs.py` declares its entry points:

    @job("imports.run_import")                         one unit of work, committed when the function returns
    def run_import(work: Work, *, import_id: str) -> None: ...

    @job("imports.check_import", opens=True)           opens its own units of work, one after another
    def check_import(opener: Opener, *, import_id: str) -> None: ...

They are put in the queue by `work.enqueue("imports.run_import", {"import_id": str(id)})` and run once the
transaction has committed, for the same tenant and member; with `as_product=True` the product itself acts, also when
that member has left. A job may run again after its worker died: it must be able to tell what it has already done.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from saas.core import walk

JobFunction = Callable[..., None]

_NAME = re.compile(r"[a-z]+\.[a-z]+(_[a-z]+)+")


@dataclass(frozen=True, slots=True)
class Job:
    """`retries` is how often a job that failed is tried again; `as_product` that it is not its asker who acts in it."""

    name: str
    run: JobFunction
    opens: bool
    retries: int
    as_product: bool = False


def job(
    name: str, *, opens: bool = False, retries: int = 0, as_product: bool = False
) -> Callable[[JobFunction], JobFunction]:
    """Named `capability.verb_noun`; the function's keywords are the job's arguments, plain JSON."""

    def declare(run: JobFunction) -> JobFunction:
        capability = run.__module__.split(".")[-2]
        if not _NAME.fullmatch(name) or not name.startswith(f"{capability}."):
            raise ValueError(f"{name}: a job of this file is named {capability}.verb_noun")
        if _declared.setdefault(name, declared := Job(name, run, opens, retries, as_product)) is not declared:
            raise ValueError(f"{name} is declared twice")
        return run

    return declare


@cache
def jobs() -> Mapping[str, Job]:
    """Every job of every capability, by name."""
    walk.modules("jobs")
    return dict(_declared)


_declared: dict[str, Job] = {}
