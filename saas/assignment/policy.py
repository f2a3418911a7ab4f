"""Who may see and change the rules of assignment: everybody sees them, managers keep them."""

from saas.assignment.model import AssignmentDecision, AssignmentRule, AssignmentSeat
from saas.core.policy import everyone, through
from saas.core.rights import Governed, Role, Scope, grants
from saas.leads.model import Lead

OBJECTS = {AssignmentRule: Governed({Role.MANAGER: grants(Scope.ALL)}, owner=None, always_read=True)}

VISIBLE = {
    AssignmentRule: everyone,
    AssignmentSeat: through("rule_id", AssignmentRule),
    AssignmentDecision: through("lead_id", Lead),
}

MIRRORS = {"AssignmentDecision.member": "Lead.owner"}
