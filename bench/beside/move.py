"""`python -m bench.beside.move FOLDER SLUG CELL NAME=URL …`: moves a company and confirms it; again, it goes on."""

import sys
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tenants import revisions
from tenants.bootstrap import driver_url
from tenants.cells import Cells
from tenants.moving import confirm, find_move, move
from tenants.registry import Directory
from tenants.route import Route

if __name__ == "__main__":
    folder, slug, target, *named = sys.argv[1:]
    revisions.FOLDER = Path(folder)  # type: ignore[misc]
    urls = dict(one.split("=", 1) for one in named)
    cells = Cells({cell: create_engine(driver_url(url), poolclass=NullPool) for cell, url in urls.items()})
    company = Directory(cells.home, ttl=0, cells=cells.engines).find_by_slug(slug)
    if company is None:
        raise SystemExit(f"{slug} is not there")
    route = Route(cells, company, target)
    if find_move(cells.home, company.id) is not None or company.cell != target:
        print(move(route, reason="Room", operator="chaos"))
        print(confirm(route))
