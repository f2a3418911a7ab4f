"""What a company's directory does with members and teams. It acts as the product itself does, within these rules:
it gives and takes no roles, and shuts out no owner.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from scim2_models import PatchOp
from sqlalchemy import select

from saas.core.errors import Conflict, NotFound
from saas.core.fields import assign, written
from saas.core.ids import new_id
from saas.core.rights import Role
from saas.core.work import Work
from saas.members.actions import (
    MemberDraft,
    add_member,
    create_team,
    delete_team,
    disable_member,
    edit_member,
    edit_team,
    find_by_email,
)
from saas.members.model import Member, MemberStatus
from saas.provisioning.mapping import (
    NOWHERE,
    Circle,
    Person,
    address_of,
    group_of,
    is_nowhere,
    name_of,
    profile_of,
    said_of,
    user_of,
)
from saas.provisioning.model import ProvisionedMember, ProvisionedTeam
from saas.provisioning.queries import find_by_user_name, find_circle, find_person
from saas.provisioning.resources import LENIENT, Group, User

USER_EXISTS = "USER_EXISTS"
CHANGED = "CHANGED"


def get_user(work: Work, id: str) -> Person:
    person = find_person(work, id)
    if person is None:
        raise NotFound
    return person


def get_group(work: Work, id: str) -> Circle:
    circle = find_circle(work, id)
    if circle is None:
        raise NotFound
    return circle


def create_user(work: Work, user: User) -> Person:
    """A new member, or one who is known by name alone or who had left: then it is he."""
    if find_by_user_name(work, str(user.user_name)) is not None:
        raise _exists(user)
    address = address_of(user)
    known = find_by_email(work, address) if address else None
    told = _told_of(work, known)
    if known is not None and not _may_be_taken(known, told):
        raise _exists(user)
    member = known or _add(work, user, address)
    if told is None:
        told = work.add(ProvisionedMember(member_id=member.id, user_name=str(user.user_name), said={}))
    assign(told, {"left_at": None})
    if known is not None:
        member.status = MemberStatus.DISABLED
        assign(told, {"resumes": MemberStatus.INVITED})
    if user.active is None:
        user.active = True
    _tell(work, member, told, user)
    return get_user(work, str(member.id))


def replace_user(work: Work, id: str, user: User, *, etag: str | None = None, base: str) -> Person:
    """What is left out is taken away, but for `active`: silence lets nobody in and shuts nobody out."""
    person = _hold_user(work, id, etag)
    before = user_of(person, base)
    user.replace(before)
    if user.active is None:
        user.active = before.active
    return _change(work, person, user)


def patch_user(work: Work, id: str, patch: "PatchOp[User]", *, etag: str | None = None, base: str) -> Person:
    person = _hold_user(work, id, etag)
    user = user_of(person, base)
    patch.patch(user, LENIENT)
    return _change(work, person, user)


def delete_user(work: Work, id: str, *, etag: str | None = None) -> None:
    """The member is shut out and stays ours, with what he owns; the directory finds him no more."""
    person = _hold_user(work, id, etag)
    told = person.told or work.add(
        ProvisionedMember(member_id=person.member.id, user_name=person.member.email, said={})
    )
    _shut_out(work, person.member, told)
    told.left_at = work.clock.now()


def create_group(work: Work, group: Group) -> Circle:
    team = create_team(work, str(group.display_name))
    work.add(ProvisionedTeam(team_id=team.id, external_id=_external_id(group.external_id)))
    work.flush()
    _settle(work, team.id, (), _ids(group))
    return get_group(work, str(team.id))


def replace_group(work: Work, id: str, group: Group, *, etag: str | None = None, base: str) -> Circle:
    circle = _hold_group(work, id, etag)
    group.replace(group_of(circle, base))
    return _regroup(work, circle, group)


def patch_group(work: Work, id: str, patch: "PatchOp[Group]", *, etag: str | None = None, base: str) -> Circle:
    circle = _hold_group(work, id, etag)
    group = group_of(circle, base)
    patch.patch(group, LENIENT)
    return _regroup(work, circle, group)


def delete_group(work: Work, id: str, *, etag: str | None = None) -> None:
    """Its members are in no team afterwards."""
    circle = _hold_group(work, id, etag)
    inside = work.all(select(Member.id).where(Member.team_id == circle.team.id, work.visible(Member)))
    for member_id in inside:
        edit_member(work, member_id, {"team_id": None})
    work.flush()
    delete_team(work, circle.team.id)
    if circle.told is not None:
        work.remove(circle.told)


def _exists(user: User) -> Conflict:
    return Conflict(USER_EXISTS, "There is a user %(name)s already.", "userName", name=user.user_name)


def _may_be_taken(member: Member, told: ProvisionedMember | None) -> bool:
    """By a user whom the directory calls new: one whom an import knows by name, or one whom it had deleted."""
    return member.status == MemberStatus.PLACEHOLDER or (told is not None and told.left_at is not None)


def _told_of(work: Work, member: Member | None) -> ProvisionedMember | None:
    if member is None:
        return None
    mine = ProvisionedMember.member_id == member.id
    return work.first(select(ProvisionedMember).where(mine, work.visible(ProvisionedMember)).with_for_update())


def _add(work: Work, user: User, address: str | None) -> Member:
    status = MemberStatus.INVITED if address else MemberStatus.PLACEHOLDER
    draft = MemberDraft(name_of(user), address or f"{new_id()}@{NOWHERE}", Role.REP, status=status)
    member = add_member(work, draft)
    work.flush()
    return member


def _hold_user(work: Work, id: str, etag: str | None) -> Person:
    """Locked; `etag` is the state that the directory has seen."""
    work.lock(Member, get_user(work, id).member.id)
    person = get_user(work, id)
    _agree(etag, person.etag)
    return person


def _hold_group(work: Work, id: str, etag: str | None) -> Circle:
    circle = get_group(work, id)
    _agree(etag, circle.etag)
    return circle


def _agree(etag: str | None, present: str) -> None:
    if etag is not None and etag != "*" and present not in [one.strip() for one in etag.split(",")]:
        raise Conflict(CHANGED)


def _change(work: Work, person: Person, user: User) -> Person:
    other = find_by_user_name(work, str(user.user_name))
    if other is not None and other.member.id != person.member.id:
        raise _exists(user)
    told = person.told or work.add(
        ProvisionedMember(member_id=person.member.id, user_name=str(user.user_name), said={})
    )
    _tell(work, person.member, told, user)
    return get_user(work, str(person.member.id))


def _tell(work: Work, member: Member, told: ProvisionedMember, user: User) -> None:
    """The directory's account is kept, and what follows from it for the member is done."""
    names = {"user_name": written(user.user_name, "userName"), "external_id": _external_id(user.external_id)}
    assign(told, {**names, "said": said_of(user)})
    work.flush()
    changes = profile_of(user)
    address = address_of(user)
    if address is not None and address != member.email:
        _claim(work, member, address)
        changes["email"] = address
    if any(getattr(member, name) != value for name, value in changes.items()):
        edit_member(work, member.id, changes)
    if member.status == MemberStatus.PLACEHOLDER and not is_nowhere(member.email):
        member.status = MemberStatus.INVITED
    work.flush()
    if user.active is False and member.status != MemberStatus.DISABLED:
        _shut_out(work, member, told)
    elif user.active and member.status == MemberStatus.DISABLED:
        _let_in(member, told)
    work.flush()


def _external_id(said: str | None) -> str | None:
    """As it is; one that is too long for an index is refused."""
    return None if said is None else written(said, "externalId")


def _claim(work: Work, member: Member, address: str) -> None:
    other = find_by_email(work, address)
    if other is not None and other.id != member.id:
        raise Conflict("EMAIL_TAKEN", "Another member has the address %(email)s.", "emails", email=address)


def _shut_out(work: Work, member: Member, told: ProvisionedMember) -> None:
    if member.status == MemberStatus.DISABLED:
        return
    told.resumes = MemberStatus(member.status)
    disable_member(work, member.id)


def _let_in(member: Member, told: ProvisionedMember) -> None:
    """To where he was: one who never signed in is invited, one without an address known by name."""
    back = told.resumes or MemberStatus.INVITED
    member.status = MemberStatus.PLACEHOLDER if is_nowhere(member.email) else back
    told.resumes = None


def _regroup(work: Work, circle: Circle, group: Group) -> Circle:
    name = str(group.display_name)
    if name != circle.team.name:
        edit_team(work, circle.team.id, {"name": name})
    told = circle.told or work.add(ProvisionedTeam(team_id=circle.team.id))
    assign(told, {"external_id": _external_id(group.external_id)})
    _settle(work, circle.team.id, circle.members, _ids(group))
    return get_group(work, str(circle.team.id))


def _ids(group: Group) -> list[str]:
    return [str(one.value) for one in group.members or [] if one.value]


def _settle(work: Work, team_id: UUID, before: Sequence[str], after: Iterable[str]) -> None:
    """A member is in one team: who comes here leaves another. Whoever is not there is passed over."""
    wanted = set(after)
    for id in before:
        if id not in wanted:
            edit_member(work, UUID(id), {"team_id": None})
    for id in sorted(wanted - set(before)):
        if find_person(work, id) is not None:
            edit_member(work, UUID(id), {"team_id": team_id})
    work.flush()
