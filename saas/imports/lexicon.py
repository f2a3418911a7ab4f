"""The words by which other systems, in English, Hebrew and Arabic, head their columns and name stages and industries."""

# ruff: noqa: E501, RUF001  a field and all its words are one line; Hebrew letters are meant

from saas.imports.targets import Entity
from saas.leads.words import LeadStatus

_PERSON = "owner|sales agent|agent|sales rep|salesperson|sales person|rep|representative|account manager|assigned to|deal owner|account owner|contact owner|record owner|responsible|סוכן|סוכן מכירות|איש מכירות|נציג|אחראי|בעלים|المندوب|مندوب المبيعات|المالك|المسؤول|مندوب"
_CURRENCY = "currency|currency code|currency iso code|מטבע|العملة"
_EMAIL = "email|e mail|email address|mail|אימייל|מייל|דואל|דואר אלקטרוני|البريد الالكتروني|الايميل|بريد"
_PHONE = "phone|phone number|telephone|tel|mobile|mobile phone|cell|work phone|טלפון|מספר טלפון|נייד|סלולרי|الهاتف|رقم الهاتف|الجوال|هاتف|تلفون|الموبايل"
_ACCOUNT = "account|account name|company|company name|customer|customer name|client|organization|organisation|organization name|associated company|לקוח|שם לקוח|שם הלקוח|חברה|שם חברה|שם החברה|ארגון|العميل|اسم العميل|الشركة|اسم الشركة|الحساب|المؤسسة"
_PRODUCT = "product|product name|item|item name|sku name|מוצר|שם מוצר|שם המוצר|פריט|المنتج|اسم المنتج|الصنف"
_CONTACT = (
    "contact|contact name|contact person|primary contact|איש קשר|שם איש קשר|جهة الاتصال|اسم جهة الاتصال|الشخص المسؤول"
)

HEADERS: dict[Entity, dict[str, str]] = {
    Entity.PRODUCT: {
        "name": f"name|title|{_PRODUCT}|שם|الاسم",
        "code": 'code|product code|sku|item code|product id|part number|קוד|קוד מוצר|מקט|מק"ט|رمز المنتج|الرمز|كود',
        "family": "family|series|category|product family|product line|line|group|product category|סדרה|קטגוריה|משפחה|משפחת מוצרים|الفئة|السلسلة|المجموعة",
        "price": "price|sales price|list price|unit price|retail price|price each|מחיר|מחיר מחירון|מחיר יחידה|מחיר מכירה|السعر|سعر البيع|سعر الوحدة",
        "currency": _CURRENCY,
        "active": "active|is active|status|פעיל|نشط|فعال",
    },
    Entity.MEMBER: {
        "name": f"name|full name|employee|employee name|user|user name|member|{_PERSON}|שם|שם מלא|עובד|שם העובד|الاسم|الاسم الكامل|الموظف|اسم الموظف",
        "email": _EMAIL,
        "team": "team|team name|sales team|department|group|צוות|מחלקה|الفريق|القسم",
        "manager": "manager|manager name|team manager|team lead|team leader|supervisor|sales manager|reports to|מנהל|שם מנהל|שם המנהל|מנהל צוות|ראש צוות|المدير|مدير الفريق|اسم المدير|مدير",
        "office": "office|regional office|region|branch|location|territory|office location|משרד|סניף|אזור|المكتب|الفرع|المنطقة",
    },
    Entity.ACCOUNT: {
        "name": f"name|{_ACCOUNT}|שם|الاسم",
        "external_id": "id|account id|account number|customer id|customer number|company id|record id|external id|client id|מספר לקוח|קוד לקוח|מזהה|رقم العميل|المعرف|رقم الحساب",
        "industry": "industry|sector|vertical|business type|branch|ענף|תחום|תעשייה|מגזר|القطاع|الصناعة|المجال",
        "founded_year": "year established|year founded|founded|established|founded year|foundation year|שנת הקמה|שנת ייסוד|נוסדה|سنة التأسيس|تاريخ التأسيس|عام التأسيس",
        "revenue": "revenue|annual revenue|yearly revenue|turnover|sales|revenue in millions|הכנסות|הכנסה|מחזור|מחזור שנתי|הכנסה שנתית|الايرادات|الايرادات السنوية|الدخل|المبيعات السنوية",
        "currency": _CURRENCY,
        "size": "employees|size|number of employees|employee count|headcount|staff|company size|no of employees|עובדים|מספר עובדים|גודל|الموظفون|عدد الموظفين|الحجم",
        "country": "country|office location|location|country region|billing country|headquarters|country name|מדינה|ארץ|מיקום|מיקום המשרד|البلد|الدولة|الموقع",
        "website": "website|web site|url|web|domain|homepage|company domain name|אתר|אתר אינטרנט|כתובת אתר|الموقع الالكتروني|موقع الويب|الويب",
        "phone": _PHONE,
        "parent": "parent|subsidiary of|parent account|parent company|parent name|belongs to|holding|חברת אם|חברה אם|חברת בת של|الشركة الام|تابعة ل|شركة تابعة لـ",
        "owner": _PERSON,
    },
    Entity.CONTACT: {
        "name": f"name|full name|person|{_CONTACT}|שם|שם מלא|الاسم|الاسم الكامل",
        "first_name": "first name|given name|forename|שם פרטי|الاسم الاول",
        "last_name": "last name|surname|family name|שם משפחה|اسم العائلة|الكنية|اللقب",
        "external_id": "id|contact id|record id|external id|person id|מזהה|מספר איש קשר|المعرف",
        "email": _EMAIL,
        "phone": _PHONE,
        "title": "title|job title|position|role|function|תפקיד|משרה|المسمى الوظيفي|المنصب|الوظيفة",
        "account": _ACCOUNT,
        "owner": _PERSON,
    },
    Entity.DEAL: {
        "external_id": "id|opportunity id|deal id|record id|external id|opportunity number|deal number|order id|מספר עסקה|מזהה|מזהה עסקה|رقم الصفقة|المعرف|رقم الفرصة",
        "name": "name|deal name|opportunity name|deal|opportunity|deal title|title|subject|שם עסקה|שם העסקה|עסקה|הזדמנות|اسم الصفقة|الصفقة|الفرصة|اسم الفرصة",
        "owner": _PERSON,
        "product": _PRODUCT,
        "quantity": "quantity|qty|units|amount of units|כמות|יחידות|الكمية|العدد",
        "account": _ACCOUNT,
        "contact": _CONTACT,
        "stage": "stage|deal stage|sales stage|opportunity stage|status|pipeline stage|deal status|phase|שלב|שלב עסקה|שלב העסקה|סטטוס|מצב|المرحلة|مرحلة الصفقة|الحالة|حالة الصفقة",
        "opened_on": "engage date|open date|opened|opened on|created|created date|create date|created on|creation date|start date|date|lead date|תאריך|תאריך פתיחה|תאריך יצירה|נפתח|תאריך התחלה|تاريخ الفتح|تاريخ الانشاء|تاريخ البدء|التاريخ",
        "expected_close_on": "expected close|expected close date|forecast date|target date|estimated close date|expected closing|תאריך סגירה צפוי|צפי סגירה|סגירה צפויה|تاريخ الاغلاق المتوقع|الاغلاق المتوقع",
        "closed_on": "close date|closed date|closed on|closed|closing date|won date|date closed|end date|תאריך סגירה|נסגר|תאריך סיום|تاريخ الاغلاق|تاريخ الانتهاء",
        "amount": "amount|value|deal value|deal amount|opportunity amount|total|price|sum|worth|expected revenue|total value|סכום|ערך|שווי|שווי עסקה|סכום עסקה|المبلغ|القيمة|قيمة الصفقة",
        "realized_amount": "close value|closed value|closed amount|won amount|actual value|actual revenue|final value|closed won amount|סכום סגירה|ערך סגירה|סכום בפועל|قيمة الاغلاق|القيمة الفعلية|القيمة النهائية",
        "currency": _CURRENCY,
        "loss_reason": "loss reason|lost reason|reason|reason lost|reason for loss|closed lost reason|lost because|why lost|סיבה|סיבת הפסד|סיבת ההפסד|سبب الخسارة|السبب",
    },
    Entity.LEAD: {
        "name": "name|full name|lead|lead name|contact name|שם|שם מלא|ליד|שם הליד|שם הפונה|פונה|الاسم|الاسم الكامل|اسم العميل المحتمل|العميل المحتمل",
        "first_name": "first name|given name|forename|שם פרטי|الاسم الاول",
        "last_name": "last name|surname|family name|שם משפחה|اسم العائلة|الكنية|اللقب",
        "company": "company|company name|organization|organisation|business name|חברה|שם חברה|שם החברה|ארגון|الشركة|اسم الشركة|المؤسسة",
        "title": "title|job title|position|role|תפקיד|משרה|المسمى الوظيفي|المنصب|الوظيفة",
        "email": f"{_EMAIL}|work email",
        "phone": f"{_PHONE}|work phone number",
        "message": "message|comment|comments|inquiry|enquiry|description|notes|note|request|הודעה|הערה|הערות|תוכן הפנייה|פנייה|الرسالة|رسالة|ملاحظات|التعليق|الاستفسار",
        "country": "country|country region|country name|מדינה|ארץ|البلد|الدولة",
        "language": "language|preferred language|שפה|اللغة",
        "status": "status|lead status|stage|lead stage|סטטוס|סטטוס ליד|מצב|الحالة|حالة العميل المحتمل",
        "source": "source|lead source|original source|origin|מקור|מקור הליד|מקור הגעה|المصدر|مصدر العميل المحتمل",
        "product": f"{_PRODUCT}|product interest|interested in|מתעניין ב|מהתעניינות|مهتم ب",
        "received_on": "received|received on|received at|created|created date|create date|created on|created at|created time|creation date|date|lead date|submitted at|submitted on|submission date|timestamp|תאריך|תאריך פנייה|תאריך יצירה|נוצר|התקבל|تاريخ الورود|تاريخ الانشاء|التاريخ|تاريخ الطلب",
        "consent": "consent|marketing consent|opt in|email opt in|gdpr consent|agreed|agrees|newsletter|הסכמה|הסכמה לדיוור|אישור דיוור|מאשר דיוור|الموافقة|موافقة|موافقة التسويق",
        "utm_source": "utm source|campaign source",
        "utm_medium": "utm medium|campaign medium",
        "utm_campaign": "utm campaign|campaign|campaign name|קמפיין|שם הקמפיין|الحملة|اسم الحملة",
        "owner": f"{_PERSON}|lead owner|בעל הליד|مالك العميل المحتمل",
        "answer": "answer|answers|תשובה|الاجابة",
    },
}
FILES: dict[Entity, str] = {
    Entity.PRODUCT: "products|product|price list|items|catalog|catalogue|מוצרים|מחירון|المنتجات",
    Entity.MEMBER: "sales teams|teams|team|members|users|employees|agents|staff|owners|צוותים|עובדים|סוכנים|משתמשים|الفرق|الموظفون|المندوبون",
    Entity.ACCOUNT: "accounts|account|companies|customers|clients|organizations|לקוחות|חברות|العملاء|الشركات",
    Entity.CONTACT: "contacts|contact|people|persons|אנשי קשר|جهات الاتصال",
    Entity.DEAL: "deals|deal|opportunities|sales pipeline|pipeline|opportunity|sales|עסקאות|הזדמנויות|الصفقات|الفرص",
    Entity.LEAD: "leads|lead|inquiries|enquiries|prospects|form submissions|submissions|responses|לידים|פניות|מתעניינים|العملاء المحتملون|الاستفسارات",
}
LEAD_STATUSES: dict[LeadStatus, str] = {
    LeadStatus.NEW: "new|open|not contacted|open not contacted|untouched|raw|חדש|חדשה|פתוח|טרם טופל|جديد|جديدة|مفتوح|لم يتم التواصل",
    LeadStatus.WORKING: "working|working contacted|contacted|attempted to contact|attempted contact|connected|in progress|open deal|nurturing|בטיפול|נוצר קשר|בתהליך|قيد العمل|قيد المتابعة|تم التواصل",
    LeadStatus.QUALIFIED: "qualified|sales qualified|marketing qualified|sql|mql|hot|מתאים|חם|מוכשר|مؤهل|مؤهلة|مهتم",
    LeadStatus.CONVERTED: "converted|closed converted|customer|won|closed won|הומר|לקוח|نجح|محول|تم التحويل|عميل",
    LeadStatus.UNFIT: "unfit|unqualified|not qualified|disqualified|closed not converted|junk|junk lead|lost|lost lead|dead|not interested|bad timing|לא מתאים|לא רלוונטי|לא מעוניין|אבוד|غير مؤهل|غير مهتم|غير مناسب|خاسر",
}
WON = "won|closed won|win|success|successful|signed|sold|closed successfully|נצחון|ניצחון|זכייה|זכיה|נסגר בהצלחה|נסגרה בהצלחה|הצלחה|נמכר|נחתם|فوز|مكسوبة|ربح|تم الفوز|مغلقة رابحة|ناجحة|رابحة"
LOST = "lost|closed lost|lose|failed|dead|rejected|disqualified|abandoned|cancelled|canceled|הפסד|אבוד|אבודה|נכשל|נדחה|בוטל|לא נסגר|נסגר ללא הצלחה|خسارة|مفقودة|خاسرة|مغلقة خاسرة|ملغاة|مرفوضة"
OPEN = (
    "new|lead|new lead|inquiry|prospect|prospecting|חדש|ליד|פנייה|איתור|جديد|عميل محتمل|استكشاف",
    "contacted|attempted contact|connected|contact made|appointment scheduled|נוצר קשר|יצירת קשר|تم التواصل|تواصل",
    "qualified|qualification|qualifying|qualified to buy|discovery|engaging|engaged|needs analysis|אפיון|בירור צרכים|בתהליך|התעניינות|تأهيل|مؤهل|تحليل الاحتياجات|قيد التفاعل|مشاركة",
    "demo|presentation|presentation scheduled|meeting|demonstration|value proposition|פגישה|הדגמה|מצגת|عرض|عرض تقديمي|اجتماع",
    "proposal|quote|quotation|proposal made|proposal sent|price quote|decision maker bought in|הצעה|הצעת מחיר|عرض سعر|تقديم عرض",
    'negotiation|negotiating|negotiations started|review|negotiation review|משא ומתן|מו"מ|تفاوض|مفاوضات|التفاوض',
    "contract|contract sent|verbal|commit|closing|legal|verbal agreement|חוזה|חוזה נשלח|סגירה|عقد|توقيع|الاغلاق",
)
INDUSTRIES = (
    "accounting|advertising|aerospace|agriculture|automotive|banking|biotechnology|chemicals|construction|consulting|"
    "defense|education|electronics|employment|energy|engineering|entertainment|environmental|fashion|finance|"
    "food and beverage|government|healthcare|hospitality|insurance|legal|logistics|manufacturing|marketing|media|"
    "medical|mining|nonprofit|pharmaceuticals|real estate|recreation|recruiting|retail|security|services|shipping|"
    "software|sports|technology|telecommunications|tourism|transportation|travel|utilities|wholesale"
)


def words(listed: str) -> list[str]:
    return listed.split("|")
