"""The model of capacity gives back what was measured, and bends where a limit is reached."""

from bench.capacity import POINTS, Wanted, plan


def test_the_model_gives_back_what_was_measured() -> None:
    assert {one.what: round(one.off, 2) for one in POINTS if abs(one.off) > 0.2} == {}


def test_cells_come_with_companies_and_connections_with_requests() -> None:
    few, many = plan(Wanted(500, requests=100)), plan(Wanted(10_000, requests=3_000))
    assert (few.cells, many.cells) == (1, 20)
    assert (few.web_processes, many.web_processes) == (1, 40)
    assert (few.connections_each, many.connections_each) == (31, 47)
    assert many.memory_each < many.memory_each_ungrouped / 5
    assert few.disk_each == many.disk_each
    assert many.disk == 20 * many.disk_each
    assert plan(Wanted(10_000, a_cell=5_000)).cells == 10  # no more than a thousand companies a cell


def test_a_backend_is_replaced_before_it_weighs_too_much() -> None:
    assert plan(Wanted(100_000, a_cell=1_000)).backend < 250_000_000
