"""Leads of the demo company who have become customers."""

from collections.abc import Sequence
from typing import Final

from saas.conversions.actions import Choice, NewDeal, convert_lead
from saas.core.money import Money
from saas.core.work import Work
from saas.demo.catalogue import PRODUCTS
from saas.demo.company import CURRENCY
from saas.demo.interest import LeadRecord
from saas.demo.rows import Rows

MOST: Final = 3
_PRICES: Final = {product.code: product.price for product in PRODUCTS}


def convert_some(work: Work, rows: Rows, leads: Sequence[LeadRecord]) -> None:
    """The first who are qualified and named a product, by the action itself: each can be taken back."""
    named = [(lead, lead.product) for lead in leads if lead.status == "QUALIFIED" and lead.product]
    for lead, product in named[:MOST]:
        deal = NewDeal(amount=Money(_PRICES[product], CURRENCY))
        convert_lead(work, rows.ids["lead", lead.key], Choice(new_deal=deal))
