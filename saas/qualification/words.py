"""The words that rules of qualification are told in."""

from enum import StrEnum


class KnownField(StrEnum):
    """What is known of a lead, or where it came from."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    COMPANY = "COMPANY"
    TITLE = "TITLE"
    MESSAGE = "MESSAGE"
    COUNTRY = "COUNTRY"
    LANGUAGE = "LANGUAGE"
    PRODUCT = "PRODUCT"
    CHANNEL = "CHANNEL"
    CAMPAIGN = "CAMPAIGN"


class FieldMatch(StrEnum):
    """Anything is known, exactly this, or this among other words; case and accents make no difference."""

    FILLED = "FILLED"
    IS = "IS"
    HAS = "HAS"


class MissingKind(StrEnum):
    """What a lead lacks to be ripe: points, a field, activities."""

    SCORE = "SCORE"
    FIELD = "FIELD"
    ACTIVITIES = "ACTIVITIES"


COLUMNS = {
    KnownField.EMAIL: "email", KnownField.PHONE: "phone", KnownField.COMPANY: "company", KnownField.TITLE: "title",
    KnownField.MESSAGE: "message", KnownField.COUNTRY: "country", KnownField.LANGUAGE: "language",
    KnownField.PRODUCT: "product_id", KnownField.CHANNEL: "channel", KnownField.CAMPAIGN: "utm_campaign",
}  # fmt: skip
