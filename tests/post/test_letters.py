from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from uuid import UUID

import pytest

from saas.post.gateway import Enveloped, compose
from saas.post.letters import Address, Letter
from tests.post.make import letter, part

ID = UUID("01900000-0000-7000-8000-000000000000")


def written(sent: Letter) -> tuple[Enveloped, EmailMessage]:
    made = compose((ID, sent.to, sent.locale), sent.content(), sender="Acme <crm@acme.test>")
    return made, message_from_bytes(made.body, policy=default)


def test_a_letter_is_read_as_text_and_as_html() -> None:
    _, message = written(letter())
    assert message["Subject"] == "דנה is not an amount."
    assert [kind.get_content_type() for kind in message.iter_parts()] == ["text/plain", "text/html"]
    text, html = part(message, "plain"), part(message, "html")
    assert text == "There is no such record.\n\nSend again:\nhttp://acme.localhost:8000/x?a=1&b=2\n"
    assert '<html lang="en" dir="ltr">' in html
    assert 'href="http://acme.localhost:8000/x?a=1&amp;b=2"' in html


@pytest.mark.parametrize(("locale", "said"), [("he", "אין רשומה כזאת."), ("ar", "لا يوجد سجل كهذا.")])
def test_it_is_in_the_readers_language_and_direction(locale: str, said: str) -> None:
    _, message = written(letter(locale))
    html = part(message, "html")
    assert f'<html lang="{locale}" dir="rtl">' in html
    assert "text-align:right" in html
    assert said in html
    assert said in part(message, "plain")
    assert message["Content-Language"] == locale


def test_it_says_who_wrote_it_and_that_nobody_did() -> None:
    _, message = written(letter())
    assert message["From"] == "Acme <crm@acme.test>"
    assert message["Message-ID"] == f"<{ID}@acme.test>"
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "name", ["Dana\r\nBcc: all@acme.test", "Dana\nSubject: x", "Dana\u2028Bcc: x", 'D" <x@y.z>, "']
)
def test_a_name_adds_no_header_and_no_reader(name: str) -> None:
    made, message = written(letter(to=Address("dana@acme.test", name), params={"value": name}))
    assert made.reader == "dana@acme.test"
    assert message["Bcc"] is None
    assert len(message.get_all("Subject") or []) == 1
    assert [address.addr_spec for address in message["To"].addresses] == ["dana@acme.test"]


def test_a_name_turns_no_text_around_and_is_no_link() -> None:
    content = letter(params={"value": "\u202egpj.\u2066x http://evil.test/\x00"}).content()
    assert content["subject"] == "gpj.x http evil.test/ is not an amount."
    assert len(str(letter(params={"value": "x" * 5000}).content()["subject"])) < 200


def test_what_somebody_wrote_is_no_html() -> None:
    _, message = written(letter(params={"value": "<script>alert(1)</script>"}, paragraphs=("%(value)s",)))
    assert "<script>" not in part(message, "html")


def test_an_address_of_any_script_is_written_as_servers_know_it() -> None:
    made, _ = written(letter(to=Address("dana@חברה.test")))
    assert (made.reader, made.wide) == ("dana@xn--5dbgh3e.test", False)
    made, message = written(letter(to=Address("דנה@acme.test", "דנה")))
    assert (made.reader, made.wide) == ("דנה@acme.test", True)
    assert "דנה@acme.test" in str(message["To"])
