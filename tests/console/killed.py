"""A worker that dies by SIGKILL when an errand comes to one of its steps: `MIGRATE_URL WORK_URL STEP [FILES_URL]`."""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from saas.console.errands import LONG, Errand
from saas.console.execution import Execution
from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.operations.backups import Vault
from tenants.bootstrap import driver_url
from tenants.cells import Cells
from tenants.engine import Lanes


class Mortal(Execution):
    """Tells every step but the last, at which it dies."""

    def _teller(self, asked: Errand) -> Callable[[str], None]:
        tell = super()._teller(asked)

        def until(step: str) -> None:
            if step == sys.argv[3]:
                os.kill(os.getpid(), signal.SIGKILL)
            tell(step)

        return until


def main() -> None:
    migrate, work = (create_engine(driver_url(url), poolclass=NullPool) for url in sys.argv[1:3])
    lanes = Lanes({"home": sys.argv[2]}, lanes=1, size=2)
    outside = replace(Nowhere(), files_url=sys.argv[4]) if sys.argv[4:] else Nowhere()
    mortal = Mortal(Cells({"home": migrate}), work, lanes, Clock(), outside, Vault([], lambda: b"k" * 32))
    while mortal.carry_out_next(LONG):
        pass


if __name__ == "__main__":
    main()
