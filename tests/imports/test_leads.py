"""Leads of another system come in with their past: their sources, answers, consents and standing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from saas.assignment.actions import Seat, create_rule
from saas.assignment.model import AssignmentDecision
from saas.consents.model import Consent
from saas.core.work import Opener
from saas.imports import actions
from saas.imports.mapping import guess_entity, guess_mapping
from saas.imports.model import ImportStatus
from saas.imports.reading import read_table
from saas.imports.targets import Entity
from saas.leads.actions import assign_lead, edit_lead
from saas.leads.model import Lead, LeadAnswer, LeadEvent
from saas.leads.words import Channel, LeadEventKind, LeadStatus, Merit, UnfitReason
from saas.members.model import Member
from saas.notifications.model import Notification
from saas.products.actions import create_product
from saas.qualification.actions import change_qualification, weigh_leads
from saas.qualification.model import Weighing
from saas.qualification.rules import Rule, Standard
from saas.responses.model import ResponseEvent, ResponseKind
from saas.responses.queries import read_total
from saas.responses.times import Asked, ResponseGrouping, ResponseMeasure, ResponseUnit
from saas.sources.model import Source, SourceKind
from tests.imports.make import bring, contents, run, undo, upload
from tests.imports.test_flow import counts, notes, refusals

LEADS = (
    "Full Name,Email,Phone,Company,Lead Status,Lead Source,Created Date,Opt In,Campaign,Comments,Budget\n"
    "Dana Levi,Dana@Acme.test,+972521234567,Acme,New,Trade show,2025-03-01,yes,spring,We need a quote,5000\n"
    "Omar Nasser,omar@zeta.test,,Zeta,Contacted,Trade show,2025-03-02,no,,,\n"
    "Noa Bar,noa@bar.test,,,Not interested,Website,2025-03-03,,,,100\n"
    ",,+972537654321,,Qualified,,,,,,\n"
)


def leads(company: Opener) -> dict[str, Lead]:
    with company() as work:
        return {one.name: one for one in work.all(select(Lead).where(work.visible(Lead)))}


def sources(company: Opener) -> dict[str, Source]:
    with company() as work:
        return {one.name: one for one in work.all(select(Source).where(work.visible(Source)))}


def clock(company: Opener, lead: Lead) -> list[str]:
    with company() as work:
        told = select(ResponseEvent.kind).where(ResponseEvent.lead_id == lead.id).order_by(ResponseEvent.at)
        return [str(kind) for kind in work.all(told)]


def go_by(company: Opener) -> None:
    """A number makes a lead ripe; all leads are weighed."""
    rules = Rule("e", Merit.EMAIL, 40), Rule("p", Merit.PHONE, 60)
    with company() as work:
        change_qualification(work, Standard(rules, 50))
    with company() as work:
        (waiting,) = work.all(select(Weighing.id).where(Weighing.finished_at.is_(None)))
    weigh_leads(company, waiting)


def say(company: Opener, import_id: object, **leads: bool) -> None:
    with company() as work:
        actions.set_mapping(work, import_id, {}, leads=leads)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "row", "fields"),
    [
        (
            "full name,work email,phone number,company name,lead status,lead source,created time",
            "Dana,d@x.test,+972521234567,X,new,Fair,2025-01-01",
            "name email phone company status source received_on",
        ),
        (
            "שם הפונה,דואר אלקטרוני,טלפון,חברה,מצב,מקור הליד,תאריך פנייה,הסכמה לדיוור,תוכן הפנייה",
            "דנה,d@x.test,052-1234567,אקמי,חדש,תערוכה,01/02/2025,כן,שלום",
            "name email phone company status source received_on consent message",
        ),
        (
            "اسم العميل المحتمل,البريد الالكتروني,رقم الهاتف,الشركة,حالة العميل المحتمل,المصدر,تاريخ الورود,الرسالة",
            "عمر,o@x.test,0790000000,شركة,جديد,معرض,2025-02-01,مرحبا",
            "name email phone company status source received_on message",
        ),
    ],
)
def test_a_file_of_leads_is_guessed_in_each_language(head: str, row: str, fields: str) -> None:
    table = read_table("data.csv", f"{head}\n{row}\n".encode())
    assert guess_entity(table) is Entity.LEAD
    assert guess_mapping(table, Entity.LEAD) == [f"lead.{field}" for field in fields.split()]


def test_the_files_name_tells_leads_from_contacts_and_the_rest_are_answers() -> None:
    text = b"name,email,phone,shoe size,empty\nDana,d@x.test,+972521234567,38,\n"
    assert guess_entity(read_table("contacts.csv", text)) is Entity.CONTACT
    table = read_table("leads.csv", text)
    assert guess_entity(table) is Entity.LEAD
    assert guess_mapping(table, Entity.LEAD) == ["lead.name", "lead.email", "lead.phone", "lead.answer", None]


def test_leads_come_in_with_what_they_said_and_where_they_stand(company: Opener) -> None:
    done = bring(company, ("leads.csv", LEADS))
    assert (done.status, counts(company, done.id)) == (ImportStatus.DONE, {"leads.csv": (4, 0, 0, 0)})
    found, of = leads(company), sources(company)
    dana, omar, noa, last = (found[name] for name in ("Dana Levi", "Omar Nasser", "Noa Bar", "+972537654321"))
    assert (dana.email, dana.phone, dana.company, dana.message, dana.utm_campaign, dana.channel) == (
        "dana@acme.test", "+972521234567", "Acme", "We need a quote", "spring", Channel.DIRECT,
    )  # fmt: skip
    assert dana.received_at == datetime(2025, 3, 1, tzinfo=UTC)
    assert (dana.score > 0, dana.owner_id) == (True, None)
    assert [one.status for one in (dana, omar, noa, last)] == [
        LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.UNFIT, LeadStatus.QUALIFIED,
    ]  # fmt: skip
    assert (noa.unfit_reason, noa.unfit_remark) == (UnfitReason.OTHER, "Not interested")
    assert {name: one.kind for name, one in of.items()} == {
        "Trade show": SourceKind.IMPORT, "Website": SourceKind.IMPORT, "Imported leads": SourceKind.IMPORT,
    }  # fmt: skip
    assert [one.source_id for one in (dana, omar, noa, last)] == [
        of[name].id for name in ("Trade show", "Trade show", "Website", "Imported leads")
    ]
    with company() as work:
        assert {(one.lead_id, one.question, one.answer) for one in work.all(select(LeadAnswer))} == {
            (dana.id, "Budget", "5000"), (noa.id, "Budget", "100"),
        }  # fmt: skip
        (consent,) = work.all(select(Consent))
        assert (consent.lead_id, consent.words, consent.evidence, consent.at) == (
            dana.id, "Opt In", "leads.csv: 2", dana.received_at,
        )  # fmt: skip
        assert consent.source_id == of["Trade show"].id


def test_what_comes_with_its_past_starts_no_clock_and_what_is_new_does(company: Opener) -> None:
    bring(company, ("leads.csv", LEADS))
    assert all(clock(company, lead) == [] for lead in leads(company).values())
    new = upload(company, ("leads.csv", "name,email\nRut,rut@new.test\n"))
    say(company, new, leads_are_new=True)
    run(company, new)
    assert clock(company, leads(company)["Rut"]) == [ResponseKind.RECEIVED]
    asked = Asked(
        date(2020, 1, 1), date(2029, 1, 1), ResponseGrouping.SOURCE, ResponseMeasure.ATTEMPT, ResponseUnit.WALL
    )
    with company() as work:
        total = read_total(work, asked)
    assert (total.leads, total.waiting) == (1, 1)


def test_the_rules_give_away_what_names_no_owner(company: Opener) -> None:
    with company() as work:
        olga = work.all(select(Member).where(Member.email == "owner@maven.test"))[0].id
        rule = create_rule(work, {"name": "All"}, [Seat(olga)]).id
    file = "leads.csv", "name,email,owner,status\nA,a@x.test,Rami Cohen,new\nB,b@x.test,,new\nC,c@x.test,,lost\n"
    import_id = upload(company, file)
    say(company, import_id, assign_leads=True)
    run(company, import_id)
    found = leads(company)
    with company() as work:
        rami = work.all(select(Member).where(Member.name == "Rami Cohen"))[0].id
        (decision,) = work.all(select(AssignmentDecision))
    assert (found["A"].owner_id, found["B"].owner_id, found["C"].owner_id) == (rami, olga, None)
    assert (decision.lead_id, decision.rule_id, decision.member_id) == (found["B"].id, rule, olga)


def test_without_the_option_nobody_gets_them(company: Opener) -> None:
    with company() as work:
        olga = work.all(select(Member).where(Member.email == "owner@maven.test"))[0].id
        create_rule(work, {"name": "All"}, [Seat(olga)])
    bring(company, ("leads.csv", LEADS))
    assert {lead.owner_id for lead in leads(company).values()} == {None}


def test_running_it_again_changes_nothing(company: Opener) -> None:
    bring(company, ("leads.csv", LEADS))
    before = contents(company)
    again = bring(company, ("leads.csv", LEADS))
    assert counts(company, again.id) == {"leads.csv": (0, 0, 4, 0)}
    assert contents(company) == before


def test_a_known_lead_gets_what_changed_and_keeps_its_source_and_standing(company: Opener) -> None:
    bring(company, ("leads.csv", LEADS))
    lead = leads(company)["Omar Nasser"]
    done = bring(
        company,
        ("leads.csv", "Name,Email,Company,Status,Source,Consent\nOmar N,OMAR@zeta.test,Zeta Ltd,New,Elsewhere,yes\n"),
    )
    assert counts(company, done.id) == {"leads.csv": (0, 1, 0, 0)}
    now = leads(company)["Omar N"]
    assert (now.id, now.company, now.status, now.source_id) == (
        lead.id, "Zeta Ltd", LeadStatus.WORKING, lead.source_id,
    )  # fmt: skip
    assert "Elsewhere" not in sources(company)
    with company() as work:
        assert work.all(select(Consent).where(Consent.lead_id == lead.id)) == []


def test_what_is_no_lead_is_refused_alone(company: Opener) -> None:
    text = (
        "name,email,status,created date,language\n"
        "A,a@x.test,new,2020-01-01,he\n"
        "B,b@x.test,Closed - Converted,,\n"
        "C,c@x.test,,2099-01-01,\n"
        "A again,A@x.test,,,\n"
        ",,new,,\n"
        "D,nonsense,,,\n"
        "E,e@x.test,Whatever,,\n"
        "F,f@x.test,,,Klingonese\n"
    )
    done = bring(company, ("leads.csv", text))
    assert [(line, code) for _file, line, _column, code, _value in refusals(company, done.id)] == [
        (3, "CONVERTED_ALREADY"), (4, "IN_FUTURE"), (5, "DUPLICATE"), (6, "NAME_MISSING"), (7, "NOT_AN_EMAIL"),
        (9, "NOT_A_LANGUAGE"),
    ]  # fmt: skip
    assert {name: one.status for name, one in leads(company).items()} == {"A": LeadStatus.NEW, "E": LeadStatus.NEW}
    assert notes(company, done.id)["STATUS_UNKNOWN"] == (
        1, "1 lead stands as new: what status says is no status here: Whatever.",
    )  # fmt: skip


def test_a_product_that_nobody_sells_is_an_answer(company: Opener) -> None:
    with company() as work:
        made = create_product(work, {"name": "Plan Pro"})
        work.flush()
        product = made.id
    bring(company, ("leads.csv", "name,email,product\nA,a@x.test,PlanPro\nB,b@x.test,Something else\n"))
    found = leads(company)
    assert (found["A"].product_id, found["B"].product_id) == (product, None)
    with company() as work:
        (answer,) = work.all(select(LeadAnswer))
    assert (answer.lead_id, answer.question, answer.answer) == (found["B"].id, "product", "Something else")


def test_an_undo_gives_back_the_state_before(company: Opener) -> None:
    before = contents(company)
    done = bring(company, ("leads.csv", LEADS))
    assert undo(company, done.id).status is ImportStatus.UNDONE
    assert contents(company) == before


def test_an_undo_leaves_what_somebody_has_taken_up(company: Opener) -> None:
    done = bring(company, ("leads.csv", LEADS))
    with company() as work:
        edit_lead(work, leads(company)["Noa Bar"].id, {"company": "Bar"})
    undo(company, done.id)
    assert set(leads(company)) == {"Noa Bar"}
    assert set(sources(company)) == {"Website"}


def test_leads_that_were_weighed_meanwhile_are_taken_back_all_the_same(company: Opener) -> None:
    before = contents(company)
    done = bring(company, ("leads.csv", LEADS))
    go_by(company)
    assert any(lead.ripe_at for lead in leads(company).values())
    undo(company, done.id)
    after = contents(company)
    assert leads(company) == {}
    assert {name: rows for name, rows in after.items() if name not in {"qualification", "weighing"}} == {
        name: rows for name, rows in before.items() if name not in {"qualification", "weighing"}
    }


def test_a_lead_that_an_undo_changes_back_is_weighed_as_it_is_then(company: Opener) -> None:
    go_by(company)
    bring(company, ("leads.csv", "name,email\nDana,dana@acme.test\n"))
    was = leads(company)["Dana"]
    done = bring(company, ("leads.csv", "name,email,phone\nDana,dana@acme.test,+972521234567\n"))
    assert (was.ripe_at, leads(company)["Dana"].ripe_at is None) == (None, False)
    with company() as work:
        assert work.all(select(Notification.kind).where(Notification.kind == "qualification.ripened")) == []
    undo(company, done.id)
    now = leads(company)["Dana"]
    assert (now.phone, now.score, now.ripe_at) == (None, was.score, None)


def test_an_import_tells_nobody_of_each_and_the_history_of_each_tells_it(company: Opener) -> None:
    bring(company, ("leads.csv", "name,email,owner\nA,a@x.test,owner@maven.test\n"))
    lead = leads(company)["A"]
    with company() as work:
        told = work.all(select(LeadEvent.kind).where(LeadEvent.lead_id == lead.id))
        assert told == [LeadEventKind.CREATED]
        assign_lead(work, lead.id, None)


def test_the_options_stay_until_they_are_said_otherwise(company: Opener) -> None:
    import_id = upload(company, ("leads.csv", LEADS))
    options: Mapping[str, bool | None]
    for options, then in (
        ({"assign_leads": True}, (True, False)),
        ({"assign_leads": None, "leads_are_new": True}, (True, True)),
        ({"assign_leads": False}, (False, True)),
    ):
        with company() as work:
            run_ = actions.set_mapping(work, import_id, {}, leads=options)
            assert (run_.assign_leads, run_.leads_are_new) == then
