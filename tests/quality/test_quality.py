"""Quality by source: how many became something, what the others lacked, what was won."""

from datetime import timedelta
from typing import cast

from tests.deals.make import move
from tests.leads.make import make_lead
from tests.members.make import Company, Json
from tests.pipelines.make import make_pipeline
from tests.responses.test_clock import call
from tests.sources.make import make_source

DAYS = 'since: "2026-03-02", until: "2026-03-02"'
READ = f"""query Q($by: ResponseGrouping) {{ leadQuality({DAYS}, by: $by) {{ source {{ name }} word leads qualified
    converted unfit reasons {{ reason leads }} wonDeals won {{ amount currency }} firstContactSeconds }} }}"""


def quality(company: Company, who: str = "olga", by: str | None = None) -> list[Json]:
    return cast("list[Json]", company.ask(who, READ, by=by)["leadQuality"])


def came(company: Company) -> None:
    """Three of the site: one won at 1200 after a call, one qualified, one unfit; and one of nowhere."""
    make_pipeline(company)
    source = make_source(company)
    won, good, bad = (make_lead(company, name, who="rina", sourceId=source["id"]) for name in ("Buyer", "Good", "Bad"))
    make_lead(company, "Stray", who="raz")
    company.clock.pass_by(timedelta(minutes=2))
    call(company, won, outcome="CONNECTED")
    company.do("rina", "moveLead", id=good["id"], status="QUALIFIED")
    company.do("rina", "disqualifyLead", id=bad["id"], reason="SPAM")
    company.do("rina", "convertLead", id=won["id"], dealAmount={"amount": "1200.00", "currency": "ILS"})
    found = company.ask("rina", "query D($id: ID!) { lead(id: $id) { conversion { deal { id } } } }", id=won["id"])
    deal = cast("dict[str, dict[str, dict[str, Json]]]", found)["lead"]["conversion"]["deal"]
    move(company, deal, "Won", who="rina")


def test_what_leads_of_each_source_became(company: Company) -> None:
    came(company)
    site, none = quality(company)
    assert site == {
        "source": {"name": "Site form"}, "word": None, "leads": 3, "qualified": 2, "converted": 1, "unfit": 1,
        "reasons": [{"reason": "SPAM", "leads": 1}], "wonDeals": 1, "won": [{"amount": "1200.00", "currency": "ILS"}],
        "firstContactSeconds": None,
    }  # fmt: skip
    assert (none["source"], none["leads"], none["won"]) == (None, 1, [])
    assert [(one["word"], one["leads"]) for one in quality(company, by="CAMPAIGN")] == [(None, 4)]


def test_nobody_counts_what_he_does_not_see(company: Company) -> None:
    came(company)
    assert [(one["leads"], one["wonDeals"]) for one in quality(company, "raz")] == [(1, 0)]
    refused = cast("list[dict[str, Json]]", company.answer("olga", READ, {"by": "TEAM"})["errors"])
    assert [one["extensions"]["code"] for one in refused] == ["BAD_GROUPING"]


def test_behind_a_share_stand_its_leads(company: Company) -> None:
    came(company)
    asked = "stands: [UNFIT], unfitReason: SPAM"
    said = company.ask("olga", f"{{ responseLeads({DAYS}, {asked}) {{ lead {{ name }} }} }}")["responseLeads"]
    assert said == [{"lead": {"name": "Bad"}}]
