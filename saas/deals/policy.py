"""Who may see and change deals: a rep his own, a manager his teams' and those below, owners and admins all."""

from saas.core.policy import through
from saas.core.rights import Governed, Role, Scope, grants
from saas.deals.model import Deal, DealEvent, DealProduct, DealStatus
from saas.members.leaving import Leaving
from saas.sharing.policy import owned

OBJECTS = {
    Deal: Governed(
        {
            Role.MANAGER: grants(Scope.BELOW),
            Role.REP: grants(Scope.OWN, EXPORT=Scope.NONE),
            Role.MARKETER: grants(Scope.NONE, READ=Scope.ALL),
            Role.AGENT: grants(Scope.NONE, READ=Scope.TEAM),
            Role.ANALYST: grants(Scope.NONE, READ=Scope.ALL, EXPORT=Scope.ALL),
            Role.READER: grants(Scope.NONE, READ=Scope.ALL),
        }
    )
}

LEAVING = {Deal: Leaving(past=lambda _deal: Deal.status != DealStatus.OPEN)}

VISIBLE = {Deal: owned, DealProduct: through("deal_id", Deal), DealEvent: through("deal_id", Deal)}

MIRRORS = {
    "Deal.realizedAmount": "Deal.amount",
    "DealProduct.unitPrice": "Deal.amount",
    "DealEvent.fromAmount": "Deal.amount",
    "DealEvent.toAmount": "Deal.amount",
    "DealEvent.fromOn": "Deal.expectedCloseOn",
    "DealEvent.toOn": "Deal.expectedCloseOn",
    "DealEvent.fromOwner": "Deal.owner",
    "DealEvent.toOwner": "Deal.owner",
    "DealEvent.lossReason": "Deal.lossReason",
    "DealEvent.lossRemark": "Deal.lossRemark",
    "LossReason.deals": "Deal.lossReason",
}
