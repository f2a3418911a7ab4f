"""The tests' company."""

from tests.members.conftest import company, other_company, settled, threads

__all__ = ["company", "other_company", "settled", "threads"]
