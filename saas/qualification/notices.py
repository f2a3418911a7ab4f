"""What members are told of ripeness."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.leads.model import Lead
from saas.qualification.events import LeadRipened


def _ripened(_work: Work, event: object) -> Iterable[Told]:
    ripened = cast(LeadRipened, event)
    if ripened.owner_id is not None:
        says = later("The lead %(lead)s is ripe. Its score is %(score)s.")
        yield Told(ripened.owner_id, ripened.lead_id, says, {"lead": ripened.name, "score": ripened.score})


NOTICES = [
    Notice(
        "qualification.ripened", later("A lead of mine becomes ripe"), LeadRipened, Lead, "/leads/%s", _ripened,
        mail=Mailing.AT_ONCE,
    )
]  # fmt: skip
