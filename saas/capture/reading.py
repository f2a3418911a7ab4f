"""What a sender's body says: the fields with their values in order, and the visit on which somebody asked for us."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import orjson

from saas.core.errors import Invalid
from saas.core.model import Json
from saas.leads.attribution import UNKNOWN, Attribution, attribute
from saas.sources.mapping import knows
from saas.sources.model import SourceKind

MOST_FIELDS = 100
LONGEST_VALUE = 10_000
VISIT = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
HONEYPOT = "contact_by_fax"
"""A field that no person sees: who fills it in is a robot."""

_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")


@dataclass(frozen=True, slots=True)
class Said:
    fields: tuple[tuple[str, str], ...]
    attribution: Attribution = UNKNOWN


def read_json(body: bytes) -> Json:
    """Without NUL, which no text in Postgres can hold."""
    try:
        found = orjson.loads(_NUL.sub(rb"\1", body))
    except orjson.JSONDecodeError as error:
        raise Invalid("BAD_JSON", "The body must be a JSON object.", "body") from error
    if not isinstance(found, dict):
        raise Invalid("BAD_JSON", "The body must be a JSON object.", "body")
    return cast(Json, found)


def read_said(kind: SourceKind, body: Json, mapping: Mapping[str, object]) -> Said:
    """By the form in which senders of this kind speak."""
    said = _google(body, mapping) if kind is SourceKind.GOOGLE else _form(body)
    if len(said.fields) > MOST_FIELDS:
        raise Invalid("TOO_MANY", "A form has at most %(most)s fields.", "fields", most=MOST_FIELDS)
    if any(len(value) > LONGEST_VALUE for _, value in said.fields):
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "fields", most=LONGEST_VALUE)
    return said


def _form(body: Json) -> Said:
    """`{"fields": {"Name": "Dana", "Interests": ["a", "b"]}, "visit": {"landingPage": …, "referrer": …}}`."""
    fields, visit = body.get("fields"), body.get("visit") or {}
    if not isinstance(fields, dict) or not isinstance(visit, dict):
        raise Invalid("BAD_FORM", "A form sends an object of fields.", "fields")
    named = {name: str(visit[name]) for name in VISIT if visit.get(name)}
    page, before = (str(visit.get(name) or "") for name in ("landingPage", "referrer"))
    pairs = tuple((str(name), value) for name, given in fields.items() for value in _values(given))
    return Said(pairs, attribute(page, before, named))


def _google(body: Json, mapping: Mapping[str, object]) -> Said:
    """A lead form of Google Ads: what is asked for by name has a column's id, another question its own words."""
    columns = body.get("user_column_data")
    if not isinstance(columns, list):
        raise Invalid("BAD_FORM", "A form sends an object of fields.", "user_column_data")
    pairs: list[tuple[str, str]] = []
    for column in columns:
        if not isinstance(column, dict):
            raise Invalid("BAD_FORM", "A form sends an object of fields.", "user_column_data")
        known, asked = str(column.get("column_id") or ""), str(column.get("column_name") or "")
        name = known if knows(mapping, known) or not asked else asked
        if name:
            pairs.append((name, str(column.get("string_value") or "")))
    tags = {"utm_source": "google", "utm_medium": "cpc", "gclid": str(body.get("gcl_id") or "")}
    campaign = body.get("campaign_id")
    tags["utm_campaign"] = "" if campaign is None else str(campaign)
    return Said(tuple(pairs), attribute(None, None, tags))


def _values(given: object) -> Iterator[str]:
    if isinstance(given, list):
        yield ", ".join(str(one) for one in given if one is not None)
    elif given is not None:
        yield str(given)
