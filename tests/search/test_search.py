"""What is found by which words, and what is not found by whom."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from saas.core.principal import WHO_MEMBER
from saas.core.rights import Role, rights_of
from saas.graph.threads import Threads
from saas.search.asked import read_asked
from saas.search.kinds import SearchKind
from saas.search.layouts import other_layouts
from saas.search.queries import plan_of
from tenants.bootstrap import connect
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.activities.make import plan, refusals, rows
from tests.conftest import Database
from tests.deals.make import make_deal
from tests.members.make import Company, make_company
from tests.search.make import SEARCH, counts, found, hits, settle

FILL = """
    INSERT INTO account (id, name, phone) SELECT gen_random_uuid(), md5(n::text), '+97252' || n
        FROM generate_series(1, 3000) n;
    INSERT INTO contact (id, name, phone) SELECT id, name, phone FROM account;
    INSERT INTO deal (id, name, pipeline_id, stage_id, status, stage_entered_at, amount_estimated, opened_at)
        SELECT gen_random_uuid(), md5(n::text), pipeline_id, stage_id, status, now(), false, now()
        FROM (SELECT * FROM deal LIMIT 1) one, generate_series(1, 3000) n;
"""


@pytest.fixture(scope="module")
def shop(lanes: Lanes, tenants_pool: Iterator[Tenant], threads: Threads) -> Company:
    return settle(make_company(lanes, next(tenants_pool), threads, time_zone="Asia/Jerusalem"))


def test_the_best_match_stands_first(shop: Company) -> None:
    assert hits(shop, "acme", kinds=["ACCOUNT"]) == ["ACCOUNT Acme EXACT", "ACCOUNT Acme Labs PREFIX"]
    assert hits(shop, "dan", kinds=["CONTACT"]) == ["CONTACT Dan EXACT", "CONTACT Dana Cohen PREFIX"]
    assert hits(shop, "cohen") == ["CONTACT Dana Cohen WORD"]
    assert hits(shop, "ohe") == ["CONTACT Dana Cohen WITHIN"]
    assert hits(shop, "cohen dana") == ["CONTACT Dana Cohen WORD"]


def test_every_kind_is_searched(shop: Company) -> None:
    assert hits(shop, "rollout") == ["DEAL Rollout EXACT"]
    assert hits(shop, "delta") == ["ACCOUNT Delta Ltd PREFIX", "ACTIVITY Send the brochure WORD"]
    assert hits(shop, "GTX-900") == ["PRODUCT GTX Pro EXACT"]
    assert hits(shop, "rina", kinds=["MEMBER"]) == ["MEMBER Rina EXACT"]
    assert hits(shop, "mona@demo.test") == ["MEMBER Mona EXACT"]


def test_a_record_is_found_through_its_account(shop: Company) -> None:
    assert hits(shop, "acme labs", kinds=["DEAL"]) == ["DEAL Rollout ACCOUNT"]
    assert hits(shop, "labs rollout", kinds=["DEAL"]) == ["DEAL Rollout ACCOUNT"]
    assert hits(shop, "dana acme", kinds=["CONTACT"]) == ["CONTACT Dana Cohen WITHIN"]  # her address says it
    assert hits(shop, "labs renewal", kinds=["DEAL"]) == []


@pytest.mark.parametrize(
    "said",
    [
        "052-123 4567",
        "+972521234567",
        "0521234567",
        "972-52-1234567",
        "(052) 123.4567",
        "1234567",
        "052 123",
        "00972521234567",
    ],
)
def test_a_number_is_found_in_any_form(shop: Company, said: str) -> None:
    assert hits(shop, said)[0].startswith("CONTACT Dana Cohen ")


def test_a_part_of_a_number_is_enough(shop: Company) -> None:
    assert hits(shop, "555-7788") == ["CONTACT Dan EXACT"]
    assert hits(shop, "\u200e+20 100 123 4567\u200f") == ["CONTACT أحمد يحيى EXACT"]
    assert hits(shop, "052-999 9999") == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("רונית", "רוֹנִית כָּהֵן"), ("כהן", "רוֹנִית כָּהֵן"), ("רוֹנית כהנ", "רוֹנִית כָּהֵן"), ("שלומ", "אַבְרָהָם שָׁלוֹם"),
        ("احمد", "أحمد يحيى"), ("أحمد يحيي", "أحمد يحيى"), ("zoe muller", "Zoë Müller-Lopez"),
        ("chief", "Zoë Müller-Lopez"),
        ("ronit@alon", "רוֹנִית כָּהֵן"), ("dana.cohen", "Dana Cohen"), ("DANA", "Dana Cohen"),
    ],
)  # fmt: skip
def test_points_marks_and_case_make_no_difference(shop: Company, said: str, found: str) -> None:
    assert [hit.removeprefix("CONTACT ").rpartition(" ")[0] for hit in hits(shop, said)] == [found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("choen", "Dana Cohen"), ("dana choen", "Dana Cohen"), ("cohn", "Dana Cohen"), ("cohhen", "Dana Cohen"),
        ("muler", "Zoë Müller-Lopez"), ("רונת", "רוֹנִית כָּהֵן"), ("כוהן", "רוֹנִית כָּהֵן"), ("אברם", "אַבְרָהָם שָׁלוֹם"),
        ("احمذ", "أحمد يحيى"), ("rnoit", "רוֹנִית כָּהֵן"),
    ],
)  # fmt: skip
def test_a_slip_of_the_finger_is_forgiven(shop: Company, said: str, found: str) -> None:
    assert f"CONTACT {found} TYPO" in hits(shop, said)


def test_what_fits_stands_before_what_only_resembles(shop: Company) -> None:
    assert hits(shop, "dana", kinds=["CONTACT"])[0] == "CONTACT Dana Cohen PREFIX"
    assert hits(shop, "xqzwv") == []


def test_initials(shop: Company) -> None:
    assert hits(shop, "IBM", kinds=["ACCOUNT"]) == ["ACCOUNT International Business Machines INITIALS"]
    assert hits(shop, "d.c.", kinds=["CONTACT"]) == ["CONTACT Dana Cohen INITIALS"]
    assert hits(shop, 'ר"כ', kinds=["CONTACT"]) == ["CONTACT רוֹנִית כָּהֵן INITIALS"]


@pytest.mark.parametrize(
    ("said", "meant", "person"),
    [
        ("akuo", "שלום", "אַבְרָהָם שָׁלוֹם"), ("גשמש", "dana", "Dana Cohen"), ("hpl]", "احمد", "أحمد يحيى"),
        ("يشىش", "dana", "Dana Cohen"),
    ],
)  # fmt: skip
def test_another_keyboard_layout_is_seen_through(shop: Company, said: str, meant: str, person: str) -> None:
    answer = found(shop, said, kinds=["CONTACT"])
    assert (answer["switched"], answer["text"]) == (True, meant)
    assert [hit["record"]["name"] for group in rows(answer, "groups") for hit in rows(group, "hits")] == [person]  # type: ignore[index]


def test_layouts_know_their_own_language_first() -> None:
    assert other_layouts("akuo", "en")[0] == "שלום"
    assert other_layouts("hpl]", "ar")[0] == "احمد"
    assert other_layouts("12345", "en") == []


def test_too_little_is_no_search(shop: Company) -> None:
    for said in ("", " ", "d", "ש", "%", "_", "%%%", "\u200f"):
        assert hits(shop, said) == []
    assert hits(shop, "da", kinds=["CONTACT"]) == ["CONTACT Dana Cohen PREFIX", "CONTACT Dan PREFIX"]
    assert hits(shop, "o'connor \\ % _ \"") == []
    assert hits(shop, "z" * 5000) == []


def test_a_page_has_bounds(shop: Company) -> None:
    assert len(hits(shop, "acme", kinds=["ACCOUNT"], first=1)) == 1
    assert counts(shop, "acme", kinds=["ACCOUNT"], first=1) == {"ACCOUNT": 2}
    for first in (0, -1, 101):
        assert refusals(shop.answer("olga", SEARCH, {"text": "acme", "first": first})) == ["PAGE_SIZE"]


def test_one_finds_what_one_may_see(shop: Company) -> None:
    assert counts(shop, "renewal", kinds=["DEAL"]) == {"DEAL": 2}
    assert hits(shop, "renewal", "rina") == ["DEAL Renewal of Rina PREFIX"]
    assert hits(shop, "renewal", "raz") == []
    assert hits(shop, "brochure", "rina") == ["ACTIVITY Send the brochure WORD"]
    assert hits(shop, "brochure", "raz") == []


def test_what_is_deleted_is_gone(shop: Company) -> None:
    account = shop.do("olga", "createAccount", name="Ephemeral Ltd")
    assert hits(shop, "ephemeral") == ["ACCOUNT Ephemeral Ltd PREFIX"]
    shop.do("olga", "deleteAccount", id=account["id"])
    assert hits(shop, "ephemeral") == []


def test_nobody_finds_by_what_his_role_hides(shop: Company) -> None:
    hidden = '{"fields": {"Contact": {"phone": "HIDDEN", "email": "HIDDEN"}, "Deal": {"account": "HIDDEN"}}}'
    shop.roles["lone"] = Role.ADMIN, hidden
    for said in ("0521234567", "1234567", "dana.cohen@acme.test", "acme.test", "972521"):
        assert hits(shop, said, kinds=["CONTACT"]) != []
        assert hits(shop, said, "lone", kinds=["CONTACT"]) == []
    assert hits(shop, "dana cohen", "lone") == ["CONTACT Dana Cohen EXACT"]
    assert hits(shop, "dana choen", "lone") == ["CONTACT Dana Cohen TYPO"]
    assert hits(shop, "acme labs", "lone", kinds=["DEAL"]) == []


def test_ones_own_stand_before_others_and_the_latest_before_the_older(company: Company) -> None:
    for name, who in (("Pilot one", "olga"), ("Pilot two", "rina"), ("Pilot three", "olga")):
        make_deal(company, name, who=who)
        company.clock.pass_by(timedelta(minutes=1))
    assert hits(company, "pilot") == ["DEAL Pilot three PREFIX", "DEAL Pilot one PREFIX", "DEAL Pilot two PREFIX"]


def test_a_private_note_is_its_authors(company: Company) -> None:
    plan(company, "A secret wish", who="rina", kind="NOTE", private=True)
    assert hits(company, "secret", "rina") == ["ACTIVITY A secret wish WORD"]
    assert hits(company, "secret", "mona") == []


def test_search_reads_by_its_indexes(shop: Company, database: Database) -> None:
    """Where a scan of the whole table is dear, as it is once the tables have grown, every way to them has an index."""
    number = read_asked("052 123 4567", "IL")
    assert number is not None
    asked = replace(number, initials="dc")
    plan = plan_of(rights_of(Role.OWNER), asked.shape, tuple(SearchKind), typos=True)
    given = plan.given | asked.params() | {"size": 5, WHO_MEMBER: None}
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute(f"SET search_path = {shop.tenant.namespace}; SET enable_seqscan = off")
        cursor.execute(FILL)
        cursor.execute("VACUUM (ANALYZE) account, contact, deal")
        cursor.execute("EXPLAIN " + plan.sql, given)
        lines = "\n".join(row[0] for row in cursor.fetchall())
    assert re.findall(r"Seq Scan on (\w+)", lines) == []
    wanted = {f"ix_{table}_search_text" for table in ("deal", "account", "contact")} | {"ix_deal_folded_name"}
    wanted |= {f"ix_{table}_{by}" for table in ("account", "contact") for by in ("folded_name", "digits", "initials")}
    assert {name for name in wanted if name not in lines} == set()
