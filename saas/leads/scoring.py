"""How ripe a lead is: points for each of its merits, so that a score always tells why."""

from collections.abc import Mapping

from saas.leads.words import Channel, Merit

POINTS: Mapping[Merit, int] = {
    Merit.EMAIL: 10, Merit.WORK_EMAIL: 15, Merit.PHONE: 20, Merit.COMPANY: 15, Merit.TITLE: 10, Merit.MESSAGE: 10,
    Merit.PRODUCT: 10, Merit.SOUGHT_US: 10,
}  # fmt: skip
FULL = sum(POINTS.values())
#: Whose address says nothing about where somebody works.
FREE_MAIL = frozenset({
    "gmail.com", "googlemail.com", "yahoo.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com",
    "aol.com", "proton.me", "protonmail.com", "gmx.com", "gmx.net", "gmx.de", "mail.ru", "yandex.ru", "walla.co.il",
    "walla.com", "bezeqint.net", "netvision.net.il", "012.net.il", "zahav.net.il", "maktoob.com",
})  # fmt: skip
_SOUGHT = frozenset({Channel.ORGANIC, Channel.DIRECT})


def work_domain(email: str | None) -> str | None:
    """Of an address at a company's own domain."""
    domain = (email or "").rpartition("@")[2].lower()
    return domain if domain and domain not in FREE_MAIL else None


def merits_of(said: Mapping[str, object]) -> list[Merit]:
    """By the columns of a lead, in the order of the words."""
    email = said.get("email")
    holds = {
        Merit.EMAIL: bool(email), Merit.WORK_EMAIL: work_domain(str(email or "")) is not None,
        Merit.PHONE: bool(said.get("phone")), Merit.COMPANY: bool(said.get("company")),
        Merit.TITLE: bool(said.get("title")), Merit.MESSAGE: bool(said.get("message")),
        Merit.PRODUCT: said.get("product_id") is not None, Merit.SOUGHT_US: said.get("channel") in _SOUGHT,
    }  # fmt: skip
    return [merit for merit in Merit if holds[merit]]


def score_of(merits: list[Merit]) -> int:
    """From 0 to 100."""
    return sum(POINTS[merit] for merit in merits) * 100 // FULL
