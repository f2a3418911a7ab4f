"""Every query, mutation and job, tried by nobody, by another company, by a member who may not, and by one who may."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from inspect import signature
from itertools import cycle
from typing import cast
from uuid import UUID

import orjson
import pytest
from httpx2 import Response
from sqlalchemy import Engine, Select, Table, func, select, update
from starlette.testclient import TestClient

from saas.activities.model import Activity
from saas.app import create_app
from saas.batches.actions import BatchDraft, create_batch, run_batch
from saas.batches.model import Batch
from saas.capture.actions import Arrival, receive
from saas.capture.model import Submission
from saas.capture.taking import take_in
from saas.company.actions import HolidayDraft, add_holidays
from saas.core import walk
from saas.core.audit import AuditEntry
from saas.core.clock import FixedClock
from saas.core.errors import Refusal
from saas.core.jobs import Job, jobs
from saas.core.model import Model
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.routes import Route
from saas.core.work import Opener
from saas.deals.events import DealGiven
from saas.deals.model import Deal
from saas.demo.actions import fill
from saas.exports.model import Export
from saas.files.actions import Record, attach_file
from saas.files.actions import Upload as Content
from saas.files.model import StoredFile
from saas.graph import ids
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.listing import Asked
from saas.graph.threads import Threads
from saas.handover.actions import Succession, hand_over
from saas.handover.model import Handover
from saas.identity.tokens import create_token
from saas.imports.actions import Upload, upload_files
from saas.imports.model import Import
from saas.leads.model import Lead
from saas.leads.words import LeadStatus
from saas.members.actions import MemberDraft, add_member, invite_member
from saas.members.model import Member, MemberStatus
from saas.post.actions import send_mail
from saas.post.letters import Address, Letter
from saas.post.model import Mail
from saas.push.actions import Subscription, subscribe_device
from saas.push.model import PushDevice
from saas.qualification.model import Weighing
from saas.rates.actions import Quote, set_rates
from saas.settings import Settings
from saas.sources.actions import create_source
from saas.sources.model import Source, SourceKind
from saas.visits.actions import note_glimpse
from saas.visits.model import Visit
from saas.visits.reading import read_glimpse
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.house.documents import WORDS, Spot, document, roots, spots, spotted, variables

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HIDDEN = {"NOT_FOUND", "FORBIDDEN"}

#: What a job's argument names.
RECORDS_OF_JOBS: dict[str, type[Model]] = {
    "mail_id": Mail, "member_id": Member, "import_id": Import, "handover_id": Handover, "activity_id": Activity,
    "file_id": StoredFile, "export_id": Export, "batch_id": Batch, "submission_id": Submission, "source_id": Source,
    "lead_id": Lead, "visit_id": Visit, "device_id": PushDevice, "weighing_id": Weighing,
}  # fmt: skip

#: What a rep may do about nobody's records but his own. A new mutation is not in it until somebody decides so here.
REPS_MAY = {
    "createAccount", "createContact", "createDeal", "updateAccount", "updateContact", "updateProfile", "createActivity",
    "createLead", "updateMany", "deleteMany", "chooseNotifications", "markAllNotificationsRead", "setNotificationHours",
    "createSavedView", "chooseDefaultView", "subscribePushDevice",
}  # fmt: skip


@dataclass
class Company:
    """A company filled by the demo generator, its owner, and a rep who owns nothing."""

    lanes: Lanes
    tenant: Tenant
    door: Door
    threads: Threads
    _turns: dict[str, Iterator[str]] = field(default_factory=dict)

    @cached_property
    def opener(self) -> Opener:
        return Opener(self.lanes, self.tenant, system("house"), FixedClock(NOW))

    @cached_property
    def owner(self) -> Principal:
        with self.opener() as work:
            (member,) = work.all(select(Member).where(Member.role == Role.OWNER))
            return Principal(member.id, Role.OWNER, member.name, "en", "UTC", "house")

    @cached_property
    def stranger(self) -> Principal:
        with self.opener() as work:
            draft = MemberDraft("Stranger", "stranger@house.test", Role.REP, status=MemberStatus.ACTIVE)
            member = add_member(work, draft)
            work.flush()
            return Principal(member.id, Role.REP, member.name, "en", "UTC", "house")

    @cached_property
    def keys(self) -> dict[str, list[UUID]]:
        """The keys of all living records, by the name of their type."""
        with self.opener() as work:
            return {name: work.all(living(kind.table)) for name, kind in graph().types.items()}

    def id(self, type_name: str) -> str:
        """Another record of the type at each call, as long as there are others."""
        keys = self.keys[type_name]
        assert keys, f"the demo company has no {type_name}, and no mutation makes one: give it one in `companies`"
        turn = self._turns.setdefault(type_name, cycle([ids.encode(type_name, key) for key in keys]))
        return next(turn)

    def complete(self) -> None:
        """Makes one of each that the demo generator does not draw, by the type's own mutation."""
        for type_name in [name for name, keys in self.keys.items() if not keys]:
            name = f"create{type_name}"
            if name in roots("mutation"):
                answer = self.ask(self.owner, document("mutation", name), variables("mutation", name, self.id))
                assert problems(answer, name) == []
        del self.keys

    def ask(self, who: Principal, text: str, given: dict[str, object]) -> dict[str, object]:
        body = orjson.dumps({"query": text, "variables": given})
        status, answer = asyncio.run(self.door.answer(self.tenant, who, body))
        assert status == 200
        found = orjson.loads(answer)
        assert isinstance(found, dict)
        return found

    def changes(self) -> int:
        with self.opener() as work:
            return work.all(select(func.count()).select_from(AuditEntry))[0]


def living(table: Table) -> Select[UUID]:
    """Of leads those of whom something can still be asked: a converted one is left as it is."""
    statement = select(table.c.id)
    if table is Lead.__table__:
        statement = statement.where(table.c.status != LeadStatus.CONVERTED)
    return statement.where(table.c.deleted_at.is_(None)) if "deleted_at" in table.c else statement


@pytest.fixture(scope="module")
def companies(lanes: Lanes, tenants_pool: Iterator[Tenant]) -> Iterator[tuple[Company, Company]]:
    with Threads(2) as threads:
        door = Door(graph(), Library(graph(), {}), lanes, threads, FixedClock(NOW))
        pair = tuple(Company(lanes, next(tenants_pool), door, threads) for _ in range(2))
        for seed, company in enumerate(pair):
            fill(company.opener, FixedClock(NOW), seed=seed + 1)
            upload(company.opener)
            write(company.opener)
            invite(company.opener)
            rate(company.opener)
            rest(company.opener)
            capture(company.opener)
            browse(company.opener)
            company.complete()
            change_many(company)
            subscribe(company)
        yield pair[0], pair[1]


def rest(opener: Opener) -> None:
    """Days on which nobody works."""
    with opener() as work:
        add_holidays(work, [HolidayDraft(f"Holiday {day}", date(2026, 12, day)) for day in range(1, 4)])


def capture(opener: Opener) -> None:
    """What came through a door and could not be read."""
    with opener() as work:
        source = create_source(work, "Form", SourceKind.WEB_FORM, {})
    for number in range(3):
        take_in(opener, receive(opener, source.id, Arrival(f"walk-{number}", {"fields": {"Colour": "red"}})))


def browse(opener: Opener) -> None:
    """Leads who look at the company's site."""
    with opener() as work:
        source = create_source(work, "Site", SourceKind.WEB_FORM, {})
        for number, lead_id in enumerate(work.all(living(cast(Table, Lead.__table__)).limit(3))):
            body = {"visitor": f"visitor-{number:020}", "visit": f"visit-{number:020}", "view": "view-000", "path": "/"}
            note_glimpse(work, source, read_glimpse(source.key, orjson.dumps(body)))
            work.flush()
            work.bulk(update(Visit).where(Visit.lead_id.is_(None)).values(lead_id=lead_id))


def rate(opener: Opener) -> None:
    """What other currencies are worth, for a few days."""
    with opener() as work:
        set_rates(work, [Quote("JPY", date(2026, 11, day), Decimal("0.006")) for day in range(1, 5)])


def invite(opener: Opener) -> None:
    """People who have not come yet, and hand over what they do not have."""
    with opener() as work:
        for number in range(3):
            invite_member(work, MemberDraft(f"Guest {number}", f"guest{number}@house.test", Role.REP))
        work.flush()
        first, second, third = work.all(select(Member.id).where(Member.email.like("guest%")).order_by(Member.id))
        for leaver in (first, second):
            hand_over(work, Succession(leaver, third))


def upload(opener: Opener) -> None:
    """Imports that wait for a person, for what the demo generator does not draw."""
    with opener() as work:
        for number in range(3):
            upload_files(work, [Upload(f"accounts{number}.csv", b"account,sector\nAcme,retail\n")])


def write(opener: Opener) -> None:
    """A mail, and what the owner is told of."""
    with opener() as work:
        send_mail(work, Letter(Address("reader@house.test"), "house.mail", "en", "There is no such record."))
        (owner,) = work.all(select(Member).where(Member.role == Role.OWNER))
        deals = work.all(living(cast(Table, Deal.__table__)).limit(3))
        for deal_id in deals:
            work.emit(DealGiven(deal_id, owner.id))
    for deal_id in deals:
        attach(opener, deal_id)


def attach(opener: Opener, deal_id: UUID) -> None:
    content = Content(1000)
    content.add(b"A file for a deal.")
    attach_file(opener, Record("Deal", deal_id), "note.txt", content)
    content.close()


def change_many(company: Company) -> None:
    """By the owner: a batch is seen by its own member alone."""
    opener = replace(company.opener, principal=company.owner)
    with opener() as work:
        batch = create_batch(work, BatchDraft("Product", Asked(), {"family": "Walk"}))
    run_batch(opener, batch.id)


def subscribe(company: Company) -> None:
    """Browsers of the owner: each sees his own alone."""
    with replace(company.opener, principal=company.owner)() as work:
        for number in range(3):
            said = Subscription(f"https://push.test/{number}", str(WORDS["publicKey"]), str(WORDS["secret"]))
            subscribe_device(work, "Browser", said)


@pytest.fixture(scope="module")
def ours(companies: tuple[Company, Company]) -> Company:
    return companies[0]


@pytest.fixture(scope="module")
def theirs(companies: tuple[Company, Company]) -> Company:
    return companies[1]


NOUNS = {kind[:1].lower() + kind[1:] for kind in graph().types}
RECORDS = [name for name in roots("query") if name in NOUNS and "$id: ID!" in document("query", name)]
LISTS = [name for name in roots("query") if name not in RECORDS and name != "node"]
SPOTS = [(name, spot) for name in roots("mutation") for spot in spots(name)]


def test_the_walk_finds_what_there_is() -> None:
    assert {"deal", "account", "member"} <= set(RECORDS)
    assert {"deals", "forecast", "me"} <= set(LISTS)
    assert len(SPOTS) > len(roots("mutation")) / 2


# At the door


@pytest.fixture(scope="module")
def app(database: Database) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(web_url=database.web_url)), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="module")
def their_token(theirs: Company, web_engine: Engine) -> str:
    owner = theirs.owner.member_id
    assert owner is not None
    return create_token(web_engine, theirs.tenant, owner, name="house")


FIELDS = [(kind, name) for kind in ("query", "mutation") for name in roots(kind)]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_nobody_gets_nothing(app: TestClient, ours: Company, kind: str, name: str) -> None:
    before = ours.changes()
    answer = post(app, ours, kind, name, {"host": f"{ours.tenant.slug}.localhost"})
    assert refused(answer) == (401, "UNAUTHENTICATED")
    assert ours.changes() == before


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_token_of_another_company_gets_nothing(
    app: TestClient, ours: Company, their_token: str, kind: str, name: str
) -> None:
    before = ours.changes()
    headers = {"host": f"{ours.tenant.slug}.localhost", "authorization": f"Bearer {their_token}"}
    assert refused(post(app, ours, kind, name, headers)) == (401, "WRONG_TENANT")
    assert ours.changes() == before


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"host": "localhost"}, "NO_TENANT"),
        ({"host": "nobody.localhost"}, "UNKNOWN_TENANT"),
        ({"host": "nobody.localhost", "authorization": "Bearer wrong"}, "UNKNOWN_TENANT"),
        ({"host": "localhost", "authorization": "Bearer wrong"}, "UNAUTHENTICATED"),
    ],
)
def test_a_company_is_never_assumed(app: TestClient, ours: Company, headers: dict[str, str], code: str) -> None:
    assert refused(post(app, ours, "query", "deals", headers)) == (401, code)


ROUTES = [route for module in walk.modules("routes") for route in module.ROUTES if not route.public]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method}-{route.path}")
def test_a_door_beside_the_graph_opens_to_no_one_else(
    app: TestClient, ours: Company, theirs: Company, their_token: str, route: Route
) -> None:
    """By nobody, by a token on our address, and by the token on its own address with an id of ours."""
    before, path = ours.changes(), route.path.replace("{id}", ours.id("Import"))
    our_host, their_host = (f"{company.tenant.slug}.localhost" for company in (ours, theirs))
    token = {"authorization": f"Bearer {their_token}"}
    assert app.request(route.method, path, headers={"host": our_host}).status_code == 401
    assert app.request(route.method, path, headers={"host": our_host, **token}).status_code == 401
    if "{" in route.path:
        assert app.request(route.method, path, headers={"host": their_host, **token}).status_code == 404
    assert ours.changes() == before


def post(app: TestClient, company: Company, kind: str, name: str, headers: dict[str, str]) -> Response:
    asked = {"query": document(kind, name), "variables": variables(kind, name, company.id)}
    return app.post("/graphql", json=asked, headers=headers)


def refused(answer: Response) -> tuple[int, str]:
    told = answer.json()
    assert set(told) == {"errors"}
    (error,) = told["errors"]
    return answer.status_code, error["extensions"]["code"]


# Queries


@pytest.mark.parametrize("name", roots("query"))
def test_the_holder_reads(ours: Company, name: str) -> None:
    answer = ours.ask(ours.owner, document("query", name), variables("query", name, ours.id))
    assert "errors" not in answer
    assert found(answer, name) is not None


@pytest.mark.parametrize("name", [*RECORDS, "node", "nodes"])
def test_another_company_reads_nothing(ours: Company, theirs: Company, name: str) -> None:
    given = variables("query", name, ours.id)
    answer = theirs.ask(theirs.owner, document("query", name), given)
    assert answer == {"data": {name: [None] if name == "nodes" else None}}


@pytest.mark.parametrize("name", LISTS)
def test_another_companys_lists_hold_none_of_ours(ours: Company, theirs: Company, name: str) -> None:
    answer = theirs.ask(theirs.owner, document("query", name), variables("query", name, theirs.id))
    our_keys = {key for keys in ours.keys.values() for key in keys}
    assert not our_keys & {ids.decode(text)[1] for text in texts(answer)}


@pytest.mark.parametrize("name", RECORDS)
def test_who_may_not_see_a_record_reads_nothing(ours: Company, name: str) -> None:
    """The answer of the graph is the answer of the policy."""
    kind = graph().types[name[:1].upper() + name[1:]]
    key = ours.keys[kind.name][0]
    with Opener(ours.lanes, ours.tenant, ours.stranger, FixedClock(NOW))() as work:
        visible = work.find(kind.model, key) is not None
    answer = ours.ask(ours.stranger, document("query", name), {"id": ids.encode(kind.name, key)})
    assert "errors" not in answer
    assert (found(answer, name) is not None) is visible


def test_a_rep_who_owns_nothing_sees_no_deal(ours: Company) -> None:
    answer = ours.ask(ours.stranger, "{ deals { totalCount nodes { id } } }", {})
    assert found(answer, "deals") == {"totalCount": 0, "nodes": []}


# Mutations


@pytest.mark.parametrize(("name", "spot"), SPOTS, ids=[f"{name}-{'.'.join(spot.path)}" for name, spot in SPOTS])
def test_an_id_of_another_company_is_not_found(ours: Company, theirs: Company, name: str, spot: Spot) -> None:
    before = ours.changes(), theirs.changes()
    given = spotted(name, theirs.id, spot, ours.id(spot.type))
    answer = theirs.ask(theirs.owner, document("mutation", name), given)
    assert problems(answer, name), "it was done"
    assert {problem["code"] for problem in problems(answer, name)} <= HIDDEN
    assert (ours.changes(), theirs.changes()) == before


@pytest.mark.parametrize("name", [name for name in roots("mutation") if name not in REPS_MAY])
def test_who_may_not_changes_nothing(ours: Company, name: str) -> None:
    who, before = ours.stranger, ours.changes()
    answer = ours.ask(who, document("mutation", name), variables("mutation", name, ours.id))
    assert {problem["code"] for problem in problems(answer, name)} <= HIDDEN
    assert problems(answer, name), "a rep may do this: say so in REPS_MAY, or refuse it"
    assert ours.changes() == before


@pytest.mark.parametrize("name", sorted(REPS_MAY))
def test_what_a_rep_may_do_is_done(ours: Company, name: str) -> None:
    answer = ours.ask(ours.stranger, document("mutation", name), variables("mutation", name, ours.id))
    assert problems(answer, name) == []


@pytest.mark.parametrize("name", roots("mutation"))
def test_the_holder_is_not_forbidden(ours: Company, name: str) -> None:
    answer = ours.ask(ours.owner, document("mutation", name), variables("mutation", name, ours.id))
    assert "errors" not in answer
    assert "FORBIDDEN" not in {problem["code"] for problem in problems(answer, name)}


# Jobs


@pytest.mark.parametrize("name", sorted(jobs()))
def test_a_job_finds_nothing_of_another_company(ours: Company, theirs: Company, name: str) -> None:
    job, before = jobs()[name], (ours.changes(), theirs.changes())
    asked = [p.name for p in signature(job.run).parameters.values() if p.kind is p.KEYWORD_ONLY]
    given = {argument: str(first_key(ours, RECORDS_OF_JOBS[argument])) for argument in asked}
    with pytest.raises(Refusal) as refused:
        perform(job, theirs.opener, given)
    assert refused.value.code == "NOT_FOUND"
    assert (ours.changes(), theirs.changes()) == before


def first_key(company: Company, model: type[Model]) -> UUID:
    with company.opener() as work:
        return work.all(living(cast(Table, model.__table__)))[0]


def perform(job: Job, opener: Opener, given: dict[str, str]) -> None:
    if job.opens:
        job.run(opener, **given)
    else:
        with opener() as work:
            job.run(work, **given)


def found(answer: dict[str, object], name: str) -> object:
    data = answer["data"]
    assert isinstance(data, dict)
    return data[name]


def problems(answer: dict[str, object], name: str) -> list[dict[str, object]]:
    assert "errors" not in answer, answer
    payload = found(answer, name)
    assert isinstance(payload, dict)
    told = payload["problems"]
    assert isinstance(told, list)
    return told


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
