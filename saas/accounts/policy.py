"""Who may see and change accounts: every member sees and edits them, managers and their own owner delete them."""

from saas.accounts.model import Account
from saas.core.policy import everyone
from saas.core.principal import Principal, Role

VISIBLE = {Account: everyone}


def may_delete(who: Principal, account: Account) -> bool:
    return who.role is not Role.REP or account.owner_id == who.member_id


def may_give(who: Principal, account: Account) -> bool:
    """A rep gives away what is his; so he cannot take a record to delete it."""
    return may_delete(who, account)
