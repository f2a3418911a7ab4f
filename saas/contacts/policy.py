"""Who may see and change contacts: every member sees and edits them, managers and their own owner delete them."""

from saas.contacts.model import Contact
from saas.core.policy import everyone
from saas.core.principal import Principal, Role

VISIBLE = {Contact: everyone}


def may_delete(who: Principal, contact: Contact) -> bool:
    return who.role is not Role.REP or contact.owner_id == who.member_id


def may_give(who: Principal, contact: Contact) -> bool:
    """A rep gives away what is his; so he cannot take a record to delete it."""
    return may_delete(who, contact)
