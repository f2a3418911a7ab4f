"""Builders: what the clock tells of a lead, as short lines."""

from tests.members.make import Company, Json

EVENTS = """query Events($id: ID!) { lead(id: $id) { responseEvents { kind by { name } wallSeconds businessSeconds }
    firstAttempt { kind wallSeconds } firstContact { kind wallSeconds } } }"""


def clock(company: Company, lead: Json, who: str = "olga") -> list[tuple[object, ...]]:
    """Kind, wall seconds and business seconds of each event."""
    said = company.ask(who, EVENTS, id=lead["id"])["lead"]
    assert isinstance(said, dict)
    return [(one["kind"], one["wallSeconds"], one["businessSeconds"]) for one in said["responseEvents"]]


def firsts(company: Company, lead: Json, who: str = "olga") -> tuple[object, object]:
    """Wall seconds until the first attempt, and until the first contact."""
    said = company.ask(who, EVENTS, id=lead["id"])["lead"]
    assert isinstance(said, dict)
    attempt, contact = said["firstAttempt"], said["firstContact"]
    return attempt and attempt["wallSeconds"], contact and contact["wallSeconds"]
