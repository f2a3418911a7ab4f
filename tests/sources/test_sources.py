"""Sources: made, mapped, given a secret that nobody reads again; who keeps them."""

import pytest
from sqlalchemy import select

from saas.sources.mapping import apply
from saas.sources.model import Source
from saas.sources.secrets import fits
from tests.members.make import Company
from tests.sources.make import make_source

SECRET = "a secret of the company"


def test_a_source_is_made_and_renamed(company: Company) -> None:
    made = company.do("mona", "createSource", name=" Fair ", kind="HAND", consentText=" You may call me. ")
    assert (made["name"], made["kind"], made["active"], made["hasSecret"]) == ("Fair", "HAND", True, False)
    assert (made["consentText"], made["owner"]) == ("You may call me.", None)
    assert len(str(made["key"])) == 16
    changed = company.do("mona", "updateSource", id=made["id"], name="Fair 2026", ownerId=company.id("rina"))
    assert (changed["name"], changed["key"], changed["owner"]) == ("Fair 2026", made["key"], {"id": company.id("rina")})
    assert company.refuse("mona", "createSource", name="FAIR 2026", kind="HAND")[:2] == ("DUPLICATE", "name")
    company.do("olga", "deleteSource", id=made["id"])
    assert company.ask("olga", "{ sources { name } }") == {"sources": []}
    company.do("olga", "restoreSource", id=made["id"])
    assert company.ask("rina", "{ sources { name } }") == {"sources": [{"name": "Fair 2026"}]}


def test_a_secret_is_kept_as_a_digest_and_told_to_nobody(company: Company) -> None:
    made = make_source(company)
    entries = len(company.trail())
    assert company.do("olga", "setSourceSecret", id=made["id"], secret=SECRET)["hasSecret"] is True
    with company.open() as work:
        digest = work.first(select(Source.secret_digest))
    assert digest is not None
    assert SECRET not in digest
    assert fits(SECRET, digest)
    assert not fits(SECRET + "s", digest)
    assert not fits("", None)
    assert digest not in str(company.trail(entries))
    assert company.do("olga", "setSourceSecret", id=made["id"], secret=None)["hasSecret"] is False


ASKED: list[dict[str, object]] = [
    {"label": " Your name ", "field": "FIRST_NAME", "required": True},
    {"label": "Budget", "kind": "CHOICE", "options": ["small", " ", "large", "small"]},
]


def test_what_a_form_asks_is_kept_in_order_and_says_the_mapping(company: Company) -> None:
    made = make_source(company, questions=ASKED)
    read = "{ sources { questions { label field kind required options } } }"
    rows = [
        {"label": "Your name", "field": "FIRST_NAME", "kind": "LINE", "required": True, "options": None},
        {"label": "Budget", "field": None, "kind": "CHOICE", "required": False, "options": "small\nlarge"},
    ]
    assert company.ask("rina", read) == {"sources": [{"questions": rows}]}
    with company.open() as work:
        assert work.first(select(Source.mapping)) == {"Your name": "firstName"}
    entries = len(company.trail())
    company.do("olga", "updateSource", id=made["id"], questions=ASKED)
    assert len(company.trail()) == entries
    company.do("olga", "updateSource", id=made["id"], questions=[{"label": "E-mail", "field": "EMAIL"}])
    with company.open() as work:
        assert work.first(select(Source.mapping)) == {"E-mail": "email"}
    assert company.refuse("rina", "updateSource", id=made["id"], questions=[])[0] == "FORBIDDEN"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"questions": [{"label": "Budget"}]}, ("TELLS_NOBODY", "questions")),
        ({"questions": [{"label": " ", "field": "NAME"}]}, ("REQUIRED", "questions")),
        ({"questions": [{"label": "x" * 201, "field": "NAME"}]}, ("TOO_LONG", "questions")),
        ({"questions": [{"label": "a", "field": "NAME"}, {"label": "a"}]}, ("QUESTION_TWICE", "questions")),
        (
            {"questions": [{"label": "a", "field": "NAME"}, {"label": "b", "field": "NAME"}]},
            ("FIELD_TWICE", "questions"),
        ),
        ({"questions": [{"label": "a", "field": "NAME", "kind": "CHOICE"}]}, ("BAD_OPTIONS", "questions")),
        ({"questions": [{"label": str(n), "field": None} for n in range(41)]}, ("TOO_MANY", "questions")),
        ({"name": " "}, ("REQUIRED", "name")),
        ({"mapping": {"Telefon": "fax"}}, ("NO_SUCH_FIELD", "mapping")),
        ({"mapping": {"a": "email", "b": "email"}}, ("FIELD_TWICE", "mapping")),
        ({"mapping": ["email"]}, ("BAD_MAPPING", "mapping")),
        ({"consentText": "x" * 4001}, ("TOO_LONG", "consentText")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createSource", **{"name": "Form", "kind": "WEB_FORM", **given}) == problem


def test_a_short_secret_is_refused(company: Company) -> None:
    made = make_source(company)
    assert company.refuse("olga", "setSourceSecret", id=made["id"], secret="short") == ("BAD_SECRET", "secret")


def test_a_rep_keeps_none(company: Company) -> None:
    made = make_source(company)
    assert company.refuse("rina", "createSource", name="Mine", kind="HAND")[0] == "FORBIDDEN"
    assert company.refuse("rina", "setSourceSecret", id=made["id"], secret=SECRET)[0] == "FORBIDDEN"


def test_fields_are_read_by_the_mapping_else_by_their_usual_names() -> None:
    given = [("FULL_NAME", "Dana Levi"), ("טלפון", "052-1234567"), ("q7", "dana@levi.test"), ("Budget", "10k"),
             ("e_mail", ""), ("البريد الإلكتروني", "other@levi.test")]  # fmt: skip
    mapped = apply({"q7": "email"}, given)
    assert mapped.fields == {"name": "Dana Levi", "phone": "052-1234567", "email": "dana@levi.test"}
    assert mapped.answers == (("Budget", "10k"), ("البريد الإلكتروني", "other@levi.test"))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ([("first_name", "Dana"), ("last_name", "Levi")], "Dana Levi"),
        ([("שם פרטי", "דנה")], "דנה"),
        ([("email", "dana@levi.test")], "dana@levi.test"),
        ([("phone", "+972521234567"), ("company", "Levi")], "+972521234567"),
        ([("Colour", "red")], None),
    ],
)
def test_who_gives_no_name_is_called_by_what_he_gives(given: list[tuple[str, str]], name: str | None) -> None:
    assert apply({}, given).fields.get("name") == name
