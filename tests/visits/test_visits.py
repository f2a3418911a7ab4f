"""What pages tell of a visitor, whose it becomes, and when he is gone."""

from datetime import timedelta

from tests.capture.make import fill_in, work_off
from tests.edge.conftest import Site
from tests.members.make import Company
from tests.sources.make import make_source
from tests.visits.make import VISITOR, Browser, leads


def test_a_visitor_becomes_a_lead_and_his_visits_are_its(site: Site, company: Company) -> None:
    dana = Browser(site, company, make_source(company)["key"])
    assert dana.look("/", title="Home").status_code == 204
    company.clock.pass_by(timedelta(seconds=30))
    dana.look("/", seconds=29)
    assert dana.look("/pricing", title="Prices").status_code == 204
    fill_in(site, company, dana.key, visit={"visitor": VISITOR})
    work_off(company)
    (lead,) = leads(company)
    assert lead["presence"] == {"path": "/pricing", "title": "Prices", "ordinal": 1, "pageCount": 2}
    assert lead["visits"] == {"totalCount": 1, "nodes": [{
        "ordinal": 1, "path": "/pricing", "title": "Prices", "pageCount": 2, "seconds": 29, "intents": ["PRICING"],
        "isHere": True, "landingPage": "https://www.customer.test/", "referrer": None, "leftAt": None,
        "source": {"name": "Site form"}, "lead": {"name": "Dana Levi"}, "pageViews": {"nodes": [
            {"path": "/", "title": "Home", "intent": None, "seconds": 29},
            {"path": "/pricing", "title": "Prices", "intent": "PRICING", "seconds": 0},
        ]},
    }]}  # fmt: skip
