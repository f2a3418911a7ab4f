"""A sheet is looked at, then kept; kept twice it changes nothing."""

import pytest

from saas.core.errors import Forbidden
from saas.rate_sheets.actions import keep_sheet, look_at_sheet
from tests.members.make import Company
from tests.rates.make import make_rate

SHEET = b"date,currency,rate\n2026-03-01,USD,0.9\n2026-02-27,USD,0.95\n2026-02-27,GBP,1.2\n2029-01-01,USD,0.9\n"


def test_what_is_shown_before_is_what_happens(company: Company) -> None:
    make_rate(company, rate="0.9")
    make_rate(company, day="2026-02-27", rate="0.8")
    before = company.state()
    with company.open("adam") as work:
        seen = look_at_sheet(work, "bank.csv", SHEET, inverse=False)
    assert (seen.new, seen.changed, seen.same) == (1, 1, 1)
    assert [(one.why.value, one.said) for one in seen.refused] == [("DAY", "USD 2029-01-01")]
    assert company.state() == before
    with company.open("adam") as work:
        assert keep_sheet(work, "bank.csv", SHEET, inverse=False) == 2
    kept = company.state()
    with company.open("adam") as work:
        assert keep_sheet(work, "bank.csv", SHEET, inverse=False) == 0
    assert company.state() == kept


@pytest.mark.parametrize("who", ["mona", "rina"])
def test_who_may_not_keep_rates_may_not_by_file_either(company: Company, who: str) -> None:
    before = company.state()
    for act in (look_at_sheet, keep_sheet):
        with pytest.raises(Forbidden), company.open(who) as work:
            act(work, "bank.csv", SHEET, inverse=False)
    assert company.state() == before
