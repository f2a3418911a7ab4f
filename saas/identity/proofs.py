"""Proofs of domains in the DNS: a text that only who runs a domain can put there."""

from dataclasses import dataclass
from typing import Final

from dns.exception import DNSException
from dns.resolver import NXDOMAIN, NoAnswer, Resolver

from saas.core.errors import Unavailable

LIFETIME: Final = 5.0
LABEL: Final = "_kesher"
MARK: Final = "kesher-verification="


@dataclass(frozen=True, slots=True)
class Proofs:
    """`resolver` None is the machine's own."""

    resolver: tuple[str, int] | None = None

    def shows(self, domain: str, proof: str) -> bool:
        """Whether the domain's record says it. Raises Unavailable where nobody answers."""
        resolver = Resolver(configure=self.resolver is None)
        if self.resolver is not None:
            address, port = self.resolver
            resolver.nameservers, resolver.port = [address], port
        try:
            answer = resolver.resolve(record_name(domain), "TXT", lifetime=LIFETIME, search=False)
        except (NXDOMAIN, NoAnswer):
            return False
        except DNSException as error:
            raise Unavailable(
                "DNS_DOWN", "The DNS does not answer for %(domain)s. Try again later.", domain=domain
            ) from error
        texts = (b"".join(record.strings).decode("utf-8", "replace") for record in answer)
        return record_value(proof) in {text.strip() for text in texts}


def record_name(domain: str) -> str:
    return f"{LABEL}.{domain}"


def record_value(proof: str) -> str:
    return MARK + proof
