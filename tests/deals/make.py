"""Builders: deals in two pipelines, and their histories as short lines."""

from datetime import timedelta

from tests.members.make import Company, Json, key_of
from tests.pipelines.make import make_pipeline

HISTORY = """query History($id: ID!) { deal(id: $id) { history(first: 100) { nodes {
    kind at by { name } fromStage { name } toStage { name } seconds fromAmount { amount currency }
    toAmount { amount currency } fromOn toOn fromOwner { name } toOwner { name }
} } } }"""
HOUR = timedelta(hours=1)


def make_deal(company: Company, name: str = "Acme rollout", *, who: str = "olga", **given: object) -> Json:
    """In the stage `New` of `Sales` where nothing else is said; the company gets its pipelines with its first deal."""
    if "Sales" not in company.keys:
        make_pipeline(company)
        make_pipeline(company, "Partners")
    made = company.do(who, "createDeal", name=name, **given)
    company.keys[name] = key_of(made)
    return made


def euros(amount: int | str, currency: str | None = "EUR") -> Json:
    return {"amount": str(amount), "currency": currency}


def move(company: Company, deal: Json, stage: str, *, who: str = "olga", **given: object) -> Json:
    return company.do(who, "moveDeal", dealId=deal["id"], stageId=company.id(stage, "Stage"), **given)


def history(company: Company, deal: Json, who: str = "olga") -> list[Json]:
    """Each event without what is null in it."""
    said = company.ask(who, HISTORY, id=deal["id"])["deal"]
    assert isinstance(said, dict)
    return [{name: value for name, value in event.items() if value is not None} for event in said["history"]["nodes"]]
