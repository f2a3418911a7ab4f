"""Reading the text fields of an input, and giving a record the fields that an update names."""

import re
from collections.abc import Iterable, Mapping

from saas.core.errors import Invalid
from saas.core.model import Model
from saas.core.money import read_amount, read_currency

LONGEST_NAME = 300
LONGEST_TEXT = 1000
#: Letters after these are shown in another order than they are in.
_OVERRIDES = re.compile("[\u202d\u202e]")
#: What is seen by nobody and comes along with pasted text: embeddings, isolates, blanks without width. Joiners and the
#: plain marks of a direction stay where they are between letters: Arabic, Persian and Hebrew are written with them.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u202a-\u202c\u2060-\u206f\ufeff]")
_MARKS = " \t\r\n\u061c\u200c-\u200f"


def written(said: object, field: str) -> str:
    """A text that must be there, without the blanks round it."""
    text = legible(said, field)
    if not text:
        raise Invalid("REQUIRED", "This must not be empty.", field)
    if len(text) > LONGEST_NAME:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", field, most=LONGEST_NAME)
    return text


def text_or_none(said: object, field: str | None = None) -> str | None:
    """A text of one line without the blanks round it; an empty one is none."""
    text = legible(said, field)
    if len(text) > LONGEST_TEXT:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", field, most=LONGEST_TEXT)
    return text or None


def legible(said: object, field: str | None) -> str:
    """A name as it is seen, so that two which look alike are alike: a mark that turns its letters round is refused, and
    what has no width goes. Empty where nothing was said.
    """
    text = str(said) if said is not None else ""
    if _OVERRIDES.search(text):
        raise Invalid("TURNED_ROUND", "A hidden mark turns the letters round here: type this anew.", field)
    return _UNSEEN.sub("", text).strip().strip(_MARKS)


def assign(record: Model, changes: Mapping[str, object]) -> None:
    """Sets what differs, so that an update that changes nothing writes nothing."""
    for name, value in changes.items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def money_into(given: dict[str, object], name: str, *, default: str) -> None:
    """Turns an amount of money under `name` into the two columns `name` and `currency`; the amount is not negative.

    The money is anything with an `amount` and a `currency`; `default` is the currency where it says none.
    """
    if name not in given:
        return
    said = given[name]
    if said is None:
        return
    amount = read_amount(said.amount, field=name)  # type: ignore[attr-defined]
    if amount < 0:
        raise Invalid("NEGATIVE", "This must not be below zero.", name)
    given[name] = amount
    given["currency"] = read_currency(said.currency or default, field=name)  # type: ignore[attr-defined]


def camel(words: Iterable[str]) -> str:
    """A field's name in the graph, out of the words of its column's name."""
    first, *others = words
    return first + "".join(word.title() for word in others)
