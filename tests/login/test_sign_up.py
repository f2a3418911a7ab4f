"""A person makes a company by himself, with a passkey, in a browser."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect
from sqlalchemy import Engine, select

from tenants.platform import person
from tests.login.conftest import Mailbox, Meet


def slug_of(name: str) -> str:
    return f"{name}-{uuid4().hex[:8]}"


@pytest.mark.parametrize("locale", ["en", "he"])
def test_a_first_company_by_a_passkey(meet: Meet, mails: Mailbox, web_engine: Engine, locale: str) -> None:
    title, mail = {
        "en": ("Make your company", "Confirm your e-mail address"), "he": ("הקמת חברה", "אישור כתובת הדוא״ל"),
    }[locale]  # fmt: skip
    dana, slug = meet(locale), slug_of("oren")
    email = f"dana@{slug}.test"
    page = dana.go("/sign-up")
    assert page.locator("html").get_attribute("dir") == ("rtl" if locale == "he" else "ltr")
    assert page.locator("h1").inner_text() == title
    page = dana.sign_up("Dana Levi", email)
    page.fill("form [name=name]", "Oren Agencies")
    expect(page.locator("[name=slug]")).to_have_value("oren-agencies")
    expect(page.locator("#slug-hint")).to_contain_text("oren-agencies")
    page = dana.found("Oren Agencies", slug)
    me = page.evaluate(ASK, "{ me { member { name email role status locale } tenant { name currency weekStart } } }")
    currency, week_start = ("ILS", 7) if locale == "he" else ("USD", 1)
    assert me["data"]["me"] == {
        "member": {"name": "Dana Levi", "email": email, "role": "OWNER", "status": "ACTIVE", "locale": locale},
        "tenant": {"name": "Oren Agencies", "currency": currency, "weekStart": week_start},
    }
    assert mails.wait_for(email)["Subject"] == mail
    with web_engine.connect() as connection:
        verified = select(person.c.verified_at).where(person.c.email == email)
        assert connection.execute(verified).scalar_one() is None


ASK = """query => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query}),
}).then(answer => answer.json())"""
