"""One job of a queue, performed in its own company and for its own member."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from procrastinate import BaseRetryStrategy, RetryDecision, RetryStrategy
from procrastinate import jobs as queue

from saas.core.clock import Clock
from saas.core.errors import Moving, NothingLeft, Refusal
from saas.core.jobs import Job
from saas.core.outside import Outside
from saas.core.principal import Principal, system
from saas.core.work import Opener
from saas.identity.queries import find_member
from tenants.engine import Lanes
from tenants.placement import HOME
from tenants.registry import Directory, Tenant, TenantStatus

log = logging.getLogger("kesher.worker")

LOOK_MINUTES = 60


class Dropped(Exception):
    """A job whose company or member is gone."""


class Suspended(Exception):
    """A job whose company is suspended, or can still be restored: it waits for it."""


class OnItsWay(Exception):
    """A job whose company moves to another cell: it waits a moment, here or there."""


@dataclass(frozen=True, slots=True)
class Patience(BaseRetryStrategy):
    """As often as the job says; for a company that is suspended or moves as long as it takes."""

    retries: int

    def get_retry_decision(self, *, exception: BaseException, job: queue.Job) -> RetryDecision | None:
        if isinstance(exception, Suspended):
            return RetryDecision(retry_in={"minutes": LOOK_MINUTES})
        if isinstance(exception, OnItsWay | Moving):
            return RetryDecision(retry_in={"seconds": Moving.SECONDS})
        if not self.retries:
            return None
        again = RetryStrategy(max_attempts=self.retries, exponential_wait=2)
        return again.get_retry_decision(exception=exception, job=job)


@dataclass(frozen=True, slots=True)
class Performer:
    lanes: Lanes
    directory: Directory
    clock: Clock
    outside: Outside

    def perform(self, job: Job, carried: Mapping[str, object], *, cell: str = HOME, tries: int = 0) -> None:
        """One job of a cell's queue, which was begun `tries` times before; NothingLeft is as good as done. The other
        of the two places that catch whatever was raised.
        """
        request_id = str(carried.get("request", "-"))
        try:
            opener = Opener(self.lanes, *self._who(job, carried, request_id, cell), self.clock, self.outside, tries)
            given = carried.get("given")
            arguments: dict[str, object] = given if isinstance(given, dict) else {}
            if job.opens:
                job.run(opener, **arguments)
            else:
                with opener() as work:
                    job.run(work, **arguments)
        except (Suspended, OnItsWay, Moving):
            raise
        except NothingLeft as gone:
            log.warning("job %s of request %s has nothing left to do: %s", job.name, request_id, gone)
        except (Refusal, Dropped) as refusal:
            log.warning("job %s of request %s was refused: %s", job.name, request_id, refusal)
            raise
        except Exception:
            log.exception("job %s of request %s failed", job.name, request_id)
            raise

    def _who(self, job: Job, carried: Mapping[str, object], request_id: str, cell: str) -> tuple[Tenant, Principal]:
        tenant = self.directory.find_by_namespace(str(carried["namespace"]))
        if tenant is not None and tenant.moving_to is not None:
            raise OnItsWay("the company moves to another cell")
        if tenant is not None and tenant.cell != cell:
            raise Dropped("the company lives in another cell, and so does this job")
        if tenant is not None and tenant.status in {TenantStatus.SUSPENDED, TenantStatus.DELETING}:
            raise Suspended("the company answers nobody for now")
        if tenant is None or tenant.status is not TenantStatus.ACTIVE:
            raise Dropped("the company is gone")
        if job.as_product or carried.get("member") is None:
            return tenant, system(request_id, locale=tenant.locale, time_zone=tenant.time_zone)
        member = find_member(self.lanes, tenant, UUID(str(carried["member"])))
        if member is None:
            raise Dropped("the member is gone")
        return tenant, member.principal(request_id)
