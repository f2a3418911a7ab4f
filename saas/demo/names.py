"""Names of people in Hebrew, Arabic and English, each with a Latin handle for its e-mail address."""

from dataclasses import dataclass
from random import Random

from saas.demo.records import Person

GIVEN = {
    "he": """
        נועה noa f, מאיה maya f, תמר tamar f, יעל yael f, שירה shira f, מיכל michal f, רונית ronit f, הילה hila f,
        ליאת liat f, אורית orit f, דפנה dafna f, ענת anat f, גלית galit f, סיגל sigal f, אביגיל avigail f,
        איתי itay m, יונתן yonatan m, עומר omer m, אורי uri m, דניאל daniel m, גיא guy m, רועי roi m, אלון alon m,
        ניר nir m, אסף asaf m, עידו ido m, שי shai m, ארז erez m, יואב yoav m, משה moshe m, ברק barak m
    """,
    "ar": """
        ليلى layla f, رنا rana f, هبة hiba f, سمر samar f, دينا dina f, نور nour f, مريم maryam f, هالة hala f,
        رغد raghad f, سلمى salma f, نادين nadine f, ريم reem f, منى muna f, لمى lama f,
        أحمد ahmad m, محمود mahmoud m, خالد khaled m, يوسف yousef m, سامر samer m, عمر omar m, طارق tariq m,
        فادي fadi m, باسل basel m, رامي rami m, حسام husam m, إبراهيم ibrahim m, وائل wael m, زياد ziad m, نبيل nabil m
    """,
    "en": """
        Emma emma f, Sophie sophie f, Laura laura f, Helen helen f, Katerina katerina f, Chiara chiara f, Anna anna f,
        Marie marie f, Julia julia f, Ingrid ingrid f, Elena elena f, Rachel rachel f, Claire claire f,
        James james m, Oliver oliver m, Lukas lukas m, Marco marco m, Nikos nikos m, Pierre pierre m, Thomas thomas m,
        Daniel daniel m, Andreas andreas m, Peter peter m, Stefan stefan m, Martin martin m, David david m, Jan jan m
    """,
}
FAMILY = {
    "he": """
        לוי levi, כהן cohen, מזרחי mizrahi, פרץ peretz, ביטון biton, אברהם avraham, פרידמן friedman, שפירא shapira,
        אדרי adri, גולן golan, ברק barak, רוזן rosen, שגב segev, הררי harari, נחום nahum, אזולאי azulay, כץ katz,
        דיין dayan, ארביב arbiv, סגל segal, בן־דוד bendavid, אשכנזי ashkenazi, זמיר zamir, אלמוג almog
    """,
    "ar": """
        حداد haddad, خوري khoury, ناصر nasser, منصور mansour, زعبي zoubi, شحادة shehadeh, عودة odeh, سعيد saeed,
        جبارين jabarin, المصري almasri, النجار najjar, الحسيني husseini, قاسم qasem, العلي alali, حمدان hamdan,
        الشامي shami, بدران badran, الكعبي alkaabi, المنصوري almansouri, فرح farah, صباح sabbah, عساف assaf
    """,
    "en": """
        Carter carter, Bennett bennett, Hughes hughes, Weber weber, Fischer fischer, Rossi rossi, Conti conti,
        Dubois dubois, Moreau moreau, Georgiou georgiou, Papadakis papadakis, Visser visser, Bakker bakker,
        Novak novak, Lindqvist lindqvist, Walsh walsh, Meyer meyer, Costa costa, Keller keller, Shaw shaw, Braun braun
    """,
}
#: Titles as (a man's, a woman's).
TITLES = {
    "he": (
        ("מנכ״ל", "מנכ״לית"),
        ("מנהל רכש", "מנהלת רכש"),
        ("מנהל תפעול", "מנהלת תפעול"),
        ("סמנכ״ל כספים", "סמנכ״לית כספים"),
        ("מנהל מזון ומשקאות", "מנהלת מזון ומשקאות"),
        ("שף ראשי", "שפית ראשית"),
        ("מנהל אחזקה", "מנהלת אחזקה"),
    ),
    "ar": (
        ("المدير العام", "المديرة العامة"),
        ("مدير المشتريات", "مديرة المشتريات"),
        ("مدير العمليات", "مديرة العمليات"),
        ("المدير المالي", "المديرة المالية"),
        ("مدير الأغذية والمشروبات", "مديرة الأغذية والمشروبات"),
        ("رئيس الطهاة", "رئيسة الطهاة"),
    ),
    "en": tuple(
        (title, title)
        for title in (
            "Managing Director",
            "Head of Procurement",
            "Operations Manager",
            "CFO",
            "Food & Beverage Manager",
            "Executive Chef",
            "Facilities Manager",
        )
    ),
}


@dataclass(frozen=True, slots=True)
class _Given:
    name: str
    handle: str
    female: bool


def draw_person(rng: Random, language: str) -> Person:
    """A person whose given and family name are both of `language` (`he`, `ar` or `en`)."""
    given = rng.choice(_GIVEN[language])
    family, handle = rng.choice(_FAMILY[language])
    return Person(f"{given.name} {family}", f"{given.handle}.{handle}", given.female)


def draw_title(rng: Random, language: str, *, female: bool) -> str:
    """A title in the grammatical form of the person."""
    return rng.choice(TITLES[language])[female]


def _read_given(text: str) -> tuple[_Given, ...]:
    triples = (entry.split() for entry in text.split(","))
    return tuple(_Given(name, handle, gender == "f") for name, handle, gender in triples)


def _read_family(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, handle) for name, handle in (entry.split() for entry in text.split(",")))


_GIVEN = {language: _read_given(text) for language, text in GIVEN.items()}
_FAMILY = {language: _read_family(text) for language, text in FAMILY.items()}
