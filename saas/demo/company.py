"""The demo company as a whole, drawn from a seed and a moment."""

from datetime import datetime
from random import Random

from saas.demo.book import draw_deals, draw_market
from saas.demo.catalogue import PRODUCTS, STAGES
from saas.demo.companies import draw_accounts
from saas.demo.contacts import draw_contacts
from saas.demo.diary import draw_activities, languages_of
from saas.demo.losses import draw_losses
from saas.demo.oversight import draw_oversight
from saas.demo.records import Company
from saas.demo.staff import MEMBERS, TEAMS

#: The seed of the company that `kesher up` shows, and what its tenant is made of.
SEED = 1927
NAME = "Oren Agencies · סוכנות אורן"
CURRENCY, LOCALE, TIME_ZONE = "ILS", "en", "Asia/Jerusalem"
WEEK_START = 7  # of ISO 8601: a week in Israel begins on Sunday


def draw_company(now: datetime, seed: int = SEED) -> Company:
    """Two years that end at `now` (an aware moment): the same seed and moment draw the same company."""
    rng = Random(seed)  # noqa: S311 - a believable company, not a secret
    accounts = draw_accounts(rng)
    contacts = draw_contacts(rng, accounts)
    deals = draw_deals(rng, draw_market(rng, accounts, contacts), now)
    languages = languages_of(accounts)
    activities = draw_activities(Random(seed + 1), deals, languages, now)  # noqa: S311 - nor is this
    activities += tuple(draw_oversight(Random(seed + 4), deals, now))  # noqa: S311 - nor this
    losses = tuple(draw_losses(Random(seed + 2), deals, languages))  # noqa: S311 - nor this
    return Company(MEMBERS, TEAMS, accounts, contacts, PRODUCTS, STAGES, deals, activities, losses)
