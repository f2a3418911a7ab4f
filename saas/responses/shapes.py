"""The shapes of response times in the graph."""

import strawberry

from saas.responses.times import Span, Times


@strawberry.type(description="Leads answered after more than `over` seconds and within so many; null is no bound.")
class ResponseSlice:
    over: int | None
    within: int | None
    leads: int


@strawberry.type(
    description="In seconds. Of those answered, half took at most `p50`, 95 of a hundred at most `p95`; null where "
    "none was. The same of all counts those that still wait as waiting at least so long (Kaplan-Meier); it is null "
    "where so many wait that it is not known yet: then it is more than `longest`, the longest wait so far."
)
class ResponseSpan:
    p50: float | None
    p95: float | None
    p50_of_all: int | None
    p95_of_all: int | None
    longest: int | None
    slices: list[ResponseSlice]


@strawberry.type(description="`waiting` are open and have no answer yet.")
class ResponseTotal:
    leads: int
    answered: int
    waiting: int
    wall: ResponseSpan
    business: ResponseSpan


def total_of(times: Times) -> ResponseTotal:
    return ResponseTotal(
        leads=times.leads, answered=times.answered, waiting=times.waiting, wall=_span(times.wall),
        business=_span(times.business),
    )  # fmt: skip


def _span(span: Span) -> ResponseSpan:
    return ResponseSpan(
        p50=span.p50, p95=span.p95, p50_of_all=span.p50_of_all, p95_of_all=span.p95_of_all, longest=span.longest,
        slices=[ResponseSlice(over=one.over, within=one.within, leads=one.leads) for one in span.slices],
    )  # fmt: skip
