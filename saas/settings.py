"""What the environment says, read once; a variable that is wrong is named at the start.

| variable | meaning | default |
|---|---|---|
| `KESHER_MODE` | `local` (one machine, sign-in by a click) or `server` | `server` |
| `KESHER_HOME` | folder of the data and the secrets | `.kesher` |
| `KESHER_HOST`, `KESHER_PORT` | where the web server listens | `127.0.0.1`, `8000` |
| `KESHER_DOMAIN` | companies live below it, as `acme.DOMAIN` | `localhost` |
| `DATABASE_URL` | an administrator's URL of Postgres 15 or newer; without it, the embedded one of `KESHER_HOME` | |
| `KESHER_WEB_DATABASE_URL`, `KESHER_WORK_DATABASE_URL`, `KESHER_MIGRATE_DATABASE_URL` | of the login roles | derived |
| `KESHER_LANES`, `KESHER_LANE_SIZE` | connections of a process: lanes times their size | `4`, `4` |
"""

import ipaddress
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tenants.bootstrap import Passwords, login_url


class BadSetting(Exception):
    """A variable of the environment that makes no sense."""


class Mode(StrEnum):
    LOCAL = "local"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Settings:
    mode: Mode = Mode.SERVER
    home: Path = Path(".kesher")
    host: str = "127.0.0.1"
    port: int = 8000
    domain: str = "localhost"
    database_url: str | None = None
    web_url: str | None = None
    work_url: str | None = None
    migrate_url: str | None = None
    lanes: int = 4
    lane_size: int = 4
    client: Path = Path(__file__).resolve().parents[1] / "web" / "dist"

    @property
    def connections(self) -> int:
        """As many as threads: a request that waits for one holds no other."""
        return self.lanes * self.lane_size

    @property
    def loopback(self) -> bool:
        return is_loopback(self.host)


@dataclass(frozen=True, slots=True)
class Urls:
    """The same database for each login role."""

    web: str
    work: str
    migrate: str


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Raises BadSetting with the name of the first variable that is wrong."""
    plain = Settings()
    return Settings(
        mode=_mode(environment.get("KESHER_MODE") or plain.mode),
        home=Path(environment.get("KESHER_HOME") or plain.home).absolute(),
        host=environment.get("KESHER_HOST") or plain.host,
        port=_number(environment, "KESHER_PORT", plain.port, highest=65535),
        domain=(environment.get("KESHER_DOMAIN") or plain.domain).lower(),
        database_url=_url(environment, "DATABASE_URL"),
        web_url=_url(environment, "KESHER_WEB_DATABASE_URL"),
        work_url=_url(environment, "KESHER_WORK_DATABASE_URL"),
        migrate_url=_url(environment, "KESHER_MIGRATE_DATABASE_URL"),
        lanes=_number(environment, "KESHER_LANES", plain.lanes, highest=64),
        lane_size=_number(environment, "KESHER_LANE_SIZE", plain.lane_size, highest=64),
        client=Path(environment.get("KESHER_CLIENT") or plain.client),
    )


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def product_version() -> str:
    try:
        return version("kesher-crm")
    except PackageNotFoundError:
        return "0"


def passwords(settings: Settings) -> Passwords:
    """Those of the login roles: what the environment's URLs say, otherwise ours."""
    urls = (settings.web_url, settings.work_url, settings.migrate_url)
    said = [urlsplit(url).password if url else None for url in urls]
    if all(said):
        return Passwords(*(unquote(password) for password in said if password))
    ours = _kept_passwords(settings)
    return Passwords(*(unquote(a) if a else b for a, b in zip(said, astuple(ours), strict=True)))


def _kept_passwords(settings: Settings) -> Passwords:
    """Kept in `secrets.json` of the home folder and made at first use."""
    path = settings.home / "secrets.json"
    if not path.exists():
        settings.home.mkdir(parents=True, exist_ok=True)
        made = Passwords(*(secrets.token_urlsafe(24) for _ in range(3)))
        whole = path.with_suffix(f".{os.getpid()}")
        whole.touch(mode=0o600)
        whole.write_text(json.dumps(asdict(made)))
        try:
            os.link(whole, path)
        except FileExistsError:
            pass
        finally:
            whole.unlink()
    return Passwords(**json.loads(path.read_text()))


def role_urls(settings: Settings, admin_url: str) -> Urls:
    """What the environment says of each role, and otherwise the administrator's URL with the role's own password."""
    known = passwords(settings)
    return Urls(
        web=settings.web_url or login_url(admin_url, "kesher_web", known.web),
        work=settings.work_url or login_url(admin_url, "kesher_work", known.work),
        migrate=settings.migrate_url or login_url(admin_url, "kesher_migrate", known.migrate),
    )


def _mode(value: str) -> Mode:
    try:
        return Mode(value)
    except ValueError:
        raise BadSetting(f"KESHER_MODE is {value!r}; it must be one of: {', '.join(Mode)}.") from None


def _number(environment: Mapping[str, str], name: str, otherwise: int, *, highest: int) -> int:
    value = environment.get(name) or str(otherwise)
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= highest:
        raise BadSetting(f"{name} is {value!r}; it must be a number from 1 to {highest}.")
    return int(value)


def _url(environment: Mapping[str, str], name: str) -> str | None:
    value = environment.get(name)
    if value and not urlsplit(value).scheme.startswith("postgres"):
        raise BadSetting(f"{name} must be a URL that starts with postgresql://.")
    return value or None
