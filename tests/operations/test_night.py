"""Once a night, by one of the workers, namespaces are compared with their revisions."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from saas.core.clock import FixedClock
from saas.operations.night import PART, Night
from tenants.registry import Tenant


@pytest.fixture
def night(migrate_engine: Engine, queue: Engine, tmp_path: Path) -> Night:
    with migrate_engine.begin() as connection:
        connection.execute(text("DELETE FROM platform.heartbeat WHERE part = :part"), {"part": PART})
    return Night(migrate_engine, queue, FixedClock(datetime(2026, 3, 4, 0, 59, tzinfo=UTC)), "test", tmp_path.as_uri())


def test_it_is_done_once_a_night(night: Night, tenant: Tenant, migrate_engine: Engine) -> None:
    clock = night.clock
    assert isinstance(clock, FixedClock)
    assert night.work() is None
    clock.pass_by(timedelta(minutes=2))
    report = night.work()
    assert report is not None
    assert report.checked > 0
    clock.pass_by(timedelta(minutes=30))
    assert night.work() is None
    clock.pass_by(timedelta(hours=8))
    assert night.work() is None
    clock.pass_by(timedelta(hours=16))
    with migrate_engine.begin() as connection:
        connection.execute(text(f"DROP INDEX {tenant.namespace}.ix_stage_order"))
    report = night.work()
    assert report is not None
    assert [one.told for one in report.drifted if one.namespace == tenant.namespace] == [
        ("index ix_stage_order is missing",)
    ]
