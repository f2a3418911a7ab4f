"""Conversions: in one click, once, matched or made; everything goes along and comes back."""

from concurrent.futures import ThreadPoolExecutor
from typing import cast

import pytest
from sqlalchemy import func, select

from saas.consents.actions import Agreement, grant
from saas.conversions.actions import convert_lead
from saas.conversions.model import LeadConversion
from saas.core.ids import new_id
from saas.core.model import Model
from saas.deals.model import Deal
from saas.files.model import Attachment, PreviewStatus, StoredFile
from saas.leads.model import Lead
from tests.accounts.make import make_account
from tests.contacts.make import make_contact
from tests.leads.make import history
from tests.members.make import NOW, Company, Json, key_of
from tests.pipelines.make import make_pipeline

BECAME = """query Became($id: ID!) { lead(id: $id) { status conversion { accountMade contactMade dealMade
    account { id name website country } contact { id name email phone title account { id } owner { name } }
    deal { id name stage { name } account { id } contact { id } owner { name } } } } }"""
PREVIEW = """query Preview($id: ID!) { leadConversionPreview(leadId: $id) {
    contacts { contact { name } reasons proposed fills } accounts { account { name } reasons proposed fills }
    deals { deal { name } reasons } contactName accountName dealName activities files consents } }"""
GIVEN = {
    "company": "Levi Ltd", "email": "dana@levi.test", "phone": "+972521234567", "title": "CFO", "country": "Israel",
}  # fmt: skip


def became(company: Company, lead: Json, who: str = "olga") -> Json:
    said = company.ask(who, BECAME, id=lead["id"])["lead"]
    assert isinstance(said, dict)
    assert said["status"] == "CONVERTED"
    return cast(Json, said["conversion"])


def part(found: Json, name: str) -> Json:
    return cast(Json, found[name])


def goes(company: Company, of: str, key: object) -> tuple[list[object], list[object]]:
    """The files and the activities of a record."""
    parts = "attachments { nodes { name } } timeline { nodes { activity { subject } } }"
    read = f"query Goes($id: ID!) {{ {of}(id: $id) {{ {parts} }} }}"
    said = cast("dict[str, dict[str, list[Json]]]", company.ask("rina", read, id=key)[of])
    told = [cast("Json | None", one["activity"]) for one in said["timeline"]["nodes"]]
    return [one["name"] for one in said["attachments"]["nodes"]], [one["subject"] for one in told if one]


def ready(company: Company, **given: object) -> Json:
    if "Sales" not in company.keys:
        make_pipeline(company)
    return company.do("rina", "createLead", name="Dana Levi", **{**GIVEN, **given})


def rows_of(company: Company, model: type[Model]) -> int:
    with company.open() as work:
        return work.all(select(func.count()).select_from(model))[0]


def test_one_click_makes_all_three_linked(company: Company) -> None:
    lead = ready(company)
    company.do("rina", "convertLead", id=lead["id"])
    found = became(company, lead, "rina")
    account, contact, deal = (part(found, name) for name in ("account", "contact", "deal"))
    assert (found["accountMade"], found["contactMade"], found["dealMade"]) == (True, True, True)
    assert account == {"id": account["id"], "name": "Levi Ltd", "website": "https://levi.test", "country": "Israel"}
    assert contact == {
        "id": contact["id"], "name": "Dana Levi", "email": "dana@levi.test", "phone": "+972521234567", "title": "CFO",
        "account": {"id": account["id"]}, "owner": {"name": "Rina"},
    }  # fmt: skip
    assert deal == {
        "id": deal["id"], "name": "Levi Ltd", "stage": {"name": "New"}, "account": {"id": account["id"]},
        "contact": {"id": contact["id"]}, "owner": {"name": "Rina"},
    }  # fmt: skip
    assert history(company, lead)[-1] == {
        "kind": "STATUS", "by": {"name": "Rina"}, "fromStatus": "NEW", "toStatus": "CONVERTED", "seconds": 0,
    }  # fmt: skip


def test_a_second_click_changes_nothing(company: Company) -> None:
    lead = ready(company)
    first = company.do("rina", "convertLead", id=lead["id"], version=1)
    state = company.state()
    assert company.do("rina", "convertLead", id=lead["id"], version=1) == first
    assert company.do("rina", "convertLead", id=lead["id"], newAccount=True, dealName="Another") == first
    assert company.state() == state
    assert company.refuse("rina", "updateLead", id=lead["id"], name="X") == ("LEAD_CONVERTED", "id")


def test_clicks_at_the_same_time_make_one(company: Company) -> None:
    lead = ready(company)

    def click(_n: int) -> None:
        with company.open("rina") as work:
            convert_lead(work, key_of(lead))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(click, range(4)))
    assert (rows_of(company, LeadConversion), rows_of(company, Deal)) == (1, 1)


def test_two_leads_of_one_new_customer_make_him_once(company: Company) -> None:
    leads = [ready(company), ready(company)]

    def click(lead: Json) -> None:
        with company.open("rina") as work:
            convert_lead(work, key_of(lead))

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(click, leads))
    found = [became(company, lead) for lead in leads]
    assert found[0]["account"] == found[1]["account"]
    assert found[0]["contact"] == found[1]["contact"]
    assert found[0]["deal"] != found[1]["deal"]


def test_the_preview_tells_whom_it_may_be_and_what_goes_where(company: Company) -> None:
    account = make_account(company, "LEVI ltd", website="https://www.levi.test/about")
    make_contact(company, "D. Levi", email="Dana@Levi.test", accountId=account["id"])
    make_contact(company, "dana levi")
    lead = ready(company)
    company.do("olga", "createDeal", name="Renewal", accountId=account["id"])
    company.do("rina", "createActivity", kind="NOTE", subject="Spoke", leadIds=[lead["id"]])
    assert company.ask("olga", PREVIEW, id=lead["id"])["leadConversionPreview"] == {
        "contacts": [
            {"contact": {"name": "D. Levi"}, "reasons": ["EMAIL"], "proposed": True, "fills": ["phone", "title"]},
            {"contact": {"name": "dana levi"}, "reasons": ["NAME"], "proposed": False,
             "fills": ["email", "phone", "title", "accountId"]},
        ],
        "accounts": [{"account": {"name": "LEVI ltd"}, "reasons": ["NAME", "DOMAIN", "CONTACT"], "proposed": True,
                      "fills": ["country"]}],
        "deals": [{"deal": {"name": "Renewal"}, "reasons": ["ACCOUNT"]}],
        "contactName": "Dana Levi", "accountName": "Levi Ltd", "dealName": "Levi Ltd", "activities": 1, "files": 0,
        "consents": 0,
    }  # fmt: skip


def test_a_match_gets_what_it_lacks_and_keeps_what_it_has(company: Company) -> None:
    account = make_account(company, "Levi Ltd", country="Jordan")
    person = make_contact(company, "D. Levi", email="dana@levi.test", title="CEO")
    lead = ready(company)
    company.do("rina", "convertLead", id=lead["id"], withoutDeal=True)
    found = became(company, lead)
    assert (found["accountMade"], found["contactMade"], found["dealMade"], found["deal"]) == (False, False, False, None)
    assert found["account"] == {
        "id": account["id"], "name": "Levi Ltd", "website": "https://levi.test", "country": "Jordan",
    }  # fmt: skip
    contact = part(found, "contact")
    assert (contact["id"], contact["name"], contact["title"]) == (person["id"], "D. Levi", "CEO")
    assert (contact["phone"], contact["account"]) == ("+972521234567", {"id": account["id"]})
    company.do("rina", "undoConversion", id=lead["id"])
    read = "query Q($id: ID!) { contact(id: $id) { phone title account { id } } }"
    assert company.ask("olga", read, id=person["id"]) == {"contact": {"phone": None, "title": "CEO", "account": None}}


def test_activities_files_and_consents_go_along_and_come_back(company: Company) -> None:
    lead = ready(company)
    company.do("rina", "createActivity", kind="NOTE", subject="Spoke", leadIds=[lead["id"]])
    with company.open() as work:
        file = work.add(StoredFile(id=new_id(), digest="d", size=1, kind="text", preview=PreviewStatus.NONE))
        work.flush()
        work.add(
            Attachment(about_type="Lead", about_id=key_of(lead), file_id=file.id, name="a.txt", kind="text", size=1)
        )
        grant(work, work.get(Lead, key_of(lead)), Agreement("You may call me.", NOW, "203.0.113.7"))
    company.do("rina", "convertLead", id=lead["id"])
    found = became(company, lead)
    deal, contact = part(found, "deal")["id"], part(found, "contact")["id"]
    assert goes(company, "deal", deal) == (["a.txt"], ["Spoke"])
    assert goes(company, "contact", contact)[1] == ["Spoke"]
    assert goes(company, "lead", lead["id"]) == ([], ["Spoke"])
    read = "query Q($id: ID!) { contact(id: $id) { consents { kind words evidence } } }"
    assert company.ask("rina", read, id=contact) == {
        "contact": {"consents": [{"kind": "GRANTED", "words": "You may call me.", "evidence": "203.0.113.7"}]}
    }
    back = company.do("rina", "undoConversion", id=lead["id"])
    assert back["status"] == "NEW"
    assert goes(company, "lead", lead["id"]) == (["a.txt"], ["Spoke"])
    gone = "deal(id: $deal) { id } contact(id: $contact) { id } accounts { totalCount }"
    assert company.ask("olga", f"query Q($deal: ID!, $contact: ID!) {{ {gone} }}", deal=deal, contact=contact) == {
        "deal": None, "contact": None, "accounts": {"totalCount": 0},
    }  # fmt: skip
    assert company.refuse("rina", "undoConversion", id=lead["id"]) == ("NOT_CONVERTED", "id")
    company.do("rina", "convertLead", id=lead["id"])
    assert part(became(company, lead), "deal")["id"] != deal


def test_what_somebody_used_since_stays(company: Company) -> None:
    lead = ready(company)
    company.do("rina", "convertLead", id=lead["id"])
    found = became(company, lead)
    company.do("rina", "updateContact", id=part(found, "contact")["id"], title="CEO")
    company.do("rina", "undoConversion", id=lead["id"])
    read = "query Q($deal: ID!) { deal(id: $deal) { id } contacts { nodes { title account { name } } } }"
    assert company.ask("olga", read, deal=part(found, "deal")["id"]) == {
        "deal": None, "contacts": {"nodes": [{"title": "CEO", "account": {"name": "Levi Ltd"}}]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"withoutAccount": True, "withoutContact": True, "withoutDeal": True}, ("NOTHING_MADE", "contact")),
        ({"accountId": "nothing"}, ("NOT_FOUND", "accountId")),
        ({"contactId": "nothing"}, ("NOT_FOUND", "contactId")),
        ({"dealId": "nothing"}, ("NOT_FOUND", "dealId")),
        ({"version": 7}, ("CONFLICT", "version")),
    ],
    ids=str,
)
def test_what_makes_no_sense_changes_nothing(settled: Company, given: Json, problem: tuple[str, str]) -> None:
    lead = settled.keys.get("lead") or key_of(ready(settled))
    settled.keys["lead"] = lead
    state = settled.state()
    assert settled.act("rina", "convertLead", id=settled.id("lead", "Lead"), **given).problem == problem
    assert settled.state() == state


def test_an_unfit_lead_is_reopened_first(company: Company) -> None:
    lead = ready(company)
    company.do("rina", "disqualifyLead", id=lead["id"], reason="SPAM")
    assert company.refuse("rina", "convertLead", id=lead["id"]) == ("LEAD_UNFIT", "id")
    assert company.refuse("raz", "convertLead", id=lead["id"]) == ("NOT_FOUND", "id")
