# The page's own messages in Modern Standard Arabic. A native reader has not reviewed them yet.
# The reference is en.ftl, whose comments say where the messages appear.

direction = rtl


## في كل صفحة

skip-link = الانتقال إلى المحتوى
search-articles = البحث في المقالات
suggestions = الاقتراحات
sections = أقسام الموقع
keys = الاختصارات
notice = إشعار
page-not-found = الصفحة غير موجودة


## أقسام الموقع

explore = استكشاف
names = الأسماء
quotes = الاقتباسات
figures = الأرقام
saved = المحفوظات


## الإعدادات

theme = السمة
theme-system = حسب النظام
theme-light = فاتحة
theme-dark = داكنة
single-keys = اختصارات بمفتاح واحد
single-keys-on = مفعّلة
single-keys-off = معطّلة
text-size = حجم النص
text-small = صغير
text-medium = متوسط
text-large = كبير
text-huge = كبير جدًا
line-length = طول السطر
line-short = قصير
line-medium = متوسط
line-long = طويل
typeface = الخط
typeface-serif = مذيّل
typeface-sans = غير مذيّل
show = طريقة العرض
show-cards = بطاقات
show-list = قائمة


## القوائم والتسميات

list-separator = ،{ " " }
list-end = { $most } و{ $last }
group-separator = ؛{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## النتائج

results = النتائج
at-a-glance = لمحة
timeline = الخط الزمني
stories = القصص
items = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
   *[other] { $count } عنصر
}
items-of = { NUMBER($matching) } من { $of ->
    [zero] { $of } عنصر
    [one] عنصر واحد
    [two] عنصرين
    [few] { $of } عناصر
    [many] { $of } عنصرًا
   *[other] { $of } عنصر
}
no-items = لا عناصر مطابقة
show-more = عرض المزيد
sort-by = الترتيب
sort-relevance = الصلة
sort-newest = الأحدث أولًا
sort-oldest = الأقدم أولًا
sort-original = الترتيب الأصلي
sort-title = العنوان
sort-longest = الأطول أولًا
sort-shortest = الأقصر أولًا
export = تصدير
export-help = تصدير كل هذه العناصر إلى ملف
headline-only = عنوان فقط
minutes = { $minutes ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $minutes } دقائق للقراءة
    [many] { $minutes } دقيقة للقراءة
   *[other] { $minutes } دقيقة للقراءة
}
read = مقروءة
save = حفظ
save-article = حفظ: { $title }


## المطابقات

hits = { $count ->
    [zero] لا مطابقات
    [one] مطابقة واحدة
    [two] مطابقتان
    [few] { $count } مطابقات
    [many] { $count } مطابقة
   *[other] { $count } مطابقة
}
hits-in-paragraph = الفقرة { NUMBER($paragraph) }، { $count ->
    [zero] لا مطابقات
    [one] مطابقة واحدة
    [two] مطابقتان
    [few] { $count } مطابقات
    [many] { $count } مطابقة
   *[other] { $count } مطابقة
}
why-matched = سبب المطابقة
found = وُجد { $where }
related-wording = صياغة ذات صلة
related-wording-note = عناصر فيها كلمات من النتائج الأولى، مثل { $words }
no-related-wording = لا يوجد عنصر آخر بصياغة مشابهة.
found-related = صياغة ذات صلة، وُجد { $where }
in-title = في العنوان
in-standfirst = في المقدمة
in-headings = في العناوين الفرعية
in-text = في النص
in-metadata = في القسم أو المؤلفين أو المصدر أو الوسوم
quoted = «{ $text }»
# A right-to-left mark keeps the number after a Latin word in its place.
quoted-times = «{ $text }»{ "\u200F" } { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}


## عوامل التصفية

filters = عوامل التصفية
filters-active = عوامل التصفية، النشط منها: { NUMBER($count) }
filters-apply = عرض { NUMBER($total) } من { NUMBER($of) }
active-filters = عوامل التصفية النشطة
remove-filter = إزالة: <a>{ $filter }</a>
clear-all = مسح الكل
find = بحث
find-in = البحث في «{ $facet }»
show-all = عرض الكل ({ NUMBER($count) })
show-fewer = عرض أقل
section = القسم
kind = النوع
kind-article = مقالة
kind-teaser = عنوان فقط
people = الأشخاص
places = الأماكن
organisations = المنظمات
tags = الوسوم
authors = المؤلفون
source = المصدر
language = اللغة
weapons = الأسلحة
length = الطول
length-short = قصيرة
length-medium = متوسطة
length-long = طويلة

date = التاريخ
from = من
to = إلى
from-date = من { $date }
to-date = إلى { $date }
items-by-date = العناصر حسب التاريخ: { $list }


## التواريخ

# The separator is a Latin comma, which the page looks for. Arabic does not abbreviate months.
months = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
months-alone = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
months-short = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## ملاحظات عن البحث

nothing-to-search-for = لا يوجد في «{ $typed }» ما يمكن البحث عنه.
corrected = لا نتائج للبحث عن «{ $typed }». هذه نتائج البحث عن «{ $query }».
search-as-typed = البحث عن «{ $typed }» كما هو مكتوب
partial = لا يحتوي أي عنصر على كل هذه الكلمات؛ العناصر الأقرب تأتي أولًا.
no-item-contains = لا يحتوي أي عنصر على { $words }.
# Left-to-right isolates keep the parts of dates in order.
date-unread = لا يدل «{ $field }» على تاريخ يمكن فهمه، لذلك جرى البحث عن كلماته. اكتب التواريخ هكذا:
    { "\u2066" }2024-05-16{ "\u2069" } أو { "\u2066" }2024-05{ "\u2069" } أو 2024، والفترات هكذا:
    { "\u2066" }2023..2024{ "\u2069" }.
did-you-mean = هل تقصد <a>{ $query }</a>؟
no-item-matches-filters = لا يطابق أي عنصر كل عوامل التصفية هذه
nothing-matches = لا نتائج للبحث عن «{ $typed }»
without = بدون «{ $filter }»{ "\u200F" }: { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
   *[other] { $count } عنصر
}
without-filters = البحث بدون عوامل تصفية
fewer-words = جرّب كلمات أقل.
show-all-items = عرض كل العناصر


## القراءة

back-to-results = العودة إلى النتائج
back-arrow = →
contents = المحتويات
by-author = بقلم <a>{ $author }</a>
updated = آخر تحديث: <a>{ $date }</a>
from-source = المصدر: <a>{ $source }</a>
footnotes = الحواشي
footnote = الحاشية { NUMBER($footnote) }
footnote-back = العودة إلى موضع الحاشية { NUMBER($footnote) } في النص
table-of = جدول، الفقرة { NUMBER($paragraph) }
code-of = شيفرة برمجية، الفقرة { NUMBER($paragraph) }
copy-code = نسخ الشيفرة
task-done = منجزة
task-open = غير منجزة
alert-note = ملحوظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = توخَّ الحذر
linked-from = مقالات تشير إلى هذه المقالة
link-to-paragraph = رابط إلى الفقرة { NUMBER($paragraph) }
mentioned-in-article = مذكور في هذه المقالة
articles-in-results = المقالات في النتائج
previous-article = السابقة
next-article = التالية
related = مقالات ذات صلة
both-mention = كلتاهما تذكر { $names }
both-discuss = كلتاهما تتناول { $words }
both-mention-and-discuss = كلتاهما تذكر { $names }؛ كلتاهما تتناول { $words }
text = مظهر النص
cite = استشهاد
cite-this = الاستشهاد بهذه المقالة
save-markdown = حفظ بصيغة Markdown
share = مشاركة
listen = استماع
print = طباعة
continue-reading = متابعة القراءة
previous-hit = المطابقة السابقة
next-hit = المطابقة التالية


## الملاحظات

your-notes = ملاحظاتك
note = ملاحظة
note-on = ملاحظة على: { $passage }
remove = إزالة
selected-passage = المقطع المحدد
highlight = تمييز وإضافة ملاحظة
copy-quotation = نسخ الاقتباس
copy-link = نسخ الرابط
saved-help = تبقى مقالاتك المحفوظة وملاحظاتك في هذا المتصفح؛ ولا يمكن لأحد غيرك أن يراها.
saved-none = لا شيء محفوظ بعد. اضغط على «حفظ» في مقالة لإبقائها هنا.
export-file = تصدير إلى ملف
export-text = تصدير كنص
export-annotations = تصدير كتعليقات ويب
import-file = استيراد من ملف
storage-failed = لا يخزّن هذا المتصفح شيئًا لهذه الصفحة، أو أن مساحة التخزين فيه ممتلئة. ستُفقد مقالاتك المحفوظة وملاحظاتك
    عند إغلاق الصفحة. للاحتفاظ بها، صدّرها إلى ملف.
storage-unreadable = تعذّرت قراءة البيانات التي خزّنها هذا المتصفح لهذه الصفحة؛ ربما كتبتها نسخة أحدث من الصفحة.
    نُحّيت البيانات جانبًا، وتبدأ الصفحة من دونها.
import-invalid = لم يُصدَّر هذا الملف من صفحة كهذه.


## الأسماء والاقتباسات والأرقام

all-names = كل الأسماء
also-written = صيغ أخرى للاسم: { $others }.
filter-by-name = تصفية النتائج حسب هذا الاسم
mentioned-with = يُذكر مع
mentions = مواضع الذكر
others = آخرون
order = الترتيب
largest-first = الأكبر أولًا
smallest-first = الأصغر أولًا
filter-summary = في { NUMBER($total) } من { $of ->
    [zero] { $of } عنصر
    [one] عنصر واحد
    [two] عنصرين
    [few] { $of } عناصر
    [many] { $of } عنصرًا
   *[other] { $of } عنصر
}: { $by }.
include-all-items = تضمين كل العناصر
to-paragraph = إلى الفقرة { NUMBER($paragraph) }


## صفحات غير موجودة

page-not-found-help = ربما كُتب الرابط خطأً أو أُزيلت المقالة. ابحث أعلاه، أو <a>اعرض كل العناصر</a>.
closest-titles = أقرب العناوين


## الأخطاء

program-not-loaded = تعذّر تحميل جزء من هذه الصفحة. تحقق من الاتصال، ثم أعد تحميل الصفحة.
edition-not-opened = تعذّر فتح المقالات: لم يصل ملفها كما نُشر. أعد تحميل الصفحة. إذا لم يُجدِ ذلك، فاطلب من الناشر
    بناءها من جديد. السبب: { $reason }.
open-no-edition = هذا ليس إصدارًا
open-other-version = صيغة الإصدار هي { $found }، وهذه الصفحة تقرأ الصيغة { $expected }
open-length = في الإصدار { $found } بايت من أصل { $expected }
open-checksum = الإصدار تالف: مجموعه الاختباري هو { $found } وليس { $expected }
open-index = تعذّر فتح فهرس البحث في الإصدار
file-unreadable = تعذّرت قراءة هذا الملف

loading = جارٍ التحميل…
part-not-loaded = لم يصل جزء من هذا الإصدار. ما وصل منه يبقى صالحًا للاستخدام.
try-again = إعادة المحاولة


## استكشاف

as-list = عرض كقائمة
as-table = عرض كجدول
total = المجموع
divided-by = التقسيم حسب
date-range = نطاق التواريخ
timeline-summary = العناصر المؤرخة من { $first } إلى { $last }: { NUMBER($total) }؛ أكثرها في { $peak }: { NUMBER($count) }
no-dates = لا يحمل أي عنصر تاريخًا.
without-date = بلا تاريخ
named-dates = التواريخ المذكورة في النصوص
named-dates-note = تذكر النصوص هذه التواريخ. حُذفت التواريخ التي بلا سنة.
no-named-dates = لا تذكر النصوص أي تاريخ مع سنته.
named-dates-read = قُرئت النتائج الأولى فقط: { $read } من { $count }.
named-dates-summary = التواريخ المذكورة: { NUMBER($total) }، من { $first } إلى { $last }؛ الأكثر في { $peak }: { NUMBER($count) }
named-dates-shown = التواريخ المعروضة: { $shown } من { $count }
no-places = لا تذكر هذه العناصر أي مكان.
places-summary = الأماكن على الخريطة: { NUMBER($count) }. الأكثر ذكرًا: { $place }.
most-mentioned-places = تظهر الأماكن الأكثر ذكرًا: { NUMBER($shown) } من { NUMBER($total) }.
ambiguous-places = * لعدة أماكن هذا الاسم. تعرض الخريطة أكبرها، ويذكر الجدول بلدان الأخرى.
not-on-map = ليست على الخريطة
map-sources = الحدود: Natural Earth. المواقع: GeoNames، CC BY 4.0.
map = الخريطة
all-places = كل الأماكن
whole-world = العالم كله
zoom-in = تكبير
zoom-out = تصغير
move-west = نحو الغرب
move-north = نحو الشمال
move-south = نحو الجنوب
move-east = نحو الشرق
number-of-items = العناصر
country = البلد
also-in = أيضًا في
region-of = { $country } (منطقة)
country-names = AD أندورا, AE الإمارات العربية المتحدة, AF أفغانستان, AG أنتيغوا وبربودا,
    AI أنغويلا, AL ألبانيا, AM أرمينيا, AO أنغولا, AQ أنتاركتيكا, AR الأرجنتين,
    AS ساموا الأمريكية, AT النمسا, AU أستراليا, AW أروبا, AX جزر آلاند, AZ أذربيجان,
    BA البوسنة والهرسك, BB بربادوس, BD بنغلاديش, BE بلجيكا, BF بوركينا فاسو, BG بلغاريا,
    BH البحرين, BI بوروندي, BJ بنين, BL سان بارتليمي, BM برمودا, BN بروناي, BO بوليفيا,
    BQ هولندا الكاريبية, BR البرازيل, BS جزر البهاما, BT بوتان, BV جزيرة بوفيه, BW بوتسوانا,
    BY بيلاروس, BZ بليز, CA كندا, CC جزر كوكوس (كيلينغ), CD الكونغو - كينشاسا,
    CF جمهورية أفريقيا الوسطى, CG الكونغو - برازافيل, CH سويسرا, CI ساحل العاج, CK جزر كوك,
    CL تشيلي, CM الكاميرون, CN الصين, CO كولومبيا, CR كوستاريكا, CU كوبا, CV الرأس الأخضر,
    CW كوراساو, CX جزيرة كريسماس, CY قبرص, CZ التشيك, DE ألمانيا, DJ جيبوتي, DK الدانمرك,
    DM دومينيكا, DO جمهورية الدومينيكان, DZ الجزائر, EC الإكوادور, EE إستونيا, EG مصر,
    EH الصحراء الغربية, ER إريتريا, ES إسبانيا, ET إثيوبيا, FI فنلندا, FJ فيجي, FK جزر فوكلاند,
    FM ميكرونيزيا, FO جزر فارو, FR فرنسا, GA الغابون, GB المملكة المتحدة, GD غرينادا,
    GE جورجيا, GF غويانا الفرنسية, GG غيرنزي, GH غانا, GI جبل طارق, GL غرينلاند, GM غامبيا,
    GN غينيا, GP غوادلوب, GQ غينيا الاستوائية, GR اليونان,
    GS جورجيا الجنوبية وجزر ساندويتش الجنوبية, GT غواتيمالا, GU غوام, GW غينيا بيساو, GY غيانا,
    HK هونغ كونغ, HM جزيرة هيرد وجزر ماكدونالد, HN هندوراس, HR كرواتيا, HT هايتي, HU هنغاريا,
    ID إندونيسيا, IE أيرلندا, IL إسرائيل, IM جزيرة مان, IN الهند,
    IO الإقليم البريطاني في المحيط الهندي, IQ العراق, IR إيران, IS آيسلندا, IT إيطاليا,
    JE جيرسي, JM جامايكا, JO الأردن, JP اليابان, KE كينيا, KG قيرغيزستان, KH كمبوديا,
    KI كيريباتي, KM جزر القمر, KN سانت كيتس ونيفيس, KP كوريا الشمالية, KR كوريا الجنوبية,
    KW الكويت, KY جزر كايمان, KZ كازاخستان, LA لاوس, LB لبنان, LC سانت لوسيا, LI ليختنشتاين,
    LK سريلانكا, LR ليبيريا, LS ليسوتو, LT ليتوانيا, LU لوكسمبورغ, LV لاتفيا, LY ليبيا,
    MA المغرب, MC موناكو, MD مولدوفا, ME الجبل الأسود, MF سان مارتن, MG مدغشقر, MH جزر مارشال,
    MK مقدونيا الشمالية, ML مالي, MM ميانمار (بورما), MN منغوليا, MO مكاو,
    MP جزر ماريانا الشمالية, MQ جزر المارتينيك, MR موريتانيا, MS مونتسرات, MT مالطا,
    MU موريشيوس, MV جزر المالديف, MW ملاوي, MX المكسيك, MY ماليزيا, MZ موزمبيق, NA ناميبيا,
    NC كاليدونيا الجديدة, NE النيجر, NF جزيرة نورفولك, NG نيجيريا, NI نيكاراغوا, NL هولندا,
    NO النرويج, NP نيبال, NR ناورو, NU نيوي, NZ نيوزيلندا, OM عُمان, PA بنما, PE بيرو,
    PF بولينيزيا الفرنسية, PG بابوا غينيا الجديدة, PH الفلبين, PK باكستان, PL بولندا,
    PM سان بيير ومكويلون, PN جزر بيتكيرن, PR بورتوريكو, PS فلسطين, PT البرتغال, PW بالاو,
    PY باراغواي, QA قطر, RE روينيون, RO رومانيا, RS صربيا, RU روسيا, RW رواندا,
    SA المملكة العربية السعودية, SB جزر سليمان, SC سيشل, SD السودان, SE السويد, SG سنغافورة,
    SH سانت هيلينا, SI سلوفينيا, SJ سفالبارد وجان ماين, SK سلوفاكيا, SL سيراليون,
    SM سان مارينو, SN السنغال, SO الصومال, SR سورينام, SS جنوب السودان, ST ساو تومي وبرينسيبي,
    SV السلفادور, SX سانت مارتن, SY سوريا, SZ إسواتيني, TC جزر توركس وكايكوس, TD تشاد,
    TF الأقاليم الجنوبية الفرنسية, TG توغو, TH تايلاند, TJ طاجيكستان, TK توكيلاو,
    TL تيمور - ليشتي, TM تركمانستان, TN تونس, TO تونغا, TR تركيا, TT ترينيداد وتوباغو,
    TV توفالو, TW تايوان, TZ تنزانيا, UA أوكرانيا, UG أوغندا, UM جزر الولايات المتحدة النائية,
    US الولايات المتحدة, UY أورغواي, UZ أوزبكستان, VA الفاتيكان, VC سانت فنسنت وجزر غرينادين,
    VE فنزويلا, VG جزر فيرجن البريطانية, VI جزر فيرجن الأمريكية, VN فيتنام, VU فانواتو,
    WF جزر والس وفوتونا, WS ساموا, XK كوسوفو, YE اليمن, YT مايوت, ZA جنوب أفريقيا, ZM زامبيا,
    ZW زيمبابوي
trends = الاتجاهات
compared-terms = المصطلحات المقارنة
compared-by = المقارنة حسب
term-to-add = كلمة أو عبارة أو اسم
add-term = إضافة
remove-term = إزالة { $term }
names-to-compare = الأسماء في هذه النتائج
rate = { $rate } لكل 10,000 كلمة
fraction = { $whole }.{ $digits }
trend-point = { $term }، { $place }: { $rate } لكل 10,000 كلمة
trend-peak = { $term }: الأكثر في { $place }، { $rate } لكل 10,000 كلمة
trend-absent = { $term }: لا يرد
trends-counted = مرات الورود في العناوين والنصوص، بما فيها صيغ الكلمة الأخرى، لكل 10,000 كلمة.
trends-names = تُحسب الأسماء بعدد مرات ذكرها.
trends-names-once = تُحسب الأسماء هنا مرة واحدة في كل عنصر.
words = الكلمات
together = معًا
network = شبكة
matrix = مصفوفة
together-measure = يصل الخط بين اسمين يردان في العناصر نفسها أكثر مما تقتضيه المصادفة. وكلما زاد سمكه زادت العناصر التي تضمهما.
together-summary = الأسماء: { $names }، وأقوى الأزواج بينها: { $pairs }. أقواها { $strongest }
no-pairs = لا يرد أي اسمين في العناصر نفسها أكثر مما تقتضيه المصادفة.
not-in-one-sentence = ليسا في جملة واحدة
all-pairs = كل الأزواج
name = الاسم
together-with = مع
unit = الوحدة
scale-summary = الأرقام: { $count }، من { $first } إلى { $last }
scale-sample = في الصورة { $shown } من { $count } رقم، مختارة بانتظام حسب الحجم.
no-figures = لا يحتوي أي عنصر على رقم.
no-quotes = لا يحتوي أي عنصر على اقتباس.
millions = { $number } مليون
billions = { $number } مليار
trillions = { $number } تريليون
no-stories = لا يروي أي عنصرين من هذه العناصر القصة نفسها.
other-items = عناصر أخرى
all-stories = كل القصص
what-it-adds = ما يضيفه
adds-nothing = لا يضيف شيئًا إلى ما سبقه.
reused-passages = فقرات من مقالات سابقة: { NUMBER($count) }
named-first = تُذكر هنا أولًا
compare-with-previous = قارن بالسابق
compare = قارن
compare-with = مع
whole-story = القصة كاملة
compared-sentences = جمل مشتركة بينهما: { NUMBER($shared) }؛ هنا فقط، مميزة: { NUMBER($only) }
lists = قوائم القراءة
lists-help = قوائم مقالات بترتيب تختاره أنت. تبقى على هذا الجهاز.
lists-need-script = تُحفظ قوائم القراءة على هذا الجهاز، وهذا يحتاج إلى JavaScript.
since = الجديد
since-needs-script = يُحفظ على هذا الجهاز ما كانت تحتويه هذه الصفحة في زيارتك الأخيرة، وهذا يحتاج إلى JavaScript.
since-nothing = لا جديد ولا تعديل منذ زيارتك الأخيرة.
since-none-of-these = لا شيء من هذه العناصر جديد أو مُعدَّل منذ زيارتك الأخيرة في { $date }.
since-summary = منذ زيارتك الأخيرة في { $date }: جديد { NUMBER($added) }، مُعدَّل { NUMBER($changed) }.
since-help = تحفظ هذه الصفحة على هذا الجهاز ما كانت تحتويه في زيارتك الأخيرة.
new-items = عناصر جديدة
changed-items = عناصر مُعدَّلة
what-changed = ما الذي تغيّر
what-changed-in = ما الذي تغيّر في «{ $title }»
all-of-these = كل هذه العناصر
saved-searches = عمليات البحث المحفوظة
saved-searches-help = عدد النتائج الجديدة أو المُعدَّلة لكل بحث. تبقى عمليات البحث على هذا الجهاز.
save-search = حفظ البحث { $search }
search-saved = حُفظ البحث.
search-removed = أُزيل البحث.
new-of-search = جديد { NUMBER($new) } من { NUMBER($total) }
remove-search = إزالة البحث { $search }
most-searches = أكبر عدد لعمليات البحث المحفوظة: { NUMBER($count) }.
text-not-kept = لم تفتح هذه المقالة قبل تعديلها، لذلك لا يحتوي هذا الجهاز على نصها السابق.
text-unchanged = النص هو الذي رأيته من قبل.
all-changes = كل التغييرات
title-before = العنوان السابق: { $title }
text-changed = الجمل: جديدة { NUMBER($added) }، محذوفة { NUMBER($gone) }، مُعدَّلة { NUMBER($reworded) }.
text-before = قبل
text-now = الآن
new-list = اسم قائمة جديدة
create-list = إنشاء
list-exists = توجد قائمة بهذا الاسم بالفعل.
all-lists = كل القوائم
no-such-list = لا توجد على هذا الجهاز قائمة بهذا الاسم.
list-is-empty = لا مقالات في هذه القائمة بعد.
add-results = إضافة هذه النتائج
add-saved = إضافة المقالات المحفوظة
added-to-list = أُضيف: { NUMBER($count) }
most-in-list = الحد الأقصى للمقالات في القائمة: { NUMBER($count) }.
move-up = نقل إلى أعلى: { $title }
move-down = نقل إلى أسفل: { $title }
moved-in-list = { $title }: { NUMBER($number) } من { NUMBER($count) }
removed-title = أُزيل: { $title }
not-in-edition = لم يعد في هذا الإصدار
rename-list = إعادة تسمية
name-of-list = اسم القائمة
delete-list = حذف
delete-list-for-good = حذف نهائي
save-as-epub = حفظ بصيغة EPUB
save-results-as-epub = حفظ هذه النتائج بصيغة EPUB
writing-book = جارٍ كتابة الكتاب…
book-saved = المقالات في الكتاب: { NUMBER($count) }
book-lacks-pictures = الصور المتروكة: { NUMBER($count) }
book-failed = تعذّرت كتابة الكتاب.
most-in-book = الحد الأقصى للمقالات في الكتاب، من الأولى: { NUMBER($count) }.
print-list = طباعة القائمة


## مكتبة مقالات القارئ

library = المكتبة
library-help = اقرأ هنا مقالاتك الخاصة: صفحات محفوظة وملفات مصدَّرة من برامج القراءة وخلاصات وكتب ورسائل وملاحظات. تبقى كلها على هذا الجهاز.
drop-files = أفلت الملفات لإضافتها إلى مكتبتك
pasted-text = نص ملصق
own-articles = مقالاتي
shared-articles = المُشارَك
choose-files = اختيار ملفات
choose-folder = اختيار مجلد
importing = تجري قراءة الملفات…
import-progress = المقروء: { $count }
import-waiting = في انتظار انتهاء هذا: { $count }
import-cancelled = أُلغي.
import-done = المقالات: { $with-text }. روابط بلا نص: { $without }. موجودة من قبل: { $known }.
import-problems = لم تُقرأ: { $count }
import-nothing = لا شيء في هذه الملفات يمكن قراءته هنا.
import-failed = تعذرت قراءة الملفات: { $reason }
first-articles = المقالات الأولى
open-collection = فتح المجموعة
names-found = عُثر على الأسماء والاقتباسات والأرقام.
names-show = عرضها
collection-renewing = أُنشئت هذه المجموعة بإصدار آخر من الصفحة. يجري تجديدها، لحظة من فضلك…
collections = المجموعات
collection-facts = العناصر: { $count }، { $size } م.ب، { $date }
add-files-to = إضافة ملفات إلى { $title }
rename = إعادة تسمية
rename-collection = إعادة تسمية { $title }
title-of-collection = العنوان الجديد للمجموعة { $title }
collection-renamed = اسم المجموعة الآن { $title }.
export-collection = تصدير مقالات { $title } بصيغة Markdown
save-as-file = حفظ في ملف واحد
save-collection-as-file = حفظ في ملف واحد: { $title }
save-as-site = حفظ كموقع
save-collection-as-site = حفظ كموقع: { $title }
saving = جارٍ كتابة الملف…
remove-collection = إزالة { $title }
remove-for-good = إزالة نهائية
remove-collection-for-good = إزالة { $title } نهائيًا
back-to-site = العودة إلى مقالات هذا الموقع
library-unsupported = لا يستطيع هذا المتصفح حفظ المقالات هنا. كثيرًا ما تمنع النوافذ الخاصة ذلك.
library-insecure = لا يمكن حفظ المقالات إلا في عنوان آمن يبدأ بـ https.
library-in-preview = هذه المعاينة لا تحفظ مقالات. الموقع المنشور يحفظها.
file-keeps-no-articles = لا يستطيع هذا الملف حفظ مقالاتك الخاصة.
open-site = فتح الموقع الذي يستطيع


## اختصارات لوحة المفاتيح

keyboard-shortcuts = اختصارات لوحة المفاتيح
key-search = الانتقال إلى مربع البحث
key-clear = مسح مربع البحث عندما يكون التركيز عليه
key-suggestions = فتح الاقتراحات عندما يكون التركيز على مربع البحث
key-next-result = النتيجة التالية؛ وكذلك Page Down في النتائج
key-previous-result = النتيجة السابقة؛ وكذلك Page Up في النتائج
key-open = فتح النتيجة
key-next-hit = المطابقة التالية في مقالة
key-previous-hit = المطابقة السابقة في مقالة
key-next-article = المقالة التالية في النتائج
key-previous-article = المقالة السابقة في النتائج
key-save = حفظ المقالة أو إزالتها من المحفوظات
key-theme = السمة التالية
key-keys = عرض هذه القائمة
single-keys-help = عطّلها إذا كنت تستخدم الإملاء الصوتي، أو إذا تعارضت مع اختصاراتك.
close = إغلاق


## خارج البرنامج: البرامج النصية

something-went-wrong = حدث خطأ ما
program-stopped = أوقف خطأ في البرنامج هذه الصفحة. أعد تحميلها للمتابعة. إذا توقفت مجددًا، فأخبر الناشر بما كنت تفعله.
needs-webassembly = تحتاج هذه الصفحة إلى تقنية WebAssembly، وهذا المتصفح لا يدعمها أو أنها معطّلة فيه. كل متصفح حديث يدعمها.
no-script = ميزة JavaScript معطّلة. يمكنك قراءة كل شيء هنا من دونها؛ أما البحث والتصفية فيحتاجان إليها.
load-failed = تعذّر التحميل. تحقق من الاتصال، ثم حاول مجددًا.
copied = تم النسخ
copy-refused = لم يسمح المتصفح بالنسخ
copy = نسخ
copy-citation = نسخ { $style }
hit-of = المطابقة { $hit } من { $hits }

suggested-name = اسم
suggested-article = مقالة
suggested-search = بحث حديث
clear-recent-searches = مسح عمليات البحث الحديثة

new-edition = يتوفر إصدار جديد من هذه الصفحة.
new-edition-show = عرضه
new-edition-later = لاحقًا
new = جديد
changed = مُعدَّل
changes-found = منذ زيارتك الأخيرة: جديد { NUMBER($added) }، مُعدَّل { NUMBER($changed) }.
changes-show = عرضها

keep-offline = تنزيل للقراءة دون اتصال، { $size } م.ب
keeping-offline = جارٍ التنزيل للقراءة دون اتصال…
cancel = إلغاء
kept-offline = متاحة دون اتصال
offline-removed = لم تعد متاحة دون اتصال
offline-no-space = لا توجد مساحة كافية لها على هذا الجهاز.


## صفحات منشورة

all-headlines = كل العناوين
described = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
} للبحث والتصفية والقراءة.
