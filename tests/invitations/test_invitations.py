"""Invitations: sent with the member, good once, for their address; two stores that are brought to agree."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from saas.core.audit import AuditEntry
from saas.core.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from saas.core.rights import Role
from saas.invitations import acceptance
from saas.invitations.actions import read_invitation, resend_invitation, revoke_invitation
from saas.invitations.joining import Joiner, is_awaited, join
from saas.invitations.model import LIFE, Invitation
from saas.members.actions import create_team, disable_member, edit_member
from saas.members.model import Member, MemberStatus
from saas.post.model import Mail
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.invitations.make import House, make_house, new_address


@pytest.fixture
def house(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> House:
    return make_house(web_engine, lanes, tenant)


def refused(house: House, code: str, *, email: str, at: timedelta = timedelta()) -> str:
    """The code of the refusal; nothing has changed."""
    person_id = house.make_person(email)
    before = changes(house)
    with pytest.raises(Refusal) as refusal:
        house.accept(code, person_id, at=at)
    assert not house.is_verified(person_id)
    assert changes(house) == before
    return refusal.value.code


def changes(house: House) -> int:
    with house.opener()() as work:
        return work.all(select(func.count()).select_from(AuditEntry))[0]


# Sending


def test_a_letter_goes_out_with_the_member(house: House) -> None:
    email = new_address()
    with house.opener(by=house.owner)() as work:
        team = create_team(work, "North").id
    member, code = house.invite(email, Role.MANAGER, team_id=team, locale="he")
    with house.opener()() as work:
        (mail,) = work.all(select(Mail))
        assert (mail.to_email, mail.locale, mail.kind) == (email, "he", "invitations.invitation")
        told = read_invitation(work, code)
        assert (told.member.id, told.inviter, told.team, told.role) == (member, "Olga Owner", "North", None)
        (entry,) = work.all(select(AuditEntry).where(AuditEntry.entity == "invitation"))
        assert "hash" not in (entry.after or {})
    assert house.status(member) is MemberStatus.INVITED


def test_no_member_no_letter(house: House) -> None:
    """One transaction: what is refused leaves nothing."""
    email = new_address()
    house.invite(email)
    with pytest.raises(Conflict):
        house.invite(email)
    with house.opener()() as work:
        assert work.all(select(func.count()).select_from(Mail)) == [1]
        assert work.all(select(func.count()).select_from(Invitation)) == [1]


def test_only_who_manages_members_sees_and_sends(house: House) -> None:
    member, _ = house.invite(new_address())
    with house.opener(by=member, role=Role.REP)() as work:
        assert work.all(select(Invitation).where(work.visible(Invitation))) == []
        with pytest.raises(Forbidden):
            resend_invitation(work, member)


def test_an_admin_sends_no_owner_a_way_in(house: House) -> None:
    owner, _ = house.invite(new_address(), Role.OWNER)
    admin, _ = house.invite(new_address(), Role.ADMIN)
    with house.opener(by=admin, role=Role.ADMIN)() as work, pytest.raises(Forbidden):
        resend_invitation(work, owner)


# Accepting


def test_it_is_accepted_once(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    rina = house.make_person(email)
    assert house.accept(code, rina) == member
    assert (house.status(member), house.bound(member), house.is_verified(rina)) == (MemberStatus.ACTIVE, rina, True)
    assert house.accept(code, rina) == member
    assert refused(house, code, email=email) == "INVITATION_USED"
    assert house.bound(member) == rina


def test_it_expires(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    assert refused(house, code, email=email, at=LIFE) == "INVITATION_EXPIRED"
    assert (house.status(member), house.bound(member)) == (MemberStatus.INVITED, None)


def test_it_is_revoked(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    with house.opener(by=house.owner)() as work:
        (id_,) = work.all(select(Invitation.id))
        revoke_invitation(work, id_)
    assert refused(house, code, email=email) == "INVITATION_REVOKED"
    assert house.status(member) is MemberStatus.INVITED


def test_what_was_accepted_is_not_revoked(house: House) -> None:
    email = new_address()
    _, code = house.invite(email)
    house.accept(code, house.make_person(email))
    with house.opener(by=house.owner)() as work, pytest.raises(Invalid) as late:
        revoke_invitation(work, work.all(select(Invitation.id))[0])
    assert late.value.code == "INVITATION_USED"


def test_another_address_is_refused(house: House) -> None:
    _, code = house.invite(new_address())
    assert refused(house, code, email=new_address()) == "OTHER_ADDRESS"


@pytest.mark.parametrize("code", ["", "x", "' OR 1=1 --", "A" * 5000])
def test_an_unknown_code_is_refused(house: House, code: str) -> None:
    with pytest.raises(NotFound):
        house.accept(code, house.make_person(new_address()))


def test_a_code_of_another_company_is_unknown(house: House, lanes: Lanes, other_tenant: Tenant) -> None:
    email = new_address()
    _, code = house.invite(email)
    other = make_house(house.web, lanes, other_tenant)
    with pytest.raises(NotFound):
        other.accept(code, house.make_person(email))


def test_a_new_letter_makes_the_old_one_worthless(house: House) -> None:
    email = new_address()
    member, old = house.invite(email)
    with house.opener(by=house.owner, at=timedelta(seconds=1))() as work:
        resend_invitation(work, member)
    new = house.code(email)
    assert new != old
    assert refused(house, old, email=email) == "INVITATION_REVOKED"
    assert house.accept(new, house.make_person(email)) == member


def test_it_proves_no_later_address_of_the_member(house: House) -> None:
    email, later = new_address(), new_address()
    member, code = house.invite(email)
    with house.opener(by=house.owner)() as work:
        edit_member(work, member, {"email": later})
    assert refused(house, code, email=later) == "INVITATION_REVOKED"
    assert refused(house, code, email=email) == "INVITATION_REVOKED"


def test_one_who_was_disabled_meanwhile_stays_out(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    with house.opener(by=house.owner)() as work:
        disable_member(work, member)
    assert refused(house, code, email=email) == "INVITATION_REVOKED"
    with house.opener(by=house.owner)() as work, pytest.raises(Invalid) as refusal:
        resend_invitation(work, member)
    assert refusal.value.code == "NOT_INVITED"


def test_what_dies_between_the_stores_is_done_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The membership is committed, the member is not: nobody is in, and the same link brings him in."""
    email = new_address()
    member, code = house.invite(email)
    rina = house.make_person(email)

    def die(*_given: object) -> None:
        raise RuntimeError("power failure")

    with monkeypatch.context() as patch:
        patch.setattr(acceptance, "let_in", die)
        with pytest.raises(RuntimeError):
            house.accept(code, rina)
    assert (house.bound(member), house.status(member)) == (rina, MemberStatus.INVITED)
    assert house.accept(code, rina) == member
    assert house.status(member) is MemberStatus.ACTIVE


# People and addresses


def test_an_address_that_was_only_said_gives_nothing(house: House) -> None:
    """Mallory said Rina's address before; Rina's invitation does not make Mallory anybody."""
    email = new_address()
    mallory = house.make_person(email)
    member, code = house.invite(email)
    with pytest.raises(Forbidden):
        join(house.opener(), house.web, Joiner(house.person(mallory), Role.REP))
    rina = house.make_person(email)
    house.accept(code, rina)
    assert house.bound(member) == rina
    assert not house.is_verified(mallory)
    with pytest.raises(Forbidden):
        join(house.opener(), house.web, Joiner(house.person(mallory), Role.REP))
    assert house.bound(member) == rina


def test_who_has_proved_the_address_needs_no_link(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    rina = house.make_person(email, verified=True)
    assert is_awaited(house.opener(), email)
    assert join(house.opener(), house.web, Joiner(house.person(rina), None)) == member
    assert (house.status(member), house.bound(member)) == (MemberStatus.ACTIVE, rina)
    assert not is_awaited(house.opener(), email)
    assert join(house.opener(), house.web, Joiner(house.person(rina), None)) == member
    with house.opener()() as work, pytest.raises(Invalid):
        read_invitation(work, code)


def test_a_second_account_with_a_held_address_is_refused(house: House) -> None:
    email = new_address()
    house.make_person(email, verified=True)
    _, code = house.invite(email)
    assert refused(house, code, email=email) == "ADDRESS_HELD"


def test_one_who_has_lost_every_way_comes_back(house: House) -> None:
    """By an owner's new invitation: a new person is the same member; the old one's access here is void."""
    email = new_address()
    member, code = house.invite(email)
    old = house.make_person(email)
    house.accept(code, old)
    with house.opener(by=house.owner, at=timedelta(seconds=1))() as work:
        resend_invitation(work, member)
    with house.opener()() as work:
        (mail,) = work.all(select(Mail).where(Mail.kind == "invitations.way_back"))
        assert mail.to_email == email
    new = house.make_person(email)
    assert house.accept(house.code(email), new, anew=True, at=timedelta(minutes=1)) == member
    assert (house.bound(member), house.is_verified(new), house.is_verified(old)) == (new, True, False)
    with house.opener()() as work:
        assert work.get(Member, member).access_ended_at is not None


def test_a_member_who_left_comes_back_as_himself(house: House) -> None:
    email = new_address()
    member, code = house.invite(email)
    rina = house.make_person(email)
    house.accept(code, rina)
    with house.opener(by=house.owner)() as work:
        disable_member(work, member)
    again, code = house.invite(email, Role.MANAGER)
    assert again == member
    assert house.accept(code, rina) == member
    assert house.status(member) is MemberStatus.ACTIVE
