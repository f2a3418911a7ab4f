from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from saas.app import create_app
from saas.core.rights import Role
from saas.core.work import Opener
from saas.graph.ids import encode
from saas.identity.tokens import create_token
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.post import actions
from saas.post.model import Mail
from saas.settings import Mode, Settings
from tests.conftest import Database
from tests.post.make import letter


@pytest.fixture(params=[Mode.LOCAL, Mode.SERVER])
def mode(request: pytest.FixtureRequest) -> Mode:
    return Mode(request.param)


@pytest.fixture
def app(database: Database, mode: Mode) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(mode=mode, web_url=database.web_url)), base_url="http://localhost") as client:
        yield client


def headers(opener: Opener, engine: Engine, role: Role, locale: str = "en") -> dict[str, str]:
    with opener() as work:
        draft = MemberDraft(role.title(), f"{role}@acme.test", role, locale=locale, status=MemberStatus.ACTIVE)
        member = add_member(work, draft)
    token = create_token(engine, opener.tenant, member.id, name="test")
    return {"host": f"{opener.tenant.slug}.localhost", "authorization": f"Bearer {token}"}


def test_those_who_may_read_what_would_be_sent_at_home_only(
    app: TestClient, opener: Opener, web_engine: Engine, mode: Mode
) -> None:
    with opener() as work:
        actions.send_mail(work, letter(params={"value": "<b>"}))
    answer = app.get("/outbox", headers=headers(opener, web_engine, Role.OWNER, "he"))
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert 'dir="rtl"' in answer.text
    assert "&lt;b&gt; is not an amount." in answer.text
    assert ("There is no such record." in answer.text) is (mode is Mode.LOCAL)
    assert ("/x?a=1&amp;b=2" in answer.text) is (mode is Mode.LOCAL)


def test_nobody_else_sees_it(app: TestClient, opener: Opener, web_engine: Engine) -> None:
    with opener() as work:
        mail_id = actions.send_mail(work, letter()).id
    rep = headers(opener, web_engine, Role.REP)
    assert app.get("/outbox", headers=rep).status_code == 403
    assert app.post(f"/outbox/{encode('Mail', mail_id)}/again", headers=rep).status_code == 403
    assert app.get("/outbox", headers={"host": rep["host"]}).status_code == 401


def test_a_mail_that_failed_is_sent_again(app: TestClient, opener: Opener, web_engine: Engine) -> None:
    with opener() as work:
        mail = actions.send_mail(work, letter())
        mail.fail("550 no")
        mail_id = mail.id
    owner = headers(opener, web_engine, Role.OWNER)
    path = f"/outbox/{encode('Mail', mail_id)}/again"
    assert path in app.get("/outbox", headers=owner).text
    assert app.post(path, headers=owner, follow_redirects=False).status_code == 303
    with replace(opener)() as work:
        mail = work.get(Mail, mail_id)
        assert (mail.status, mail.round) == ("WAITING", 1)
    assert app.post(path, headers=owner, follow_redirects=False).status_code == 409
