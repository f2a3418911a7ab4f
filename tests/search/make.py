"""Builders: a company with names in three alphabets, and searches as short lines."""

from tests.activities.make import inside, plan, rows
from tests.deals.make import make_deal
from tests.members.make import Company, Json, key_of

SEARCH = """query S($text: String!, $kinds: [SearchKind!], $first: Int) {
    search(text: $text, kinds: $kinds, first: $first) { text switched groups { kind count more hits { match record {
        __typename id ... on Deal { name } ... on Account { name } ... on Contact { name phone email }
        ... on Activity { subject } ... on Attachment { name } ... on Product { name } ... on Member { name }
    } } } } }"""

ACCOUNTS = ("Acme", "Acme Labs", "Delta Ltd", "International Business Machines", "אלון מערכות", "مؤسسة الأمل")
CONTACTS = {
    "Dana Cohen": {"email": "dana.cohen@acme.test", "phone": "+972 52-123-4567"},
    "Dan": {"phone": "03-555 7788"},
    "רוֹנִית כָּהֵן": {"phone": "054-9876543", "email": "ronit@alon.test"},
    "אַבְרָהָם שָׁלוֹם": {},
    "أحمد يحيى": {"phone": "+201001234567"},
    "Zoë Müller-Lopez": {"title": "Chief buyer"},
}


def settle(company: Company) -> Company:
    """Owned by olga, but for a deal of Rina's and a task of hers that hangs on nothing."""
    for name in ACCOUNTS:
        company.keys[name] = key_of(company.do("olga", "createAccount", name=name))
    for name, given in CONTACTS.items():
        at = {"accountId": company.id("Acme", "Account")} if name == "Dana Cohen" else {}
        company.keys[name] = key_of(company.do("olga", "createContact", name=name, **given, **at))
    make_deal(company, "Rollout", accountId=company.id("Acme Labs", "Account"))
    make_deal(company, "Renewal of Rina", who="rina")
    make_deal(company, "Renewal of all")
    plan(company, "Send the brochure", body="As the Delta people asked, by 19:00")
    company.do("olga", "createProduct", name="GTX Pro", code="GTX-900")
    return company


def found(company: Company, text: str, who: str = "olga", **given: object) -> Json:
    said = company.answer(who, SEARCH, {"text": text, **given})
    assert "errors" not in said, said
    return inside(said, "data", "search")


def hits(company: Company, text: str, who: str = "olga", **given: object) -> list[str]:
    """As `CONTACT Dan EXACT`, in the order of the groups and their hits."""
    return [
        f"{group['kind']} {record.get('name') or record['subject']} {hit['match']}"
        for group in rows(found(company, text, who, **given), "groups")
        for hit in rows(group, "hits")
        for record in [inside(hit, "record")]
    ]


def counts(company: Company, text: str, who: str = "olga", **given: object) -> dict[str, int]:
    groups = rows(found(company, text, who, **given), "groups")
    return {str(group["kind"]): int(str(group["count"])) for group in groups if group["count"]}
