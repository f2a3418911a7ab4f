"""`python -m bench.beside.migrate FOLDER URL`: brings all companies to the head of the revisions in a folder."""

import sys
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tenants import fleet, revisions
from tenants.bootstrap import driver_url

if __name__ == "__main__":
    folder, url = sys.argv[1:]
    revisions.FOLDER = Path(folder)  # type: ignore[misc]
    report = fleet.upgrade(create_engine(driver_url(url), poolclass=NullPool), hands=2)
    print(report)
    sys.exit(bool(report.failed))
