# Die Meldungen der Seite auf Deutsch.

direction = ltr


## Auf jeder Seite

skip-link = Zum Inhalt springen
search-articles = Artikel suchen
suggestions = Vorschläge
sections = Bereiche
keys = Tasten
notice = Hinweis
page-not-found = Seite nicht gefunden


## Bereiche

explore = Erkunden
names = Namen
quotes = Zitate
figures = Zahlen
saved = Gespeichert


## Einstellungen

theme = Farben
theme-system = System
theme-light = Hell
theme-dark = Dunkel
single-keys = Kürzel aus einer Taste
single-keys-on = An
single-keys-off = Aus
text-size = Schriftgröße
text-small = Klein
text-medium = Mittel
text-large = Groß
text-huge = Sehr groß
line-length = Zeilenlänge
line-short = Kurz
line-medium = Mittel
line-long = Lang
typeface = Schriftart
typeface-serif = Mit Serifen
typeface-sans = Ohne Serifen
show = Ansicht
show-cards = Karten
show-list = Liste


## Listen und Beschriftungen

list-separator = ,{ " " }
list-end = { $most } und { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Ergebnisse

results = Ergebnisse
at-a-glance = Auf einen Blick
timeline = Zeitachse
stories = Themen
items = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
items-of = { NUMBER($matching) } von { $of ->
    [one] { $of } Eintrag
   *[other] { $of } Einträgen
}
no-items = Kein Eintrag passt
show-more = Mehr anzeigen
sort-by = Sortierung
sort-relevance = Relevanz
sort-newest = Neueste zuerst
sort-oldest = Älteste zuerst
sort-original = Originalreihenfolge
sort-title = Titel
sort-longest = Längste zuerst
sort-shortest = Kürzeste zuerst
export = Exportieren
export-help = Alle diese Einträge als Datei exportieren
headline-only = nur die Schlagzeile
minutes = { NUMBER($minutes) } Min. Lesezeit
read = Gelesen
save = Speichern
save-article = Speichern: { $title }


## Treffer

hits = { $count } Treffer
hits-in-paragraph = Absatz { NUMBER($paragraph) }, { $count } Treffer
why-matched = Warum es passt
found = Gefunden { $where }
related-wording = Verwandte Wortwahl
related-wording-note = Einträge mit Wörtern der ersten Ergebnisse, zum Beispiel { $words }
no-related-wording = Kein anderer Eintrag hat eine ähnliche Wortwahl.
found-related = Verwandte Wortwahl, gefunden { $where }
in-title = im Titel
in-standfirst = im Vorspann
in-headings = in den Zwischenüberschriften
in-text = im Text
in-metadata = in Rubrik, Autorennamen, Quelle oder Schlagwörtern
quoted = „{ $text }“
quoted-times = „{ $text }“ { NUMBER($count) }-mal


## Filter

filters = Filter
filters-active = Filter, { NUMBER($count) } aktiv
filters-apply = { NUMBER($total) } von { NUMBER($of) } anzeigen
active-filters = Gesetzte Filter
remove-filter = Entfernen: <a>{ $filter }</a>
clear-all = Alle entfernen
find = Suchen
find-in = In { $facet } suchen
show-all = Alle { NUMBER($count) } anzeigen
show-fewer = Weniger anzeigen
section = Rubrik
kind = Art
kind-article = Artikel
kind-teaser = Schlagzeile
people = Personen
places = Orte
organisations = Organisationen
tags = Schlagwörter
authors = Autorinnen und Autoren
source = Quelle
language = Sprache
weapons = Waffen
length = Länge
length-short = Kurz
length-medium = Mittel
length-long = Lang

date = Datum
from = Ab
to = Bis
from-date = ab { $date }
to-date = bis { $date }
items-by-date = Einträge nach Datum: { $list }


## Daten

months = Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
months-alone = Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
months-short = Jan., Feb., März, Apr., Mai, Juni, Juli, Aug., Sept., Okt., Nov., Dez.
date-long = { $day }. { $month } { $year }
date-short = { $day }. { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## Hinweise zur Suche

nothing-to-search-for = In „{ $typed }“ gibt es nichts zu suchen.
corrected = Zu „{ $typed }“ passt nichts. Das hier passt zu „{ $query }“.
search-as-typed = Genau nach „{ $typed }“ suchen
partial = Kein Eintrag enthält alle diese Wörter; die besten Treffer stehen vorn.
no-item-contains = Kein Eintrag enthält { $words }.
date-unread = „{ $field }“ nennt kein lesbares Datum; gesucht wurden die Wörter. Ein Datum lautet etwa 2024-05-16, 2024-05
    oder 2024, ein Zeitraum 2023..2024.
did-you-mean = War <a>{ $query }</a> gemeint?
no-item-matches-filters = Kein Eintrag entspricht allen diesen Filtern
nothing-matches = Zu „{ $typed }“ passt nichts
without = Ohne „{ $filter }“: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
without-filters = Ohne Filter suchen
fewer-words = Mit weniger Wörtern lässt sich mehr finden.
show-all-items = Alle Einträge anzeigen


## Lesen

back-to-results = Zurück zu den Ergebnissen
back-arrow = ←
contents = Inhalt
by-author = Von <a>{ $author }</a>
updated = Geändert: <a>{ $date }</a>
from-source = Aus: <a>{ $source }</a>
footnotes = Fußnoten
footnote = Fußnote { NUMBER($footnote) }
footnote-back = Zurück zum Text von Fußnote { NUMBER($footnote) }
table-of = Tabelle, Absatz { NUMBER($paragraph) }
code-of = Quelltext, Absatz { NUMBER($paragraph) }
copy-code = Quelltext kopieren
task-done = Erledigt
task-open = Offen
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
linked-from = Verlinkt von
link-to-paragraph = Link zu Absatz { NUMBER($paragraph) }
mentioned-in-article = In diesem Artikel erwähnt
articles-in-results = Artikel in den Ergebnissen
previous-article = Vorheriger
next-article = Nächster
related = Verwandt
both-mention = Beide erwähnen { $names }
both-discuss = Beide behandeln { $words }
both-mention-and-discuss = Beide erwähnen { $names }; beide behandeln { $words }
text = Schrift
cite = Zitieren
cite-this = Diesen Artikel zitieren
save-markdown = Als Markdown speichern
share = Teilen
listen = Anhören
print = Drucken
continue-reading = Weiterlesen
previous-hit = Voriger Treffer
next-hit = Nächster Treffer


## Notizen

your-notes = Eigene Notizen
note = Notiz
note-on = Notiz zu: { $passage }
remove = Entfernen
selected-passage = Ausgewählte Stelle
highlight = Markieren und Notiz hinzufügen
copy-quotation = Zitat kopieren
copy-link = Link kopieren
saved-help = Gespeicherte Artikel und Notizen bleiben in diesem Browser; niemand sonst kann sie sehen.
saved-none = Noch nichts gespeichert. „Speichern“ steht bei jedem Artikel.
export-file = Als Datei exportieren
export-text = Als Text exportieren
export-annotations = Als Web-Annotationen exportieren
import-file = Aus einer Datei importieren
storage-failed = Dieser Browser speichert nichts für diese Seite, oder sein Speicher ist voll. Gespeicherte Artikel und
    Notizen gehen beim Schließen der Seite verloren. Ein Export als Datei bewahrt sie auf.
storage-unreadable = Die Daten, die dieser Browser für diese Seite gespeichert hat, sind nicht lesbar; vielleicht stammen sie
    von einer neueren Fassung. Sie wurden beiseitegelegt, und die Seite beginnt ohne sie.
import-invalid = Diese Datei wurde nicht aus einer solchen Seite exportiert.


## Namen, Zitate, Zahlen

all-names = Alle Namen
also-written = Auch { $others } geschrieben.
filter-by-name = Ergebnisse nach diesem Namen filtern
mentioned-with = Zusammen erwähnt mit
mentions = Erwähnungen
others = Andere
order = Reihenfolge
largest-first = Größte zuerst
smallest-first = Kleinste zuerst
filter-summary = In { NUMBER($total) } von { NUMBER($of) } Einträgen: { $by }.
include-all-items = Alle Einträge einbeziehen
to-paragraph = Zu Absatz { NUMBER($paragraph) }


## Seiten, die es nicht gibt

page-not-found-help = Vielleicht ist der Link falsch geschrieben, oder der Artikel wurde entfernt. Suchen lässt sich oben, oder
    hier sind <a>alle Einträge</a>.
closest-titles = Ähnliche Titel


## Fehler

program-not-loaded = Ein Teil dieser Seite konnte nicht geladen werden. Bitte die Verbindung prüfen und die Seite neu laden.
edition-not-opened = Die Artikel lassen sich nicht öffnen: Ihre Datei kam nicht so an, wie sie veröffentlicht wurde. Bitte die
    Seite neu laden. Hilft das nicht, müssen die Herausgeber sie neu bauen. Ursache: { $reason }.
open-no-edition = Das ist keine Ausgabe
open-other-version = Die Ausgabe hat Format { $found }, diese Seite liest Format { $expected }
open-length = Die Ausgabe hat { $found } von { $expected } Bytes
open-checksum = Die Ausgabe ist beschädigt: Ihre Prüfsumme ist { $found }, nicht { $expected }
open-index = Der Suchindex der Ausgabe lässt sich nicht öffnen
file-unreadable = Diese Datei lässt sich nicht lesen

loading = Wird geladen …
part-not-loaded = Ein Teil dieser Ausgabe ist nicht angekommen. Was da ist, bleibt benutzbar.
try-again = Noch einmal versuchen


## Erkunden

as-list = Als Liste zeigen
as-table = Als Tabelle zeigen
total = Summe
divided-by = Unterteilt nach
date-range = Zeitraum
timeline-summary = { $total ->
    [one] { $total } Eintrag mit Datum von { $first } bis { $last }; die meisten in { $peak }: { NUMBER($count) }
   *[other] { $total } Einträge mit Datum von { $first } bis { $last }; die meisten in { $peak }: { NUMBER($count) }
}
no-dates = Kein Eintrag hat ein Datum.
without-date = Ohne Datum
named-dates = In den Texten genannte Daten
named-dates-note = Die Texte nennen diese Daten. Daten ohne Jahr sind weggelassen.
no-named-dates = Die Texte nennen kein Datum mit seinem Jahr.
named-dates-read = Nur die ersten Ergebnisse wurden gelesen: { $read } von { $count }.
named-dates-summary = Genannte Daten: { NUMBER($total) }, von { $first } bis { $last }; die meisten in { $peak }: { NUMBER($count) }
named-dates-shown = Gezeigte Daten: { $shown } von { $count }
no-places = Diese Einträge erwähnen keinen Ort.
places-summary = Orte auf der Karte: { NUMBER($count) }. Am häufigsten erwähnt: { $place }.
most-mentioned-places = Gezeigt werden die { NUMBER($shown) } am häufigsten erwähnten von { NUMBER($total) } Orten.
ambiguous-places = * Mehrere Orte heißen so. Die Karte zeigt den größten; die Länder der anderen stehen in der Tabelle.
not-on-map = Nicht auf der Karte
map-sources = Umrisse: Natural Earth. Lage der Orte: GeoNames, CC BY 4.0.
map = Karte
all-places = Alle Orte
whole-world = Ganze Welt
zoom-in = Vergrößern
zoom-out = Verkleinern
move-west = Nach Westen
move-north = Nach Norden
move-south = Nach Süden
move-east = Nach Osten
number-of-items = Einträge
country = Land
also-in = Auch in
region-of = { $country } (Region)
country-names = AD Andorra, AE Vereinigte Arabische Emirate, AF Afghanistan,
    AG Antigua und Barbuda, AI Anguilla, AL Albanien, AM Armenien, AO Angola, AQ Antarktis,
    AR Argentinien, AS Amerikanisch-Samoa, AT Österreich, AU Australien, AW Aruba,
    AX Ålandinseln, AZ Aserbaidschan, BA Bosnien und Herzegowina, BB Barbados, BD Bangladesch,
    BE Belgien, BF Burkina Faso, BG Bulgarien, BH Bahrain, BI Burundi, BJ Benin,
    BL St. Barthélemy, BM Bermuda, BN Brunei Darussalam, BO Bolivien,
    BQ Karibische Niederlande, BR Brasilien, BS Bahamas, BT Bhutan, BV Bouvetinsel,
    BW Botsuana, BY Belarus, BZ Belize, CA Kanada, CC Kokosinseln, CD Kongo-Kinshasa,
    CF Zentralafrikanische Republik, CG Kongo-Brazzaville, CH Schweiz, CI Côte d’Ivoire,
    CK Cookinseln, CL Chile, CM Kamerun, CN China, CO Kolumbien, CR Costa Rica, CU Kuba,
    CV Cabo Verde, CW Curaçao, CX Weihnachtsinsel, CY Zypern, CZ Tschechien, DE Deutschland,
    DJ Dschibuti, DK Dänemark, DM Dominica, DO Dominikanische Republik, DZ Algerien,
    EC Ecuador, EE Estland, EG Ägypten, EH Westsahara, ER Eritrea, ES Spanien, ET Äthiopien,
    FI Finnland, FJ Fidschi, FK Falklandinseln, FM Mikronesien, FO Färöer, FR Frankreich,
    GA Gabun, GB Vereinigtes Königreich, GD Grenada, GE Georgien, GF Französisch-Guayana,
    GG Guernsey, GH Ghana, GI Gibraltar, GL Grönland, GM Gambia, GN Guinea, GP Guadeloupe,
    GQ Äquatorialguinea, GR Griechenland, GS Südgeorgien und die Südlichen Sandwichinseln,
    GT Guatemala, GU Guam, GW Guinea-Bissau, GY Guyana, HK Hongkong,
    HM Heard und McDonaldinseln, HN Honduras, HR Kroatien, HT Haiti, HU Ungarn, ID Indonesien,
    IE Irland, IL Israel, IM Isle of Man, IN Indien,
    IO Britisches Territorium im Indischen Ozean, IQ Irak, IR Iran, IS Island, IT Italien,
    JE Jersey, JM Jamaika, JO Jordanien, JP Japan, KE Kenia, KG Kirgisistan, KH Kambodscha,
    KI Kiribati, KM Komoren, KN St. Kitts und Nevis, KP Nordkorea, KR Südkorea, KW Kuwait,
    KY Kaimaninseln, KZ Kasachstan, LA Laos, LB Libanon, LC St. Lucia, LI Liechtenstein,
    LK Sri Lanka, LR Liberia, LS Lesotho, LT Litauen, LU Luxemburg, LV Lettland, LY Libyen,
    MA Marokko, MC Monaco, MD Republik Moldau, ME Montenegro, MF St. Martin, MG Madagaskar,
    MH Marshallinseln, MK Nordmazedonien, ML Mali, MM Myanmar, MN Mongolei, MO Macau,
    MP Nördliche Marianen, MQ Martinique, MR Mauretanien, MS Montserrat, MT Malta,
    MU Mauritius, MV Malediven, MW Malawi, MX Mexiko, MY Malaysia, MZ Mosambik, NA Namibia,
    NC Neukaledonien, NE Niger, NF Norfolkinsel, NG Nigeria, NI Nicaragua, NL Niederlande,
    NO Norwegen, NP Nepal, NR Nauru, NU Niue, NZ Neuseeland, OM Oman, PA Panama, PE Peru,
    PF Französisch-Polynesien, PG Papua-Neuguinea, PH Philippinen, PK Pakistan, PL Polen,
    PM St. Pierre und Miquelon, PN Pitcairninseln, PR Puerto Rico, PS Palästina, PT Portugal,
    PW Palau, PY Paraguay, QA Katar, RE Réunion, RO Rumänien, RS Serbien, RU Russland,
    RW Ruanda, SA Saudi-Arabien, SB Salomonen, SC Seychellen, SD Sudan, SE Schweden,
    SG Singapur, SH St. Helena, SI Slowenien, SJ Spitzbergen und Jan Mayen, SK Slowakei,
    SL Sierra Leone, SM San Marino, SN Senegal, SO Somalia, SR Suriname, SS Südsudan,
    ST São Tomé und Príncipe, SV El Salvador, SX Sint Maarten, SY Syrien, SZ Eswatini,
    TC Turks- und Caicosinseln, TD Tschad, TF Französische Süd- und Antarktisgebiete, TG Togo,
    TH Thailand, TJ Tadschikistan, TK Tokelau, TL Timor-Leste, TM Turkmenistan, TN Tunesien,
    TO Tonga, TR Türkei, TT Trinidad und Tobago, TV Tuvalu, TW Taiwan, TZ Tansania, UA Ukraine,
    UG Uganda, UM Amerikanische Überseeinseln, US Vereinigte Staaten, UY Uruguay,
    UZ Usbekistan, VA Vatikanstadt, VC St. Vincent und die Grenadinen, VE Venezuela,
    VG Britische Jungferninseln, VI Amerikanische Jungferninseln, VN Vietnam, VU Vanuatu,
    WF Wallis und Futuna, WS Samoa, XK Kosovo, YE Jemen, YT Mayotte, ZA Südafrika, ZM Sambia,
    ZW Simbabwe
trends = Trends
compared-terms = Verglichene Begriffe
compared-by = Verglichen nach
term-to-add = Wort, Wendung oder Name
add-term = Hinzufügen
remove-term = { $term } entfernen
names-to-compare = Namen in diesen Ergebnissen
rate = { $rate } je 10.000 Wörter
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } je 10.000 Wörter
trend-peak = { $term }: am häufigsten in { $place }, { $rate } je 10.000 Wörter
trend-absent = { $term }: kommt nicht vor
trends-counted = Vorkommen in Titeln und Texten, auch in anderen Formen eines Wortes, je 10.000 Wörter.
trends-names = Namen zählen so oft, wie sie genannt werden.
trends-names-once = Namen zählen einmal je Eintrag.
words = Wörter
together = Gemeinsam
network = Netz
matrix = Matrix
together-measure = Eine Linie verbindet zwei Namen, die häufiger in denselben Einträgen stehen, als es der Zufall wollte. Je dicker sie ist, desto mehr Einträge haben beide.
together-summary = { $names } Namen und die { $pairs } stärksten Paare unter ihnen. Das stärkste ist { $strongest }
no-pairs = Keine zwei Namen stehen häufiger in denselben Einträgen, als es der Zufall wollte.
not-in-one-sentence = Nicht in einem Satz
all-pairs = Alle Paare
name = Name
together-with = Zusammen mit
unit = Einheit
scale-summary = { $count ->
    [one] { $count } Zahl von { $first } bis { $last }
   *[other] { $count } Zahlen von { $first } bis { $last }
}
scale-sample = Das Bild hat { $shown } von { $count } Zahlen, der Größe nach gleichmäßig gewählt.
no-figures = Kein Eintrag hat eine Zahl mit Einheit.
no-quotes = Kein Eintrag hat ein Zitat.
millions = { $number } Mio.
billions = { $number } Mrd.
trillions = { $number } Bio.
no-stories = Keine zwei dieser Einträge erzählen dasselbe.
other-items = Andere Einträge
all-stories = Alle Themen
what-it-adds = Was neu ist
adds-nothing = Nichts, was die früheren nicht auch sagen.
reused-passages = Stellen aus früheren Artikeln: { NUMBER($count) }
named-first = Hier zuerst genannt
compare-with-previous = Mit dem vorigen vergleichen
compare = Vergleiche
compare-with = mit
whole-story = Das ganze Thema
compared-sentences = Sätze, die beide haben: { NUMBER($shared) }; nur hier, markiert: { NUMBER($only) }
lists = Leselisten
lists-help = Listen von Artikeln in eigener Reihenfolge. Sie bleiben auf diesem Gerät.
lists-need-script = Leselisten bleiben auf diesem Gerät, und das braucht JavaScript.
since = Neues
since-needs-script = Was diese Seite beim letzten Besuch enthielt, wird auf diesem Gerät gemerkt, und das braucht JavaScript.
since-nothing = Seit dem letzten Besuch ist nichts neu oder geändert.
since-none-of-these = Keiner dieser Einträge ist seit dem letzten Besuch am { $date } neu oder geändert.
since-summary = Seit dem letzten Besuch am { $date }: { NUMBER($added) } neu, { NUMBER($changed) } geändert.
since-help = Diese Seite merkt sich auf diesem Gerät, was sie beim letzten Besuch enthielt.
new-items = Neue Einträge
changed-items = Geänderte Einträge
what-changed = Was sich geändert hat
what-changed-in = Was sich in „{ $title }“ geändert hat
all-of-these = Alle davon
saved-searches = Gespeicherte Suchen
saved-searches-help = Wie viele Treffer einer Suche neu oder geändert sind. Suchen bleiben auf diesem Gerät.
save-search = Die Suche { $search } speichern
search-saved = Die Suche ist gespeichert.
search-removed = Die Suche ist entfernt.
new-of-search = { NUMBER($new) } neu von { NUMBER($total) }
remove-search = Die Suche { $search } entfernen
most-searches = Es kann { NUMBER($count) } gespeicherte Suchen geben.
text-not-kept = Dieser Artikel wurde vor der Änderung nicht geöffnet, deshalb liegt sein früherer Text nicht auf diesem Gerät.
text-unchanged = Der Text ist der schon gesehene.
all-changes = Alle Änderungen
title-before = Titel vorher: { $title }
text-changed = Sätze: { NUMBER($added) } neu, { NUMBER($gone) } entfernt, { NUMBER($reworded) } geändert.
text-before = Vorher
text-now = Jetzt
new-list = Name einer neuen Liste
create-list = Anlegen
list-exists = Eine Liste mit diesem Namen gibt es schon.
all-lists = Alle Listen
no-such-list = Auf diesem Gerät gibt es keine Liste mit diesem Namen.
list-is-empty = In dieser Liste ist noch kein Artikel.
add-results = Diese Ergebnisse hinzufügen
add-saved = Gespeicherte Artikel hinzufügen
added-to-list = Hinzugefügt: { NUMBER($count) }
most-in-list = Eine Liste kann { NUMBER($count) } Artikel haben.
move-up = { $title } nach oben
move-down = { $title } nach unten
moved-in-list = { $title }: { NUMBER($number) } von { NUMBER($count) }
removed-title = Entfernt: { $title }
not-in-edition = Nicht mehr in dieser Ausgabe
rename-list = Umbenennen
name-of-list = Name der Liste
delete-list = Löschen
delete-list-for-good = Endgültig löschen
save-as-epub = Als EPUB speichern
save-results-as-epub = Diese Ergebnisse als EPUB speichern
writing-book = Das Buch wird geschrieben …
book-saved = Artikel im Buch: { NUMBER($count) }
book-lacks-pictures = Ausgelassene Bilder: { NUMBER($count) }
book-failed = Das Buch ließ sich nicht schreiben.
most-in-book = Ein Buch hat die ersten { NUMBER($count) } davon.
print-list = Die Liste drucken


## Die Bibliothek eigener Artikel

library = Bibliothek
library-help = Hier lassen sich eigene Artikel lesen: gespeicherte Seiten, Exporte von Leseprogrammen, Feeds, Bücher, E-Mails und Notizen. Sie bleiben auf diesem Gerät.
drop-files = Loslassen, um die Dateien in die Bibliothek aufzunehmen
pasted-text = Eingefügter Text
own-articles = Meine Artikel
shared-articles = Geteilt
choose-files = Dateien wählen
choose-folder = Ordner wählen
importing = Die Dateien werden gelesen …
import-progress = Gelesen: { $count }
import-waiting = Warten, bis das beendet ist: { $count }
import-cancelled = Abgebrochen.
import-done = Artikel: { $with-text }. Links ohne Text: { $without }. Schon vorhanden: { $known }.
import-problems = Nicht gelesen: { $count }
import-nothing = In diesen Dateien ist nichts, was sich hier lesen lässt.
import-failed = Die Dateien ließen sich nicht lesen: { $reason }
first-articles = Erste Artikel
open-collection = Sammlung öffnen
names-found = Namen, Zitate und Zahlen sind gefunden.
names-show = Anzeigen
collection-renewing = Diese Sammlung stammt von einer anderen Version der Seite. Sie wird erneuert, das dauert einen Augenblick …
collections = Sammlungen
collection-facts = Einträge: { $count }, { $size } MB, { $date }
add-files-to = Dateien zu { $title } hinzufügen
rename = Umbenennen
rename-collection = { $title } umbenennen
title-of-collection = Neuer Titel von { $title }
collection-renamed = Die Sammlung heißt jetzt { $title }.
export-collection = Artikel von { $title } als Markdown exportieren
save-as-file = Als eine Datei speichern
save-collection-as-file = Als eine Datei speichern: { $title }
save-as-site = Als Website speichern
save-collection-as-site = Als Website speichern: { $title }
saving = Die Datei wird geschrieben…
remove-collection = { $title } entfernen
remove-for-good = Endgültig entfernen
remove-collection-for-good = { $title } endgültig entfernen
back-to-site = Zurück zu den Artikeln dieser Site
library-unsupported = Dieser Browser kann hier keine Artikel behalten. Private Fenster erlauben es oft nicht.
library-insecure = Artikel lassen sich nur unter einer sicheren Adresse behalten, einer mit https am Anfang.
library-in-preview = Diese Vorschau behält keine Artikel. Die veröffentlichte Site tut es.
file-keeps-no-articles = Diese Datei kann keine eigenen Artikel behalten.
open-site = Die Site öffnen, die es kann


## Tastenkürzel

keyboard-shortcuts = Tastenkürzel
key-search = Ins Suchfeld gehen
key-clear = Das Suchfeld leeren, wenn es den Fokus hat
key-suggestions = Vorschläge öffnen, wenn das Suchfeld den Fokus hat
key-next-result = Nächstes Ergebnis; auch Bild ab in den Ergebnissen
key-previous-result = Voriges Ergebnis; auch Bild auf in den Ergebnissen
key-open = Das Ergebnis öffnen
key-next-hit = Nächster Treffer in einem Artikel
key-previous-hit = Voriger Treffer in einem Artikel
key-next-article = Nächster Artikel in den Ergebnissen
key-previous-article = Voriger Artikel in den Ergebnissen
key-save = Den Artikel speichern oder aus Gespeichert entfernen
key-theme = Nächste Farben
key-keys = Diese Liste anzeigen
single-keys-help = Abschalten hilft beim Diktieren oder bei Konflikten mit eigenen Tasten.
close = Schließen


## Außerhalb des Programms: Skripte

something-went-wrong = Etwas ist schiefgelaufen
program-stopped = Ein Fehler im Programm hat diese Seite angehalten. Nach dem Neuladen geht es weiter. Hält sie wieder an,
    hilft ein Hinweis an die Herausgeber, was zuvor geschah.
needs-webassembly = Diese Seite braucht WebAssembly, das dieser Browser nicht unterstützt oder abgeschaltet hat. Jeder
    aktuelle Browser unterstützt es.
no-script = JavaScript ist abgeschaltet. Alles hier lässt sich auch so lesen; Suche und Filter brauchen es.
load-failed = Konnte nicht geladen werden. Bitte die Verbindung prüfen und es noch einmal versuchen.
copied = Kopiert
copy-refused = Der Browser hat das Kopieren nicht erlaubt
copy = Kopieren
copy-citation = { $style } kopieren
hit-of = Treffer { $hit } von { $hits }

suggested-name = Name
suggested-article = Artikel
suggested-search = Letzte Suche
clear-recent-searches = Letzte Suchen löschen

new-edition = Eine neue Ausgabe dieser Seite ist verfügbar.
new-edition-show = Anzeigen
new-edition-later = Später
new = Neu
changed = Geändert
changes-found = Seit dem letzten Besuch: { NUMBER($added) } neu, { NUMBER($changed) } geändert.
changes-show = Anzeigen

keep-offline = Offline behalten, { $size } MB
keeping-offline = Wird für offline geladen …
cancel = Abbrechen
kept-offline = Offline verfügbar
offline-removed = Nicht mehr offline verfügbar
offline-no-space = Auf diesem Gerät ist dafür kein Platz mehr.


## Veröffentlichte Seiten

all-headlines = Alle Schlagzeilen
described = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
} zum Suchen, Filtern und Lesen.
