from pathlib import Path

import pytest

from saas.imports.mapping import guess_entity, guess_targets, samples, title_of
from saas.imports.reading import Table, read_table
from saas.imports.targets import Entity, lacking

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm_sales_opportunities"


def table(text: str, name: str = "data.csv") -> Table:
    return read_table(name, text.encode())


@pytest.mark.parametrize(
    ("text", "entity", "fields"),
    [
        ("Product Name,SKU,Unit Price\nA,1,5\n", Entity.PRODUCT, ["name", "code", "price"]),
        ("שם החברה,ענף,מספר עובדים\nאבג,מזון,5\n", Entity.ACCOUNT, ["name", "industry", "size"]),
        ("اسم الشركة,القطاع,الدولة\nشركة,غذاء,مصر\n", Entity.ACCOUNT, ["name", "industry", "country"]),
        (
            "firstName,lastName,E-mail,Company,Job Title\nDana,Levi,d@x.test,Acme,CEO\n",
            Entity.CONTACT,
            ["first_name", "last_name", "email", "account", "title"],
        ),
        (
            "Deal Name,Amount,Deal Stage,Closing Dat\nBig,5,Won,2017-01-01\n",
            Entity.DEAL,
            ["name", "amount", "stage", "closed_on"],
        ),
    ],
)  # fmt: skip
def test_a_file_and_its_columns_are_guessed(text: str, entity: Entity, fields: list[str]) -> None:
    read = table(text)
    assert guess_entity(read) is entity
    assert guess_targets(read, entity) == [f"{entity}.{field}" for field in fields]


def test_a_guess_that_the_cells_belie_is_dropped() -> None:
    read = table("account,revenue,country\nAcme,large,Atlantis\n")
    assert guess_targets(read, Entity.ACCOUNT) == ["account.name", None, None]


def test_no_target_twice_and_the_exact_header_first() -> None:
    read = table("Acount,account,account name\nA,B,C\n")
    assert guess_targets(read, Entity.ACCOUNT) == [None, "account.name", None]


def test_an_unknown_file_is_no_guess() -> None:
    assert guess_entity(table("foo,bar\n1,2\n")) is None


def test_the_files_name_decides_between_equals() -> None:
    assert guess_entity(table("name,phone\nA,\n", "contacts.csv")) is Entity.CONTACT
    assert guess_entity(table("name,phone\nA,\n", "accounts.csv")) is Entity.ACCOUNT


def test_what_a_mapping_lacks() -> None:
    assert [target.path for target in lacking(Entity.ACCOUNT, {"industry"})] == ["account.name"]
    assert [target.path for target in lacking(Entity.DEAL, {"stage"})] == ["deal.name", "deal.product", "deal.account"]
    assert lacking(Entity.DEAL, {"product"}) == ()


def test_a_title() -> None:
    assert title_of("crm/sales_pipeline.csv") == "Sales pipeline"


@pytest.mark.skipif(not DATA.is_dir(), reason="the real sales data is not beside the checkout")
@pytest.mark.parametrize(
    ("file", "entity", "fields"),
    [
        ("products.csv", Entity.PRODUCT, "name family price"),
        ("sales_teams.csv", Entity.MEMBER, "name manager office"),
        (
            "accounts.csv",
            Entity.ACCOUNT,
            "name industry founded_year revenue size country parent",
        ),
        (
            "sales_pipeline.csv",
            Entity.DEAL,
            "external_id owner product account stage opened_on closed_on realized_amount",
        ),
    ],
)
def test_the_real_files_are_guessed_whole(file: str, entity: Entity, fields: str) -> None:
    read = read_table(file, (DATA / file).read_bytes())
    assert guess_entity(read) is entity
    assert guess_targets(read, entity) == [f"{entity}.{field}" for field in fields.split()]
    assert all(samples(read)[:3])
