"""Who may see and change leads: a rep his own; managers and marketers all, so that none waits where nobody looks."""

from saas.core.policy import through
from saas.core.rights import Governed, Role, Scope, grants
from saas.leads.model import Lead, LeadAnswer, LeadEvent, LeadMerit
from saas.leads.words import OPEN
from saas.members.leaving import Leaving
from saas.sharing.policy import owned

OBJECTS = {
    Lead: Governed(
        {
            Role.MANAGER: grants(Scope.ALL),
            Role.REP: grants(Scope.OWN, CREATE=Scope.ALL, EXPORT=Scope.NONE),
            Role.MARKETER: grants(Scope.ALL, DELETE=Scope.NONE),
            Role.AGENT: grants(Scope.NONE, READ=Scope.TEAM, CREATE=Scope.ALL),
            Role.ANALYST: grants(Scope.NONE, READ=Scope.ALL, EXPORT=Scope.ALL),
            Role.READER: grants(Scope.NONE, READ=Scope.ALL),
        }
    )
}

LEAVING = {Lead: Leaving(past=lambda _lead: Lead.status.not_in(OPEN))}

VISIBLE = {
    Lead: owned,
    LeadAnswer: through("lead_id", Lead),
    LeadMerit: through("lead_id", Lead),
    LeadEvent: through("lead_id", Lead),
}

MIRRORS = {
    "LeadEvent.fromOwner": "Lead.owner",
    "LeadEvent.toOwner": "Lead.owner",
    "LeadEvent.fromStatus": "Lead.status",
    "LeadEvent.toStatus": "Lead.status",
    "LeadEvent.unfitReason": "Lead.unfitReason",
    "LeadEvent.unfitRemark": "Lead.unfitRemark",
    "LeadMerit.points": "Lead.score",
    "LeadMerit.merit": "Lead.score",
    "LeadMerit.rule": "Lead.score",
    "Lead.ripeAt": "Lead.score",
    "Source.leads": "Lead.source",
}
