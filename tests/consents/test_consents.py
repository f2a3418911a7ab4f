"""Consents: told in the words that were shown, seen by who sees the lead, taken back by a line of their own."""

from datetime import timedelta

from sqlalchemy import select

from saas.consents.actions import Agreement, grant, take_along, take_back
from saas.consents.model import Consent
from saas.contacts.model import Contact
from saas.leads.model import Lead
from tests.contacts.make import make_contact
from tests.leads.make import make_lead
from tests.members.make import NOW, Company, key_of

READ = "query Q($id: ID!) { lead(id: $id) { consents { kind words evidence at } } }"


def test_who_sees_the_lead_sees_what_he_agreed_to(company: Company) -> None:
    lead = make_lead(company, who="rina")
    with company.open() as work:
        grant(work, work.get(Lead, key_of(lead)), Agreement("Call me.", NOW, "203.0.113.7"))
    assert company.ask("rina", READ, id=lead["id"])["lead"] == {"consents": [
        {"kind": "GRANTED", "words": "Call me.", "evidence": "203.0.113.7", "at": "2026-03-02T12:00:00Z"},
    ]}  # fmt: skip
    assert company.ask("raz", READ, id=lead["id"]) == {"lead": None}


def test_only_what_holds_goes_along_and_is_taken_back_by_another_line(company: Company) -> None:
    lead, person = make_lead(company), make_contact(company)
    with company.open() as work:
        for day, words in enumerate(("Call me.", "Mail me.", "Call me.")):
            grant(work, work.get(Lead, key_of(lead)), Agreement(words, NOW - timedelta(days=9 - day)))
    with company.open() as work:
        new = take_along(work, key_of(lead), work.get(Contact, key_of(person)))
    assert len(new) == 2
    with company.open() as work:
        take_back(work, new)
    with company.open() as work:
        lines = work.rows(select(Consent.kind, Consent.words).where(Consent.contact_id == key_of(person)))
    assert sorted((str(kind), str(words)) for kind, words in lines) == [
        ("GRANTED", "Call me."), ("GRANTED", "Mail me."), ("WITHDRAWN", "Call me."), ("WITHDRAWN", "Mail me."),
    ]  # fmt: skip
