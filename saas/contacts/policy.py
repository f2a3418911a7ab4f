"""Who may see and change contacts: most roles see and edit them all, and delete and give away what is theirs."""

from saas.contacts.model import Contact
from saas.core.rights import Governed, Role, Scope, grants
from saas.sharing.policy import owned

OBJECTS = {
    Contact: Governed(
        {
            Role.MANAGER: grants(Scope.ALL),
            Role.REP: grants(Scope.OWN, READ=Scope.ALL, CREATE=Scope.ALL, UPDATE=Scope.ALL, EXPORT=Scope.NONE),
            Role.MARKETER: grants(Scope.NONE, READ=Scope.ALL, CREATE=Scope.ALL, UPDATE=Scope.ALL, EXPORT=Scope.ALL),
            Role.AGENT: grants(Scope.NONE, READ=Scope.ALL, CREATE=Scope.ALL, UPDATE=Scope.ALL),
            Role.ANALYST: grants(Scope.NONE, READ=Scope.ALL, EXPORT=Scope.ALL),
            Role.READER: grants(Scope.NONE, READ=Scope.ALL),
        }
    )
}

VISIBLE = {Contact: owned}
