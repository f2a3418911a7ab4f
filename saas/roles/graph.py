"""Roles of the company's own in the graph."""

from datetime import datetime

import strawberry

from saas.core.rights import Role
from saas.graph.declare import Node, node
from saas.roles.model import CustomRole

MemberRole = strawberry.enum(Role, name="MemberRole")


@node(CustomRole, one="customRole", many="customRoles", order="name")
class CustomRoleNode(Node):
    """A role of the company's own; it stands on a ready-made one."""

    name: str
    about: str | None
    base: Role
    version: int
    created_at: datetime
    updated_at: datetime
