"""Which of the company's pipelines a file's stages mean, and what a pipeline for strange ones looks like.

The rule: the company's pipeline that knows every stage of the file; else, when one with deals in it knows at least
half of the open ones, that one, and rows in its unknown stages are refused; else, when the file names fewer than two
open stages, which is no course of selling, the default pipeline if it had deals before, and its unknown stages are
refused; else a new pipeline named after the file. There a stage whose name says won or lost closes deals, the others
are open, in the usual order of selling as far as their names tell it, then as the file first names them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from saas.imports.lexicon import LOST, OPEN, WON, words
from saas.imports.matching import Book, key_of
from saas.pipelines.model import StageKind


@dataclass(frozen=True, slots=True)
class Offer:
    """A pipeline of the company, as far as the choice asks: its stages by name. `is_new`: made for another file."""

    name: str
    stages: frozenset[str]
    has_deals: bool
    is_default: bool
    is_new: bool = False


def choose(named: Iterable[str], offers: Sequence[Offer], title: str) -> Offer | None:
    """The pipeline that the stages mean; None for a new one called `title`."""
    keys = {key_of(name) for name in named}
    ranked = sorted(offers, key=lambda offer: (key_of(offer.name) != key_of(title), not offer.is_default))
    for offer in ranked:
        if keys <= _keys(offer):
            return offer
    opened = {key for key in keys if kind_of(key) is StageKind.OPEN}
    used = [offer for offer in ranked if offer.has_deals and 2 * len(opened & _keys(offer)) >= len(opened) > 0]
    if used or len(opened) > 1:
        return max(used, key=lambda offer: len(opened & _keys(offer)), default=None)
    return next((offer for offer in ranked if offer.is_default and offer.has_deals and not offer.is_new), None)


def kind_of(name: str) -> StageKind:
    found = _ranks().find(name)
    if found is None:
        return StageKind.OPEN
    return {-1: StageKind.WON, -2: StageKind.LOST}.get(found.found, StageKind.OPEN)


def arrange(named: Iterable[str]) -> list[tuple[str, StageKind]]:
    """The stages of a new pipeline: open ones in order of selling, then won, then lost; none of the kinds lacks."""
    distinct = list({key_of(name): name for name in reversed(list(named))}.values())[::-1]
    stages = [(name, kind_of(name)) for name in sorted(distinct, key=_rank)]
    kinds = {kind for _, kind in stages}
    opened = [stage for stage in stages if stage[1] is StageKind.OPEN] or [("New", StageKind.OPEN)]
    won = [stage for stage in stages if stage[1] is StageKind.WON]
    lost = [stage for stage in stages if stage[1] is StageKind.LOST]
    return [
        *opened,
        *(won if StageKind.WON in kinds else [("Won", StageKind.WON)]),
        *(lost if StageKind.LOST in kinds else [("Lost", StageKind.LOST)]),
    ]


def _keys(offer: Offer) -> set[str]:
    return {key_of(name) for name in offer.stages}


def _rank(name: str) -> float:
    found = _ranks().find(name)
    return float("inf") if found is None else found.found


@cache
def _ranks() -> Book[int]:
    ranked = {word: rank for rank, listed in enumerate(OPEN) for word in words(listed)}
    return Book(ranked | dict.fromkeys(words(WON), -1) | dict.fromkeys(words(LOST), -2))
