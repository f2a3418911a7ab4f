"""How many working minutes something may wait."""

from saas.core.errors import Invalid

MOST = 10_080


def read_minutes(said: object, field: str, *, least: int) -> int | None:
    """From `least` to a week's; None stays."""
    if said is None:
        return None
    if not isinstance(said, int) or not least <= said <= MOST:
        message = "Minutes are a number from %(least)s to %(most)s."
        raise Invalid("BAD_MINUTES", message, field, least=least, most=MOST)
    return said
