"""Who sees activities, said a second time: owners by scope, authors, the people in them, who sees what opens them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, cast
from uuid import UUID

from saas.core.principal import Principal
from saas.core.rights import Role
from tests.graph.world import Row, World

THROUGH = {"ActivityLink", "ActivityMention", "ActivityAttendee"}


class Eyes(Protocol):
    """The oracle, as much of it as is needed here."""

    world: World
    viewer: Principal

    def sees(self, kind: str, row: Row) -> bool: ...

    def whose_deals(self) -> set[object]: ...


@dataclass
class Sight:
    """Of one viewer."""

    eyes: Eyes
    known: dict[object, bool] = field(default_factory=dict)

    def sees(self, kind: str, row: Row) -> bool:
        if self.eyes.viewer.role in {Role.OWNER, Role.ADMIN}:
            return True
        if kind == "ActivitySeries":
            return any(one["series_id"] == row["id"] and self._sees(one) for one in self.activities.values())
        if kind == "TimelineEntry":
            return self._sees_entry(row)
        return self._sees(row if kind == "Activity" else self.activities[row["activity_id"]])

    @cached_property
    def activities(self) -> dict[object, Row]:
        return {row["id"]: row for row in self.eyes.world.rows["Activity"]}

    def _sees(self, activity: Row) -> bool:
        if activity["id"] not in self.known:
            self.known[activity["id"]] = self._finds(activity)
        return self.known[activity["id"]]

    def _finds(self, activity: Row) -> bool:
        me, rows = self.eyes.viewer.member_id, self.eyes.world.rows
        people = [row for kind in ("ActivityMention", "ActivityAttendee") for row in rows[kind]]
        named = any(one["activity_id"] == activity["id"] and one["member_id"] == me for one in people)
        if me in (activity["owner_id"], activity["author_id"]) or named:
            return True
        links = [link for link in rows["ActivityLink"] if link["activity_id"] == activity["id"] and link["opens"]]
        opened = any(link["deal_id"] is None or self._sees_deal(cast(UUID, link["deal_id"])) for link in links)
        in_scope = activity["owner_id"] is not None and activity["owner_id"] in self.eyes.whose_deals()
        return not activity["private"] and (in_scope or opened)

    def _sees_entry(self, entry: Row) -> bool:
        if entry["activity_id"] is not None:
            return self._sees(self.activities[entry["activity_id"]])
        return entry["deal_event_id"] is None or self._sees_deal(cast(UUID, entry["deal_id"]))

    def _sees_deal(self, key: UUID) -> bool:
        deals = self.eyes.world.rows["Deal"]
        return self.eyes.sees("Deal", next(deal for deal in deals if deal["id"] == key))
