"""A real DNS server on loopback, whose records a test writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dnslib import QTYPE, RCODE, RR, TXT, DNSRecord  # type: ignore[import-untyped]
from dnslib.server import BaseResolver, DNSServer  # type: ignore[import-untyped]


@dataclass
class Names(BaseResolver):  # type: ignore[misc]  # it ships no types
    """`texts` are TXT records by name; a name in `broken` is answered with an error of the server."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def resolve(self, request: DNSRecord, _handler: object) -> DNSRecord:
        name = str(request.q.qname).rstrip(".")
        self.asked.append(name)
        reply = request.reply()
        if name in self.broken:
            reply.header.rcode = RCODE.SERVFAIL
        elif name not in self.texts:
            reply.header.rcode = RCODE.NXDOMAIN
        elif request.q.qtype == QTYPE.TXT:
            for text in self.texts[name]:
                parts = [text[i : i + 200].encode() for i in range(0, len(text), 200)]
                reply.add_answer(RR(name, QTYPE.TXT, rdata=TXT(parts), ttl=1))
        return reply


@contextmanager
def naming() -> Iterator[Names]:
    names = Names()
    server = DNSServer(names, address="127.0.0.1", port=0)
    server.start_thread()
    names.port = server.server.server_address[1]
    try:
        yield names
    finally:
        server.stop()
        server.server.server_close()
