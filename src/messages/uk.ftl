# The page's own messages in Ukrainian. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## На кожній сторінці

skip-link = Перейти до вмісту
search-articles = Шукати статті
suggestions = Підказки
sections = Розділи сайту
keys = Клавіші
notice = Повідомлення
page-not-found = Сторінку не знайдено


## Розділи сайту

explore = Огляд
names = Імена
quotes = Цитати
figures = Числа
saved = Збережене


## Налаштування

theme = Тема
theme-system = Системна
theme-light = Світла
theme-dark = Темна
single-keys = Скорочення з однієї клавіші
single-keys-on = Увімкнено
single-keys-off = Вимкнено
text-size = Розмір тексту
text-small = Малий
text-medium = Середній
text-large = Великий
text-huge = Дуже великий
line-length = Довжина рядків
line-short = Короткі
line-medium = Середні
line-long = Довгі
typeface = Шрифт
typeface-serif = Із засічками
typeface-sans = Без засічок
show = Подання
show-cards = Картки
show-list = Список


## Списки й підписи

list-separator = ,{ " " }
list-end = { $most } та { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Результати

results = Результати
at-a-glance = Коротко
timeline = Хронологія
stories = Сюжети
items = { $count ->
    [one] { $count } матеріал
    [few] { $count } матеріали
   *[many] { $count } матеріалів
}
items-of = { NUMBER($matching) } із { $of ->
    [one] { $of } матеріалу
    [few] { $of } матеріалів
   *[many] { $of } матеріалів
}
no-items = Немає відповідних матеріалів
show-more = Показати більше
sort-by = Сортування
sort-relevance = Релевантність
sort-newest = Спершу нові
sort-oldest = Спершу старі
sort-original = Початковий порядок
sort-title = Заголовок
sort-longest = Спершу довгі
sort-shortest = Спершу короткі
export = Експортувати
export-help = Експортувати всі ці матеріали у файл
headline-only = лише заголовок
minutes = { NUMBER($minutes) } хв читання
read = Прочитано
save = Зберегти
save-article = Зберегти: { $title }


## Збіги

hits = { $count ->
    [one] { $count } збіг
    [few] { $count } збіги
   *[many] { $count } збігів
}
hits-in-paragraph = Абзац { NUMBER($paragraph) }, { $count ->
    [one] { $count } збіг
    [few] { $count } збіги
   *[many] { $count } збігів
}
why-matched = Чому знайдено
found = Знайдено { $where }
related-wording = Подібна лексика
related-wording-note = Матеріали зі словами з перших результатів, як-от { $words }
no-related-wording = Жоден інший матеріал не має подібної лексики.
found-related = Подібна лексика, знайдено { $where }
in-title = в заголовку
in-standfirst = у вступі
in-headings = у підзаголовках
in-text = у тексті
in-metadata = у рубриці, авторах, джерелі або тегах
quoted = «{ $text }»
quoted-times = «{ $text }» { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[many] { $count } разів
}


## Фільтри

filters = Фільтри
filters-active = Фільтри, активних: { NUMBER($count) }
filters-apply = Показати { NUMBER($total) } із { NUMBER($of) }
active-filters = Активні фільтри
remove-filter = Вилучити: <a>{ $filter }</a>
clear-all = Очистити все
find = Знайти
find-in = Знайти в «{ $facet }»
show-all = Показати всі { NUMBER($count) }
show-fewer = Показати менше
section = Рубрика
kind = Тип
kind-article = Стаття
kind-teaser = Анонс
people = Люди
places = Місця
organisations = Організації
tags = Теги
authors = Автори
source = Джерело
language = Мова
weapons = Зброя
length = Довжина
length-short = Короткі
length-medium = Середні
length-long = Довгі

date = Дата
from = Від
to = До
from-date = від { $date }
to-date = до { $date }
items-by-date = Матеріали за датою: { $list }


## Дати

# With a day the names are in the genitive case, without one in the nominative.
months = січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня
months-alone = січень, лютий, березень, квітень, травень, червень, липень, серпень, вересень, жовтень, листопад, грудень
months-short = січ., лют., бер., квіт., трав., черв., лип., серп., вер., жовт., лист., груд.
date-long = { $day } { $month } { $year } р.
date-short = { $day } { $month } { $year } р.
month-of-year = { $month } { $year } р.
year = { $year }
years = { $first }–{ $last }


## Примітки до пошуку

nothing-to-search-for = У «{ $typed }» немає чого шукати.
corrected = За запитом «{ $typed }» нічого не знайдено. Ось результати за запитом «{ $query }».
search-as-typed = Шукати саме «{ $typed }»
partial = Жоден матеріал не містить усіх цих слів; першими йдуть найближчі до запиту.
no-item-contains = Жоден матеріал не містить { $words }.
date-unread = У «{ $field }» немає дати, яку можна прочитати, тому шукалися його слова. Пишіть дати так: 2024-05-16, 2024-05
    або 2024, а проміжки так: 2023..2024.
did-you-mean = Можливо, ви мали на увазі <a>{ $query }</a>?
no-item-matches-filters = Жоден матеріал не відповідає всім цим фільтрам
nothing-matches = За запитом «{ $typed }» нічого не знайдено
without = Без «{ $filter }»: { $count ->
    [one] { $count } матеріал
    [few] { $count } матеріали
   *[many] { $count } матеріалів
}
without-filters = Шукати без фільтрів
fewer-words = Спробуйте менше слів.
show-all-items = Показати всі матеріали


## Читання

back-to-results = Назад до результатів
back-arrow = ←
contents = Зміст
by-author = Текст: <a>{ $author }</a>
updated = Оновлено <a>{ $date }</a>
from-source = Джерело: <a>{ $source }</a>
footnotes = Виноски
footnote = Виноска { NUMBER($footnote) }
footnote-back = Назад до тексту виноски { NUMBER($footnote) }
table-of = Таблиця, абзац { NUMBER($paragraph) }
code-of = Код, абзац { NUMBER($paragraph) }
copy-code = Копіювати код
task-done = Виконано
task-open = Не виконано
alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Попередження
alert-caution = Обережно
linked-from = Сюди посилаються
link-to-paragraph = Посилання на абзац { NUMBER($paragraph) }
mentioned-in-article = Згадано в цій статті
articles-in-results = Статті в результатах
previous-article = Попередня
next-article = Наступна
related = Пов’язані статті
both-mention = В обох згадано: { $names }
both-discuss = В обох ідеться про таке: { $words }
both-mention-and-discuss = В обох згадано: { $names }; в обох ідеться про таке: { $words }
text = Вигляд
cite = Цитувати
cite-this = Цитувати цю статтю
save-markdown = Зберегти як Markdown
share = Поділитися
listen = Слухати
print = Друкувати
continue-reading = Продовжити читання
previous-hit = Попередній збіг
next-hit = Наступний збіг


## Нотатки

your-notes = Ваші нотатки
note = Нотатка
note-on = Нотатка до уривка: { $passage }
remove = Вилучити
selected-passage = Виділений уривок
highlight = Позначити й додати нотатку
copy-quotation = Копіювати цитату
copy-link = Копіювати посилання
saved-help = Збережені статті й нотатки залишаються в цьому браузері; більше ніхто їх не бачить.
saved-none = Ще нічого не збережено. Натисніть «Зберегти» біля статті, щоб вона була тут.
export-file = Експортувати у файл
export-text = Експортувати як текст
export-annotations = Експортувати як вебанотації
import-file = Імпортувати з файлу
storage-failed = Цей браузер нічого не зберігає для цієї сторінки, або його сховище заповнене. Збережені статті й нотатки
    буде втрачено, коли ви закриєте сторінку. Щоб їх не втратити, експортуйте їх у файл.
storage-unreadable = Дані, які цей браузер зберіг для цієї сторінки, неможливо прочитати; можливо, їх записала новіша версія
    сторінки. Їх відкладено, і сторінка починає роботу без них.
import-invalid = Цей файл експортовано не з такої сторінки, як ця.


## Імена, цитати, числа

all-names = Усі імена
also-written = Інші написання: { $others }.
filter-by-name = Фільтрувати результати за цим ім’ям
mentioned-with = Згадано разом
mentions = Згадки
others = Інші
order = Порядок
largest-first = Спершу більші
smallest-first = Спершу менші
filter-summary = У { NUMBER($total) } із { $of ->
    [one] { $of } матеріалу
    [few] { $of } матеріалів
   *[many] { $of } матеріалів
}: { $by }.
include-all-items = Урахувати всі матеріали
to-paragraph = До абзацу { NUMBER($paragraph) }


## Сторінки, яких немає

page-not-found-help = Можливо, у посиланні помилка або статтю вилучено. Скористайтеся пошуком угорі або <a>перегляньте всі
    матеріали</a>.
closest-titles = Найближчі заголовки


## Помилки

program-not-loaded = Не вдалося завантажити частину цієї сторінки. Перевірте з’єднання, а потім перезавантажте сторінку.
edition-not-opened = Не вдалося відкрити статті: їхній файл надійшов не таким, яким його опубліковано. Перезавантажте сторінку.
    Якщо це не допоможе, попросіть видавця зібрати її знову. Причина: { $reason }.
open-no-edition = це не видання
open-other-version = видання має формат { $found }, а ця сторінка читає формат { $expected }
open-length = видання має { $found } із { $expected } байтів
open-checksum = видання пошкоджене: його контрольна сума { $found }, а має бути { $expected }
open-index = не вдалося відкрити пошуковий індекс видання
file-unreadable = Не вдалося прочитати цей файл

loading = Завантаження…
part-not-loaded = Частина цього видання не надійшла. Тим, що вже є, можна користуватися.
try-again = Спробувати знову


## Огляд

as-list = Показати списком
as-table = Показати таблицею
total = Разом
divided-by = Поділено за
date-range = Проміжок дат
timeline-summary = { $total ->
    [one] { $total } матеріал із датою, від { $first } до { $last }; найбільше: { $peak }, { NUMBER($count) }
    [few] { $total } матеріали з датою, від { $first } до { $last }; найбільше: { $peak }, { NUMBER($count) }
   *[many] { $total } матеріалів із датою, від { $first } до { $last }; найбільше: { $peak }, { NUMBER($count) }
}
no-dates = Жоден матеріал не має дати.
without-date = Без дати
named-dates = Дати, згадані в текстах
named-dates-note = Тексти згадують ці дати. Дати без року пропущено.
no-named-dates = Тексти не згадують жодної дати з роком.
named-dates-read = Прочитано лише перші результати: { $read } із { $count }.
named-dates-summary = Згадані дати: { NUMBER($total) }, від { $first } до { $last }; найбільше – { $peak }: { NUMBER($count) }
named-dates-shown = Показано дат: { $shown } із { $count }
no-places = Ці записи не згадують жодного місця.
places-summary = Місць на карті: { NUMBER($count) }. Найчастіше згадують: { $place }.
most-mentioned-places = Показано найчастіше згадувані місця: { NUMBER($shown) } з { NUMBER($total) }.
ambiguous-places = * Цю назву мають кілька місць. На карті показано найбільше; країни інших подано в таблиці.
not-on-map = Не на карті
map-sources = Контури: Natural Earth. Розташування: GeoNames, CC BY 4.0.
map = Карта
all-places = Усі місця
whole-world = Увесь світ
zoom-in = Збільшити
zoom-out = Зменшити
move-west = На захід
move-north = На північ
move-south = На південь
move-east = На схід
number-of-items = Записи
country = Країна
also-in = Також у країнах
region-of = { $country } (регіон)
country-names = AD Андорра, AE Обʼєднані Арабські Емірати, AF Афганістан,
    AG Антигуа і Барбуда, AI Ангілья, AL Албанія, AM Вірменія, AO Ангола, AQ Антарктика,
    AR Аргентина, AS Американське Самоа, AT Австрія, AU Австралія, AW Аруба,
    AX Аландські Острови, AZ Азербайджан, BA Боснія і Герцеговина, BB Барбадос, BD Бангладеш,
    BE Бельгія, BF Буркіна-Фасо, BG Болгарія, BH Бахрейн, BI Бурунді, BJ Бенін,
    BL Сен-Бартелемі, BM Бермудські Острови, BN Бруней, BO Болівія, BQ Карибські Нідерланди,
    BR Бразилія, BS Багамські Острови, BT Бутан, BV Острів Буве, BW Ботсвана, BY Білорусь,
    BZ Беліз, CA Канада, CC Кокосові (Кілінг) Острови, CD Конго – Кіншаса,
    CF Центральноафриканська Республіка, CG Конго – Браззавіль, CH Швейцарія, CI Кот-дʼІвуар,
    CK Острови Кука, CL Чилі, CM Камерун, CN Китай, CO Колумбія, CR Коста-Рика, CU Куба,
    CV Кабо-Верде, CW Кюрасао, CX Острів Різдва, CY Кіпр, CZ Чехія, DE Німеччина, DJ Джибуті,
    DK Данія, DM Домініка, DO Домініканська Республіка, DZ Алжир, EC Еквадор, EE Естонія,
    EG Єгипет, EH Західна Сахара, ER Еритрея, ES Іспанія, ET Ефіопія, FI Фінляндія, FJ Фіджі,
    FK Фолклендські Острови, FM Мікронезія, FO Фарерські Острови, FR Франція, GA Габон,
    GB Велика Британія, GD Гренада, GE Грузія, GF Французька Гвіана, GG Гернсі, GH Гана,
    GI Гібралтар, GL Гренландія, GM Гамбія, GN Гвінея, GP Гваделупа, GQ Екваторіальна Гвінея,
    GR Греція, GS Південна Джорджія та Південні Сандвічеві Острови, GT Гватемала, GU Гуам,
    GW Гвінея-Бісау, GY Гаяна, HK Гонконг, HM Острови Герд і Макдоналд, HN Гондурас,
    HR Хорватія, HT Гаїті, HU Угорщина, ID Індонезія, IE Ірландія, IL Ізраїль, IM Острів Мен,
    IN Індія, IO Британська територія в Індійському океані, IQ Ірак, IR Іран, IS Ісландія,
    IT Італія, JE Джерсі, JM Ямайка, JO Йорданія, JP Японія, KE Кенія, KG Киргизстан,
    KH Камбоджа, KI Кірибаті, KM Комори, KN Сент-Кітс і Невіс, KP Північна Корея,
    KR Південна Корея, KW Кувейт, KY Кайманові Острови, KZ Казахстан, LA Лаос, LB Ліван,
    LC Сент-Люсія, LI Ліхтенштейн, LK Шрі-Ланка, LR Ліберія, LS Лесото, LT Литва,
    LU Люксембург, LV Латвія, LY Лівія, MA Марокко, MC Монако, MD Молдова, ME Чорногорія,
    MF Сен-Мартен, MG Мадагаскар, MH Маршаллові Острови, MK Північна Македонія, ML Малі,
    MM Мʼянма (Бірма), MN Монголія, MO Макао, MP Північні Маріанські Острови, MQ Мартиніка,
    MR Мавританія, MS Монтсеррат, MT Мальта, MU Маврикій, MV Мальдіви, MW Малаві, MX Мексика,
    MY Малайзія, MZ Мозамбік, NA Намібія, NC Нова Каледонія, NE Нігер, NF Острів Норфолк,
    NG Нігерія, NI Нікарагуа, NL Нідерланди, NO Норвегія, NP Непал, NR Науру, NU Ніуе,
    NZ Нова Зеландія, OM Оман, PA Панама, PE Перу, PF Французька Полінезія,
    PG Папуа-Нова Гвінея, PH Філіппіни, PK Пакистан, PL Польща, PM Сен-Пʼєр і Мікелон,
    PN Острови Піткерн, PR Пуерто-Рико, PS Палестина, PT Португалія, PW Палау, PY Парагвай,
    QA Катар, RE Реюньйон, RO Румунія, RS Сербія, RU Росія, RW Руанда, SA Саудівська Аравія,
    SB Соломонові Острови, SC Сейшельські Острови, SD Судан, SE Швеція, SG Сінгапур,
    SH Острів Святої Єлени, SI Словенія, SJ Шпіцберген та Ян-Маєн, SK Словаччина,
    SL Сьєрра-Леоне, SM Сан-Марино, SN Сенегал, SO Сомалі, SR Суринам, SS Південний Судан,
    ST Сан-Томе і Принсіпі, SV Сальвадор, SX Сінт-Мартен, SY Сирія, SZ Есватіні,
    TC Острови Теркс і Кайкос, TD Чад, TF Французькі Південні Території, TG Того, TH Таїланд,
    TJ Таджикистан, TK Токелау, TL Тимор-Лешті, TM Туркменістан, TN Туніс, TO Тонга,
    TR Туреччина, TT Тринідад і Тобаго, TV Тувалу, TW Тайвань, TZ Танзанія, UA Україна,
    UG Уганда, UM Віддалені острови США, US США, UY Уругвай, UZ Узбекистан, VA Ватикан,
    VC Сент-Вінсент і Гренадіни, VE Венесуела, VG Британські Віргінські острови,
    VI Віргінські Острови (США), VN Вʼєтнам, VU Вануату, WF Уолліс і Футуна, WS Самоа,
    XK Косово, YE Ємен, YT Майотта, ZA Південно-Африканська Республіка, ZM Замбія, ZW Зімбабве
trends = Тенденції
compared-terms = Порівнювані терміни
compared-by = Порівняння за
term-to-add = Слово, вислів або назва
add-term = Додати
remove-term = Вилучити { $term }
names-to-compare = Назви в цих результатах
rate = { $rate } на 10 000 слів
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } на 10 000 слів
trend-peak = { $term }: найчастіше в { $place }, { $rate } на 10 000 слів
trend-absent = { $term }: не трапляється
trends-counted = Згадки в заголовках і текстах, зокрема в інших формах слова, на 10 000 слів.
trends-names = Назви рахуються стільки разів, скільки їх згадано.
trends-names-once = Тут назви рахуються один раз на матеріал.
words = Слова
together = Разом
network = Мережа
matrix = Матриця
together-measure = Лінія з’єднує дві назви, які трапляються в тих самих матеріалах частіше, ніж випадково. Що вона товща, то більше матеріалів мають обидві.
together-summary = Назви: { $names }; найсильніші пари серед них: { $pairs }. Найсильніша — { $strongest }
no-pairs = Жодні дві назви не трапляються в тих самих матеріалах частіше, ніж випадково.
not-in-one-sentence = Не в одному реченні
all-pairs = Усі пари
name = Назва
together-with = Разом із
unit = Одиниця
scale-summary = Числа: { $count }, від { $first } до { $last }
scale-sample = На зображенні { $shown } з { $count } чисел, рівномірно вибраних за величиною.
no-figures = Жоден матеріал не має чисел.
no-quotes = Жоден матеріал не має цитат.
millions = { $number } млн
billions = { $number } млрд
trillions = { $number } трлн
no-stories = Жодні два з цих записів не розповідають про те саме.
other-items = Інші записи
all-stories = Усі сюжети
what-it-adds = Що додає
adds-nothing = Не додає нічого до попередніх.
reused-passages = Уривки з давніших статей: { NUMBER($count) }
named-first = Уперше названо тут
compare-with-previous = Порівняти з попередньою
compare = Порівняти
compare-with = з
whole-story = Увесь сюжет
compared-sentences = Речення, спільні для обох: { NUMBER($shared) }; лише тут, позначені: { NUMBER($only) }
lists = Списки читання
lists-help = Списки статей у вашому власному порядку. Вони залишаються на цьому пристрої.
lists-need-script = Списки читання зберігаються на цьому пристрої, а для цього потрібен JavaScript.
since = Новини сторінки
since-needs-script = Те, що сторінка містила під час вашого останнього відвідування, запам’ятовується на цьому пристрої, а для цього потрібен JavaScript.
since-nothing = Від вашого останнього відвідування нічого не з’явилося й не змінилося.
since-none-of-these = Жоден із цих елементів не з’явився й не змінився від вашого останнього відвідування { $date }.
since-summary = Від вашого останнього відвідування { $date }: нових — { NUMBER($added) }, змінених — { NUMBER($changed) }.
since-help = Сторінка запам’ятовує на цьому пристрої, що вона містила під час вашого останнього відвідування.
new-items = Нові елементи
changed-items = Змінені елементи
what-changed = Що змінилося
what-changed-in = Що змінилося в «{ $title }»
all-of-these = Усі ці елементи
saved-searches = Збережені пошуки
saved-searches-help = Скільки результатів пошуку нових або змінених. Пошуки залишаються на цьому пристрої.
save-search = Зберегти пошук { $search }
search-saved = Пошук збережено.
search-removed = Пошук вилучено.
new-of-search = нових — { NUMBER($new) } із { NUMBER($total) }
remove-search = Вилучити пошук { $search }
most-searches = Найбільша кількість збережених пошуків: { NUMBER($count) }.
text-not-kept = Ви не відкривали цю статтю до її зміни, тому на цьому пристрої немає її попереднього тексту.
text-unchanged = Текст такий, яким ви його бачили.
all-changes = Усі зміни
title-before = Попередній заголовок: { $title }
text-changed = Речення: нових — { NUMBER($added) }, вилучених — { NUMBER($gone) }, змінених — { NUMBER($reworded) }.
text-before = Раніше
text-now = Тепер
new-list = Назва нового списку
create-list = Створити
list-exists = Список із такою назвою вже є.
all-lists = Усі списки
no-such-list = На цьому пристрої немає списку з такою назвою.
list-is-empty = У цьому списку ще немає статей.
add-results = Додати ці результати
add-saved = Додати збережені статті
added-to-list = Додано: { NUMBER($count) }
most-in-list = Найбільша кількість статей у списку: { NUMBER($count) }.
move-up = Перемістити вгору: { $title }
move-down = Перемістити вниз: { $title }
moved-in-list = { $title }: { NUMBER($number) } з { NUMBER($count) }
removed-title = Вилучено: { $title }
not-in-edition = Більше немає в цьому виданні
rename-list = Перейменувати
name-of-list = Назва списку
delete-list = Видалити
delete-list-for-good = Видалити назавжди
save-as-epub = Зберегти як EPUB
save-results-as-epub = Зберегти ці результати як EPUB
writing-book = Записування книги…
book-saved = Статей у книзі: { NUMBER($count) }
book-lacks-pictures = Пропущено зображень: { NUMBER($count) }
book-failed = Не вдалося записати книгу.
most-in-book = Найбільша кількість статей у книзі, від першої: { NUMBER($count) }.
print-list = Надрукувати список


## Бібліотека власних статей

library = Бібліотека
library-help = Тут можна читати власні статті: збережені сторінки, експорт із програм для читання, стрічки, книжки, листи й нотатки. Вони залишаються на цьому пристрої.
drop-files = Відпустіть файли, щоб додати їх до бібліотеки
pasted-text = Вставлений текст
own-articles = Мої статті
shared-articles = Поширене
choose-files = Вибрати файли
choose-folder = Вибрати теку
importing = Читання файлів…
import-progress = Прочитано: { $count }
import-waiting = Очікують на завершення: { $count }
import-cancelled = Скасовано.
import-done = Статті: { $with-text }. Посилання без тексту: { $without }. Уже є: { $known }.
import-problems = Не прочитано: { $count }
import-nothing = У цих файлах немає нічого, що можна тут прочитати.
import-failed = Не вдалося прочитати файли: { $reason }
first-articles = Перші статті
open-collection = Відкрити колекцію
names-found = Імена, цитати й числа знайдено.
names-show = Показати
collection-renewing = Цю збірку створила інша версія сторінки. Вона оновлюється, це триватиме мить…
collections = Колекції
collection-facts = Записи: { $count }, { $size } МБ, { $date }
add-files-to = Додати файли до { $title }
rename = Перейменувати
rename-collection = Перейменувати { $title }
title-of-collection = Нова назва: { $title }
collection-renamed = Колекція тепер називається { $title }.
export-collection = Експортувати статті з { $title } як Markdown
save-as-file = Зберегти одним файлом
save-collection-as-file = Зберегти одним файлом: { $title }
save-as-site = Зберегти як сайт
save-collection-as-site = Зберегти як сайт: { $title }
saving = Записування файлу…
remove-collection = Вилучити { $title }
remove-for-good = Вилучити назавжди
remove-collection-for-good = Вилучити { $title } назавжди
back-to-site = Назад до статей цього сайту
library-unsupported = Цей браузер не може зберігати тут статті. Приватні вікна часто це забороняють.
library-insecure = Статті можна зберігати лише за безпечною адресою, яка починається з https.
library-in-preview = Цей попередній перегляд не зберігає статей. Опублікований сайт зберігає.
file-keeps-no-articles = Цей файл не може зберігати ваші власні статті.
open-site = Відкрити сайт, який може


## Клавіатурні скорочення

keyboard-shortcuts = Клавіатурні скорочення
key-search = Перейти до поля пошуку
key-clear = Очистити поле пошуку, коли воно у фокусі
key-suggestions = Відкрити підказки, коли поле пошуку у фокусі
key-next-result = Наступний результат; також Page Down у результатах
key-previous-result = Попередній результат; також Page Up у результатах
key-open = Відкрити результат
key-next-hit = Наступний збіг у статті
key-previous-hit = Попередній збіг у статті
key-next-article = Наступна стаття в результатах
key-previous-article = Попередня стаття в результатах
key-save = Зберегти статтю або вилучити її зі збереженого
key-theme = Наступна тема
key-keys = Показати цей список
single-keys-help = Вимкніть їх, якщо ви диктуєте текст або якщо вони заважають вашим власним клавішам.
close = Закрити


## Поза програмою: скрипти

something-went-wrong = Щось пішло не так
program-stopped = Через помилку в програмі ця сторінка зупинилася. Перезавантажте її, щоб продовжити. Якщо вона зупиниться
    знову, розкажіть видавцеві, що ви робили.
needs-webassembly = Ця сторінка потребує технології WebAssembly, якої цей браузер не підтримує або яку в ньому вимкнено. Її
    підтримує будь-який сучасний браузер.
no-script = JavaScript вимкнено. Тут можна все читати й без нього; для пошуку та фільтрів він потрібен.
load-failed = Не вдалося завантажити. Перевірте з’єднання і спробуйте знову.
copied = Скопійовано
copy-refused = Браузер не дозволив копіювати
copy = Копіювати
copy-citation = Копіювати { $style }
hit-of = Збіг { $hit } із { $hits }

suggested-name = Ім’я
suggested-article = Стаття
suggested-search = Недавній пошук
clear-recent-searches = Очистити недавні пошуки

new-edition = Доступне нове видання цієї сторінки.
new-edition-show = Показати
new-edition-later = Пізніше
new = Нове
changed = Змінено
changes-found = Від вашого останнього відвідування: нових — { NUMBER($added) }, змінених — { NUMBER($changed) }.
changes-show = Показати

keep-offline = Завантажити офлайн-копію, { $size } МБ
keeping-offline = Завантаження офлайн-копії…
cancel = Скасувати
kept-offline = Офлайн-копію завантажено
offline-removed = Офлайн-копію вилучено
offline-no-space = На цьому пристрої для неї немає місця.


## Опубліковані сторінки

all-headlines = Усі заголовки
described = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
   *[many] { $count } статей
} для пошуку, фільтрування та читання.
