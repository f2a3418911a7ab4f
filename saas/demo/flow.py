"""How deals flow: when they open, how they pass from stage to stage, and how they end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import log
from random import Random
from zoneinfo import ZoneInfo

from saas.demo.catalogue import LOST, OPEN_STAGES, QUOTE, WON

ZONE = ZoneInfo("Asia/Jerusalem")
YEARS = 2
#: Chance to go on from a stage, and the usual days in it of those that do. Losers linger longer than winners.
ADVANCE = (0.80, 0.76, 0.52, 0.74, 0.90)
USUAL_DAYS = (5.0, 11.0, 17.0, 12.0, 7.0)
LINGER = 1.5
#: New deals of a month against the average: summer and the autumn feasts are slow, the year's end is busy.
SEASON = (1.0, 0.95, 1.15, 0.8, 1.05, 1.05, 0.95, 0.75, 0.8, 0.85, 1.2, 1.3)
DAILY = 2.05
GROWTH = 0.35
STUCK = 0.05
FRIDAY, SATURDAY = 4, 5


@dataclass(frozen=True, slots=True)
class Pace:
    """What sets deals apart: a rep's skill (1 is usual) and slowness of the purchase (1 is usual)."""

    skill: float
    slowness: float


@dataclass(frozen=True, slots=True)
class Step:
    """A deal enters a stage."""

    stage: int
    at: datetime


def draw_openings(rng: Random, now: datetime) -> Iterator[datetime]:
    """The moments at which deals open in the two years before `now`, oldest first, all in working hours."""
    last = now.astimezone(ZONE).date()
    first = last.replace(day=1, year=last.year - YEARS)
    span = (last - first).days
    for offset in range(span + 1):
        day = first + timedelta(days=offset)
        if is_workday(day):
            rate = DAILY * SEASON[day.month - 1] * (1 + GROWTH * (offset / span - 0.5))
            moments = sorted(_draw_moment(rng, day) for _ in range(int(rate + rng.random())))
            yield from (moment for moment in moments if moment < now)


def draw_path(rng: Random, opened_at: datetime, now: datetime, pace: Pace) -> tuple[Step, ...]:
    """The steps of a deal up to `now`; one that has not ended by then is open."""
    stage = rng.choices((0, 1, QUOTE), (75, 15, 10))[0]
    steps = [Step(stage, opened_at)]
    while stage < OPEN_STAGES:
        goes_on = rng.random() < min(0.97, ADVANCE[stage] * pace.skill)
        at = _draw_leaving(rng, steps[-1], pace, lingers=not goes_on)
        if at >= now:
            break
        stage = (WON if stage == OPEN_STAGES - 1 else stage + 1) if goes_on else LOST
        steps.append(Step(stage, at))
    return tuple(steps)


def draw_expected(rng: Random, stage: int, at: datetime, slowness: float) -> date:
    """When a rep who knows the usual pace, and is a little hopeful, expects to close a deal in `stage`."""
    remaining = sum(USUAL_DAYS[stage:]) * slowness * rng.uniform(0.75, 1.35)
    return next_workday(at.astimezone(ZONE).date() + timedelta(days=round(remaining) + 2))


def draw_between(rng: Random, start: datetime, end: datetime) -> datetime:
    """A moment strictly after `start` and before `end`."""
    return start + (end - start) * rng.uniform(0.15, 0.85)


def is_workday(day: date) -> bool:
    """Sunday to Thursday."""
    return day.weekday() not in {FRIDAY, SATURDAY}


def next_workday(day: date) -> date:
    """The day itself, or the Sunday after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def _draw_leaving(rng: Random, step: Step, pace: Pace, *, lingers: bool) -> datetime:
    days = rng.lognormvariate(log(USUAL_DAYS[step.stage]), 0.65) * pace.slowness
    days *= LINGER if lingers else 1
    if rng.random() < STUCK:
        days *= rng.uniform(3, 7)
    local = step.at.astimezone(ZONE)
    if days < 1:
        return step.at + timedelta(minutes=rng.randint(20, 90))
    return _draw_moment(rng, next_workday(local.date() + timedelta(days=round(days))))


def _draw_moment(rng: Random, day: date) -> datetime:
    opening = datetime.combine(day, time(8, 0), ZONE)
    return (opening + timedelta(seconds=rng.randint(0, 10 * 3600))).astimezone(ZoneInfo("UTC"))
