"""What a forecast says of itself, in the member's language and its way of writing numbers."""

from decimal import Decimal

from babel.numbers import format_currency, format_decimal

from saas.core.texts import later, say
from saas.forecasts.outlook import Note, NoteCode
from saas.forecasts.shares import Tally

SHARE = later("%(share)s %% of %(closed)s closed deals, interval %(interval)s %%, %(open)s still open")
NOTHING_CLOSED = later("None of the %(entered)s that entered has closed yet")
NOTHING_ENTERED = later("No deal has entered this stage yet")
NOTES = {
    NoteCode.OVERDUE: later("Overdue, moved to this period: %(deals)s, worth %(amount)s"),
    NoteCode.UNDATED: later("Without an expected close, not counted: %(deals)s, worth %(amount)s"),
    NoteCode.NO_AMOUNT: later("Without an amount, counted as 0: %(deals)s"),
    NoteCode.OTHER_CURRENCY: later("In a currency without a rate, not counted: %(deals)s"),
    NoteCode.PIPELINE_SHARE: later(
        "In stages without a closed deal, weighed by their pipeline: %(deals)s, worth %(amount)s"
    ),
    NoteCode.NO_SHARE: later("In pipelines without a closed deal, counted as 0: %(deals)s, worth %(amount)s"),
}


def explain_share(tally: Tally, locale: str) -> str:
    """How the share came about: its sample, its interval, and who may still change it."""
    interval = tally.interval
    if tally.share is None or interval is None:
        text = NOTHING_CLOSED if tally.entered else NOTHING_ENTERED
        return say(text, locale, entered=_count(tally.entered, locale)) if tally.entered else say(text, locale)
    ends = "\u2013".join(_percent(end, locale) for end in interval)
    share, closed, still = _percent(tally.share, locale), _count(tally.closed, locale), _count(tally.open, locale)
    return say(SHARE, locale, share=share, closed=closed, interval=ends, open=still)


def explain_note(note: Note, currency: str, locale: str) -> str:
    """What was left out or moved, with the number of deals and their worth."""
    amount = format_currency(note.amount, currency, locale=locale)
    return say(NOTES[note.code], locale, deals=_count(note.deals, locale), amount=amount)


def _count(number: int, locale: str) -> str:
    return format_decimal(number, locale=locale)


def _percent(share: float, locale: str) -> str:
    return format_decimal(Decimal(repr(share)) * 100, format="#,##0.0", locale=locale)
