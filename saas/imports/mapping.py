"""The guess: what a file holds and which field each of its columns is, from the headers, then from the cells.

A header is looked up in the lexicon by the rule of near misses. The entity is the one whose fields explain most
columns, the file's name deciding between equals; a column of the name alone counts less than one that only this
entity has. A guess is kept only if the cells bear it out: at least half of a sample must parse as the field's kind.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import PurePath

from saas.imports.columns import Habits, reader
from saas.imports.dates import Order
from saas.imports.lexicon import FILES, HEADERS, words
from saas.imports.matching import Book
from saas.imports.reading import Table
from saas.imports.targets import BY_PATH, Entity, lacking

_SAMPLE = 200
_ANYWHERE = Habits("USD", "US", Order.DAY_FIRST)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BREAKS = re.compile(r"[\s_\-./:()\[\]#*]+")


def guess_entity(table: Table) -> Entity | None:
    """None when no header is known."""
    scores = {entity: _score(table, entity) for entity in Entity}
    best = max(Entity, key=lambda entity: scores[entity])
    return best if scores[best] > 0 else None


def guess_targets(table: Table, entity: Entity) -> list[str | None]:
    """The path of a target, or None, for each column; no target twice, exact headers before near ones."""
    found: dict[int, str] = {}
    for near in (False, True):
        for position, header in enumerate(table.header):
            match = _headers(entity).find(_plain(header))
            if position in found or match is None or (match.near and not near):
                continue
            path = next((each for each in match.found if each not in found.values()), None)
            if path is not None and _bears_out(path, islice(table.column(position), _SAMPLE)):
                found[position] = path
    return [found.get(position) for position in range(len(table.header))]


def guess_mapping(table: Table, entity: Entity) -> list[str | None]:
    """As `guess_targets`; what a lead said besides is kept as its answers, as that of a form is."""
    found = guess_targets(table, entity)
    if entity is not Entity.LEAD:
        return found
    rest = f"{entity}.answer"
    return [path or (rest if next(table.column(place), None) is not None else None) for place, path in enumerate(found)]


def samples(table: Table) -> list[str | None]:
    """The first cell of each column that is not empty."""
    return [next(table.column(position), None) for position in range(len(table.header))]


def title_of(name: str) -> str:
    """A file's name as a person would say it: `crm/sales_pipeline.csv` is "Sales pipeline"."""
    text = " ".join(_BREAKS.sub(" ", PurePath(name).stem).split())
    return text[:1].upper() + text[1:]


def _score(table: Table, entity: Entity) -> float:
    paths = [path for path in guess_targets(table, entity) if path is not None]
    if lacking(entity, {BY_PATH[path].field for path in paths}):
        return 0.0
    shared = sum(_everywhere(path) for path in paths)
    named = _files().find(title_of(table.name))
    return len(paths) - shared / 2 + (0.75 if named is not None and named.found is entity else 0.0)


def _everywhere(path: str) -> bool:
    """Fields that most entities have say little about which one this is."""
    return BY_PATH[path].field in {"name", "owner", "currency", "external_id", "email", "phone"}


def _plain(header: str) -> str:
    return " ".join(_BREAKS.sub(" ", _CAMEL.sub(" ", header)).split())


def _bears_out(path: str, cells: Iterable[str]) -> bool:
    sample = list(cells)
    read = reader(BY_PATH[path].kind, sample, _ANYWHERE)
    return not sample or 2 * sum(read(cell) is not None for cell in sample) >= len(sample)


@cache
def _headers(entity: Entity) -> Book[tuple[str, ...]]:
    paths: dict[str, tuple[str, ...]] = {}
    for field, listed in HEADERS[entity].items():
        for word in words(listed):
            paths[word] = (*paths.get(word, ()), f"{entity}.{field}")
    return Book(paths)


@cache
def _files() -> Book[Entity]:
    return Book({word: entity for entity, listed in FILES.items() for word in words(listed)})
