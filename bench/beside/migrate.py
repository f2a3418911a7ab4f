"""`python -m bench.beside.migrate FOLDER URL …`: brings the companies of each cell to a folder's head."""

import sys
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tenants import fleet, revisions
from tenants.bootstrap import driver_url

if __name__ == "__main__":
    folder, *urls = sys.argv[1:]
    revisions.FOLDER = Path(folder)  # type: ignore[misc]
    reports = [fleet.upgrade(create_engine(driver_url(url), poolclass=NullPool), hands=2) for url in urls]
    print(reports)
    sys.exit(any(report.failed for report in reports))
