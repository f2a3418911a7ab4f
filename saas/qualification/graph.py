"""Qualification in the graph: the rules, what they would do, and how ripe a lead is."""

from datetime import datetime

import strawberry

from saas.activities.kinds import ActivityKind
from saas.core.work import Work
from saas.graph.declare import Node, key, key_or_none, mutation, node, query, record, record_or_none
from saas.leads.graph import LeadNode
from saas.leads.words import Merit
from saas.qualification import actions, queries
from saas.qualification.model import Qualification, Weighing
from saas.qualification.rules import Missing, Rule, Standard, holding, missing_of
from saas.qualification.words import FieldMatch, KnownField, MissingKind
from saas.sources.graph import SourceNode

strawberry.enum(KnownField)
strawberry.enum(FieldMatch)
strawberry.enum(MissingKind, name="LeadMissingKind")


@node(Qualification)
class QualificationNode(Node):
    """What the company goes by; `qualification` tells all of it."""

    ripe_score: int | None
    least_activities: int
    version: int
    updated_at: datetime


@node(Weighing, one="weighing")
class WeighingNode(Node):
    """All leads weighed anew after a change of the rules: `done` of `total`, over since `finishedAt`."""

    total: int
    done: int
    finished_at: datetime | None
    created_at: datetime


@strawberry.type(
    description="So many points, which may be below zero, where its condition holds: FIELD compares `field` by `match` "
    "with `value`; ANSWER looks for `value` in the answer to `question`, null is any answer; SOURCE is by `source`; "
    "ACTIVITIES are at `least` so many that were done, of a kind or of any but notes; TALKED_WITHIN are working "
    "minutes until both sides spoke."
)
class QualificationRule:
    key: str
    merit: Merit
    points: int
    field: KnownField | None
    match: FieldMatch | None
    value: str | None
    question: str | None
    source: SourceNode | None
    activity: ActivityKind | None
    least: int | None
    within: int | None


@strawberry.type(
    description="What the company goes by. From `ripeScore` on a lead is ripe, where it has what is required besides; "
    "null: no lead is told to be ripe. `version` is 0 while the rules are the usual ones."
)
class QualificationStandard:
    rules: list[QualificationRule]
    ripe_score: int | None
    requires: list[KnownField]
    least_activities: int
    version: int
    weighing: WeighingNode | None


@query
def qualification(work: Work) -> QualificationStandard:
    """By which rules the company tells how ripe its leads are."""
    said = queries.find_qualification(work)
    standard = queries.standard_of(said)
    return QualificationStandard(
        rules=[_shown(rule) for rule in standard.rules], ripe_score=standard.ripe_score,
        requires=list(standard.requires), least_activities=standard.least_activities,
        version=said.version if said else 0, weighing=record_or_none(WeighingNode, queries.last_weighing(work)),
    )  # fmt: skip


@strawberry.input
class QualificationRuleInput:
    """See `QualificationRule`. The `key` is the sender's own: a rule that keeps it is the same one. A refusal of it
    names its place: `rules.0`.
    """

    key: str
    merit: Merit
    points: int
    field: KnownField | None = None
    match: FieldMatch | None = None
    value: str | None = None
    question: str | None = None
    source_id: strawberry.ID | None = None
    activity: ActivityKind | None = None
    least: int | None = None
    within: int | None = None


@strawberry.input
class QualificationInput:
    """All that the company is to go by."""

    rules: list[QualificationRuleInput]
    ripe_score: int | None = None
    requires: list[KnownField] | None = None
    least_activities: int = 0


@strawberry.input
class ChangeQualificationInput(QualificationInput):
    version: int | None = None


@mutation(QualificationNode)
def change_qualification(work: Work, input: ChangeQualificationInput) -> Qualification:
    """Replaces the rules as a whole; all leads are weighed anew, in the background."""
    return actions.change_qualification(work, _read(input), version=input.version)


@strawberry.type(
    description="So many open leads are ripe now, and would be; these, the best first. `more`: there are others, "
    "but only the newest 50,000 were looked at."
)
class QualificationTrial:
    open_leads: int
    more: bool
    ripe_now: int
    ripe: int
    leads: list[LeadNode]


@query
def qualification_trial(work: Work, standard: QualificationInput, first: int | None = None) -> QualificationTrial:
    """What rules would do, before they are said: for those who may say them. Up to 50 leads, none unless asked for."""
    found = queries.try_standard(work, actions.check_standard(work, _read(standard)))
    shown = [record(LeadNode, id_) for _score, id_ in found.best[: first or 0]]
    return QualificationTrial(
        open_leads=found.leads, more=found.more, ripe_now=found.ripe_now, ripe=found.ripe, leads=shown
    )  # fmt: skip


@strawberry.type(description="A score of at `least` so much, a `field`, or at `least` so many activities.")
class LeadMissing:
    kind: MissingKind
    field: KnownField | None
    least: int | None


@strawberry.type(
    description="What speaks for a lead, and what does not yet: the rules that hold, those that do not, and what it "
    "lacks to be ripe. `told` is false where the company tells no lead to be ripe."
)
class LeadRipeness:
    told: bool
    holding: list[QualificationRule]
    open: list[QualificationRule]
    missing: list[LeadMissing]


@query
def lead_ripeness(work: Work, lead_id: strawberry.ID) -> LeadRipeness:
    """Of a lead, now."""
    standard, facts, score = queries.read_lead(work, key(LeadNode, lead_id))
    held = holding(standard, facts)
    told = standard.ripe_score is not None
    return LeadRipeness(
        told=told, holding=[_shown(rule) for rule in held],
        open=[_shown(rule) for rule in standard.rules if rule not in held],
        missing=[_lacks(one) for one in missing_of(standard, facts, score)] if told else [],
    )  # fmt: skip


def _shown(rule: Rule) -> QualificationRule:
    return QualificationRule(
        key=rule.key, merit=rule.merit, points=rule.points, field=rule.field, match=rule.match, value=rule.value,
        question=rule.question, source=record_or_none(SourceNode, rule.source_id), activity=rule.activity,
        least=rule.least, within=rule.within,
    )  # fmt: skip


def _lacks(one: Missing) -> LeadMissing:
    return LeadMissing(kind=one.kind, field=one.field, least=one.least)


def _read(given: QualificationInput) -> Standard:
    rules = tuple(
        Rule(
            one.key, one.merit, one.points, one.field, one.match, one.value, one.question,
            key_or_none(SourceNode, one.source_id), one.activity, one.least, one.within,
        )
        for one in given.rules
    )  # fmt: skip
    return Standard(rules, given.ripe_score, tuple(given.requires or ()), given.least_activities)
