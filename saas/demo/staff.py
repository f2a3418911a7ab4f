# ruff: noqa: RUF001  names in Hebrew
"""Who works at the demo company: an owner, an admin, three managers with their teams and eleven reps."""

from saas.demo.records import MemberRecord, TeamRecord

TEAMS = (
    TeamRecord("center", "צוות מרכז", "תל אביב", "yael"),
    TeamRecord("north", "North & Europe", "Haifa", "daniel"),
    TeamRecord("levant", "فريق المشرق والخليج", "الناصرة", "rania"),
)

#: key, name, role, locale, team, the languages in which the member sells.
_STAFF = (
    ("owner", "Michal Oren", "OWNER", "en", None, ""),
    ("admin", "איתי רוזן", "ADMIN", "he", None, ""),
    ("yael", "יעל שפירא", "MANAGER", "he", "center", ""),
    ("daniel", "Daniel Weiss", "MANAGER", "en", "north", ""),
    ("rania", "رانيا خوري", "MANAGER", "ar", "levant", ""),
    ("noa", "נועה לוי", "REP", "he", "center", "he"),
    ("omer", "עומר פרידמן", "REP", "he", "center", "he"),
    ("tamar", "תמר אזולאי", "REP", "he", "center", "he"),
    ("guy", "גיא מזרחי", "REP", "he", "center", "he"),
    ("sivan", "סיון הררי", "REP", "he", "north", "he en"),
    ("alex", "Alex Gurevich", "REP", "en", "north", "en he"),
    ("emma", "Emma Katz", "REP", "en", "north", "en"),
    ("nir", "ניר גולן", "REP", "he", "north", "he en"),
    ("samer", "سامر حداد", "REP", "ar", "levant", "ar"),
    ("lina", "لينا زعبي", "REP", "ar", "levant", "ar"),
    ("yousef", "يوسف منصور", "REP", "ar", "levant", "ar"),
)

MEMBERS = tuple(
    MemberRecord(key, name, f"{key}@demo.test", role, locale, team, languages)
    for key, name, role, locale, team, languages in _STAFF
)
REPS = tuple(member for member in MEMBERS if member.role == "REP")


def list_sellers(language: str) -> list[MemberRecord]:
    """The reps who sell in `language`."""
    return [rep for rep in REPS if language in rep.languages.split()]


def list_colleagues(key: str) -> list[MemberRecord]:
    """The other reps of the same team, to whom a deal may be handed over."""
    team = next(rep.team for rep in REPS if rep.key == key)
    return [rep for rep in REPS if rep.team == team and rep.key != key]
