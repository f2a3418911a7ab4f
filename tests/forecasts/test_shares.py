"""Stage shares: the worked example, the interval's properties, and the figures of a known pipeline."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.forecasts.shares import Tally, wilson


def test_three_of_ten_quotes() -> None:
    tally = Tally(entered=10, won=3, lost=7)
    assert tally.share == 0.3
    assert tally.interval is not None
    assert [round(end * 100, 1) for end in tally.interval] == [10.8, 60.3]
    assert tally.weigh(Decimal(1000)) == 300
    assert (tally.closed, tally.open) == (10, 0)


def test_those_still_open_are_not_in_the_share() -> None:
    tally = Tally(entered=14, won=3, lost=7)
    assert (tally.share, tally.open) == (0.3, 4)


def test_figures_of_a_large_pipeline() -> None:
    tally = Tally(entered=8300, won=4238, lost=2473)
    assert tally.share == pytest.approx(0.6315, abs=5e-5)
    assert tally.interval is not None
    assert [round(end * 100, 1) for end in tally.interval] == [62.0, 64.3]
    assert (tally.closed, tally.open) == (6711, 1589)


def test_no_history_gives_no_share() -> None:
    tally = Tally(entered=5)
    assert tally.share is None
    assert tally.interval is None
    assert tally.weigh(Decimal(100)) == 0


@given(st.integers(1, 5000).flatmap(lambda closed: st.tuples(st.integers(0, closed), st.just(closed))))
def test_interval_holds_the_share_and_is_mirrored(case: tuple[int, int]) -> None:
    won, closed = case
    low, high = wilson(won, closed)
    assert 0 <= low <= won / closed + 1e-12
    assert won / closed - 1e-12 <= high <= 1
    mirrored = wilson(closed - won, closed)
    assert (1 - mirrored[1], 1 - mirrored[0]) == pytest.approx((low, high))


@given(st.integers(0, 20), st.integers(1, 20), st.integers(2, 50))
def test_more_cases_prove_more(won: int, lost: int, times: int) -> None:
    low, high = wilson(won, won + lost)
    narrow_low, narrow_high = wilson(won * times, (won + lost) * times)
    assert narrow_high - narrow_low < high - low
