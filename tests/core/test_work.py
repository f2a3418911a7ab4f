"""The unit of work: what it writes, what its audit tells, what it refuses."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, update

from saas.accounts.model import Account
from saas.core.audit import AuditAction, AuditEntry, Effect, EffectStatus
from saas.core.clock import FixedClock
from saas.core.errors import Conflict, Forbidden, NotFound
from saas.core.ids import new_id
from saas.core.rights import Role
from saas.core.work import Opener, Work
from tests.core.conftest import acting

ABSENT = UUID("01900000-0000-7000-8000-000000000000")


def make(opener: Opener, name: str = "Acme") -> UUID:
    with opener() as work:
        account = work.add(Account(name=name))
    return account.id


def trail(opener: Opener, entity: str = "account") -> list[AuditEntry]:
    with opener() as work:
        return work.all(select(AuditEntry).where(AuditEntry.entity == entity).order_by(AuditEntry.id))


def test_a_clean_end_commits_and_the_audit_tells_it(opener: Opener, clock: FixedClock) -> None:
    id = make(opener)
    (entry,) = trail(opener)
    assert (entry.action, entry.entity_id, entry.before) == (AuditAction.CREATE, id, None)
    assert entry.after == {"id": str(id), "name": "Acme", "created_at": "2026-03-01T12:00:00Z"}
    assert (entry.at, entry.member_id, entry.request_id, entry.origin_id) == (clock.at, None, "req-1", None)


def test_an_error_leaves_nothing_behind(opener: Opener) -> None:
    def broken() -> None:
        with opener() as work:
            work.add(Account(name="Acme"))
            work.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert trail(opener) == []
    with opener() as work:
        assert work.all(select(Account)) == []


def test_an_update_tells_only_what_changed(opener: Opener, clock: FixedClock) -> None:
    id = make(opener)
    clock.pass_by(timedelta(hours=1))
    with opener(origin=ABSENT) as work:
        account = work.lock(Account, id)
        account.industry = "retail"
        account.name = "Acme"
    entry = trail(opener)[1]
    assert (entry.action, entry.before, entry.after) == (AuditAction.UPDATE, {"industry": None}, {"industry": "retail"})
    assert entry.origin_id == ABSENT
    with opener() as work:
        account = work.get(Account, id)
        assert (account.version, account.updated_at, account.created_at) == (2, clock.at, clock.at - timedelta(hours=1))


def test_a_change_that_is_none_writes_nothing(opener: Opener) -> None:
    id = make(opener)
    with opener() as work:
        work.lock(Account, id).name = "Acme"
    assert len(trail(opener)) == 1
    with opener() as work:
        assert work.get(Account, id).version == 1


def test_removing_keeps_the_row_and_tells_a_deletion(opener: Opener) -> None:
    id = make(opener)
    with opener() as work:
        work.remove(work.lock(Account, id))
    with opener() as work:
        assert work.find(Account, id) is None
        kept = work.find(Account, id, deleted=True)
        assert kept is not None
        assert kept.deleted_at is not None
    assert [entry.action for entry in trail(opener)] == [AuditAction.CREATE, AuditAction.DELETE]


def test_hidden_and_absent_are_refused_alike(opener: Opener, other_opener: Opener) -> None:
    theirs = make(other_opener)
    for id in (ABSENT, theirs):
        with opener() as work, pytest.raises(NotFound) as refused:
            work.get(Account, id, field="accountId")
        assert (refused.value.code, refused.value.field) == ("NOT_FOUND", "accountId")


def test_a_stale_version_is_a_conflict_and_nothing_changes(opener: Opener) -> None:
    id = make(opener)
    with opener() as work:
        work.lock(Account, id, version=1).name = "First"

    def stale() -> None:
        with opener() as work:
            work.lock(Account, id, version=1).name = "Second"

    with pytest.raises(Conflict) as refused:
        stale()
    assert refused.value.field == "version"
    current = refused.value.params["current"]
    assert isinstance(current, Account)
    assert current.name == "First"


def test_a_change_without_a_lock_that_comes_too_late_is_a_conflict(opener: Opener) -> None:
    id = make(opener)

    def late() -> None:
        with opener() as work:
            account = work.get(Account, id)
            with opener() as other:
                other.lock(Account, id).name = "First"
            account.name = "Second"

    with pytest.raises(Conflict):
        late()
    with opener() as work:
        assert work.get(Account, id).name == "First"


def test_a_duplicate_is_a_conflict(opener: Opener) -> None:
    def twice() -> None:
        with opener() as work:
            work.add(Account(name="a", external_id="x"))
            work.add(Account(name="b", external_id="x"))

    with pytest.raises(Conflict) as refused:
        twice()
    assert refused.value.code == "DUPLICATE"
    assert trail(opener) == []


def test_one_flush_writes_what_is_new_and_changed_and_gone(opener: Opener, clock: FixedClock) -> None:
    with opener() as work:
        first, second, third = (work.add(Effect(kind="k", key=key, payload={"n": None})) for key in "abc")
    clock.pass_by(timedelta(minutes=1))
    with opener() as work:
        first, second, third = (work.lock(Effect, each.id) for each in (first, second, third))
        first.claims, second.claims, second.outcome = 1, 2, {"why": "שלום 'quoted' %s \\"}
        work.remove(third)
        again = work.add(Effect(kind="k", key="c", payload={}))
        work.flush()
        assert (first.version, second.version, again.version) == (2, 2, 1)
        again.claims = 3
    with opener() as work:
        found = work.all(select(Effect).order_by(Effect.key))
        told = [(each.key, each.claims, each.version, each.updated_at) for each in found]
        assert told == [("a", 1, 2, clock.at), ("b", 2, 2, clock.at), ("c", 3, 2, clock.at)]
        assert (found[0].payload, found[1].outcome) == ({"n": None}, second.outcome)
    actions = [(entry.action, entry.entity_id) for entry in trail(opener, "effect")[3:]]
    update, create, delete = AuditAction.UPDATE, AuditAction.CREATE, AuditAction.DELETE
    assert actions[0] == (create, again.id)
    assert set(actions[1:3]) == {(update, first.id), (update, second.id)}
    assert actions[3:] == [(delete, third.id), (update, again.id)]


def test_a_relationship_is_not_written(opener: Opener) -> None:
    with opener() as work:
        parent = work.add(Account(name="Parent"))
    with opener() as work, pytest.raises(TypeError, match="parent"):
        work.add(Account(name="Other", parent=parent))


def test_bulk_changes_are_told_row_by_row(opener: Opener, clock: FixedClock) -> None:
    with opener() as work:
        rows = [{"kind": "b", "key": str(number), "payload": {"n": number}} for number in range(3)]
        assert work.bulk(insert(Effect), rows) == 3
    clock.pass_by(timedelta(minutes=1))
    with opener() as work:
        assert work.bulk(update(Effect).where(Effect.key > "0").values(status=EffectStatus.DONE, claims=2)) == 2
        assert work.bulk(delete(Effect).where(Effect.key == "2")) == 1
        assert work.bulk(update(Effect).where(Effect.key == "9").values(status=EffectStatus.DONE)) == 0
    told = trail(opener, "effect")
    assert [entry.action for entry in told] == [
        *[AuditAction.CREATE] * 3,
        *[AuditAction.UPDATE] * 2,
        AuditAction.DELETE,
    ]
    assert told[3].before == {"status": "PLANNED", "claims": 0}
    assert told[3].after == {"status": "DONE", "claims": 2}
    assert told[5].before is not None
    assert (told[5].before["key"], told[5].before["created_at"]) == ("2", "2026-03-01T12:00:00.000000Z")
    with opener() as work:
        left = work.all(select(Effect).order_by(Effect.key))
        assert [(effect.key, effect.version, effect.updated_at) for effect in left] == [
            ("0", 1, clock.at - timedelta(minutes=1)),
            ("1", 2, clock.at),
        ]


def test_a_bulk_deletion_by_its_mark_is_told_as_one(opener: Opener, clock: FixedClock) -> None:
    make(opener)
    with opener() as work:
        work.bulk(update(Account).values(deleted_at=clock.now()))
    entry = trail(opener)[1]
    assert (entry.action, entry.before) == (AuditAction.DELETE, {"deleted_at": None})


def test_bulk_and_flush_write_values_alike(opener: Opener) -> None:
    with opener() as work:
        work.add(Account(name="a", revenue="12.5"))
        work.bulk(insert(Account), [{"name": "b", "revenue": "12.50"}])
        work.flush()
        work.bulk(update(Account).values(revenue="13.00"))
    told = trail(opener)
    assert [entry.after["revenue"] for entry in told[2:] if entry.after] == ["13.00", "13.00"]
    assert [entry.before for entry in told[2:]] == [{"revenue": "12.50"}, {"revenue": "12.50"}]


def test_what_is_read_within_sees_what_was_written(opener: Opener) -> None:
    with opener() as work:
        work.add(Account(name="שלום"))
        assert work.read("SELECT name FROM account WHERE name = %(name)s", {"name": "שלום"}) == [("שלום".encode(),)]
        assert work.rows("SELECT name FROM account") == [("שלום",)]


def test_a_right_that_is_missing_is_forbidden(opener: Opener) -> None:
    with opener() as work, pytest.raises(Forbidden):
        work.require(work.who.role is Role.REP, field="role")


def test_the_policy_is_in_every_loader(opener: Opener) -> None:
    with opener() as work:
        effect = work.add(Effect(kind="k", key="1", payload={}))
    rep = acting(opener, Role.REP, member_id=new_id())
    with rep() as work:
        assert work.find(Effect, effect.id) is None
    with rep() as work, pytest.raises(NotFound):
        work.lock(Effect, effect.id)


def test_a_receipt_gives_the_first_answer_again(opener: Opener) -> None:
    def once(work: Work, fingerprint: str) -> object:
        kept = work.receipt("k1", mutation="moveDeal", fingerprint=fingerprint)
        if kept is None:
            work.keep_receipt("k1", {"id": "1"}, mutation="moveDeal", fingerprint=fingerprint)
        return kept

    with opener() as work:
        assert once(work, "f1") is None
    with opener() as work:
        assert once(work, "f1") == {"id": "1"}
    with opener() as work, pytest.raises(Conflict) as refused:
        once(work, "f2")
    assert refused.value.code == "RECEIPT_REUSED"
