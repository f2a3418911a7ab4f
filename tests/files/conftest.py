from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from saas.app import create_app
from saas.settings import Mode, Settings
from tests.conftest import Database
from tests.files.make import Desk
from tests.members.conftest import company, other_company, settled, threads
from tests.members.make import Company

__all__ = ["company", "other_company", "settled", "threads"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def app(database: Database, folder: Path) -> Iterator[TestClient]:
    settings = Settings(mode=Mode.LOCAL, web_url=database.web_url, files_at=folder.as_uri(), file_limit=1_000_000)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def desk(app: TestClient, company: Company, web_engine: Engine, folder: Path) -> Desk:
    return Desk(app, company, web_engine, folder.as_uri())
