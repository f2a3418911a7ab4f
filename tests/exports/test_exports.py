"""A list as a file: what is in it, whose it is, and what is refused."""

import csv
import io
import zipfile

import pytest
from starlette.requests import Request

from saas.core.errors import NotFound
from saas.core.rights import Role
from saas.core.work import Opener
from saas.exports import actions
from saas.exports.actions import write_export
from saas.exports.routes import download
from tests.accounts.make import make_account
from tests.contacts.make import make_contact
from tests.deals.make import euros, make_deal
from tests.members.make import Company, key_of

DEALS = [
    {"path": "name", "label": "Name"},
    {"path": "amount", "label": "Amount"},
    {"path": "owner.name", "label": "Owner"},
]


def run(company: Company, who: str, export: dict[str, object]) -> None:
    opener = Opener(company.lanes, company.tenant, company.principal(who), company.clock)
    write_export(opener, key_of(export))


def start(company: Company, who: str, **given: object) -> dict[str, object]:
    asked = {"object": "Deal", "name": "Deals", "columns": DEALS, **given}
    return company.do(who, "createExport", **asked)


def file_of(company: Company, who: str, export: dict[str, object]) -> tuple[str, bytes]:
    opener = Opener(company.lanes, company.tenant, company.principal(who), company.clock)
    answer = download(opener, Request({"type": "http", "path_params": {"id": export["id"]}, "headers": []}))
    return answer.headers["content-disposition"], bytes(answer.body)


def rows_of(company: Company, who: str, export: dict[str, object]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file_of(company, who, export)[1].decode("utf-8-sig"))))


def test_a_list_becomes_a_file_as_it_was_filtered_and_sorted(company: Company) -> None:
    for name, amount in (("Small", "5"), ("=HYPERLINK(1)", "20.5"), ("Big", "1000")):
        make_deal(company, name, amount=euros(amount), ownerId=company.id("rina"))
    made = start(
        company, "olga", filter={"amount": {"gte": "10"}}, orderBy=[{"amount": "DESC"}], name="עסקאות גדולות"
    )  # fmt: skip
    assert (made["status"], made["done"], made["size"]) == ("WAITING", 0, None)
    run(company, "olga", made)
    assert rows_of(company, "olga", made) == [
        ["Name", "Amount", "Amount ¤", "Owner"],
        ["Big", "1000.00", "EUR", "Rina"],
        ["'=HYPERLINK(1)", "20.50", "EUR", "Rina"],
    ]
    told = company.ask("olga", "query E($id: ID!) { export(id: $id) { status done total } }", id=made["id"])
    assert told == {"export": {"status": "DONE", "done": 2, "total": 2}}
    assert file_of(company, "olga", made)[0].startswith("attachment; filename*=UTF-8''%D7%A2")


def test_a_workbook_opens_from_the_right_for_who_reads_so(company: Company) -> None:
    company.locales["olga"] = "he"
    make_deal(company, "+1 plus", amount=euros("7"))
    made = start(company, "olga", format="XLSX")
    run(company, "olga", made)
    book = zipfile.ZipFile(io.BytesIO(file_of(company, "olga", made)[1]))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'rightToLeft="1"' in sheet
    assert "<f>" not in sheet
    assert "+1 plus" in sheet


def test_it_holds_what_its_member_may_export_and_no_more(company: Company) -> None:
    for who in ("rina", "raz", "sami"):
        make_deal(company, f"Deal of {who}", ownerId=company.id(who))
    made = start(company, "mona")
    run(company, "mona", made)
    assert sorted(row[0] for row in rows_of(company, "mona", made)[1:]) == ["Deal of raz", "Deal of rina"]
    company.roles["mona"] = (Role.MANAGER, '{"grants": {"Deal": {"EXPORT": "OWN"}}}')
    made = start(company, "mona")
    run(company, "mona", made)
    assert rows_of(company, "mona", made)[1:] == []


def test_an_export_is_its_members_alone_and_goes(company: Company) -> None:
    make_deal(company)
    made = start(company, "olga")
    run(company, "olga", made)
    for other in ("adam", "mona"):
        assert company.ask(other, "query E($id: ID!) { export(id: $id) { id } }", id=made["id"]) == {"export": None}
        with pytest.raises(NotFound):
            file_of(company, other, made)
    assert company.do("olga", "deleteExport", id=made["id"])["status"] == "GONE"
    with pytest.raises(NotFound):
        file_of(company, "olga", made)


@pytest.mark.parametrize(
    ("who", "given", "refused"),
    [
        ("rina", {}, ("FORBIDDEN", "object")),
        ("olga", {"object": "Team"}, ("NO_LIST", "object")),
        ("olga", {"object": "x"}, ("NO_LIST", "object")),
        ("olga", {"columns": []}, ("BAD_COLUMNS", "columns")),
        ("olga", {"columns": [{"path": "secret", "label": "S"}]}, ("NO_FIELD", "columns")),
        ("olga", {"columns": [{"path": "account", "label": "S"}]}, ("NO_FIELD", "columns")),
        ("olga", {"columns": [{"path": "name } evil { id", "label": "S"}]}, ("NO_FIELD", "columns")),
        ("olga", {"columns": [{"path": "name", "label": " "}]}, ("REQUIRED", "columns")),
        ("olga", {"filter": {"nothing": {"eq": 1}}}, ("BAD_LIST", "filter")),
        ("olga", {"orderBy": [{"name": "SIDEWAYS"}]}, ("BAD_LIST", "filter")),
        ("olga", {"name": ""}, ("REQUIRED", "name")),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_once(
    settled: Company, who: str, given: dict[str, object], refused: tuple[str, str]
) -> None:
    asked = {"object": "Deal", "name": "Deals", "columns": DEALS, **given}
    assert settled.refuse(who, "createExport", **asked) == refused


def test_a_hidden_field_is_no_column_and_no_filter(company: Company) -> None:
    company.roles["mona"] = (Role.MANAGER, '{"fields": {"Deal": {"amount": "HIDDEN"}}}')
    asked: dict[str, object] = {"object": "Deal", "name": "Deals", "columns": DEALS}
    assert company.refuse("mona", "createExport", **asked) == ("FIELD_HIDDEN", "amount")
    names: dict[str, object] = {**asked, "columns": DEALS[:1], "filter": {"amount": {"gte": "1"}}}
    assert company.refuse("mona", "createExport", **names) == ("FIELD_HIDDEN", "amount")


def test_what_hangs_between_may_be_missing(company: Company) -> None:
    account = make_account(company)
    make_contact(company, accountId=account["id"])
    make_contact(company, "Alone", accountId=None)
    columns = [{"path": "name", "label": "Name"}, {"path": "account.name", "label": "Account"},
               {"path": "account.owner.name", "label": "Of"}]  # fmt: skip
    made = start(company, "olga", object="Contact", columns=columns, orderBy=[{"name": "ASC"}])
    run(company, "olga", made)
    assert ["Alone", "", ""] in rows_of(company, "olga", made)


def test_a_deletion_ends_a_run(company: Company) -> None:
    make_deal(company)
    made = start(company, "olga")
    company.do("olga", "deleteExport", id=made["id"])
    run(company, "olga", made)
    told = company.ask("olga", "query E($id: ID!) { export(id: $id) { status size } }", id=made["id"])
    assert told == {"export": {"status": "GONE", "size": None}}


def test_more_rows_than_a_file_holds_are_refused(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("One", "Two"):
        make_deal(company, name)
    monkeypatch.setattr(actions, "MOST_ROWS", 1)
    made = start(company, "olga")
    run(company, "olga", made)
    told = company.ask("olga", "query E($id: ID!) { export(id: $id) { status failure size } }", id=made["id"])
    assert told == {"export": {"status": "FAILED", "failure": "TOO_MANY_ROWS", "size": None}}


def test_after_a_week_the_file_is_gone_though_its_member_has_left(company: Company) -> None:
    make_deal(company)
    made = start(company, "adam")
    run(company, "adam", made)
    company.do("olga", "disableMember", id=company.id("adam"))
    with company.open() as work:
        actions.expire_export(work, key_of(made))
    with company.open() as work:
        assert work.rows("SELECT status, content FROM export") == [("GONE", None)]
    with pytest.raises(NotFound), company.open() as work:
        actions.expire_export(work, key_of(company.do("olga", "createProduct", name="Of another kind")))
