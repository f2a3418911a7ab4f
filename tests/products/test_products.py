"""Products: made, changed, deleted and restored by owners and admins, one of a name."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from saas.graph.ids import encode
from tests.members.make import ABSENT, EVERYBODY, NOW, Company, key_of
from tests.products.make import make_product


def test_a_product_is_made_and_told(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("adam", "createProduct", name=" GTX Pro ", code=" GP-1 ", family="GTX", price={"amount": "4821"})
    assert made == {
        "id": made["id"], "name": "GTX Pro", "code": "GP-1", "family": "GTX", "active": True, "version": 1,
        "price": {"amount": "4821.00", "currency": "EUR"}, "createdAt": "2026-03-02T12:00:00Z",
        "updatedAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    (told,) = company.entries()[entries:]
    assert (told.member_id, told.request_id, told.at) == (company.keys["adam"], "req-adam", NOW)
    assert (told.action, told.entity, told.entity_id, told.before) == ("CREATE", "product", key_of(made), None)
    assert told.after == {
        "id": str(key_of(made)), "name": "GTX Pro", "code": "GP-1", "family": "GTX", "active": True,
        "price": "4821.00", "currency": "EUR", "created_at": "2026-03-02T12:00:00Z",
    }  # fmt: skip


def test_an_edit_changes_what_it_names(company: Company) -> None:
    made = make_product(company, code="GP-1")
    entries = len(company.trail())
    price = {"amount": "5000", "currency": "USD"}
    changed = company.do("adam", "updateProduct", id=made["id"], version=1, active=False, price=price)
    assert changed == {**made, "active": False, "price": {"amount": "5000.00", "currency": "USD"}, "version": 2}
    company.do("adam", "updateProduct", id=made["id"], active=False, code="GP-1")
    assert company.trail(entries) == [
        ("adam", "UPDATE", "product", {"active": True, "price": "4821.00", "currency": "EUR"},
         {"active": False, "price": "5000.00", "currency": "USD"}),
    ]  # fmt: skip
    assert company.do("adam", "updateProduct", id=made["id"], price=None, code=" ")["price"] is None


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": " "}, ("REQUIRED", "name")),
        ({"code": "x" * 1001}, ("TOO_LONG", "code")),
        ({"price": {"amount": "-0.01"}}, ("NEGATIVE", "price")),
        ({"price": {"amount": "1", "currency": "e"}}, ("BAD_CURRENCY", "price")),
        ({"price": {"amount": "10000000000000000"}}, ("BAD_AMOUNT", "price")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createProduct", **{"name": "GTX", **given}) == problem


def test_an_edit_that_makes_no_sense_changes_nothing(company: Company) -> None:
    id = make_product(company)["id"]
    assert company.refuse("olga", "updateProduct", id=id, name=None) == ("REQUIRED", "name")
    assert company.refuse("olga", "updateProduct", id=id, active=None) == ("REQUIRED", "active")
    assert company.refuse("olga", "updateProduct", id=encode("Product", ABSENT), name="x") == ("NOT_FOUND", "id")


def test_names_and_codes_are_one_of_a_kind(company: Company) -> None:
    pro, other = make_product(company, code="A"), make_product(company, "Other", code="B")
    make_product(company, "מתקן")
    for name in ("gtx  PRO", "GTX\u200f Pro"):
        assert company.refuse("olga", "createProduct", name=name) == ("DUPLICATE", "name")
        assert company.refuse("olga", "updateProduct", id=other["id"], name=name) == ("DUPLICATE", "name")
    assert company.refuse("olga", "createProduct", name="מתקנ") == ("DUPLICATE", "name")
    assert company.refuse("olga", "createProduct", name="Third", code="A") == ("DUPLICATE", "code")
    company.do("olga", "deleteProduct", id=pro["id"])
    again = make_product(company)
    assert company.refuse("olga", "restoreProduct", id=pro["id"]) == ("DUPLICATE", "name")
    company.do("olga", "updateProduct", id=again["id"], name="New", code="A")
    assert company.refuse("olga", "restoreProduct", id=pro["id"]) == ("DUPLICATE", "code")


def test_two_products_of_one_name_at_once_are_one(company: Company) -> None:
    together = Barrier(2)

    def make(name: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "createProduct", name=name).problem

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(make, ["GTX", "gtx"]), key=str) == [("DUPLICATE", "name"), None]


def test_a_product_goes_and_comes_back(company: Company) -> None:
    made = make_product(company)
    entries = len(company.trail())
    company.do("adam", "deleteProduct", id=made["id"], version=1)
    assert company.ask("rina", "{ products { totalCount } }") == {"products": {"totalCount": 0}}
    assert company.refuse("olga", "deleteProduct", id=made["id"]) == ("NOT_FOUND", "id")
    assert company.do("adam", "restoreProduct", id=made["id"], version=2) == {**made, "version": 3}
    assert company.trail(entries) == [
        ("adam", "DELETE", "product", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}),
        ("adam", "UPDATE", "product", {"deleted_at": "2026-03-02T12:00:00Z"}, {"deleted_at": None}),
    ]


def test_everybody_sees_the_price_list_and_owners_and_admins_keep_it(company: Company) -> None:
    id = make_product(company)["id"]
    for who in EVERYBODY:
        said = company.ask(who, '{ products(search: "gtx") { nodes { id price { amount } } } }')
        assert said == {"products": {"nodes": [{"id": id, "price": {"amount": "4821.00"}}]}}
    for who in ("mona", "rina"):
        assert company.refuse(who, "createProduct", name="X") == ("FORBIDDEN", None)
        for mutation in ("updateProduct", "deleteProduct", "restoreProduct"):
            assert company.refuse(who, mutation, id=id) == ("FORBIDDEN", "id")


def test_a_stale_version_is_told_with_the_product_as_it_is(company: Company) -> None:
    id = make_product(company)["id"]
    company.do("olga", "updateProduct", id=id, family="GTX")
    state = company.state()
    for mutation in ("updateProduct", "deleteProduct", "restoreProduct"):
        assert company.conflict("adam", mutation, id=id)["family"] == "GTX"
    assert company.state() == state


def test_another_companys_product_is_not_there(company: Company, other_company: Company) -> None:
    theirs = make_product(other_company)["id"]
    before = other_company.state()
    for mutation in ("updateProduct", "deleteProduct", "restoreProduct"):
        assert company.refuse("olga", mutation, id=theirs) == ("NOT_FOUND", "id")
    assert company.ask("olga", "query Q($id: ID!) { product(id: $id) { id } }", id=theirs) == {"product": None}
    assert other_company.state() == before
