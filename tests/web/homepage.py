"""A customer's own web site: pages of another origin than ours, with what of ours is put into them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.loopback import http_server
from tests.ports import free_port

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>%(title)s</title>
<link rel="icon" href="data:,">%(head)s</head><body><main><h1>%(title)s</h1>%(body)s</main></body></html>"""
TITLES = {"/": "Olive oil", "/pricing": "Pricing", "/contact": "Contact"}


@dataclass(slots=True)
class Homepage:
    """`head` stands in each page, `body` in the one of its path."""

    port: int
    head: str = ""
    body: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str) -> str | None:
        title = TITLES.get(path)
        return title and PAGE % {"title": title, "head": self.head, "body": self.body.get(path, "")}


@contextmanager
def homepage() -> Iterator[Homepage]:
    site = Homepage(free_port())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = site.page(self.path.partition("?")[0])
            body = (page or "").encode()
            self.send_response(200 if page else 404)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with http_server(Handler, site.port):
        yield site
