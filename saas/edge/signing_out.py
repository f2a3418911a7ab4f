"""What goes with a session that ends: the devices that were told in it."""

import logging
from uuid import UUID

from saas.core.errors import Refusal
from saas.core.work import Opener
from saas.push.actions import sign_out_devices
from tenants.errors import DATABASE_ERRORS, TenancyError

log = logging.getLogger("kesher.edge")


def leave_devices(opener: Opener, *, session_id: UUID | None = None, but: UUID | None = None) -> None:
    """Of the acting member: those of one session, or of all `but` one. Nobody stays signed in because a company
    cannot be written to, as while it moves: that is logged.
    """
    try:
        with opener() as work:
            sign_out_devices(work, session_id=session_id, but=but)
    except (Refusal, TenancyError, *DATABASE_ERRORS) as error:
        log.warning("a device of %s may still be told: %s", opener.tenant.slug, error)
