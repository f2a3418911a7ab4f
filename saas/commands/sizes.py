"""Bytes in the largest unit that leaves a number to read."""

_UNIT = 1024


def size(bytes_: int) -> str:
    amount, units = float(bytes_), iter(("B", "kB", "MB", "GB", "TB"))
    unit = next(units)
    for following in units:
        if amount < _UNIT:
            break
        amount, unit = amount / _UNIT, following
    return f"{amount:.0f} {unit}"
