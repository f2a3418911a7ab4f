"""HTTP servers that a test answers with itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def http_server(handler: type[BaseHTTPRequestHandler], port: int = 0) -> Iterator[str]:
    """Its address, until the end of the block. It logs nothing: a test's output is its own."""
    quiet = type("Quiet", (handler,), {"log_message": lambda *_said: None})
    with ThreadingHTTPServer(("127.0.0.1", port), quiet) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
