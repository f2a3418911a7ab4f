"""What a visit says of what its visitor is after: words of a page's address, how often and how long he was there."""

import re
from enum import StrEnum
from urllib.parse import unquote


class VisitIntent(StrEnum):
    """PRICING, PRODUCT, CONTACT: he looked at such a page. RETURNING: he had been here before. LONG: for two minutes or
    more.
    """

    PRICING = "PRICING"
    PRODUCT = "PRODUCT"
    CONTACT = "CONTACT"
    RETURNING = "RETURNING"
    LONG = "LONG"


LONG_SECONDS = 120

PAGES = {
    VisitIntent.PRICING: (
        "price", "prices", "pricing", "plan", "plans", "quote", "quotes", "cost", "costs", "rates", "buy", "checkout",
        "מחיר", "מחירים", "מחירון", "תוכניות", "הצעת-מחיר", "עלות", "רכישה",
        "سعر", "أسعار", "اسعار", "الأسعار", "الاسعار", "التسعير", "تسعير", "الباقات", "باقات", "شراء",
    ),
    VisitIntent.PRODUCT: (
        "product", "products", "feature", "features", "solution", "solutions", "service", "services", "demo", "tour",
        "מוצר", "מוצרים", "פתרון", "פתרונות", "שירות", "שירותים", "תכונות", "הדגמה",
        "منتج", "منتجات", "المنتجات", "حل", "حلول", "الحلول", "خدمة", "خدمات", "الخدمات", "ميزات", "المميزات",
    ),
    VisitIntent.CONTACT: (
        "contact", "contacts", "contact-us", "callback", "appointment", "meeting", "talk-to-us",
        "צור-קשר", "צרו-קשר", "יצירת-קשר", "דברו-איתנו", "פגישה",
        "اتصل-بنا", "اتصل", "تواصل", "تواصل-معنا", "موعد",
    ),
}  # fmt: skip

_BETWEEN = re.compile(r"[\W_]+")


def intent_of(path: str, said: str | None = None) -> VisitIntent | None:
    """Of a page: what it says of itself, else by the words in its path; `/pricing-2026` has the word pricing."""
    for intent in PAGES:
        if (said or "").strip().upper() == intent:
            return intent
    words = f"-{_BETWEEN.sub('-', unquote(path)).strip('-').casefold()}-"
    return next((intent for intent, known in PAGES.items() if any(f"-{word}-" in words for word in known)), None)
