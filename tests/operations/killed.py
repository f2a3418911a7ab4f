"""A run of the purge in a process that dies by SIGKILL when it comes to one of its steps."""

import os
import signal
import sys

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from saas.core.clock import Clock
from saas.operations.purge import Purge
from tenants.bootstrap import driver_url


def main() -> None:
    url, files_url, last = sys.argv[1:]

    def step(what: str) -> None:
        if what == last:
            os.kill(os.getpid(), signal.SIGKILL)

    Purge(create_engine(driver_url(url), poolclass=NullPool), files_url, Clock(), (), step).run()


if __name__ == "__main__":
    main()
