"""The fixtures of members and of files: a company, and a desk from which its members send."""

from tests.files.conftest import app, desk, folder
from tests.members.conftest import company, other_company, settled, threads

__all__ = ["app", "company", "desk", "folder", "other_company", "settled", "threads"]
