"""What the domain of an address says of who writes."""

#: Whose address says nothing about where somebody works.
FREE_MAIL = frozenset({
    "gmail.com", "googlemail.com", "yahoo.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com",
    "aol.com", "proton.me", "protonmail.com", "gmx.com", "gmx.net", "gmx.de", "mail.ru", "yandex.ru", "walla.co.il",
    "walla.com", "bezeqint.net", "netvision.net.il", "012.net.il", "zahav.net.il", "maktoob.com",
})  # fmt: skip


def work_domain(email: str | None) -> str | None:
    """Of an address at a company's own domain."""
    domain = (email or "").rpartition("@")[2].lower()
    return domain if domain and domain not in FREE_MAIL else None
