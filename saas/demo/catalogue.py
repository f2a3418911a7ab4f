# ruff: noqa: RUF001  product names in Hebrew
"""What the demo company sells: products in families, the kits that customers buy together, and its pipeline."""

from dataclasses import dataclass
from decimal import Decimal

from saas.demo.records import ProductRecord, StageRecord

STAGES = (
    StageRecord("New", "OPEN", 7),
    StageRecord("Discovery", "OPEN", 14),
    StageRecord("Price quote", "OPEN", 30),
    StageRecord("Negotiation", "OPEN", 21),
    StageRecord("Agreement", "OPEN", 14),
    StageRecord("Won", "WON", None),
    StageRecord("Lost", "LOST", None),
)
OPEN_STAGES, WON, LOST = 5, 5, 6
#: From this stage on the customer has a price in writing; before it the amount is an estimate from list prices.
QUOTE = 2

_PRODUCTS = (
    ("COF-210", "Barista Duo espresso machine", "Coffee", 18_900),
    ("COF-310", "Barista Trio espresso machine", "Coffee", 27_500),
    ("COF-105", "Mill One grinder", "Coffee", 3_400),
    ("COF-900", "Bean plan, one year", "Coffee", 14_400),
    ("COK-606", "Combi oven, 6 trays", "Cooking", 31_800),
    ("COK-110", "Combi oven, 10 trays", "Cooking", 46_500),
    ("COK-220", "Induction range, 4 zones", "Cooking", 16_200),
    ("COL-400", "ויטרינת קירור 120 ס״מ", "Cooling", 11_700),
    ("COL-800", "חדר קירור מודולרי", "Cooling", 58_000),
    ("COL-120", "Ice maker, 90 kg", "Cooling", 7_900),
    ("SRV-100", "התקנה והדרכה", "Service", 2_800),
    ("SRV-200", "חוזה שירות שנתי", "Service", 6_400),
)
PRODUCTS = tuple(ProductRecord(code, name, family, Decimal(price)) for code, name, family, price in _PRODUCTS)
PRICES = {product.code: product.price for product in PRODUCTS}


@dataclass(frozen=True, slots=True)
class Kit:
    """A usual purchase: its name by language, product codes, how often it is asked for and the most one orders."""

    title: dict[str, str]
    codes: tuple[str, ...]
    weight: int
    most: int


def _kit(weight: int, most: int, codes: str, *titles: str) -> Kit:
    return Kit(dict(zip(("en", "he", "ar"), titles, strict=True)), tuple(codes.split()), weight, most)


KITS = (
    _kit(22, 3, "COF-210 COF-105 SRV-100", "Coffee corner", "פינת קפה", "ركن القهوة"),
    _kit(12, 2, "COF-310 COF-105 COL-120 SRV-100", "Lobby bar", "בר לובי", "بار اللوبي"),
    _kit(14, 2, "COK-110 COK-220 SRV-100 SRV-200", "Kitchen refit", "שדרוג מטבח", "تجديد المطبخ"),
    _kit(12, 2, "COK-606 COF-210 COL-400 SRV-100", "Opening of a branch", "פתיחת סניף", "افتتاح فرع"),
    _kit(8, 1, "COL-800 SRV-100 SRV-200", "Cold room", "חדר קירור", "غرفة تبريد"),
    _kit(10, 3, "COL-400 COL-120", "Display and ice", "תצוגה וקרח", "عرض وثلج"),
    _kit(14, 4, "SRV-200", "Service renewal", "חידוש שירות", "تجديد عقد الصيانة"),
    _kit(8, 3, "COF-900 SRV-200", "Bean plan", "מנוי פולים", "اشتراك القهوة"),
)

#: Where at the customer the kit goes: the second half of a deal's name.
SITES = {
    "en": ("main building", "second floor", "terrace", "staff restaurant", "new wing", "north site", "central kitchen"),
    "he": ("הבניין הראשי", "קומה 2", "המרפסת", "חדר האוכל", "האגף החדש", "אתר צפון", "המטבח המרכזי"),
    "ar": (
        "المبنى الرئيسي",
        "الطابق الثاني",
        "الشرفة",
        "مطعم الموظفين",
        "الجناح الجديد",
        "الموقع الشمالي",
        "المطبخ المركزي",
    ),
}
