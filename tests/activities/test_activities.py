from tests.activities.make import about, customer, links, plan
from tests.members.make import Company


def test_smoke(company: Company) -> None:
    acme = customer(company)
    task = plan(company, dealIds=[acme["deal"]], dueOn="2026-03-03")
    print(about(company, task))
    assert links(company, task) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout"]
