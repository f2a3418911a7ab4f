"""The customers of the demo company: invented firms of Israel, the Levant, the Gulf and Europe."""

from collections import Counter
from decimal import Decimal
from random import Random

from saas.demo.records import AccountRecord
from saas.demo.staff import list_sellers

#: domain | parent's domain | name | language | country | industry | usual number of employees
_FIRMS = """
carmel-hotels||רשת מלונות כרמל|he|Israel|Hospitality|1450
carmel-haifa|carmel-hotels|מלון כרמל מפרץ חיפה|he|Israel|Hospitality|210
carmel-eilat|carmel-hotels|מלון כרמל אילת|he|Israel|Hospitality|260
carmel-telaviv|carmel-hotels|מלון כרמל הירקון|he|Israel|Hospitality|180
gefen-group||קבוצת גפן מסעדות|he|Israel|Restaurants|640
gefen-sarona|gefen-group|גפן שרונה|he|Israel|Restaurants|75
gefen-herzliya|gefen-group|גפן הרצליה|he|Israel|Restaurants|60
shaked-market||שקד שיווק מזון|he|Israel|Retail|2300
shaked-north|shaked-market|שקד מרכז לוגיסטי צפון|he|Israel|Logistics|320
alon-bakery||מאפיית אלון|he|Israel|Food industry|140
tavlin||תבלין קייטרינג|he|Israel|Restaurants|110
haemek-medical||מרכז רפואי עמק השרון|he|Israel|Healthcare|3100
rimon-college||מכללת רימון|he|Israel|Education|420
yam-shipping||ים תיכון שילוח|he|Israel|Logistics|380
kedem-dairy||מחלבות קדם|he|Israel|Food industry|560
ofek-living||אופק דיור מוגן|he|Israel|Healthcare|290
nahal-kibbutz||קיבוץ נחל אורן|he|Israel|Hospitality|170
lavi-events||לביא גני אירועים|he|Israel|Hospitality|95
shoresh-cafe||בתי קפה שורש|he|Israel|Restaurants|230
negev-foods||מזון הנגב|he|Israel|Food industry|310
migdal-offices||מגדל משרדים|he|Israel|Property|130
tidhar-school||רשת בתי ספר תדהר|he|Israel|Education|510
halon-tech||Halon Systems|en|Israel|Technology|900
brightloop||Brightloop|en|Israel|Technology|350
quantera||Quantera Labs|en|Israel|Technology|220
seaport-labs||Seaport Robotics|en|Israel|Technology|140
nova-space||Nova Workspaces|en|Israel|Property|85
nova-haifa|nova-space|Nova Workspaces Haifa|en|Israel|Property|25
al-basha||مطاعم الباشا|ar|Israel|Restaurants|120
basha-nazareth|al-basha|مطعم الباشا الناصرة|ar|Israel|Restaurants|45
galilee-sweets||حلويات الجليل|ar|Israel|Food industry|90
al-salam-hospital||مستشفى السلام|ar|Israel|Healthcare|540
zaytouna||زيتونة للأغذية|ar|Israel|Food industry|160
al-karama-school||مدارس الكرامة|ar|Israel|Education|200
jibal-hotel||فندق الجبل|ar|Jordan|Hospitality|190
amman-coffee||محامص عمّان|ar|Jordan|Retail|260
petra-resorts||منتجعات وادي الورد|ar|Jordan|Hospitality|620
petra-aqaba|petra-resorts|منتجع وادي الورد العقبة|ar|Jordan|Hospitality|240
cedar-catering||الأرزة للتموين|ar|Jordan|Restaurants|150
ramallah-market||أسواق رام الله|ar|Palestine|Retail|330
al-noor-clinic||عيادات النور|ar|Palestine|Healthcare|110
gulf-pearl||فنادق لؤلؤة الخليج|ar|United Arab Emirates|Hospitality|2100
pearl-dubai|gulf-pearl|لؤلؤة الخليج دبي|ar|United Arab Emirates|Hospitality|480
pearl-sharjah|gulf-pearl|لؤلؤة الخليج الشارقة|ar|United Arab Emirates|Hospitality|310
dana-foods||دانة للصناعات الغذائية|ar|Bahrain|Food industry|420
manama-cafes||مقاهي المنامة|ar|Bahrain|Restaurants|140
marina-retail||مارينا للتجزئة|ar|United Arab Emirates|Retail|870
kyrenia-bay||Aphrodite Bay Hotels|en|Cyprus|Hospitality|390
larnaca-port|kyrenia-bay|Aphrodite Bay Larnaca|en|Cyprus|Hospitality|120
limassol-cafe||Harbour Coffee Limassol|en|Cyprus|Restaurants|70
aegean-foods||Aegean Foods|en|Greece|Food industry|480
athena-clinics||Athena Clinics|en|Greece|Healthcare|610
rhein-gastro||Rheinufer Gastronomie|en|Germany|Restaurants|340
nordlicht||Nordlicht Hotels|en|Germany|Hospitality|950
nordlicht-berlin|nordlicht|Nordlicht Berlin Mitte|en|Germany|Hospitality|160
bottega-verde||Bottega Lombarda|en|Italy|Retail|280
maison-claire||Maison Clairefontaine|en|France|Hospitality|210
thames-kitchen||Thames Kitchen Company|en|United Kingdom|Restaurants|190
polder-logistics||Polder Logistics|en|Netherlands|Logistics|730
baltic-campus||Baltic Campus|en|Germany|Education|260
danube-dairy||Danube Dairy|en|Austria|Food industry|370
alpine-offices||Alpine Offices|en|Switzerland|Property|145
"""
#: Calling code and the length of a number behind it; all numbers lie in 555 01xx or in ranges kept for fiction.
_PHONES = {
    "Israel": "+97235550",
    "Jordan": "+96265550",
    "Palestine": "+97022955",
    "United Arab Emirates": "+97145550",
    "Bahrain": "+97317550",
    "Cyprus": "+35725550",
    "Greece": "+30215550",
    "Germany": "+493023125",
    "Italy": "+390255550",
    "France": "+33199005",
    "United Kingdom": "+442079460",
    "Netherlands": "+31205550",
    "Austria": "+431555010",
    "Switzerland": "+41435550",
}


def draw_accounts(rng: Random) -> tuple[AccountRecord, ...]:
    """All customers, parents first; sizes, ages, revenues and owners differ from seed to seed."""
    accounts: dict[str, AccountRecord] = {}
    load: Counter[str] = Counter()
    for line in _FIRMS.strip().splitlines():
        account = _draw_account(rng, line.split("|"), accounts, load)
        accounts[account.key] = account
        load[account.owner] += 1
    return tuple(accounts.values())


def draw_phone(rng: Random, country: str) -> str:
    """A number of the country in international form that belongs to nobody."""
    return f"{_PHONES[country]}{rng.randrange(100, 200)}"


def _draw_account(
    rng: Random, fields: list[str], accounts: dict[str, AccountRecord], load: Counter[str]
) -> AccountRecord:
    """The owner is the parent's, else the rep of the language with the fewest accounts."""
    key, parent, name, language, country, industry, usual = fields
    size = max(8, round(int(usual) * rng.uniform(0.8, 1.25)))
    return AccountRecord(
        key,
        parent or None,
        name,
        language,
        country,
        industry,
        size,
        revenue=Decimal(round(size * rng.uniform(180, 700))) * 1000,
        founded_year=rng.randint(1951, 2018),
        domain=f"{key}.example",
        phone=draw_phone(rng, country),
        owner=accounts[parent].owner if parent else min(list_sellers(language), key=lambda rep: load[rep.key]).key,
    )
