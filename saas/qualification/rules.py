"""Whether a rule holds of a lead, how ripe the lead is by all of them, and what it lacks: over plain data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from saas.activities.kinds import ActivityKind
from saas.core.fields import camel
from saas.core.folding import fold
from saas.leads.domains import work_domain
from saas.leads.words import Channel, Merit
from saas.qualification.words import COLUMNS, FieldMatch, KnownField, MissingKind

HIGHEST = 100
SOUGHT = frozenset({Channel.ORGANIC, Channel.DIRECT})
DEEDS = (ActivityKind.TASK, ActivityKind.CALL, ActivityKind.MEETING)


@dataclass(frozen=True, slots=True)
class Rule:
    """So many points where the condition `merit` holds. What else is said belongs to one kind of condition each: a
    field, how it is compared and with what; a form's question and what its answer has in it; a source; a kind of
    activity; `least` so many activities; `within` so many working minutes.
    """

    key: str
    merit: Merit
    points: int
    field: KnownField | None = None
    match: FieldMatch | None = None
    value: str | None = None
    question: str | None = None
    source_id: UUID | None = None
    activity: ActivityKind | None = None
    least: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """All that a company goes by. `ripe_score` None: nothing is told to be ripe."""

    rules: tuple[Rule, ...]
    ripe_score: int | None = None
    requires: tuple[KnownField, ...] = ()
    least_activities: int = 0

    def asks(self, *merits: Merit) -> bool:
        return any(rule.merit in merits for rule in self.rules)

    @property
    def columns(self) -> frozenset[str]:
        """What of a lead's own table it goes by."""
        of_rules = {column for rule in self.rules for column in _columns_of(rule)}
        return frozenset(of_rules | {COLUMNS[one] for one in self.requires})

    @property
    def asks_deeds(self) -> bool:
        return self.asks(Merit.ACTIVITIES) or bool(self.least_activities)


@dataclass(frozen=True, slots=True)
class Around:
    """What a lead's own columns do not tell: `deeds` are done activities by kind, `talked` the working seconds until
    both sides spoke.
    """

    answers: Sequence[tuple[str, str]] = ()
    agreed: bool = False
    deeds: Mapping[ActivityKind, int] = field(default_factory=dict)
    talked: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """A lead's columns by name, its source, and what is around it."""

    said: Mapping[str, object]
    around: Around = Around()


@dataclass(frozen=True, slots=True)
class Missing:
    kind: MissingKind
    field: KnownField | None = None
    least: int | None = None


USUAL = Standard(
    tuple(
        Rule(merit.value, merit, points)
        for merit, points in (
            (Merit.EMAIL, 10), (Merit.WORK_EMAIL, 15), (Merit.PHONE, 20), (Merit.COMPANY, 15), (Merit.TITLE, 10),
            (Merit.MESSAGE, 10), (Merit.PRODUCT, 10), (Merit.SOUGHT_US, 10),
        )
    )
)  # fmt: skip


def told_by(standard: Standard) -> list[tuple[str, str]]:
    """Types and fields of the graph: what somebody learns of a lead who is told whether each rule holds."""
    of_lead = [("Lead", camel(column.removesuffix("_id").split("_"))) for column in sorted(standard.columns)]
    besides = [of for merit, of in _BESIDES.items() if standard.asks(merit)]
    return [*of_lead, *besides]


def holding(standard: Standard, facts: Facts) -> list[Rule]:
    return [rule for rule in standard.rules if _HOLDS[rule.merit](rule, facts)]


def score_of(standard: Standard, held: Sequence[Rule]) -> int:
    """From 0 to 100: the share of all points that there are to have."""
    full = sum(rule.points for rule in standard.rules if rule.points > 0)
    return min(HIGHEST, max(0, sum(rule.points for rule in held) * HIGHEST // full)) if full else 0


def missing_of(standard: Standard, facts: Facts, score: int) -> list[Missing]:
    """Nothing: it is ripe, where the company tells any lead to be so."""
    found = list[Missing]()
    if score < (standard.ripe_score or 0):
        found.append(Missing(MissingKind.SCORE, least=standard.ripe_score))
    found += [Missing(MissingKind.FIELD, one) for one in standard.requires if not facts.said.get(COLUMNS[one])]
    if _deeds(facts) < standard.least_activities:
        found.append(Missing(MissingKind.ACTIVITIES, least=standard.least_activities))
    return found


def _columns_of(rule: Rule) -> Iterator[str]:
    if rule.merit in _GOES_BY:
        yield _GOES_BY[rule.merit]
    if rule.field is not None:
        yield COLUMNS[rule.field]


def _filled(column: str) -> Callable[[Rule, Facts], bool]:
    return lambda _rule, facts: bool(facts.said.get(column))


def _field(rule: Rule, facts: Facts) -> bool:
    said = facts.said.get(COLUMNS[rule.field]) if rule.field else None
    if rule.match == FieldMatch.FILLED or not said:
        return bool(said)
    there, wanted = fold(str(said)), fold(rule.value or "")
    return there == wanted if rule.match == FieldMatch.IS else wanted in there


def _answer(rule: Rule, facts: Facts) -> bool:
    asked, wanted = fold(rule.question or ""), fold(rule.value or "")
    return any(fold(question) == asked and wanted in fold(answer) for question, answer in facts.around.answers)


def _deeds(facts: Facts, kind: ActivityKind | None = None) -> int:
    """Notes count where they are asked for: a word about somebody is nothing that was done with him."""
    return sum(facts.around.deeds.get(one, 0) for one in ((kind,) if kind else DEEDS))


def _talked_within(rule: Rule, facts: Facts) -> bool:
    talked = facts.around.talked
    return talked is not None and talked <= (rule.within or 0) * 60


_HOLDS: Mapping[Merit, Callable[[Rule, Facts], bool]] = {
    Merit.EMAIL: _filled("email"), Merit.PHONE: _filled("phone"), Merit.COMPANY: _filled("company"),
    Merit.TITLE: _filled("title"), Merit.MESSAGE: _filled("message"), Merit.PRODUCT: _filled("product_id"),
    Merit.WORK_EMAIL: lambda _rule, facts: work_domain(str(facts.said.get("email") or "")) is not None,
    Merit.SOUGHT_US: lambda _rule, facts: facts.said.get("channel") in SOUGHT,
    Merit.FIELD: _field,
    Merit.ANSWER: _answer,
    Merit.SOURCE: lambda rule, facts: facts.said.get("source_id") == rule.source_id,
    Merit.CONSENT: lambda _rule, facts: facts.around.agreed,
    Merit.ACTIVITIES: lambda rule, facts: _deeds(facts, rule.activity) >= (rule.least or 1),
    Merit.TALKED: lambda _rule, facts: facts.around.talked is not None,
    Merit.TALKED_WITHIN: _talked_within,
}  # fmt: skip
_GOES_BY: Mapping[Merit, str] = {
    Merit.EMAIL: "email", Merit.PHONE: "phone", Merit.COMPANY: "company", Merit.TITLE: "title",
    Merit.MESSAGE: "message", Merit.PRODUCT: "product_id", Merit.WORK_EMAIL: "email", Merit.SOUGHT_US: "channel",
    Merit.SOURCE: "source_id",
}  # fmt: skip
_BESIDES: Mapping[Merit, tuple[str, str]] = {
    Merit.ANSWER: ("LeadAnswer", "answer"), Merit.CONSENT: ("Lead", "consents"),
}  # fmt: skip
