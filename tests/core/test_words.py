"""The small words of the core: ids, money, clock, events, the walk, policies."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from saas.core import events, policy, walk
from saas.core.clock import FixedClock
from saas.core.errors import Invalid
from saas.core.folding import fold
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.money import Money, read_amount, read_currency
from saas.core.walk import StrayFile
from saas.core.work import Opener
from saas.leads.events import LeadReceived
from saas.members.holders import leave_role
from saas.responses.actions import begin
from saas.roles.events import CustomRoleLeaves
from tenants.bootstrap import driver_url
from tests.conftest import Database


def test_ids_rise_and_say_their_version() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {id.version for id in made} == {7}


def test_money_keeps_its_currency() -> None:
    euros = Money(Decimal("10.00"), "EUR")
    assert euros + Money(Decimal("0.05"), "EUR") == Money(Decimal("10.05"), "EUR")
    assert euros.times(Decimal("0.3333")) == Money(Decimal("3.33"), "EUR")
    with pytest.raises(ValueError, match="cannot be added"):
        _ = euros + Money(Decimal(1), "USD")


@pytest.mark.parametrize("said", ["", "x", "1,5", "NaN", "Infinity", "1e30", "1 2"])
def test_what_is_no_amount_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_amount(said, field="amount")
    assert (refused.value.code, refused.value.field) == ("BAD_AMOUNT", "amount")


@pytest.mark.parametrize("said", ["", "eur", "EURO", "€€€", "E1R"])
def test_what_is_no_currency_is_refused(said: str) -> None:
    with pytest.raises(Invalid):
        read_currency(said)


def test_today_depends_on_the_zone() -> None:
    clock = FixedClock()
    clock.at = clock.at.replace(hour=23)
    assert (clock.today("UTC"), clock.today("Asia/Jerusalem")) == (date(2026, 1, 1), date(2026, 1, 2))


FOLDED = {
    "  Café   “ACME”\tLtd. ": "cafe acme ltd.",
    "Straße ÆØ Łódź İstanbul": "strasse aeo lodz istanbul",
    "שָׁלוֹם לְךָ": "שלומ לכ",
    "צה״ל ג\u05f3ראף": "צהל גראפ",
    "מֶלֶךְ הָאָרֶץ": "מלכ הארצ",
    "أحمد إبراهيم آل": "احمد ابراهيم ال",
    "مُحَمَّد ـــ فاطمة": "محمد فاطمه",
    "مستشفى شؤون مسئول": "مستشفي شوون مسيول",
    "ΣΊΣΥΦΟΣ": "σισυφοσ",
    "O'Brien\u2019s": "obriens",
    "ﬁancé №5": "fiance no5",
    "\u200fא\u200eb\u2067c": "אbc",
    "": "",
}


@pytest.mark.parametrize(("said", "folded"), FOLDED.items())
def test_text_is_folded(said: str, folded: str) -> None:
    assert fold(said) == folded


def test_the_twin_in_the_database_folds_alike(database: Database) -> None:
    ranges = [(0x20, 0x500), (0x590, 0x700), (0x1E00, 0x2070), (0xFB00, 0xFDFF), (0xFE70, 0xFF60)]
    letters = [chr(code) for start, end in ranges for code in range(start, end)]
    words = [*FOLDED, *(f"a{letter}b  c" for letter in letters)]
    engine = create_engine(driver_url(database.web_url))
    with engine.connect() as connection:
        found = connection.execute(text("SELECT ext.fold(w) FROM unnest(:words) WITH ORDINALITY AS t(w, n) ORDER BY n"),
                                   {"words": words}).scalars().all()  # fmt: skip
    engine.dispose()
    assert [(word, theirs, fold(word)) for word, theirs in zip(words, found, strict=True) if theirs != fold(word)] == []


@dataclass(frozen=True, slots=True)
class Rang:
    times: int


def test_listeners_hear_at_once_in_the_same_transaction(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr("saas.core.work.listeners", lambda: {Rang: [lambda work, event: heard.append((work, event))]})
    with opener() as work:
        work.emit(Rang(2))
        assert heard == [(work, Rang(2))]


def test_listeners_are_gathered_from_the_capabilities() -> None:
    found = events.listeners()
    assert found[CustomRoleLeaves] == [leave_role]
    assert events.Hearing(begin) in found[LeadReceived]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("models.py", "model.py"),
        ("utils.py", "a noun"),
        ("tasks.py", "jobs.py"),
        ("actions2.py", "a noun"),
        ("Deal.py", "a noun"),
    ],
)
def test_a_stray_file_is_refused_with_its_mend(tmp_path: Path, name: str, mend: str) -> None:
    (tmp_path / "__init__.py").touch()
    (tmp_path / name).touch()
    with pytest.raises(StrayFile, match=mend) as refused:
        walk.check(tmp_path)
    assert name in str(refused.value)


def test_a_folder_in_a_capability_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "x.py").touch()
    with pytest.raises(StrayFile, match="a capability of its own"):
        walk.check(tmp_path)


def test_every_table_has_a_policy() -> None:
    assert {mapper.class_ for mapper in Model.registry.mappers} <= set(policy.policies())


def test_a_table_without_a_policy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "modules", lambda _name: [])
    with pytest.raises(policy.NoPolicy, match=r"add it to VISIBLE in saas\.\w+\.policy"):
        policy.policies.__wrapped__()
