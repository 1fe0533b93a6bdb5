# The page's own messages in Dutch. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## Op elke pagina

skip-link = Naar de inhoud
search-articles = Artikelen zoeken
suggestions = Suggesties
sections = Onderdelen
keys = Toetsen
notice = Melding
page-not-found = Pagina niet gevonden


## Onderdelen

explore = Verkennen
names = Namen
quotes = Citaten
figures = Cijfers
saved = Opgeslagen


## Instellingen

theme = Thema
theme-system = Systeem
theme-light = Licht
theme-dark = Donker
single-keys = Sneltoetsen met één toets
single-keys-on = Aan
single-keys-off = Uit
text-size = Tekstgrootte
text-small = Klein
text-medium = Gemiddeld
text-large = Groot
text-huge = Zeer groot
line-length = Regellengte
line-short = Kort
line-medium = Gemiddeld
line-long = Lang
typeface = Lettertype
typeface-serif = Met schreef
typeface-sans = Schreefloos
show = Weergave
show-cards = Kaarten
show-list = Lijst


## Lijsten en labels

list-separator = ,{ " " }
list-end = { $most } en { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Resultaten

results = Resultaten
at-a-glance = In één oogopslag
timeline = Tijdlijn
stories = Verhalen
items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
items-of = { NUMBER($matching) } van { $of ->
    [one] { $of } item
   *[other] { $of } items
}
no-items = Geen items gevonden
show-more = Meer tonen
sort-by = Sortering
sort-relevance = Relevantie
sort-newest = Nieuwste eerst
sort-oldest = Oudste eerst
sort-original = Oorspronkelijke volgorde
sort-title = Titel
sort-longest = Langste eerst
sort-shortest = Kortste eerst
export = Exporteren
export-help = Al deze items als bestand exporteren
headline-only = alleen de kop
minutes = { NUMBER($minutes) } min leestijd
read = Gelezen
save = Opslaan
save-article = Opslaan: { $title }


## Treffers

hits = { $count ->
    [one] { $count } treffer
   *[other] { $count } treffers
}
hits-in-paragraph = Alinea { NUMBER($paragraph) }, { $count ->
    [one] { $count } treffer
   *[other] { $count } treffers
}
why-matched = Waarom gevonden
found = Gevonden { $where }
related-wording = Verwante bewoordingen
related-wording-note = Items met woorden uit de eerste resultaten, zoals { $words }
no-related-wording = Geen ander item heeft verwante bewoordingen.
found-related = Verwante bewoordingen, gevonden { $where }
in-title = in de titel
in-standfirst = in de inleiding
in-headings = in de tussenkoppen
in-text = in de tekst
in-metadata = in rubriek, auteurs, bron of trefwoorden
quoted = “{ $text }”
quoted-times = “{ $text }” { NUMBER($count) } keer


## Filters

filters = Filters
filters-active = Filters, { NUMBER($count) } actief
filters-apply = { NUMBER($total) } van { NUMBER($of) } tonen
active-filters = Actieve filters
remove-filter = Filter verwijderen: <a>{ $filter }</a>
clear-all = Alle verwijderen
find = Zoeken
find-in = Zoeken in { $facet }
show-all = Alle { NUMBER($count) } tonen
show-fewer = Minder tonen
section = Rubriek
kind = Soort
kind-article = Artikel
kind-teaser = Kop
people = Personen
places = Plaatsen
organisations = Organisaties
tags = Trefwoorden
authors = Auteurs
source = Bron
language = Taal
weapons = Wapens
length = Lengte
length-short = Kort
length-medium = Gemiddeld
length-long = Lang

date = Datum
from = Vanaf
to = Tot en met
from-date = vanaf { $date }
to-date = tot en met { $date }
items-by-date = Items per datum: { $list }


## Datums

months = januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december
months-alone = januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december
months-short = jan, feb, mrt, apr, mei, jun, jul, aug, sep, okt, nov, dec
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## Opmerkingen bij het zoeken

nothing-to-search-for = In “{ $typed }” staat niets om naar te zoeken.
corrected = Geen resultaten voor “{ $typed }”. Dit zijn de resultaten voor “{ $query }”.
search-as-typed = Zoeken naar precies “{ $typed }”
partial = Geen item bevat al deze woorden; de best passende items staan bovenaan.
no-item-contains = Geen item bevat { $words }.
date-unread = “{ $field }” noemt geen leesbare datum; daarom is naar de woorden gezocht. Schrijf een datum als 2024-05-16,
    2024-05 of 2024, en een periode als 2023..2024.
did-you-mean = Bedoelt u <a>{ $query }</a>?
no-item-matches-filters = Geen item voldoet aan al deze filters
nothing-matches = Geen resultaten voor “{ $typed }”
without = Zonder “{ $filter }”: { $count ->
    [one] { $count } item
   *[other] { $count } items
}
without-filters = Zoeken zonder filters
fewer-words = Probeer het met minder woorden.
show-all-items = Alle items tonen


## Lezen

back-to-results = Terug naar de resultaten
back-arrow = ←
contents = Inhoud
by-author = Door <a>{ $author }</a>
updated = Bijgewerkt: <a>{ $date }</a>
from-source = Bron: <a>{ $source }</a>
footnotes = Voetnoten
footnote = Voetnoot { NUMBER($footnote) }
footnote-back = Terug naar de tekst bij voetnoot { NUMBER($footnote) }
table-of = Tabel, alinea { NUMBER($paragraph) }
code-of = Code, alinea { NUMBER($paragraph) }
copy-code = Code kopiëren
task-done = Voltooid
task-open = Niet voltooid
alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
linked-from = Artikelen die hiernaar verwijzen
link-to-paragraph = Koppeling naar alinea { NUMBER($paragraph) }
mentioned-in-article = Vermeld in dit artikel
articles-in-results = Artikelen in de resultaten
previous-article = Vorige
next-article = Volgende
related = Verwant
both-mention = Beide vermelden { $names }
both-discuss = Beide gaan over { $words }
both-mention-and-discuss = Beide vermelden { $names }; beide gaan over { $words }
text = Tekst
cite = Citeren
cite-this = Dit artikel citeren
save-markdown = Opslaan als Markdown
share = Delen
listen = Luisteren
print = Afdrukken
continue-reading = Verder lezen
previous-hit = Vorige treffer
next-hit = Volgende treffer


## Notities

your-notes = Uw notities
note = Notitie
note-on = Notitie bij: { $passage }
remove = Verwijderen
selected-passage = Geselecteerde passage
highlight = Markeren en notitie toevoegen
copy-quotation = Citaat kopiëren
copy-link = Koppeling kopiëren
saved-help = Uw opgeslagen artikelen en notities blijven in deze browser; niemand anders kan ze zien.
saved-none = Nog niets opgeslagen. Druk bij een artikel op “Opslaan” om het hier te bewaren.
export-file = Exporteren als bestand
export-text = Exporteren als tekst
export-annotations = Exporteren als webannotaties
import-file = Importeren uit een bestand
storage-failed = Deze browser slaat niets op voor deze pagina, of de opslagruimte is vol. Uw opgeslagen artikelen en notities
    gaan verloren als u de pagina sluit. Exporteer ze als bestand om ze te bewaren.
storage-unreadable = De gegevens die deze browser voor deze pagina heeft opgeslagen, kunnen niet worden gelezen; misschien
    komen ze van een nieuwere versie van de pagina. Ze zijn apart gezet en de pagina begint zonder deze gegevens.
import-invalid = Dit bestand is niet geëxporteerd vanaf een pagina zoals deze.


## Namen, citaten, cijfers

all-names = Alle namen
also-written = Ook geschreven als { $others }.
filter-by-name = De resultaten op deze naam filteren
mentioned-with = Samen vermeld met
mentions = Vermeldingen
others = Anderen
order = Volgorde
largest-first = Grootste eerst
smallest-first = Kleinste eerst
filter-summary = In { NUMBER($total) } van { NUMBER($of) } items: { $by }.
include-all-items = Alle items meenemen
to-paragraph = Naar alinea { NUMBER($paragraph) }


## Pagina’s die niet bestaan

page-not-found-help = Misschien bevat de koppeling een typefout of is het artikel verwijderd. Zoek hierboven, of
    <a>bekijk alle items</a>.
closest-titles = Vergelijkbare titels


## Fouten

program-not-loaded = Een deel van deze pagina kon niet worden geladen. Controleer de verbinding en laad de pagina opnieuw.
edition-not-opened = De artikelen kunnen niet worden geopend: het bestand is niet aangekomen zoals het is gepubliceerd. Laad
    de pagina opnieuw. Helpt dat niet, vraag de uitgever dan om de pagina opnieuw te bouwen. Oorzaak: { $reason }.
open-no-edition = dit is geen editie
open-other-version = de editie heeft formaat { $found }, deze pagina leest formaat { $expected }
open-length = de editie heeft { $found } van { $expected } bytes
open-checksum = de editie is beschadigd: de controlesom is { $found }, niet { $expected }
open-index = de zoekindex van de editie kan niet worden geopend
file-unreadable = Dit bestand kan niet worden gelezen

loading = Laden…
part-not-loaded = Een deel van deze editie is niet aangekomen. Wat er wel is, blijft bruikbaar.
try-again = Opnieuw proberen


## Verkennen

as-list = Als lijst tonen
as-table = Als tabel tonen
total = Totaal
divided-by = Verdeeld naar
date-range = Periode
timeline-summary = { $total ->
    [one] { $total } item met datum van { $first } tot { $last }; de meeste in { $peak }: { NUMBER($count) }
   *[other] { $total } items met datum van { $first } tot { $last }; de meeste in { $peak }: { NUMBER($count) }
}
no-dates = Geen item heeft een datum.
without-date = Zonder datum
named-dates = Datums die in de teksten staan
named-dates-note = De teksten noemen deze datums. Datums zonder jaar zijn weggelaten.
no-named-dates = De teksten noemen geen datum met het jaar erbij.
named-dates-read = Alleen de eerste resultaten zijn gelezen: { $read } van { $count }.
named-dates-summary = Genoemde datums: { NUMBER($total) }, van { $first } tot { $last }; de meeste in { $peak }: { NUMBER($count) }
named-dates-shown = Getoonde datums: { $shown } van { $count }
no-places = Deze items noemen geen plaats.
places-summary = Plaatsen op de kaart: { NUMBER($count) }. Het vaakst genoemd: { $place }.
most-mentioned-places = De { NUMBER($shown) } vaakst genoemde van { NUMBER($total) } plaatsen worden getoond.
ambiguous-places = * Meerdere plaatsen heten zo. De kaart toont de grootste; de tabel noemt de landen van de andere.
not-on-map = Niet op de kaart
map-sources = Contouren: Natural Earth. Locaties: GeoNames, CC BY 4.0.
map = Kaart
all-places = Alle plaatsen
whole-world = Hele wereld
zoom-in = Inzoomen
zoom-out = Uitzoomen
move-west = Naar het westen
move-north = Naar het noorden
move-south = Naar het zuiden
move-east = Naar het oosten
number-of-items = Items
country = Land
also-in = Ook in
region-of = { $country } (regio)
country-names = AD Andorra, AE Verenigde Arabische Emiraten, AF Afghanistan,
    AG Antigua en Barbuda, AI Anguilla, AL Albanië, AM Armenië, AO Angola, AQ Antarctica,
    AR Argentinië, AS Amerikaans-Samoa, AT Oostenrijk, AU Australië, AW Aruba, AX Åland,
    AZ Azerbeidzjan, BA Bosnië en Herzegovina, BB Barbados, BD Bangladesh, BE België,
    BF Burkina Faso, BG Bulgarije, BH Bahrein, BI Burundi, BJ Benin, BL Saint-Barthélemy,
    BM Bermuda, BN Brunei, BO Bolivia, BQ Caribisch Nederland, BR Brazilië, BS Bahama’s,
    BT Bhutan, BV Bouveteiland, BW Botswana, BY Belarus, BZ Belize, CA Canada,
    CC Cocoseilanden, CD Congo-Kinshasa, CF Centraal-Afrikaanse Republiek,
    CG Congo-Brazzaville, CH Zwitserland, CI Ivoorkust, CK Cookeilanden, CL Chili, CM Kameroen,
    CN China, CO Colombia, CR Costa Rica, CU Cuba, CV Kaapverdië, CW Curaçao,
    CX Christmaseiland, CY Cyprus, CZ Tsjechië, DE Duitsland, DJ Djibouti, DK Denemarken,
    DM Dominica, DO Dominicaanse Republiek, DZ Algerije, EC Ecuador, EE Estland, EG Egypte,
    EH Westelijke Sahara, ER Eritrea, ES Spanje, ET Ethiopië, FI Finland, FJ Fiji,
    FK Falklandeilanden, FM Micronesia, FO Faeröer, FR Frankrijk, GA Gabon,
    GB Verenigd Koninkrijk, GD Grenada, GE Georgië, GF Frans-Guyana, GG Guernsey, GH Ghana,
    GI Gibraltar, GL Groenland, GM Gambia, GN Guinee, GP Guadeloupe, GQ Equatoriaal-Guinea,
    GR Griekenland, GS Zuid-Georgia en Zuidelijke Sandwicheilanden, GT Guatemala, GU Guam,
    GW Guinee-Bissau, GY Guyana, HK Hongkong, HM Heard en McDonaldeilanden, HN Honduras,
    HR Kroatië, HT Haïti, HU Hongarije, ID Indonesië, IE Ierland, IL Israël, IM Isle of Man,
    IN India, IO Brits Indische Oceaanterritorium, IQ Irak, IR Iran, IS IJsland, IT Italië,
    JE Jersey, JM Jamaica, JO Jordanië, JP Japan, KE Kenia, KG Kirgizië, KH Cambodja,
    KI Kiribati, KM Comoren, KN Saint Kitts en Nevis, KP Noord-Korea, KR Zuid-Korea,
    KW Koeweit, KY Kaaimaneilanden, KZ Kazachstan, LA Laos, LB Libanon, LC Saint Lucia,
    LI Liechtenstein, LK Sri Lanka, LR Liberia, LS Lesotho, LT Litouwen, LU Luxemburg,
    LV Letland, LY Libië, MA Marokko, MC Monaco, MD Moldavië, ME Montenegro, MF Saint-Martin,
    MG Madagaskar, MH Marshalleilanden, MK Noord-Macedonië, ML Mali, MM Myanmar (Birma),
    MN Mongolië, MO Macau, MP Noordelijke Marianen, MQ Martinique, MR Mauritanië,
    MS Montserrat, MT Malta, MU Mauritius, MV Maldiven, MW Malawi, MX Mexico, MY Maleisië,
    MZ Mozambique, NA Namibië, NC Nieuw-Caledonië, NE Niger, NF Norfolk, NG Nigeria,
    NI Nicaragua, NL Nederland, NO Noorwegen, NP Nepal, NR Nauru, NU Niue, NZ Nieuw-Zeeland,
    OM Oman, PA Panama, PE Peru, PF Frans-Polynesië, PG Papoea-Nieuw-Guinea, PH Filipijnen,
    PK Pakistan, PL Polen, PM Saint-Pierre en Miquelon, PN Pitcairneilanden, PR Puerto Rico,
    PS Palestina, PT Portugal, PW Palau, PY Paraguay, QA Qatar, RE Réunion, RO Roemenië,
    RS Servië, RU Rusland, RW Rwanda, SA Saoedi-Arabië, SB Salomonseilanden, SC Seychellen,
    SD Soedan, SE Zweden, SG Singapore, SH Sint-Helena, SI Slovenië,
    SJ Spitsbergen en Jan Mayen, SK Slowakije, SL Sierra Leone, SM San Marino, SN Senegal,
    SO Somalië, SR Suriname, SS Zuid-Soedan, ST Sao Tomé en Principe, SV El Salvador,
    SX Sint-Maarten, SY Syrië, SZ Eswatini, TC Turks- en Caicoseilanden, TD Tsjaad,
    TF Franse Gebieden in de zuidelijke Indische Oceaan, TG Togo, TH Thailand, TJ Tadzjikistan,
    TK Tokelau, TL Oost-Timor, TM Turkmenistan, TN Tunesië, TO Tonga, TR Turkije,
    TT Trinidad en Tobago, TV Tuvalu, TW Taiwan, TZ Tanzania, UA Oekraïne, UG Oeganda,
    UM Kleine afgelegen eilanden van de Verenigde Staten, US Verenigde Staten, UY Uruguay,
    UZ Oezbekistan, VA Vaticaanstad, VC Saint Vincent en de Grenadines, VE Venezuela,
    VG Britse Maagdeneilanden, VI Amerikaanse Maagdeneilanden, VN Vietnam, VU Vanuatu,
    WF Wallis en Futuna, WS Samoa, XK Kosovo, YE Jemen, YT Mayotte, ZA Zuid-Afrika, ZM Zambia,
    ZW Zimbabwe
trends = Trends
compared-terms = Vergeleken termen
compared-by = Vergeleken naar
term-to-add = Woord, woordgroep of naam
add-term = Toevoegen
remove-term = { $term } verwijderen
names-to-compare = Namen in deze resultaten
rate = { $rate } per 10.000 woorden
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } per 10.000 woorden
trend-peak = { $term }: het meest in { $place }, { $rate } per 10.000 woorden
trend-absent = { $term }: komt niet voor
trends-counted = Aantal keren in titels en teksten, ook in andere vormen van een woord, per 10.000 woorden.
trends-names = Namen tellen zo vaak als ze genoemd worden.
trends-names-once = Namen tellen hier één keer per item.
words = Woorden
together = Samen
network = Netwerk
matrix = Matrix
together-measure = Een lijn verbindt twee namen die vaker in dezelfde items staan dan bij toeval. Hoe dikker de lijn, hoe meer items beide hebben.
together-summary = { $names } namen en de { $pairs } sterkste paren daarvan. Het sterkste is { $strongest }
no-pairs = Geen twee namen staan vaker in dezelfde items dan bij toeval.
not-in-one-sentence = Niet in één zin
all-pairs = Alle paren
name = Naam
together-with = Samen met
unit = Eenheid
scale-summary = { $count ->
    [one] { $count } cijfer van { $first } tot { $last }
   *[other] { $count } cijfers van { $first } tot { $last }
}
scale-sample = De afbeelding heeft { $shown } van { $count } cijfers, gelijkmatig gekozen naar grootte.
no-figures = Geen item heeft een cijfer.
no-quotes = Geen item heeft een citaat.
millions = { $number } mln
billions = { $number } mld
trillions = { $number } bln
no-stories = Geen twee van deze items vertellen hetzelfde verhaal.
other-items = Andere items
all-stories = Alle verhalen
what-it-adds = Wat het toevoegt
adds-nothing = Het voegt niets toe aan de eerdere.
reused-passages = Passages uit eerdere artikelen: { NUMBER($count) }
named-first = Hier voor het eerst genoemd
compare-with-previous = Met het vorige vergelijken
compare = Vergelijk
compare-with = met
whole-story = Het hele verhaal
compared-sentences = Zinnen die beide hebben: { NUMBER($shared) }; alleen hier, gemarkeerd: { NUMBER($only) }
lists = Leeslijsten
lists-help = Lijsten van artikelen in uw eigen volgorde. Ze blijven op dit apparaat.
lists-need-script = Leeslijsten blijven op dit apparaat, en daarvoor is JavaScript nodig.
since = Nieuw sinds
since-needs-script = Wat deze pagina bij uw laatste bezoek bevatte, wordt op dit apparaat onthouden, en daarvoor is JavaScript nodig.
since-nothing = Er is niets nieuw of gewijzigd sinds uw laatste bezoek.
since-none-of-these = Geen van deze items is nieuw of gewijzigd sinds uw laatste bezoek op { $date }.
since-summary = Sinds uw laatste bezoek op { $date }: { NUMBER($added) } nieuw, { NUMBER($changed) } gewijzigd.
since-help = Deze pagina onthoudt op dit apparaat wat zij bij uw laatste bezoek bevatte.
new-items = Nieuwe items
changed-items = Gewijzigde items
what-changed = Wat er is gewijzigd
what-changed-in = Wat er is gewijzigd in ‘{ $title }’
all-of-these = Al deze
saved-searches = Bewaarde zoekopdrachten
saved-searches-help = Hoeveel resultaten van een zoekopdracht nieuw of gewijzigd zijn. Zoekopdrachten blijven op dit apparaat.
save-search = Zoekopdracht { $search } bewaren
search-saved = De zoekopdracht is bewaard.
search-removed = De zoekopdracht is verwijderd.
new-of-search = { NUMBER($new) } nieuw van { NUMBER($total) }
remove-search = Zoekopdracht { $search } verwijderen
most-searches = Er kunnen { NUMBER($count) } zoekopdrachten worden bewaard.
text-not-kept = U had dit artikel niet geopend voordat het werd gewijzigd, dus dit apparaat heeft de eerdere tekst niet.
text-unchanged = De tekst is die u al hebt gezien.
all-changes = Alle wijzigingen
title-before = Titel voorheen: { $title }
text-changed = Zinnen: { NUMBER($added) } nieuw, { NUMBER($gone) } verwijderd, { NUMBER($reworded) } gewijzigd.
text-before = Eerder
text-now = Nu
new-list = Naam van een nieuwe lijst
create-list = Maken
list-exists = Er is al een lijst met deze naam.
all-lists = Alle lijsten
no-such-list = Op dit apparaat is geen lijst met deze naam.
list-is-empty = Deze lijst heeft nog geen artikelen.
add-results = Deze resultaten toevoegen
add-saved = Opgeslagen artikelen toevoegen
added-to-list = Toegevoegd: { NUMBER($count) }
most-in-list = Een lijst kan { NUMBER($count) } artikelen hebben.
move-up = { $title } omhoog
move-down = { $title } omlaag
moved-in-list = { $title }: { NUMBER($number) } van { NUMBER($count) }
removed-title = Verwijderd: { $title }
not-in-edition = Niet meer in deze editie
rename-list = Hernoemen
name-of-list = Naam van de lijst
delete-list = Verwijderen
delete-list-for-good = Definitief verwijderen
save-as-epub = Opslaan als EPUB
save-results-as-epub = Deze resultaten opslaan als EPUB
writing-book = Het boek wordt geschreven…
book-saved = Artikelen in het boek: { NUMBER($count) }
book-lacks-pictures = Weggelaten afbeeldingen: { NUMBER($count) }
book-failed = Het boek kon niet worden geschreven.
most-in-book = Een boek heeft de eerste { NUMBER($count) }.
print-list = De lijst afdrukken


## De bibliotheek met eigen artikelen

library = Bibliotheek
library-help = Lees hier eigen artikelen: bewaarde pagina’s, exports van leesprogramma’s, feeds, boeken, e-mails en notities. Ze blijven op dit apparaat.
drop-files = Laat de bestanden los om ze aan de bibliotheek toe te voegen
pasted-text = Geplakte tekst
own-articles = Mijn artikelen
shared-articles = Gedeeld
choose-files = Bestanden kiezen
choose-folder = Map kiezen
importing = De bestanden worden gelezen…
import-progress = Gelezen: { $count }
import-waiting = Wachten tot dit klaar is: { $count }
import-cancelled = Geannuleerd.
import-done = Artikelen: { $with-text }. Links zonder tekst: { $without }. Al aanwezig: { $known }.
import-problems = Niet gelezen: { $count }
import-nothing = In deze bestanden staat niets dat hier gelezen kan worden.
import-failed = De bestanden konden niet worden gelezen: { $reason }
first-articles = Eerste artikelen
open-collection = Verzameling openen
names-found = Namen, citaten en cijfers zijn gevonden.
names-show = Tonen
collection-renewing = Deze verzameling is gemaakt door een andere versie van de pagina. Ze wordt vernieuwd, een ogenblik…
collections = Verzamelingen
collection-facts = Items: { $count }, { $size } MB, { $date }
add-files-to = Bestanden toevoegen aan { $title }
rename = Hernoemen
rename-collection = { $title } hernoemen
title-of-collection = Nieuwe titel van { $title }
collection-renamed = De verzameling heet nu { $title }.
export-collection = Artikelen van { $title } als Markdown exporteren
save-as-file = Opslaan als één bestand
save-collection-as-file = Opslaan als één bestand: { $title }
save-as-site = Opslaan als website
save-collection-as-site = Opslaan als website: { $title }
saving = Het bestand wordt geschreven…
remove-collection = { $title } verwijderen
remove-for-good = Definitief verwijderen
remove-collection-for-good = { $title } definitief verwijderen
back-to-site = Terug naar de artikelen van deze site
library-unsupported = Deze browser kan hier geen artikelen bewaren. Privévensters staan het vaak niet toe.
library-insecure = Artikelen kunnen alleen bewaard worden op een veilig adres, dat met https begint.
library-in-preview = Dit voorbeeld bewaart geen artikelen. De gepubliceerde site doet dat wel.
file-keeps-no-articles = Dit bestand kan geen eigen artikelen bewaren.
open-site = De site openen, die dat wel kan


## Sneltoetsen

keyboard-shortcuts = Sneltoetsen
key-search = Naar het zoekveld gaan
key-clear = Het zoekveld wissen, als het de focus heeft
key-suggestions = De suggesties openen, als het zoekveld de focus heeft
key-next-result = Volgend resultaat; in de resultaten ook Page Down
key-previous-result = Vorig resultaat; in de resultaten ook Page Up
key-open = Het resultaat openen
key-next-hit = Volgende treffer in een artikel
key-previous-hit = Vorige treffer in een artikel
key-next-article = Volgend artikel in de resultaten
key-previous-article = Vorig artikel in de resultaten
key-save = Het artikel opslaan of uit Opgeslagen verwijderen
key-theme = Volgend thema
key-keys = Deze lijst tonen
single-keys-help = Schakel ze uit als u dicteert of als ze botsen met uw eigen toetsen.
close = Sluiten


## Buiten het programma: scripts

something-went-wrong = Er is iets misgegaan
program-stopped = Door een fout in het programma is deze pagina gestopt. Laad de pagina opnieuw om verder te gaan. Gebeurt
    dit weer, vertel de uitgever dan wat u deed.
needs-webassembly = Deze pagina heeft WebAssembly nodig, maar deze browser ondersteunt het niet of het is uitgeschakeld. Elke
    actuele browser ondersteunt het.
no-script = JavaScript is uitgeschakeld. Zonder JavaScript kunt u hier alles lezen, maar niet zoeken en filteren.
load-failed = Laden is mislukt. Controleer de verbinding en probeer het opnieuw.
copied = Gekopieerd
copy-refused = De browser stond kopiëren niet toe
copy = Kopiëren
copy-citation = { $style } kopiëren
hit-of = Treffer { $hit } van { $hits }

suggested-name = Naam
suggested-article = Artikel
suggested-search = Recente zoekopdracht
clear-recent-searches = Recente zoekopdrachten wissen

new-edition = Er is een nieuwe editie van deze pagina beschikbaar.
new-edition-show = Tonen
new-edition-later = Later
new = Nieuw
changed = Gewijzigd
changes-found = Sinds uw laatste bezoek: { NUMBER($added) } nieuw, { NUMBER($changed) } gewijzigd.
changes-show = Tonen

keep-offline = Offline bewaren, { $size } MB
keeping-offline = Wordt offline bewaard…
cancel = Annuleren
kept-offline = Offline bewaard
offline-removed = Niet meer offline bewaard
offline-no-space = Dit apparaat heeft er geen ruimte meer voor.


## Gepubliceerde pagina’s

all-headlines = Alle koppen
described = { $count ->
    [one] { $count } artikel
   *[other] { $count } artikelen
} om te doorzoeken, te filteren en te lezen.
