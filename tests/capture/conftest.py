"""The tests' company, and the web process that its doors belong to."""

from tests.edge.conftest import client_folder, make_site, settings, site
from tests.members.conftest import company, other_company, settled, threads

__all__ = ["client_folder", "company", "make_site", "other_company", "settings", "settled", "site", "threads"]
