"""Reads of foundings, and of what is free for one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, exists, func, select

from saas.core.clock import Clock
from saas.founding.plan import candidates
from tenants.platform import founding, heartbeat, tenant

FOUNDRY: Final = "foundry"
ALIVE: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Founding:
    """`ended_at` None is still waiting; `failure` is a code."""

    id: UUID
    person_id: UUID
    slug: str
    name: str
    currency: str
    locale: str
    time_zone: str
    week_start: int
    tries: int
    member_id: UUID | None
    ended_at: datetime | None
    failure: str | None


COLUMNS: Final = (
    founding.c.id, founding.c.person_id, founding.c.slug, founding.c.name, founding.c.currency, founding.c.locale,
    founding.c.time_zone, founding.c.week_start, founding.c.tries, founding.c.member_id, founding.c.ended_at,
    founding.c.failure,
)  # fmt: skip


def is_open(platform: Engine, *, clock: Clock) -> bool:
    """Whether a foundry lives: without one a founding would wait for ever."""
    seen = select(heartbeat.c.at).where(heartbeat.c.part == FOUNDRY)
    with platform.connect() as connection:
        at = connection.execute(seen).scalar_one_or_none()
    return at is not None and clock.now() - at < ALIVE


def find_founding(platform: Engine, person_id: UUID, founding_id: UUID) -> Founding | None:
    """Only one's own."""
    mine = founding.c.id == founding_id, founding.c.person_id == person_id
    with platform.connect() as connection:
        row = connection.execute(select(*COLUMNS).where(*mine)).one_or_none()
    return None if row is None else Founding(**row._asdict())


def find_waiting(platform: Engine, person_id: UUID) -> Founding | None:
    """The latest of this person that has not ended."""
    mine = founding.c.person_id == person_id, founding.c.ended_at.is_(None)
    with platform.connect() as connection:
        latest = select(*COLUMNS).where(*mine).order_by(founding.c.created_at.desc()).limit(1)
        row = connection.execute(latest).one_or_none()
    return None if row is None else Founding(**row._asdict())


def is_free(connection: Connection, slug: str) -> bool:
    """Whether neither a company nor a founding has this address."""
    taken = exists().where(tenant.c.slug == slug)
    waiting = exists().where(founding.c.slug == slug, founding.c.ended_at.is_(None))
    return not connection.execute(select(taken | waiting)).scalar_one()


def suggest_slug(platform: Engine, name: str, email: str) -> str:
    with platform.connect() as connection:
        return next(slug for slug in candidates(name, email) if is_free(connection, slug))


def count_since(connection: Connection, person_id: UUID, since: datetime) -> int:
    """How many companies a person has asked for, without those that failed."""
    mine = founding.c.person_id == person_id, founding.c.created_at > since, founding.c.failure.is_(None)
    return connection.execute(select(func.count()).where(*mine)).scalar_one()
