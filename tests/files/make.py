"""Builders: files of every kind, and a desk from which members send them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from httpx2 import Response
from PIL import Image
from sqlalchemy import Engine
from starlette.testclient import TestClient

from saas.core.outside import Nowhere
from saas.core.work import Opener
from saas.identity.tokens import create_token
from tests.members.make import Company, Json

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAGE = b"<!doctype html><html><script>alert(document.domain)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\x00" * 64
TEXT = "שלום, עולם\n".encode()


@dataclass
class Desk:
    """Where members of a company stand who send and fetch files."""

    app: TestClient
    company: Company
    engine: Engine
    store: str
    tokens: dict[str, str] = field(default_factory=dict)

    def headers(self, who: str) -> dict[str, str]:
        if who not in self.tokens:
            member = self.company.keys[who]
            self.tokens[who] = create_token(self.engine, self.company.tenant, member, name="test")
        host = f"{self.company.tenant.slug}.localhost"
        return {"host": host, "authorization": f"Bearer {self.tokens[who]}"}

    def send(self, who: str, about: object, name: str, content: bytes) -> Response:
        asked = {"about": str(about), "name": name}
        return self.app.post("/files", params=asked, content=content, headers=self.headers(who))

    def add(self, about: object, name: str, content: bytes, *, who: str = "olga") -> Json:
        """What the door says of a file that it takes."""
        answer = self.send(who, about, name, content)
        assert answer.status_code == 201, answer.text
        return cast(Json, answer.json())

    def refuse(self, who: str, about: object, name: str, content: bytes) -> tuple[int, str]:
        """Status and code of a file that is not taken; nothing has changed."""
        before = self.company.state()
        answer = self.send(who, about, name, content)
        assert self.company.state() == before
        (error,) = answer.json()["errors"]
        return answer.status_code, error["extensions"]["code"]

    def fetch(self, who: str, id: object, more: str = "", **headers: str) -> Response:
        said: Mapping[str, str] = self.headers(who) | {name.replace("_", "-"): text for name, text in headers.items()}
        return self.app.get(f"/files/{id}{more}", headers=dict(said))

    def opener(self) -> Opener:
        """For what a worker does, caused by a member without rights."""
        company = self.company
        opener = Opener(company.lanes, company.tenant, company.principal("lone"), company.clock)
        return replace(opener, outside=Nowhere(files_url=self.store))


def picture(form: str = "PNG", size: tuple[int, int] = (900, 300), **options: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(written, form, **options)
    return written.getvalue()


def located_picture() -> bytes:
    """On its side, with a place in it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (32.0, 4.0, 5.0), 3: "E", 4: (34.0, 46.0, 0.0)}
    exif[0x010F] = "SecretCamera"
    return picture("JPEG", exif=exif)


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b"")]
    whole = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + whole


def packed(**parts: str) -> bytes:
    """A zip with these parts; in a name `__` stands for a slash, `_` for a dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return written.getvalue()
