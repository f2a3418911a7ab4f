"""The words that a lead is told in."""

from enum import StrEnum


class LeadStatus(StrEnum):
    """An UNFIT lead may be reopened; of a CONVERTED one the conversion is taken back."""

    NEW = "NEW"
    WORKING = "WORKING"
    QUALIFIED = "QUALIFIED"
    CONVERTED = "CONVERTED"
    UNFIT = "UNFIT"


OPEN = frozenset({LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED})


class UnfitReason(StrEnum):
    """Why a lead is none."""

    NO_NEED = "NO_NEED"
    NO_BUDGET = "NO_BUDGET"
    WRONG_PERSON = "WRONG_PERSON"
    UNREACHABLE = "UNREACHABLE"
    COMPETITOR = "COMPETITOR"
    DUPLICATE = "DUPLICATE"
    SPAM = "SPAM"
    OTHER = "OTHER"


class Channel(StrEnum):
    """What led somebody to us: a search, an advert, a social network, another site, a mail, or nothing that we know."""

    ORGANIC = "ORGANIC"
    PAID = "PAID"
    SOCIAL = "SOCIAL"
    REFERRAL = "REFERRAL"
    EMAIL = "EMAIL"
    DIRECT = "DIRECT"


class LeadEventKind(StrEnum):
    """RIPENED and UNRIPENED: from then on it was ripe, or not any more."""

    CREATED = "CREATED"
    STATUS = "STATUS"
    OWNER = "OWNER"
    RIPENED = "RIPENED"
    UNRIPENED = "UNRIPENED"


class Merit(StrEnum):
    """What speaks for a lead, or against it. FIELD to TALKED_WITHIN are told closer by the rule of the company that
    they come from.
    """

    EMAIL = "EMAIL"
    WORK_EMAIL = "WORK_EMAIL"
    PHONE = "PHONE"
    COMPANY = "COMPANY"
    TITLE = "TITLE"
    MESSAGE = "MESSAGE"
    PRODUCT = "PRODUCT"
    SOUGHT_US = "SOUGHT_US"
    FIELD = "FIELD"
    ANSWER = "ANSWER"
    SOURCE = "SOURCE"
    CONSENT = "CONSENT"
    ACTIVITIES = "ACTIVITIES"
    TALKED = "TALKED"
    TALKED_WITHIN = "TALKED_WITHIN"
