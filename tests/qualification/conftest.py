"""The fixtures of members: everything is done by one."""

from tests.members.conftest import company, other_company, settled, threads

__all__ = ["company", "other_company", "settled", "threads"]
