"""Asking for a company, and what a new one begins with."""

from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import IntegrityError

from saas.core.clock import Clock
from saas.core.errors import Conflict, LimitReached
from saas.core.ids import new_id
from saas.core.rights import Role
from saas.core.texts import later, say
from saas.core.work import Work
from saas.founding.plan import Plan
from saas.founding.queries import count_since, is_free
from saas.losses.actions import furnish_reasons
from saas.members.actions import MemberDraft, add_member, find_by_email
from saas.members.model import Member, MemberStatus
from saas.pipelines.actions import DEFAULT_STAGES, create_pipeline, list_pipelines
from tenants.errors import SlugTaken
from tenants.platform import founding

MOST: Final = 5
WITHIN: Final = timedelta(days=1)
_QUEUE_UP: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")

PIPELINE: Final = later("Sales")
STAGES: Final = (
    later("Qualified"), later("Meeting held"), later("Price quote"), later("Negotiation"), later("Contract"),
    later("Won"), later("Lost"),
)  # fmt: skip


def ask_for_company(platform: Engine, person_id: UUID, plan: Plan, *, clock: Clock) -> UUID:
    """The founding, which waits for the foundry. The same plan of the same person while it waits is the same."""
    now = clock.now()
    with platform.begin() as connection:
        connection.execute(_QUEUE_UP, {"name": f"founding:{person_id}"})
        mine = select(founding.c.id).where(
            founding.c.person_id == person_id, founding.c.slug == plan.slug, founding.c.ended_at.is_(None)
        )
        there = connection.execute(mine).scalar_one_or_none()
        if there is not None:
            return UUID(str(there))
        if count_since(connection, person_id, now - WITHIN) >= MOST:
            raise LimitReached(
                "TOO_MANY_COMPANIES", "You have made %(most)s companies today. Go on tomorrow.", most=MOST
            )
        if not is_free(connection, plan.slug):
            raise slug_taken(plan.slug)
        row = {
            "id": new_id(), "person_id": person_id, "slug": plan.slug, "name": plan.name, "currency": plan.currency,
            "locale": plan.locale, "time_zone": plan.time_zone, "week_start": plan.week_start, "created_at": now,
        }  # fmt: skip
        try:
            connection.execute(insert(founding), row)
        except IntegrityError as error:
            raise slug_taken(plan.slug) from error
    return UUID(str(row["id"]))


def slug_taken(slug: str) -> Conflict:
    return Conflict("SLUG_TAKEN", "%(slug)s is taken. Choose another address.", "slug", slug=slug)


def furnish(work: Work, owner: MemberDraft) -> Member:
    """The owner, a pipeline and reasons for losses in the company's language, where they are not there yet. One who is
    no member gets no company that others own.
    """
    member = find_by_email(work, owner.email)
    if member is None:
        if work.first(select(Member).where(Member.role == Role.OWNER).limit(1)) is not None:
            raise SlugTaken(f"{work.tenant.slug!r} is taken; choose another address.")
        member = add_member(work, replace(owner, role=Role.OWNER, status=MemberStatus.ACTIVE))
    furnish_reasons(work)
    if not list_pipelines(work):
        locale = work.tenant.locale
        stages = [replace(stage, name=say(stage.name, locale)) for stage in DEFAULT_STAGES]
        create_pipeline(work, say(PIPELINE, locale), stages)
    work.flush()
    return member
