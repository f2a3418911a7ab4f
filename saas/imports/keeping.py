"""Which records an undo leaves alone: those that others have changed since, and those that what stays needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Need:
    """A living record that points at another; `whole` says that it is a part of the other."""

    by: UUID
    of: UUID
    whole: bool = False


def kept(made: Collection[UUID], changed: Iterable[UUID], needs: Iterable[Need]) -> set[UUID]:
    """Of the records that the import made; `changed` by others since, `needs` of all living records."""
    makes = set(made)
    stay: dict[UUID, list[UUID]] = {}
    waiting = [id for id in changed if id in makes]
    for need in needs:
        if need.by not in makes:
            waiting.append(need.of)
        else:
            stay.setdefault(need.by, []).append(need.of)
        if need.whole:
            stay.setdefault(need.of, []).append(need.by)
    found: set[UUID] = set()
    while waiting:
        id = waiting.pop()
        if id in makes and id not in found:
            found.add(id)
            waiting += stay.get(id, [])
    return found
