"""What a column writes of a record, by the graph's names, and whether the importing member's role may write it.

What follows from a row by itself, such as the amount that a product's list price makes likely, is not asked about.
"""

from typing import Final

from saas.core.errors import Forbidden
from saas.core.fields import camel
from saas.core.rights import Rights
from saas.imports.targets import BY_PATH, Target

_OTHERWISE: Final = {
    "deal.product": "products", "deal.quantity": "products", "deal.currency": "amount", "deal.opened_on": "openedAt",
    "account.currency": "revenue", "product.currency": "price", "contact.first_name": "name",
    "contact.last_name": "name", "member.manager": "team", "member.office": "team",
    "lead.first_name": "name", "lead.last_name": "name", "lead.received_on": "receivedAt", "lead.consent": "consents",
    "lead.answer": "answers",
}  # fmt: skip


def place_of(target: Target) -> tuple[str, str]:
    """Such as `Deal`, `amount`."""
    return target.entity.value.title(), _OTHERWISE.get(target.path) or camel(target.field.split("_"))


def require_open(rights: Rights, path: str, *, header: str) -> None:
    """Refuses a column whose field is hidden from the role, or read-only for it, before anything is written."""
    target = BY_PATH[path]
    if rights.locks(*place_of(target)):
        raise Forbidden(
            "FIELD_READ_ONLY", "Your role may not write %(target)s: leave out the column %(column)s.", "columns",
            target=target.path, column=header,
        )  # fmt: skip
