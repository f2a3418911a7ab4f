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
    CREATED = "CREATED"
    STATUS = "STATUS"
    OWNER = "OWNER"


class Merit(StrEnum):
    """What speaks for a lead."""

    EMAIL = "EMAIL"
    WORK_EMAIL = "WORK_EMAIL"
    PHONE = "PHONE"
    COMPANY = "COMPANY"
    TITLE = "TITLE"
    MESSAGE = "MESSAGE"
    PRODUCT = "PRODUCT"
    SOUGHT_US = "SOUGHT_US"
