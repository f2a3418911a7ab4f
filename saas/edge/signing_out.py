"""What goes with a session that ends: the devices that were told in it."""

import logging
from typing import Final
from uuid import UUID

from saas.core.errors import Refusal
from saas.core.work import Opener
from saas.push.actions import sign_out_devices
from tenants.errors import DATABASE_ERRORS, TenancyError

log = logging.getLogger("kesher.edge")

UNREACHED: Final = (Refusal, TenancyError, *DATABASE_ERRORS)
"""Of a company that cannot be read or written to now."""


def leave_devices(opener: Opener, *, session_id: UUID | None = None, but: UUID | None = None) -> None:
    """Of the acting member: those of one session, or of all `but` one. Nobody stays signed in because a company
    cannot be written to, as while it moves: that is logged.
    """
    try:
        with opener() as work:
            sign_out_devices(work, session_id=session_id, but=but)
    except UNREACHED as error:
        note_unreached(opener.tenant.slug, error)


def note_unreached(company: str, error: Exception) -> None:
    """Whoever signs out goes on; the devices of this company stay as they are."""
    log.warning("a device of %s may still be told: %s", company, error)
