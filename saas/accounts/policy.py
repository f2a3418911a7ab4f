"""Who may see and change accounts: every member sees and edits them, managers and their own owner delete them."""

from saas.accounts.model import Account
from saas.core.policy import everyone
from saas.core.principal import Principal, Role

VISIBLE = {Account: everyone}


def may_delete(who: Principal, account: Account) -> bool:
    return who.role is not Role.REP or account.owner_id == who.member_id
