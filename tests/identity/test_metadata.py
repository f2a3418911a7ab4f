"""What a provider says of itself: the issuer it names, Microsoft's door of many issuers, and what is not taken."""

import pytest

from saas.identity.findings import vouched_for
from saas.identity.metadata import BadMetadata, discovery_address, read_metadata

ACME = "https://id.acme.test"
COMMON = "https://login.microsoftonline.com/common/v2.0"
MANY = "https://login.microsoftonline.com/{tenantid}/v2.0"
TENANT = "8d3c1f7e-1111-4222-8333-abcdefabcdef"
PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad"


def said(issuer: str = ACME, **more: object) -> dict[str, object]:
    true = {
        "issuer": issuer, "authorization_endpoint": f"{ACME}/a", "token_endpoint": f"{ACME}/t", "jwks_uri": f"{ACME}/k",
    }  # fmt: skip
    return {name: value for name, value in {**true, **more}.items() if value is not None}


def test_an_issuer_names_itself() -> None:
    found = read_metadata(ACME, said())
    assert (found.issuer, found.issuer_of(None), found.issuer_of(TENANT)) == (ACME, ACME, ACME)
    assert (found.algorithms, found.names_itself, found.takes_basic) == (("RS256",), False, True)
    assert discovery_address(f"{ACME}/") == f"{ACME}/.well-known/openid-configuration"


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        "x",
        said("https://id.acme.test/"),
        said("https://evil.test"),
        said(MANY),
        said(1),  # type: ignore[arg-type]
        said(authorization_endpoint=None),
        said(token_endpoint=""),
        said(jwks_uri=7),
        said(userinfo_endpoint=None) | {"userinfo_endpoint": 1},
        said(id_token_signing_alg_values_supported=["HS256", "none"]),
        said(id_token_signing_alg_values_supported="RS256"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused(wrong: object) -> None:
    with pytest.raises(BadMetadata):
        read_metadata(ACME, wrong)


@pytest.mark.parametrize("word", ["common", "organizations", "consumers"])
def test_microsofts_door_of_many_issuers(word: str) -> None:
    found = read_metadata(COMMON.replace("common", word), said(MANY))
    assert found.issuer_of(TENANT) == MANY.replace("{tenantid}", TENANT)
    for wrong in (None, "", "common", f"{TENANT}/../x", f"{TENANT}\n", 7, TENANT.upper()):
        assert found.issuer_of(wrong) is None
    assert found.may_be(MANY.replace("{tenantid}", TENANT))
    for wrong in ("", MANY, COMMON, MANY.replace("{tenantid}", "x"), "https://evil.test/v2.0", ACME):
        assert not found.may_be(wrong)


def test_a_door_of_one_organisation_has_one_issuer() -> None:
    one = COMMON.replace("common", TENANT)
    assert read_metadata(one, said(one)).issuer_of(PERSONAL) == one
    with pytest.raises(BadMetadata):
        read_metadata(one, said(MANY))


@pytest.mark.parametrize(
    ("claims", "verified"),
    [
        ({"email_verified": True}, False), ({"tid": TENANT}, False), ({"tid": TENANT, "xms_edov": True}, True),
        ({"tid": TENANT, "xms_edov": "1"}, True), ({"tid": TENANT, "xms_edov": 0}, False), ({"tid": PERSONAL}, True),
    ],
)  # fmt: skip
def test_who_vouches_for_an_address_of_microsoft(claims: dict[str, object], verified: bool) -> None:  # noqa: FBT001
    assert vouched_for(read_metadata(COMMON, said(MANY)), claims) is verified


@pytest.mark.parametrize(
    ("claims", "verified"),
    [
        ({}, None),
        ({"email_verified": True}, True),
        ({"email_verified": "true"}, True),
        ({"email_verified": False}, False),
        ({"email_verified": "yes"}, False),
        ({"email_verified": 1}, False),
        ({"xms_edov": True}, None),
    ],
)
def test_who_vouches_for_any_other_address(claims: dict[str, object], verified: bool | None) -> None:  # noqa: FBT001
    assert vouched_for(read_metadata(ACME, said()), claims) is verified
