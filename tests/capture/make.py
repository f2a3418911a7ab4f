"""Builders: what senders send, and a worker that takes it in."""

from itertools import count
from uuid import UUID

import httpx2
from sqlalchemy import select

from saas.capture.actions import Arrival, receive
from saas.capture.model import Submission, SubmissionStatus
from saas.capture.puzzle import is_solved
from saas.capture.taking import take_in
from saas.core.principal import system
from saas.core.work import Opener
from tests.edge.conftest import Site, host_of
from tests.members.make import Company, Json, key_of

FIELDS = {"Full name": "Dana Levi", "E-mail": "dana@levi.test", "Phone": "052-123 4567", "Budget": "10k"}
SECRET = "a secret of the company"


def opener_of(company: Company) -> Opener:
    """The product's, as the worker has it."""
    return Opener(company.lanes, company.tenant, system("worker"), company.clock)


def solve(challenge: str) -> str:
    return next(nonce for n in count() if is_solved(challenge, nonce := str(n)))


def fill_in(site: Site, company: Company, key: object, **more: object) -> httpx2.Response:
    """As a browser does: asks for the form, solves its puzzle, sends it."""
    path = f"/forms/{key}"
    challenge = site.ask("GET", path, host=host_of(company.tenant)).json()["challenge"]
    body = {"fields": FIELDS, "challenge": challenge, "nonce": solve(challenge), **more}
    return site.ask("POST", path, host=host_of(company.tenant), json=body)


def arrive(company: Company, source: Json, external_id: str, **fields: str) -> UUID:
    """Through no door."""
    body: Json = {"fields": fields or dict(FIELDS)}
    return receive(opener_of(company), key_of(source), Arrival(external_id, body))


def work_off(company: Company) -> None:
    """Whatever waits, as the worker does."""
    with company.open() as work:
        waiting = work.all(select(Submission.id).where(Submission.status == SubmissionStatus.WAITING))
    for one in waiting:
        take_in(opener_of(company), one)


def submissions(company: Company, who: str = "olga") -> list[Json]:
    read = "{ submissions(first: 100) { nodes { id status problemCode problem attempts body lead { name } } } }"
    said = company.ask(who, read)["submissions"]
    assert isinstance(said, dict)
    nodes = said["nodes"]
    assert isinstance(nodes, list)
    return nodes
