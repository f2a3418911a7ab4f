"""What each kind of condition holds of, and how points become a score: over plain data."""

from dataclasses import replace
from uuid import UUID

import pytest

from saas.activities.kinds import ActivityKind
from saas.leads.words import Channel, Merit
from saas.qualification.rules import (
    USUAL,
    Around,
    Facts,
    Missing,
    Rule,
    Standard,
    holding,
    missing_of,
    score_of,
)
from saas.qualification.storing import kept, read_standard
from saas.qualification.words import FieldMatch, KnownField, MissingKind

HERE, THERE = UUID(int=1), UUID(int=2)
SAID = {"email": "dana@Levi.test", "title": "Chief Buyer", "channel": Channel.PAID, "source_id": HERE}
AROUND = Around((("Budget", "Über 10k"),), agreed=True, deeds={ActivityKind.CALL: 2, ActivityKind.NOTE: 5}, talked=601)
FACTS = Facts(SAID, AROUND)
NOTHING = Facts({})
FIELD, ANSWER, ACTIVITIES = Merit.FIELD, Merit.ANSWER, Merit.ACTIVITIES


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        (Rule("1", Merit.WORK_EMAIL, 1), True),
        (Rule("1", Merit.PHONE, 1), False),
        (Rule("1", Merit.SOUGHT_US, 1), False),
        (Rule("1", FIELD, 1, field=KnownField.TITLE, match=FieldMatch.FILLED), True),
        (Rule("1", FIELD, 1, field=KnownField.TITLE, match=FieldMatch.IS, value="chief BUYER"), True),
        (Rule("1", FIELD, 1, field=KnownField.TITLE, match=FieldMatch.IS, value="buyer"), False),
        (Rule("1", FIELD, 1, field=KnownField.TITLE, match=FieldMatch.HAS, value="buyer"), True),
        (Rule("1", FIELD, 1, field=KnownField.CHANNEL, match=FieldMatch.IS, value="PAID"), True),
        (Rule("1", FIELD, 1, field=KnownField.COUNTRY, match=FieldMatch.HAS, value="x"), False),
        (Rule("1", ANSWER, 1, question="budget", value="uber"), True),
        (Rule("1", ANSWER, 1, question="budget", value="20k"), False),
        (Rule("1", ANSWER, 1, question="BUDGET"), True),
        (Rule("1", ANSWER, 1, question="Colour"), False),
        (Rule("1", Merit.SOURCE, 1, source_id=HERE), True),
        (Rule("1", Merit.SOURCE, 1, source_id=THERE), False),
        (Rule("1", Merit.CONSENT, 1), True),
        (Rule("1", ACTIVITIES, 1, least=2), True),
        (Rule("1", ACTIVITIES, 1, least=3), False),
        (Rule("1", ACTIVITIES, 1, activity=ActivityKind.NOTE, least=5), True),
        (Rule("1", ACTIVITIES, 1, activity=ActivityKind.MEETING, least=1), False),
        (Rule("1", Merit.TALKED, 1), True),
        (Rule("1", Merit.TALKED_WITHIN, 1, within=11), True),
        (Rule("1", Merit.TALKED_WITHIN, 1, within=10), False),
    ],
    ids=str,
)
def test_a_condition_holds_or_not(rule: Rule, *, holds: bool) -> None:
    assert (holding(Standard((rule,)), FACTS) == [rule]) is holds
    assert holding(Standard((rule,)), NOTHING) == []


def test_a_score_is_the_share_of_all_points_and_stays_within_its_bounds() -> None:
    good, bad = Rule("good", Merit.EMAIL, 30), Rule("bad", Merit.CONSENT, -40)
    other = Rule("other", Merit.PHONE, 60)
    assert [score_of(Standard((good, bad, other)), held) for held in ([good], [good, bad], [good, other], [])] == [
        33, 0, 100, 0,
    ]  # fmt: skip
    assert score_of(Standard(()), []) == 0


def test_what_is_missing_is_told_in_full() -> None:
    standard = replace(USUAL, ripe_score=50, requires=(KnownField.TITLE, KnownField.PHONE), least_activities=3)
    assert missing_of(standard, FACTS, 49) == [
        Missing(MissingKind.SCORE, least=50), Missing(MissingKind.FIELD, KnownField.PHONE),
        Missing(MissingKind.ACTIVITIES, least=3),
    ]  # fmt: skip
    whole = Facts({**SAID, "phone": "+972521234567"}, replace(AROUND, deeds={ActivityKind.MEETING: 3}))
    assert missing_of(standard, whole, 50) == []


def test_what_is_kept_is_read_back_as_it_was() -> None:
    rules = (
        Rule("a", FIELD, -5, field=KnownField.TITLE, match=FieldMatch.HAS, value="x"),
        Rule("b", Merit.SOURCE, 5, source_id=HERE), Rule("c", ACTIVITIES, 5, activity=ActivityKind.CALL, least=2),
        Rule("d", Merit.TALKED_WITHIN, 5, within=30), Rule("e", ANSWER, 5, question="Q"),
    )  # fmt: skip
    standard = Standard(rules, 40, (KnownField.EMAIL,), 2)
    assert read_standard(kept(standard), 40, 2) == standard
