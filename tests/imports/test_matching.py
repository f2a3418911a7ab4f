from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.imports.matching import Book, Match, company_key, distance, key_of, slips_allowed
from saas.imports.stages import Offer, arrange, choose, kind_of
from saas.pipelines.model import StageKind

PRODUCTS = Book(
    {name: name for name in ("GTX Basic", "GTX Pro", "GTX Plus Pro", "GTX Plus Basic", "GTK 500", "MG Special")}
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GTXPro", Match("GTX Pro", near=False)),
        ("gtx-pro", Match("GTX Pro", near=False)),
        ("GTX Bsaic", Match("GTX Basic", near=True)),
        ("MG Speciall", Match("MG Special", near=True)),
        ("GTK 600", None),
        ("GTX Plus", None),
        ("", None),
    ],
)
def test_a_near_miss(name: str, expected: Match[str] | None) -> None:
    assert PRODUCTS.find(name) == expected


def test_two_names_equally_near_are_none() -> None:
    assert Book({"Mathew": 1, "Mathev": 2}).find("Mathez") is None


def test_two_ways_to_write_the_same_thing_are_one() -> None:
    assert Book({"Mathew": 1, "Mathev": 1}).find("Mathez") == Match(1, near=True)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Globex Inc.", "globex"),
        ("Globex, L.L.C", "globex"),
        ('מאפיית אלון בע"מ', key_of("מאפיית אלון")),
        ("Co. Ltd", "co"),
        ("Inc", "inc"),
        ("Acme Corporation", "acmecorporation"),
    ],
)
def test_a_company_is_known_without_its_legal_form(name: str, key: str) -> None:
    assert company_key(name) == key


def test_names_fold_in_hebrew_and_arabic() -> None:
    book = Book({"שָׁלוֹם": 1, "أحمد": 2})
    assert [book.equal("שלום"), book.equal("احمد")] == [1, 2]


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 3))
def test_the_bounded_distance_is_the_distance_as_far_as_the_bound(one: str, other: str, bound: int) -> None:
    whole = distance(one, other, 99)
    assert distance(one, other, bound) == min(whole, bound + 1)
    assert whole == distance(other, one, 99)


def test_short_names_allow_no_slip() -> None:
    assert [slips_allowed("x" * length) for length in (4, 5, 9, 10, 40)] == [0, 1, 1, 2, 2]


def test_stages_of_a_strange_file_are_arranged_as_sales_go() -> None:
    assert arrange(["Won", "Engaging", "Lost", "Prospecting", "won"]) == [
        ("Prospecting", StageKind.OPEN),
        ("Engaging", StageKind.OPEN),
        ("Won", StageKind.WON),
        ("Lost", StageKind.LOST),
    ]
    assert arrange(["Zebra", "Apple"]) == [
        ("Zebra", StageKind.OPEN),
        ("Apple", StageKind.OPEN),
        ("Won", StageKind.WON),
        ("Lost", StageKind.LOST),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Closed Won", StageKind.WON),
        ("נסגר בהצלחה", StageKind.WON),
        ("رابحة", StageKind.WON),
        ("Closed-Lost", StageKind.LOST),
        ("הפסד", StageKind.LOST),
        ("خسارة", StageKind.LOST),
        ("Negotiation", StageKind.OPEN),
    ],
)
def test_the_kind_of_a_stage_is_in_its_name(name: str, kind: StageKind) -> None:
    assert kind_of(name) is kind


def test_which_pipeline_is_meant() -> None:
    default = Offer("Sales", frozenset({"New", "Proposal", "Won", "Lost"}), has_deals=False, is_default=True)
    used = Offer("Field", frozenset({"Prospecting", "Engaging", "Won", "Lost"}), has_deals=True, is_default=False)
    assert choose(["won", "engaging"], [default, used], "Pipeline") is used
    assert choose(["Won", "Lost"], [default, used], "Pipeline") is default
    assert choose(["Won", "Lost"], [default, used], "field") is used
    assert choose(["Won", "Engaging", "Strange"], [default, used], "Pipeline") is used
    assert choose(["Won", "Strange", "Engaging", "Odd"], [default, used], "Pipeline") is None
    assert choose(["Won", "Lost", "Odd"], [default, used], "Pipeline") is None
    assert choose(["Won", "Odd"], [default], "Pipeline") is None


def test_one_strange_stage_is_no_pipeline_where_deals_are_sold_already() -> None:
    sold = Offer("Field", frozenset({"Prospecting", "Engaging", "Won", "Lost"}), has_deals=True, is_default=True)
    for named in (["Odd"], ["Won", "Odd"], ["Closed Won"]):
        assert choose(named, [sold], "Deals") is sold
        assert choose(named, [replace(sold, is_new=True)], "Deals") is None
    assert choose(["Odd", "Strange"], [sold], "Deals") is None
