"""Who may see and change sources: everybody sees their names, managers and marketers keep them."""

from saas.core.policy import everyone, through
from saas.core.rights import Governed, Role, Scope, grants
from saas.sources.model import Source, SourceQuestion

OBJECTS = {
    Source: Governed({Role.MANAGER: grants(Scope.ALL), Role.MARKETER: grants(Scope.ALL)}, owner=None, always_read=True)
}

VISIBLE = {Source: everyone, SourceQuestion: through("source_id", Source)}
