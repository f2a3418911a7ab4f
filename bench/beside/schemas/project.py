"""django-tenants as its users run it: as many tables as ours, in a project that is written where it is told.

    project.py STAGE FOLDER TABLES TENANTS     the database by PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE

Runs in the peer's own environment. Each stage is a process; it prints the seconds of the work itself.
"""

# mypy: disable-error-code="import-not-found"

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

COLUMNS: Final = 6  # besides the key, two moments and a reference: what a table of ours has on average

SETTINGS: Final = {
    "SECRET_KEY": "bench", "USE_TZ": True, "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "SHARED_APPS": ["django_tenants", "django.contrib.contenttypes", "register"], "TENANT_APPS": ["sales"],
    "INSTALLED_APPS": ["django_tenants", "django.contrib.contenttypes", "register", "sales"],
    "TENANT_MODEL": "register.Client",
    "TENANT_DOMAIN_MODEL": "register.Domain", "DATABASE_ROUTERS": ["django_tenants.routers.TenantSyncRouter"],
    "DATABASES": {
        "default": {
            "ENGINE": "django_tenants.postgresql_backend", "NAME": os.environ.get("PGDATABASE"),
            "USER": os.environ.get("PGUSER"), "PASSWORD": os.environ.get("PGPASSWORD"),
            "HOST": os.environ.get("PGHOST"), "PORT": os.environ.get("PGPORT"),
        }
    },
}  # fmt: skip

REGISTER: Final = """
from django.db import models
from django_tenants.models import DomainMixin, TenantMixin


class Client(TenantMixin):
    name = models.CharField(max_length=100)
    auto_create_schema = True


class Domain(DomainMixin):
    pass
"""


def main(stage: str, folder: Path, tables: int, tenants: int) -> None:
    releases = ("write", "release 1", "release 2")
    if stage in releases:
        write(folder, tables, releases.index(stage))
    if stage == "write":
        return
    sys.path.insert(0, str(folder))
    import django  # noqa: PLC0415 - the project must be there first
    from django.conf import settings  # noqa: PLC0415

    settings.configure(**SETTINGS)
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    quiet = {"verbosity": 0, "interactive": False}
    stages: dict[str, Callable[[], object]] = {
        "prepare": lambda: (
            call_command("makemigrations", "register", "sales", **quiet),
            call_command("migrate_schemas", schema_name="public", **quiet),
        ),
        "release 1": lambda: call_command("makemigrations", "sales", **quiet),
        "release 2": lambda: call_command("makemigrations", "sales", **quiet),
        "create": lambda: create(tenants),
        "upgrade": lambda: call_command("migrate_schemas", **quiet),
        "upgrade by processes": lambda: call_command("migrate_schemas", executor="multiprocessing", **quiet),
    }
    began = time.perf_counter()
    stages[stage]()
    print(json.dumps({"seconds": time.perf_counter() - began}))


def write(folder: Path, tables: int, release: int) -> None:
    for name, text in (("register", REGISTER), ("sales", models(tables, release))):
        (folder / name / "migrations").mkdir(parents=True, exist_ok=True)
        for path in (folder / name / "__init__.py", folder / name / "migrations" / "__init__.py"):
            path.touch()
        (folder / name / "models.py").write_text(text)


def models(tables: int, release: int) -> str:
    """A chain of tables; each release brings a column with an index on one of them."""
    lines = ["from django.db import models", "", ""]
    for number in range(tables):
        lines += [f"class Thing{number}(models.Model):"]
        lines += [f"    text_{column} = models.TextField(null=True)" for column in range(COLUMNS)]
        lines += ["    created_at = models.DateTimeField(auto_now_add=True, db_index=True)"]
        lines += ["    updated_at = models.DateTimeField(auto_now=True)"]
        if number:
            lines += [f"    before = models.ForeignKey(Thing{number - 1}, null=True, on_delete=models.PROTECT)"]
        if number == 0:
            lines += [f"    colour_{one} = models.TextField(null=True, db_index=True)" for one in range(release)]
        lines += ["", ""]
    return "\n".join(lines)


def create(tenants: int) -> None:
    from register.models import Client  # noqa: PLC0415

    for number in range(tenants):
        Client(schema_name=f"company_{number}", name=f"Company {number}").save()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
