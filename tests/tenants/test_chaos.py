"""`kill -9` in the middle of things, a few times; in full: `bin/bench chaos --tenancy`."""

import time
from contextlib import closing
from pathlib import Path

from bench import chaos
from tenants.bootstrap import connect


def test_what_was_acknowledged_outlives_a_kill_and_nothing_is_left_over(tmp_path: Path) -> None:
    with chaos.scene(tmp_path, 3, seed=7, clients=1) as here:
        chaos.strike(here, "postmaster", "migrating")
        chaos.strike(here, "backend", "provisioning")
        here.traffic.over.set()
        time.sleep(0.5)
        chaos.settle(here)
        assert {name: count for name, count in chaos.look(here).items() if count} == {}
        assert here.stand.server_starts == 1  # it was killed, and came again
        spoil(here)
        assert {name: count for name, count in chaos.look(here).items() if count} == {
            "lost": 1, "orphaned_namespaces": 1, "orphaned_files": 1, "shapes_beside_the_head": 1,
        }  # fmt: skip


def spoil(here: chaos.Scene) -> None:
    """The control: what the look is there to find, it finds."""
    one = next(one for one in here.traffic.kept if one.content is None)
    with closing(connect(here.stand.url)) as admin, admin, admin.cursor() as cursor:
        cursor.execute("SELECT namespace FROM platform.tenant WHERE slug = %s", (one.slug,))
        (namespace,) = cursor.fetchone() or ("",)
        cursor.execute(f"UPDATE {namespace}.account SET name = 'another' WHERE name = %s", (one.name,))
        cursor.execute("CREATE SCHEMA t_aaaaaaaaaaaaa")
    stray = here.stand.settings.home / "files" / "t_aaaaaaaaaaaaa" / "stray"
    stray.parent.mkdir(parents=True)
    stray.write_text("nobody's")
