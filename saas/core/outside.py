"""What lies beyond the database, as the settings say it: the mail server, the store of files, our own addresses.

The composition roots hand their settings to every unit of work under this narrower face.
"""

from dataclasses import dataclass
from typing import Protocol


class Outside(Protocol):
    """`smtp_url` None: there is no mail server. `is_local`: one machine, whose person may see what would be sent."""

    @property
    def smtp_url(self) -> str | None: ...

    @property
    def mail_from(self) -> str: ...

    @property
    def is_local(self) -> bool: ...

    @property
    def files_url(self) -> str:
        """Where files are kept: `file:///folder` or `s3://bucket/prefix?endpoint=…`."""

    @property
    def file_limit(self) -> int:
        """The largest file that is taken, in bytes."""

    @property
    def facebook_url(self) -> str:
        """Where Facebook's Graph API answers, with its version: `https://graph.facebook.com/v24.0`."""

    @property
    def linkedin_url(self) -> str: ...

    @property
    def linkedin_version(self) -> int:
        """Of LinkedIn's API, the month in which it came out: 202610. Each is answered for a year."""

    @property
    def captcha_url(self) -> str | None:
        """Where providers of captchas are asked instead of at their own addresses: a relay, or one that stands in."""

    def origin(self, label: str) -> str:
        """Of a company's host or of `login`, as a browser names it: `https://acme.kesher.test`."""

    def sealing_key(self) -> bytes:
        """What seals the secrets that we keep for others; it is not in the database."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """For units of work that reach nothing beyond the database: commands and tests."""

    smtp_url: str | None = None
    mail_from: str = "Kesher <kesher@localhost>"
    is_local: bool = True
    files_url: str = "memory://"
    file_limit: int = 25_000_000
    facebook_url: str = "http://127.0.0.1:9"
    linkedin_url: str = "http://127.0.0.1:9"
    linkedin_version: int = 202610
    captcha_url: str | None = None

    def origin(self, label: str) -> str:
        return f"http://{label}.localhost:8000"

    def sealing_key(self) -> bytes:
        return b"of nowhere, and of nothing that is kept"
