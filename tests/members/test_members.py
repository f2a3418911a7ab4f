"""Members: who may invite, edit and disable whom; the last owner; placeholders; addresses."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.core.errors import Invalid, Refusal
from saas.core.rights import Role
from saas.graph.ids import encode
from saas.members import actions
from saas.members.model import MemberStatus
from tests.members.make import ABSENT, EVERYBODY, NOW, Company, key_of

NOBODY = encode("Member", ABSENT)
FORBIDDEN = ("FORBIDDEN", None)


def test_an_owner_invites_in_the_companys_language_and_zone(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("olga", "inviteMember", name=" Dana Levi ", email=" Dana@Levi.TEST ", role="REP",
                      teamId=company.id("North", "Team"))  # fmt: skip
    assert made == {
        "id": made["id"], "name": "Dana Levi", "email": "dana@levi.test", "role": "REP", "status": "INVITED",
        "locale": "en", "timeZone": "UTC", "weekStart": None, "team": {"id": company.id("North", "Team")}, "version": 1,
        "customRole": None,
        "createdAt": "2026-03-02T12:00:00Z", "updatedAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    told, invitation, mail = company.entries()[entries:]
    assert (invitation.entity, mail.entity) == ("invitation", "mail")
    assert (told.member_id, told.request_id, told.at, told.origin_id) == (company.keys["olga"], "req-olga", NOW, None)
    assert (told.action, told.entity, told.entity_id, told.before) == ("CREATE", "member", key_of(made), None)
    assert told.after == {
        "id": str(key_of(made)), "name": "Dana Levi", "email": "dana@levi.test", "role": "REP", "status": "INVITED",
        "locale": "en", "time_zone": "UTC", "team_id": str(company.keys["North"]), "created_at": "2026-03-02T12:00:00Z",
    }  # fmt: skip


def test_a_language_and_a_zone_may_be_said(company: Company) -> None:
    made = company.do("adam", "inviteMember", name="Dana", email="d@x.test", role="ADMIN", locale="he",
                      timeZone="Asia/Jerusalem")  # fmt: skip
    assert (made["locale"], made["timeZone"]) == ("he", "Asia/Jerusalem")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": "  "}, ("REQUIRED", "name")),
        ({"name": "x" * 301}, ("TOO_LONG", "name")),
        ({"email": ""}, ("REQUIRED", "email")),
        ({"email": "dana"}, ("BAD_EMAIL", "email")),
        ({"locale": "fr"}, ("BAD_LOCALE", "locale")),
        ({"timeZone": "Mars/Olympus"}, ("BAD_TIME_ZONE", "timeZone")),
        ({"teamId": encode("Team", ABSENT)}, ("NOT_FOUND", "teamId")),
        ({"teamId": NOBODY}, ("NOT_FOUND", "teamId")),
        ({"email": "RINA@demo.test"}, ("MEMBER_EXISTS", "email")),
    ],
    ids=str,
)
def test_a_bad_invitation_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    whole = {"name": "Dana", "email": "dana@x.test", "role": "REP", **given}
    assert settled.refuse("olga", "inviteMember", **whole) == problem


def test_managers_and_reps_manage_nobody(settled: Company) -> None:
    rina = settled.id("rina")
    for who in ("mona", "rina"):
        assert settled.refuse(who, "inviteMember", name="D", email="d@x.test", role="REP") == FORBIDDEN
        assert settled.refuse(who, "updateMember", id=rina, name="D") == FORBIDDEN
        assert settled.refuse(who, "disableMember", id=settled.id("raz")) == FORBIDDEN
        assert settled.refuse(who, "createTeam", name="East") == FORBIDDEN
        assert settled.refuse(who, "updateTeam", id=settled.id("North", "Team"), name="East") == FORBIDDEN
        assert settled.refuse(who, "deleteTeam", id=settled.id("West", "Team")) == FORBIDDEN


def test_everybody_sees_all_members_and_teams(settled: Company) -> None:
    for who in EVERYBODY:
        said = settled.ask(who, "{ members { totalCount } teams { nodes { name manager { name } } } }")
        assert said["members"] == {"totalCount": 8}
        assert said["teams"] == {"nodes": [
            {"name": "North", "manager": {"name": "Mona"}}, {"name": "South", "manager": {"name": "Mike"}},
            {"name": "West", "manager": {"name": "Mike"}},
        ]}  # fmt: skip


def test_an_edit_tells_only_what_changed(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("adam", "updateMember", id=company.id("rina"), name="Rina", role="MANAGER", teamId=None)
    assert (made["role"], made["team"], made["version"]) == ("MANAGER", None, 2)
    assert company.trail(entries) == [
        ("adam", "UPDATE", "member", {"role": "REP", "team_id": str(company.keys["North"])},
         {"role": "MANAGER", "team_id": None}),
    ]  # fmt: skip
    company.do("adam", "updateMember", id=company.id("rina"), name="Rina", role="MANAGER")
    assert len(company.trail()) == entries + 1


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": None}, ("REQUIRED", "name")),
        ({"email": None}, ("REQUIRED", "email")),
        ({"role": None}, ("REQUIRED", "role")),
        ({"email": "raz@demo.test"}, ("DUPLICATE", "email")),
        ({"email": "a@b"}, ("BAD_EMAIL", "email")),
        ({"teamId": encode("Team", ABSENT)}, ("NOT_FOUND", "teamId")),
        ({"id": NOBODY}, ("NOT_FOUND", "id")),
        ({"id": "%%%"}, ("NOT_FOUND", "id")),
    ],
    ids=str,
)
def test_a_bad_edit_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    whole = {"id": settled.id("rina"), "name": "Other", **given}
    assert settled.refuse("olga", "updateMember", **whole) == problem


def test_only_an_owner_makes_or_changes_an_owner(company: Company) -> None:
    assert company.refuse("adam", "inviteMember", name="D", email="d@x.test", role="OWNER") == ("FORBIDDEN", "role")
    assert company.refuse("adam", "updateMember", id=company.id("rina"), role="OWNER") == ("FORBIDDEN", "role")
    assert company.refuse("adam", "updateMember", id=company.id("olga"), role="REP") == ("FORBIDDEN", "id")
    assert company.refuse("adam", "updateMember", id=company.id("olga"), email="adam2@x.test") == ("FORBIDDEN", "id")
    assert company.do("olga", "updateMember", id=company.id("adam"), role="OWNER")["role"] == "OWNER"


def test_the_last_owner_stays(company: Company) -> None:
    olga = company.id("olga")
    assert company.refuse("olga", "updateMember", id=olga, role="ADMIN") == ("LAST_OWNER", "role")
    assert company.refuse("olga", "disableMember", id=olga) == ("LAST_OWNER", "id")
    invited = company.do("olga", "inviteMember", name="D", email="d@x.test", role="OWNER")
    assert invited["status"] == "INVITED"
    assert company.refuse("olga", "updateMember", id=olga, role="ADMIN") == ("LAST_OWNER", "role")
    company.do("olga", "updateMember", id=company.id("adam"), role="OWNER")
    assert company.do("olga", "updateMember", id=olga, role="REP")["role"] == "REP"


def test_two_owners_do_not_resign_at_once(company: Company) -> None:
    company.do("olga", "updateMember", id=company.id("adam"), role="OWNER")
    together = Barrier(2)

    def resign(name: str) -> str:
        together.wait()
        try:
            with company.open() as work:
                actions.edit_member(work, company.keys[name], {"role": Role.REP})
        except Refusal as refusal:
            return refusal.code
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(resign, ["olga", "adam"])) == ["LAST_OWNER", "done"]
    said = company.ask("rina", "{ members(filter: {role: {eq: OWNER}}) { totalCount } }")
    assert said == {"members": {"totalCount": 1}}


def test_who_has_left_can_be_invited_again(company: Company) -> None:
    gone = company.do("adam", "disableMember", id=company.id("rina"), version=1)
    assert (gone["status"], gone["version"]) == ("DISABLED", 2)
    entries = len(company.trail())
    back = company.do("adam", "inviteMember", name="Rina Cohen", email="Rina@demo.test", role="MANAGER", locale="he")
    assert back["id"] == company.id("rina")
    assert (back["name"], back["role"], back["status"], back["locale"]) == ("Rina Cohen", "MANAGER", "INVITED", "he")
    assert back["team"] == {"id": company.id("North", "Team")}
    (told,) = [one for one in company.trail(entries) if one[2] == "member"]
    assert told[4] == {"name": "Rina Cohen", "role": "MANAGER", "status": "INVITED", "locale": "he"}


def test_a_placeholder_is_taken_over(company: Company) -> None:
    with company.open() as work:
        draft = actions.MemberDraft("D. Levi", "d.levi@people.invalid", Role.REP, status=MemberStatus.PLACEHOLDER)
        held = actions.add_member(work, draft)
    mended = company.do("adam", "updateMember", id=encode("Member", held.id), email="dana@levi.test")
    assert mended["status"] == "PLACEHOLDER"
    taken = company.do("adam", "inviteMember", name="Dana Levi", email="dana@levi.test", role="MANAGER",
                       teamId=company.id("South", "Team"))  # fmt: skip
    assert (taken["id"], taken["name"], taken["role"]) == (encode("Member", held.id), "Dana Levi", "MANAGER")
    assert (taken["status"], taken["team"]) == ("INVITED", {"id": company.id("South", "Team")})


def test_a_placeholder_of_an_owner_is_an_owners_to_invite(company: Company) -> None:
    with company.open() as work:
        actions.add_member(work, actions.MemberDraft("O", "o@x.test", Role.OWNER, status=MemberStatus.PLACEHOLDER))
    assert company.refuse("adam", "inviteMember", name="O", email="o@x.test", role="REP") == ("FORBIDDEN", "id")


def test_two_invitations_at_once_make_one_member(company: Company) -> None:
    together = Barrier(2)

    def invite(name: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "inviteMember", name=name, email="dana@x.test", role="REP").problem

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(invite, ["One", "Two"]), key=str)
    assert said[1] is None
    assert said[0] in {("DUPLICATE", "email"), ("MEMBER_EXISTS", "email")}


def test_a_stale_edit_is_told_with_the_record_as_it_is(company: Company) -> None:
    company.do("olga", "updateMember", id=company.id("rina"), name="New", version=1)
    state = company.state()
    answer = company.act("adam", "updateMember", id=company.id("rina"), name="Newer", version=1)
    assert answer.problem == ("CONFLICT", "version")
    assert answer.record is not None
    assert (answer.record["name"], answer.record["version"]) == ("New", 2)
    assert company.act("adam", "disableMember", id=company.id("rina"), version=1).problem == ("CONFLICT", "version")
    assert company.state() == state


def test_a_profile_is_ones_own(company: Company) -> None:
    made = company.do("rina", "updateProfile", locale="ar", timeZone="Asia/Amman")
    assert (made["id"], made["locale"], made["timeZone"]) == (company.id("rina"), "ar", "Asia/Amman")
    assert company.do("rina", "updateProfile")["version"] == made["version"]
    assert company.refuse("rina", "updateProfile", locale="fr") == ("BAD_LOCALE", "locale")
    assert company.refuse("rina", "updateProfile", timeZone="") == ("BAD_TIME_ZONE", "timeZone")
    assert company.refuse("rina", "updateProfile", weekStart=8) == ("BAD_WEEKDAY", "weekStart")
    assert company.do("rina", "updateProfile", weekStart=7)["weekStart"] == 7
    assert company.do("rina", "updateProfile", weekStart=None)["weekStart"] is None
    assert company.refuse(None, "updateProfile", locale="he") == ("NO_MEMBER", None)


def test_a_refusal_is_in_the_members_language(company: Company) -> None:
    company.locales["rina"] = "he"
    answer = company.act("rina", "createTeam", name="East")
    assert answer.message == "אין לך הרשאה לעשות זאת."


def test_me_is_who_asks(settled: Company) -> None:
    asked = "{ me { member { email role } tenant { slug name currency } } }"
    assert settled.ask("rina", asked) == {"me": {
        "member": {"email": "rina@demo.test", "role": "REP"},
        "tenant": {"slug": settled.tenant.slug, "name": settled.tenant.name, "currency": "EUR"},
    }}  # fmt: skip


def test_another_company_is_not_there(company: Company, other_company: Company) -> None:
    theirs, team = other_company.id("rina"), other_company.id("North", "Team")
    before = other_company.state()
    assert company.refuse("olga", "updateMember", id=theirs, name="X") == ("NOT_FOUND", "id")
    assert company.refuse("olga", "disableMember", id=theirs) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "updateMember", id=company.id("rina"), teamId=team) == ("NOT_FOUND", "teamId")
    assert company.refuse("olga", "createTeam", name="East", managerId=theirs) == ("NOT_FOUND", "managerId")
    assert company.refuse("olga", "deleteTeam", id=team) == ("NOT_FOUND", "id")
    said = company.ask("olga", "query Q($id: ID!) { member(id: $id) { name } node(id: $id) { id } }", id=theirs)
    assert said == {"member": None, "node": None}
    assert other_company.state() == before


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("dana@levi.test", "dana@levi.test"), (" Dana.Levi+crm@Levi.CO.IL ", "dana.levi+crm@levi.co.il"),
        ("\u200fdana@x.test\u200e", "dana@x.test"), ("dana@דוגמה.ישראל", "dana@דוגמה.ישראל"),
        ("o'neil@x-y.ie", "o'neil@x-y.ie"), ("x@people.invalid", "x@people.invalid"),
    ],
)  # fmt: skip
def test_addresses_are_kept_in_one_form(said: str, kept: str) -> None:
    assert actions.read_email(said) == kept


@pytest.mark.parametrize(
    "said",
    ["dana", "dana@", "@x.test", "a@@b.test", "a@b..test", "a@b.test.", "a b@c.test", "a\nb@c.test", "<d@x.test>",
     ".a@b.test", "a..b@c.test", "a@-b.test", "a@1.2.3.4", "a@b.test,c@d.test", "x" * 65 + "@b.test",
     "a@" + "b." * 126 + "test"],
)  # fmt: skip
def test_what_is_no_address_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.read_email(said)
    assert (refused.value.code, refused.value.field) == ("BAD_EMAIL", "email")


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused_and_reading_twice_changes_nothing(said: str) -> None:
    try:
        kept = actions.read_email(said)
    except Invalid:
        return
    assert actions.read_email(kept) == kept
    assert kept.count("@") == 1
