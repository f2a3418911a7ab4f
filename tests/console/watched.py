"""A worker at whose steps something happens meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, field

from saas.console.errands import Errand
from saas.console.execution import Execution
from tests.console.conftest import Console


@dataclass(frozen=True)
class Watched(Execution):
    """Does what `at` names once it has come to a step."""

    at: dict[str, Callable[[], object]] = field(default_factory=dict)

    def _teller(self, asked: Errand) -> Callable[[str], None]:
        tell = super()._teller(asked)

        def told(step: str) -> None:
            tell(step)
            if (meanwhile := self.at.pop(step, None)) is not None:
                meanwhile()

        return told


def watched(console: Console, **at: Callable[[], object]) -> Watched:
    here = console.execution
    return Watched(here.cells, here.platform, here.lanes, here.clock, here.outside, here.vault, at)
