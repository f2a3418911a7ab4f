"""The database's folding and Python's say the same, letter by letter and word by word."""
# ruff: noqa: RUF001 - letters that look like others are the point

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saas.core.folding import fold
from tenants.engine import Lanes
from tenants.registry import Tenant

SAMPLES = {
    "  Zoë   ÅNGSTRÖM ": "zoe angstrom",
    "Straße Ægir Þór Łódź ﬁn": "strasse aegir thor lodz fin",
    "שָׁלוֹם עוֹלָם": "שלומ עולמ",
    'צה"ל בע״מ ז׳בוטינסקי': "צהל בעמ זבוטינסקי",
    "مُحَمَّد الأحمد إبراهيم آمنة": "محمد الاحمد ابراهيم امنه",
    "شركة على مـــاء": "شركه علي ماا",
    "O’Brien & “Sons”\t\n Ltd": "obrien & sons ltd",
    "ΣΊΣΥΦΟΣ": "σισυφοσ",
    "İstanbul ISPARTA ılık": "istanbul isparta ilik",
}


@pytest.mark.parametrize("words", SAMPLES)
def test_samples(words: str, lanes: Lanes, tenant: Tenant) -> None:
    assert fold(words) == SAMPLES[words]
    assert in_database(lanes, tenant, [words]) == [SAMPLES[words]]


def in_database(lanes: Lanes, tenant: Tenant, words: list[str]) -> list[str]:
    sql = "SELECT ext.fold(w) FROM unnest(%(words)s) WITH ORDINALITY AS x (w, n) ORDER BY n"
    rows = lanes.read(tenant, sql, {"words": words}, actor=None)
    return [str(row[0], "utf-8") for row in rows if isinstance(row[0], bytes)]


def test_every_letter_that_names_are_written_in(lanes: Lanes, tenant: Tenant) -> None:
    """All assigned characters of the first plane in blocks that both sides' Unicode tables surely know."""
    letters = [
        chr(code)
        for code in [*range(1, 0x0870), *range(0x1E00, 0x2070), *range(0x3000, 0x3100), *range(0xFB00, 0xFEFF)]
        if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    ]
    found = in_database(lanes, tenant, letters)
    wrong = [f"U+{ord(a):04X} {fold(a)!r} {b!r}" for a, b in zip(letters, found, strict=True) if fold(a) != b]
    assert wrong == [], sys.version


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(max_codepoint=0x06FF, min_codepoint=1, exclude_categories=["Cn", "Cs"])))
def test_any_words(lanes: Lanes, tenant: Tenant, words: str) -> None:
    assert in_database(lanes, tenant, [words]) == [fold(words)]
