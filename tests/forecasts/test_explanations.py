"""What the forecast says of itself, in three languages."""

import re
from decimal import Decimal

import pytest

from saas.core.texts import LOCALES
from saas.forecasts.explanations import explain_note, explain_share
from saas.forecasts.outlook import Note, NoteCode
from saas.forecasts.shares import Tally

ENGAGING = Tally(entered=8300, won=4238, lost=2473)
INVISIBLE = re.compile("[\u2066-\u2069\u200e\u200f\u061c]")


def test_a_share_in_english() -> None:
    said = explain_share(ENGAGING, "en")
    assert said == "63.2 % of 6,711 closed deals, interval 62.0\u201364.3 %, 1,589 still open"


@pytest.mark.parametrize("locale", ["he", "ar"])
def test_a_share_in_other_languages(locale: str) -> None:
    said = INVISIBLE.sub("", explain_share(ENGAGING, locale))
    assert said != explain_share(ENGAGING, "en")
    assert re.findall(r"[\d.,\u2013]*\d", said) == ["63.2", "6,711", "62.0\u201364.3", "1,589"]


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_closed_is_said(locale: str) -> None:
    assert "5" in explain_share(Tally(entered=5), locale)
    assert explain_share(Tally(), locale)


@pytest.mark.parametrize("code", NoteCode)
def test_every_note_is_translated(code: NoteCode) -> None:
    note = Note(code, 1542, Decimal("3806406.00"))
    said = {INVISIBLE.sub("", explain_note(note, "ILS", locale)) for locale in LOCALES}
    assert len(said) == 3
    assert all("1,542" in text for text in said)
