"""Writes a new revision of the tenants' tables: the difference between the models and a scratch namespace at the head.

python -m saas.local.revise "deals: Add a probability"
python -m saas.local.revise --initial        before the first release: the one initial revision, written anew
"""

import fcntl
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, text

from saas.local.differences import PATH
from saas.local.postgres import Postgres
from tenants import provision, revisions
from tenants.bootstrap import Passwords, bootstrap, login_url


def revise(message: str, *, initial: bool = False) -> Path | None:
    """The path of the new revision, or None where models and head agree."""
    tree = revisions.FOLDER / "tenant"
    with _alone(tree):
        if initial:
            for old in (tree / "versions").glob("*.py"):
                old.unlink()
        revisions.forget()
        number = f"{len(list((tree / 'versions').glob('*.py'))) + 1:04}"
        with _scratch() as connection:
            config = Config(attributes={"connection": connection}, stdout=io.StringIO())
            config.set_main_option("script_location", str(tree))
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            script = command.revision(config, f"{message.rstrip('.')}.", autogenerate=True, rev_id=number)
        revisions.forget()
    written = next(iter(script), None) if isinstance(script, list) else script
    return None if written is None else _tidy(Path(written.path))


@contextmanager
def _alone(tree: Path) -> Iterator[None]:
    """One at a time for each tree."""
    lock = os.open(tree, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _tidy(path: Path) -> Path:
    lines = [line for line in path.read_text().splitlines() if "### " not in line]
    path.write_text("\n".join(lines) + "\n")
    if ruff := shutil.which("ruff", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"):
        for arguments in (["check", "--fix", "--select", "F401,I"], ["format"]):
            subprocess.run([ruff, *arguments, "--quiet", str(path)], check=False)
    return path


@contextmanager
def _scratch() -> Iterator[Connection]:
    """A connection inside a fresh namespace at the head, in a server of its own."""
    with tempfile.TemporaryDirectory(prefix="kesher-revise-") as home:
        server = Postgres(Path(home), settings={"fsync": "off"})
        url = server.start()
        try:
            bootstrap(url, Passwords("scratch", "scratch", "scratch"))
            engine = create_engine(login_url(url, "kesher_migrate", "scratch"))
            tenant = provision.create(
                engine, slug="scratch", name="Scratch", currency="EUR", locale="en", time_zone="UTC"
            )  # fmt: skip
            with engine.connect() as connection:
                connection.execute(PATH, {"path": tenant.namespace})
                _stamp(connection, tenant.version)
                connection.commit()
                connection.dialect.default_schema_name = tenant.namespace
                yield connection
            engine.dispose()
        finally:
            server.stop()


def _stamp(connection: Connection, revision: str) -> None:
    """Alembic compares only with a database that says it stands at the head."""
    connection.execute(text("CREATE TABLE alembic_version (version_num text PRIMARY KEY)"))
    if revision != revisions.BASE:
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})


def main(arguments: list[str]) -> None:
    initial = "--initial" in arguments
    words = [word for word in arguments if word != "--initial"]
    if not initial and len(words) != 1:
        sys.exit('Say what changes: "deals: Add a probability".')
    path = revise("The tenants' first tables." if initial else words[0], initial=initial)
    sys.stdout.write(f"{path}\n" if path else "The models and the head agree: nothing to write.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
