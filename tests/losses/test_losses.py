"""The company's own list of reasons: what it begins with, who shapes it, and that what was said stays."""

from contextlib import closing

import pytest

from saas.losses.actions import DEFAULT_REASONS
from tenants import revisions
from tenants.bootstrap import connect
from tenants.namespace import new_name
from tests.conftest import Database
from tests.deals.make import make_deal, move
from tests.losses.make import furnish, listed
from tests.members.make import Company

BEFORE, AT = "0015", "0016"


def test_a_new_company_begins_with_some_in_its_language(company: Company) -> None:
    furnish(company)
    furnish(company)
    assert listed(company) == list(DEFAULT_REASONS)


def test_they_are_added_renamed_and_put_in_order(company: Company) -> None:
    furnish(company)
    made = company.do("adam", "createLossReason", name="  Went silent ")
    assert (made["name"], made["position"], made["active"]) == ("Went silent", 7, True)
    company.do("olga", "moveLossReason", id=made["id"], position=1)
    company.do("olga", "updateLossReason", id=company.id("Price", "LossReason"), name="Too dear")
    assert listed(company)[:3] == ["Too dear", "Went silent", "Timing"]
    assert company.refuse("olga", "createLossReason", name="TIMING")[0] == "DUPLICATE"
    assert company.refuse("olga", "createLossReason", name=" ") == ("REQUIRED", "name")
    assert company.refuse("olga", "moveLossReason", id=made["id"], position=8) == ("BAD_POSITION", "position")
    stale = {"id": company.id("Price", "LossReason"), "version": 1, "name": "Dear"}
    assert company.act("olga", "updateLossReason", **stale).problem == ("CONFLICT", "version")


@pytest.mark.parametrize("who", ["mona", "rina"])
def test_only_who_shapes_the_pipelines_shapes_them(settled: Company, who: str) -> None:
    if "Price" not in settled.keys:
        furnish(settled)
    there = settled.id("Price", "LossReason")
    assert settled.refuse(who, "createLossReason", name="Mine")[0] == "FORBIDDEN"
    assert settled.refuse(who, "updateLossReason", id=there, active=False)[0] == "FORBIDDEN"
    assert settled.refuse(who, "moveLossReason", id=there, position=2)[0] == "FORBIDDEN"
    assert settled.refuse(who, "deleteLossReason", id=there)[0] == "FORBIDDEN"
    assert settled.refuse(who, "restoreLossReason", id=there)[0] == "FORBIDDEN"


def test_one_that_was_said_is_retired_and_not_deleted(company: Company) -> None:
    furnish(company)
    price, timing = company.id("Price", "LossReason"), company.id("Timing", "LossReason")
    deal = make_deal(company)
    move(company, deal, "Lost", lossReasonId=price)
    assert company.refuse("olga", "deleteLossReason", id=price) == ("REASON_IN_USE", "id")
    company.do("olga", "reopenDeal", dealId=deal["id"], stageId=company.id("New", "Stage"))
    assert company.refuse("olga", "deleteLossReason", id=price) == ("REASON_IN_USE", "id")
    company.do("olga", "updateLossReason", id=price, active=False)
    assert listed(company)[:2] == ["(Price)", "Timing"]
    company.do("olga", "deleteLossReason", id=timing)
    assert listed(company)[:2] == ["(Price)", "Competitor"]
    company.do("olga", "restoreLossReason", id=timing)
    assert listed(company)[:3] == ["(Price)", "Timing", "Competitor"]
    company.do("olga", "updateLossReason", id=price, active=True)
    assert listed(company)[0] == "Price"


def test_another_companys_reason_is_none(company: Company, other_company: Company) -> None:
    furnish(other_company)
    deal = make_deal(company)
    theirs = other_company.id("Price", "LossReason")
    assert company.refuse("olga", "updateLossReason", id=theirs, name="Ours")[0] == "NOT_FOUND"
    lost = {"dealId": deal["id"], "stageId": company.id("Lost", "Stage")}
    assert company.refuse("olga", "moveDeal", **lost, lossReasonId=theirs) == ("NOT_FOUND", "lossReasonId")


@pytest.mark.parametrize(
    ("owner", "begins"), [("he", "מחיר"), ("ar", "السعر"), ("en", "Price"), ("fr", "Price"), (None, None)]
)
def test_a_company_that_is_there_gets_some_in_its_owners_language(
    database: Database, owner: str | None, begins: str | None
) -> None:
    """Its revision, on the tables of the one before; an empty namespace gets none."""
    name = new_name()
    with closing(connect(database.migrate_url)) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name}; CREATE SCHEMA {name}; SET LOCAL search_path = {name}, ext")
        cursor.execute(revisions.render("tenant", revisions.BASE, BEFORE))
        if owner is not None:
            member = "INSERT INTO member (id, name, email, role, status, locale, time_zone) VALUES"
            values = "(gen_random_uuid(), 'O', 'o@x.test', 'OWNER', 'ACTIVE', %s, 'UTC')"
            cursor.execute(f"{member} {values}", (owner,))
            cursor.execute("INSERT INTO pipeline VALUES (gen_random_uuid(), 'Sales', true, 0)")
        cursor.execute(revisions.render("tenant", BEFORE, AT))
        cursor.execute("SELECT name, active, get_byte(uuid_send(id), 6) >> 4 FROM loss_reason ORDER BY position, id")
        found = cursor.fetchall()
    assert found[:1] == ([(begins, True, 7)] if begins else [])
    assert len(found) == (len(DEFAULT_REASONS) if begins else 0)
