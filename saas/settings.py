"""What the environment says, read once; a variable that is wrong is named at the start.

| variable | meaning | default |
|---|---|---|
| `KESHER_MODE` | `local` (one machine, sign-in by a click) or `server` | `server` |
| `KESHER_HOME` | folder of the data and the secrets | `.kesher` |
| `KESHER_HOST`, `KESHER_PORT` | where the web server listens | `127.0.0.1`, `8000` |
| `KESHER_DOMAIN` | companies live below it, as `acme.DOMAIN` | `localhost` |
| `DATABASE_URL` | an administrator's URL of Postgres 15 or newer; without it, the embedded one of `KESHER_HOME` | |
| `KESHER_WEB_DATABASE_URL`, `KESHER_WORK_DATABASE_URL`, `KESHER_MIGRATE_DATABASE_URL` | of the login roles | derived |
| `KESHER_LISTEN_DATABASE_URL` | of `kesher_web`, past the transaction pooler where one stands before the database | |
| `KESHER_CELLS` | more Postgres servers for companies: `NAME=URL`, several with spaces between | none: all at home |
| `KESHER_LISTEN_CELLS` | as above, past their transaction poolers | those of `KESHER_CELLS` |
| `KESHER_LANES`, `KESHER_LANE_SIZE` | connections of a process: lanes times their size | `4`, `4` |
| `KESHER_RECORD_BUDGET` | records that a token may read in ten minutes | `1000000` |
| `KESHER_MEMBER_BUDGET` | records that a member may read in ten minutes in all his browsers | `50000000` |
| `KESHER_SPARES` | namespaces kept ready for the next companies that sign up | `8`; in local mode none |
| `KESHER_SMTP_URL` | the mail server: `smtp://`, `smtp+starttls://` or `smtps://USER:PASSWORD@HOST:PORT` | none |
| `KESHER_MAIL_FROM` | whom mails come from: `Acme <crm@acme.test>` | `Kesher <kesher@DOMAIN>` |
| `KESHER_FILES_URL` | keeps files: `file:///FOLDER` or `s3://BUCKET/PREFIX?endpoint=URL` | a folder of `KESHER_HOME` |
| `KESHER_FILE_LIMIT` | the largest file that is taken, in megabytes | `25` |
| `KESHER_BACKUPS` | where `kesher backup` keeps every company, sealed: places as above with spaces between | none |
| `KESHER_SECRET_KEY` | seals what companies entrust to us; 32 characters or more | a file of `KESHER_HOME` |
| `KESHER_OIDC_GOOGLE_CLIENT_ID`, `…_SECRET` | sign-in with Google | |
| `KESHER_OIDC_MICROSOFT_CLIENT_ID`, `…_SECRET`, `…_TENANT` | sign-in with Microsoft | all: `common` |
| `KESHER_OIDC_ISSUER`, `…_CLIENT_ID`, `…_CLIENT_SECRET`, `…_NAME` | sign-in with any OpenID Connect provider | |
| `KESHER_OIDC_VOUCHES` | `yes`: this provider's addresses are verified, though it does not say so | |
| `KESHER_FACEBOOK_URL` | Facebook's Graph API, with its version | `https://graph.facebook.com/v24.0` |
| `KESHER_LINKEDIN_URL`, `…_VERSION` | LinkedIn's API, the month of its version | `https://api.linkedin.com`, `202610` |
| `KESHER_CAPTCHA_URL` | where captchas are shown and checked | each provider's own |
| `KESHER_DNS` | the resolver that is asked for proofs of domains: `ADDRESS` or `ADDRESS:PORT` | the machine's own |
"""

import ipaddress
import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from email.utils import formataddr, parseaddr
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tenants.bootstrap import Passwords, login_url
from tenants.placement import CELL, HOME

_SHORTEST_KEY = 32
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EVERYBODY = frozenset({"common", "organizations", "consumers"})  # not one organisation of Microsoft's, but all


class BadSetting(Exception):
    """A variable of the environment that makes no sense."""


class Mode(StrEnum):
    LOCAL = "local"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class OidcClient:
    """We, as a client of an OpenID Connect provider of the deployment. `key` names it in our addresses.

    `vouches`: an address of which the provider does not say whether it is verified counts as verified.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    vouches: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    mode: Mode = Mode.SERVER
    home: Path = Path(".kesher")
    host: str = "127.0.0.1"
    port: int = 8000
    domain: str = "localhost"
    database_url: str | None = None
    web_url: str | None = None
    listen_url: str | None = None
    work_url: str | None = None
    migrate_url: str | None = None
    cells: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    listen_cells: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    lanes: int = 4
    lane_size: int = 4
    record_budget: int = 1_000_000
    member_budget: int = 50_000_000
    spares: int = 8
    smtp_url: str | None = field(default=None, repr=False)
    mail_from: str = "Kesher <kesher@localhost>"
    files_at: str | None = None
    file_limit: int = 25_000_000
    backups: tuple[str, ...] = field(default=(), repr=False)
    client: Path = Path(__file__).resolve().parents[1] / "web" / "dist"
    secret_key: str | None = field(default=None, repr=False)
    oidc: tuple[OidcClient, ...] = ()
    dns: tuple[str, int] | None = None
    facebook_url: str = "https://graph.facebook.com/v24.0"
    linkedin_url: str = "https://api.linkedin.com"
    linkedin_version: int = 202610
    captcha_url: str | None = None

    @property
    def secure(self) -> bool:
        """Whether browsers reach us by https: everywhere but on one's own machine."""
        return self.mode is not Mode.LOCAL

    def origin(self, label: str) -> str:
        """Of a company's host or of `login`, as a browser names it: `http://acme.localhost:8000`."""
        return f"https://{label}.{self.domain}" if self.secure else f"http://{label}.{self.domain}:{self.port}"

    @property
    def connections(self) -> int:
        """As many as threads: a request that waits for one holds no other."""
        return self.lanes * self.lane_size

    @property
    def prepares(self) -> bool:
        """Whether connections are our own, so that what Postgres has planned for one is there the next time."""
        return self.listen_url is None and not self.listen_cells

    def sealing_key(self) -> bytes:
        return secret_key(self)

    @property
    def files_url(self) -> str:
        return self.files_at or (self.home.absolute() / "files").as_uri()

    @property
    def is_local(self) -> bool:
        return self.mode is Mode.LOCAL

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
    mode = _mode(environment.get("KESHER_MODE") or plain.mode)
    return Settings(
        mode=mode,
        home=Path(environment.get("KESHER_HOME") or plain.home).absolute(),
        host=environment.get("KESHER_HOST") or plain.host,
        port=_number(environment, "KESHER_PORT", plain.port, highest=65535),
        domain=(environment.get("KESHER_DOMAIN") or plain.domain).lower(),
        database_url=_url(environment, "DATABASE_URL"),
        web_url=_url(environment, "KESHER_WEB_DATABASE_URL"),
        listen_url=_url(environment, "KESHER_LISTEN_DATABASE_URL"),
        work_url=_url(environment, "KESHER_WORK_DATABASE_URL"),
        migrate_url=_url(environment, "KESHER_MIGRATE_DATABASE_URL"),
        cells=_cells(environment, "KESHER_CELLS"),
        listen_cells=_cells(environment, "KESHER_LISTEN_CELLS"),
        lanes=_number(environment, "KESHER_LANES", plain.lanes, highest=64),
        lane_size=_number(environment, "KESHER_LANE_SIZE", plain.lane_size, highest=64),
        record_budget=_number(environment, "KESHER_RECORD_BUDGET", plain.record_budget, highest=10**12),
        member_budget=_number(environment, "KESHER_MEMBER_BUDGET", plain.member_budget, highest=10**12),
        spares=_number(environment, "KESHER_SPARES", 0 if mode is Mode.LOCAL else plain.spares, highest=1000, lowest=0),
        smtp_url=_smtp_url(environment.get("KESHER_SMTP_URL")),
        mail_from=_mail_from(environment),
        files_at=_files_url(environment.get("KESHER_FILES_URL")),
        file_limit=_number(environment, "KESHER_FILE_LIMIT", plain.file_limit // 1_000_000, highest=1000) * 1_000_000,
        backups=tuple(filter(None, map(_files_url, environment.get("KESHER_BACKUPS", "").split()))),
        client=Path(environment.get("KESHER_CLIENT") or plain.client),
        secret_key=_secret_key(environment),
        oidc=_oidc_clients(environment),
        dns=_resolver(environment),
        facebook_url=_api_url(environment, "KESHER_FACEBOOK_URL", plain.facebook_url),
        linkedin_url=_api_url(environment, "KESHER_LINKEDIN_URL", plain.linkedin_url),
        captcha_url=_api_url(environment, "KESHER_CAPTCHA_URL", "") or None,
        linkedin_version=_number(
            environment, "KESHER_LINKEDIN_VERSION", plain.linkedin_version, highest=209912, lowest=202501
        ),
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


def secret_key(settings: Settings) -> bytes:
    """What seals the secrets that we keep for others; without a variable kept in the home folder, made at first use."""
    if settings.secret_key is not None:
        return settings.secret_key.encode()
    path = settings.home / "secret.key"
    _make_once(path, secrets.token_urlsafe(32))
    return path.read_bytes()


def _kept_passwords(settings: Settings) -> Passwords:
    """Kept in `secrets.json` of the home folder and made at first use."""
    path = settings.home / "secrets.json"
    _make_once(path, json.dumps(asdict(Passwords(*(secrets.token_urlsafe(24) for _ in range(3))))))
    return Passwords(**json.loads(path.read_text()))


def _make_once(path: Path, text: str) -> None:
    """Two processes that begin at once end with the same text."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_suffix(f".{os.getpid()}")
    whole.touch(mode=0o600)
    whole.write_text(text)
    try:
        os.link(whole, path)
    except FileExistsError:
        pass
    finally:
        whole.unlink()


def role_urls(settings: Settings, admin_url: str) -> Urls:
    """What the environment says of each role, and otherwise the administrator's URL with the role's own password."""
    known = passwords(settings)
    return Urls(
        web=settings.web_url or login_url(admin_url, "kesher_web", known.web),
        work=settings.work_url or login_url(admin_url, "kesher_work", known.work),
        migrate=settings.migrate_url or login_url(admin_url, "kesher_migrate", known.migrate),
    )


def cell_urls(settings: Settings, home_url: str, *, listening: bool = False) -> dict[str, str]:
    """The home's URL of a login role, and with the same name and password those of the other cells."""
    role = urlsplit(home_url)
    said = dict(settings.cells) | (dict(settings.listen_cells) if listening else {})
    return {HOME: home_url} | {
        cell: login_url(url, unquote(role.username or ""), unquote(role.password or "")) for cell, url in said.items()
    }


def cell_names(settings: Settings) -> tuple[str, ...]:
    """The home first."""
    return (HOME, *dict(settings.cells))


def admin_urls(settings: Settings, home_url: str) -> dict[str, str]:
    """A cell's own administrator where its URL names one, otherwise the home's."""
    others = cell_urls(settings, home_url)
    return others | {cell: url for cell, url in settings.cells if urlsplit(url).username}


def _cells(environment: Mapping[str, str], name: str) -> tuple[tuple[str, str], ...]:
    found = list[tuple[str, str]]()
    for said in (environment.get(name) or "").split():
        cell, _, url = said.partition("=")
        if not CELL.fullmatch(cell) or cell in {HOME, *dict(found)} or not urlsplit(url).scheme.startswith("postgres"):
            raise BadSetting(
                f"{name} must be like b=postgresql://HOST/DATABASE, each name once and none of them {HOME}."
            )
        found.append((cell, url))
    return tuple(found)


def _mode(value: str) -> Mode:
    try:
        return Mode(value)
    except ValueError:
        raise BadSetting(f"KESHER_MODE is {value!r}; it must be one of: {', '.join(Mode)}.") from None


def _number(environment: Mapping[str, str], name: str, otherwise: int, *, highest: int, lowest: int = 1) -> int:
    value = environment.get(name) or str(otherwise)
    if not value.isascii() or not value.isdigit() or not lowest <= int(value) <= highest:
        raise BadSetting(f"{name} is {value!r}; it must be a number from {lowest} to {highest}.")
    return int(value)


def _url(environment: Mapping[str, str], name: str) -> str | None:
    value = environment.get(name)
    if value and not urlsplit(value).scheme.startswith("postgres"):
        raise BadSetting(f"{name} must be a URL that starts with postgresql://.")
    return value or None


def _secret_key(environment: Mapping[str, str]) -> str | None:
    value = environment.get("KESHER_SECRET_KEY")
    if value and len(value) < _SHORTEST_KEY:
        raise BadSetting(f"KESHER_SECRET_KEY is too short; it must have {_SHORTEST_KEY} characters or more.")
    return value or None


def _resolver(environment: Mapping[str, str]) -> tuple[str, int] | None:
    """Address and port; an IPv6 address with a port stands in brackets."""
    value = environment.get("KESHER_DNS")
    if not value:
        return None
    try:
        parts = urlsplit(f"//{value}" if value.count(":") <= 1 or "]" in value else f"//[{value}]")
        return str(ipaddress.ip_address(parts.hostname or "")), parts.port or 53
    except ValueError:
        raise BadSetting("KESHER_DNS must be an IP address, such as 10.0.0.2 or 10.0.0.2:5353.") from None


def _oidc_clients(environment: Mapping[str, str]) -> tuple[OidcClient, ...]:
    """In the order in which their buttons stand."""
    organisation = (environment.get("KESHER_OIDC_MICROSOFT_TENANT") or "common").lower()
    if organisation not in _EVERYBODY and not _GUID.fullmatch(organisation):
        raise BadSetting(
            f"KESHER_OIDC_MICROSOFT_TENANT is {organisation!r}; it must be a directory's id or one of: "
            f"{', '.join(sorted(_EVERYBODY))}."
        )
    name = environment.get("KESHER_OIDC_NAME") or "OpenID Connect"
    microsoft = f"https://login.microsoftonline.com/{organisation}/v2.0"
    vouches = environment.get("KESHER_OIDC_VOUCHES") == "yes"
    known = (
        ("google", "Google", "GOOGLE_", "https://accounts.google.com", False),
        ("microsoft", "Microsoft", "MICROSOFT_", microsoft, organisation not in _EVERYBODY),
        ("oidc", name, "", environment.get("KESHER_OIDC_ISSUER") or "", vouches),
    )
    return tuple(
        OidcClient(key, called, _issuer(issuer), client_id, environment.get(f"KESHER_OIDC_{prefix}CLIENT_SECRET"), own)
        for key, called, prefix, issuer, own in known
        if (client_id := environment.get(f"KESHER_OIDC_{prefix}CLIENT_ID"))
    )


def _issuer(value: str) -> str:
    if not _is_secure(value):
        raise BadSetting("KESHER_OIDC_ISSUER must be a URL that starts with https://.")
    return value


def _api_url(environment: Mapping[str, str], name: str, otherwise: str) -> str:
    value = (environment.get(name) or otherwise).rstrip("/")
    if value and not _is_secure(value):
        raise BadSetting(f"{name} must be a URL that starts with https://.")
    return value


def _is_secure(url: str) -> bool:
    """To this machine itself it may go in the clear."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def _smtp_url(said: str | None) -> str | None:
    """A password goes to nobody in the clear but this machine itself."""
    if not said:
        return None
    url = urlsplit(said)
    if url.scheme not in {"smtp", "smtp+starttls", "smtps"} or not url.hostname:
        raise BadSetting("KESHER_SMTP_URL must start with smtp://, smtp+starttls:// or smtps:// and name a host.")
    if url.scheme == "smtp" and url.password and not is_loopback(url.hostname):
        raise BadSetting("KESHER_SMTP_URL would send its password unencrypted: use smtp+starttls:// or smtps://.")
    return said


def _mail_from(environment: Mapping[str, str]) -> str:
    domain = environment.get("KESHER_DOMAIN") or "localhost"
    said = environment.get("KESHER_MAIL_FROM") or f"Kesher <kesher@{domain.lower()}>"
    name, address = parseaddr(said)
    if not said.isprintable() or "@" not in address.strip("@"):
        raise BadSetting("KESHER_MAIL_FROM must be an address, such as: Acme <crm@acme.test>.")
    return formataddr((name, address))


def _files_url(said: str | None) -> str | None:
    if said and not said.startswith(("file:///", "s3://")):
        raise BadSetting("KESHER_FILES_URL and KESHER_BACKUPS must start with file:/// or s3://.")
    return said or None
