"""The tests' company."""

from tests.members.conftest import company, settled, threads

__all__ = ["company", "settled", "threads"]
