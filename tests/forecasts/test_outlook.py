"""The outlook by hand: three stages, two owners, every way of being left out."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from saas.forecasts.outlook import Due, Heap, NoteCode, Outlook, StageTally, Sums, draw_outlook
from saas.forecasts.shares import Tally

PIPELINE, QUOTE, FRESH, TALK = (UUID(int=number) for number in range(1, 5))
DANA, OMAR, NORTH = (UUID(int=number) for number in range(11, 14))
STAGES = (
    StageTally(QUOTE, PIPELINE, Tally(10, 3, 7)),
    StageTally(FRESH, PIPELINE, Tally(4)),
    StageTally(TALK, PIPELINE, Tally(9, 2, 4)),
)
HEAP = Heap(QUOTE, PIPELINE, DANA, NORTH, Due.PERIOD, rated=True, deals=2, unpriced=0, amount=Decimal(1000))


def draw(*heaps: Heap, pipeline: Tally | None = None) -> Outlook:
    return draw_outlook(STAGES, {PIPELINE: pipeline or Tally(16, 4, 8)}, heaps)


def test_amount_times_share_by_stage_owner_and_team() -> None:
    outlook = draw(HEAP, replace(HEAP, stage_id=TALK, owner_id=OMAR, team_id=None, amount=Decimal(100)))
    assert outlook.total == Sums(Decimal("333.33"), Decimal(0), Decimal(1100))
    assert [sums.expected for _, sums in outlook.stages] == [300, 0, Decimal("33.33")]
    assert outlook.owners == (
        (DANA, Sums(Decimal(300), Decimal(0), Decimal(1000))),
        (OMAR, Sums(Decimal("33.33"), Decimal(0), Decimal(100))),
    )
    assert [key for key, _ in outlook.teams] == [NORTH, None]
    assert outlook.notes == ()


def test_overdue_rolls_on_and_is_told() -> None:
    outlook = draw(replace(HEAP, due=Due.OVERDUE))
    assert outlook.total.expected == 300
    assert [(note.code, note.deals, note.amount) for note in outlook.notes] == [(NoteCode.OVERDUE, 2, Decimal(1000))]


def test_won_counts_its_amount() -> None:
    assert draw(replace(HEAP, due=Due.WON)).total == Sums(Decimal(1000), Decimal(1000), Decimal(0))


def test_other_times_count_nothing() -> None:
    outlook = draw(replace(HEAP, due=Due.OTHER), replace(HEAP, due=Due.UNDATED))
    assert outlook.total == Sums()
    assert outlook.owners == ()
    assert [note.code for note in outlook.notes] == [NoteCode.UNDATED]


def test_a_currency_without_a_rate_is_left_out_and_told() -> None:
    outlook = draw(HEAP, replace(HEAP, rated=False, deals=3, amount=Decimal(0)))
    assert outlook.total.open == 1000
    assert [(note.code, note.deals) for note in outlook.notes] == [(NoteCode.OTHER_CURRENCY, 3)]


def test_a_stage_without_history_takes_the_pipelines_share() -> None:
    fresh = replace(HEAP, stage_id=FRESH, unpriced=1)
    outlook = draw(fresh)
    assert outlook.total.expected == Decimal("333.33")
    assert [note.code for note in outlook.notes] == [NoteCode.NO_AMOUNT, NoteCode.PIPELINE_SHARE]
    unknown = draw(fresh, pipeline=Tally(5))
    assert unknown.total == Sums(Decimal(0), Decimal(0), Decimal(1000))
    assert [note.code for note in unknown.notes] == [NoteCode.NO_AMOUNT, NoteCode.NO_SHARE]


def test_a_stage_that_is_gone_takes_the_pipelines_share() -> None:
    assert draw(replace(HEAP, stage_id=UUID(int=99))).total.expected == Decimal("333.33")


heaps = st.builds(
    Heap,
    st.sampled_from([QUOTE, FRESH, TALK]),
    st.just(PIPELINE),
    st.sampled_from([DANA, OMAR, None]),
    st.sampled_from([NORTH, None]),
    st.sampled_from(Due),
    st.sampled_from(["ILS", "EUR", None]),
    st.integers(1, 9),
    st.integers(0, 3),
    st.decimals(0, 10**9, places=2),
)


@given(st.lists(heaps))
def test_stages_owners_and_teams_add_up(piles: list[Heap]) -> None:
    outlook = draw(*piles)
    for parts in (outlook.stages, outlook.owners, outlook.teams):
        assert sum((sums for _, sums in parts), Sums()) == outlook.total
    assert 0 <= outlook.total.expected - outlook.total.won <= outlook.total.open
