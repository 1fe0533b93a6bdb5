# The page's own messages in Polish. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## Na każdej stronie

skip-link = Przejdź do treści
search-articles = Szukaj artykułów
suggestions = Podpowiedzi
sections = Sekcje
keys = Klawisze
notice = Komunikat
page-not-found = Nie znaleziono strony


## Sekcje

explore = Odkrywaj
names = Nazwy
quotes = Cytaty
figures = Liczby
saved = Zapisane


## Ustawienia

theme = Motyw
theme-system = Systemowy
theme-light = Jasny
theme-dark = Ciemny
single-keys = Skróty jednoklawiszowe
single-keys-on = Włączone
single-keys-off = Wyłączone
text-size = Rozmiar tekstu
text-small = Mały
text-medium = Średni
text-large = Duży
text-huge = Bardzo duży
line-length = Długość wiersza
line-short = Mała
line-medium = Średnia
line-long = Duża
typeface = Krój pisma
typeface-serif = Szeryfowy
typeface-sans = Bezszeryfowy
show = Widok
show-cards = Karty
show-list = Lista


## Listy i etykiety

list-separator = ,{ " " }
list-end = { $most } i { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Wyniki

results = Wyniki
at-a-glance = W skrócie
timeline = Oś czasu
stories = Tematy
items = { $count ->
    [one] { $count } pozycja
    [few] { $count } pozycje
   *[many] { $count } pozycji
}
# The genitive is the same for every number: z 1 pozycji, z 17 pozycji.
items-of = { NUMBER($matching) } z { NUMBER($of) } pozycji
no-items = Brak pasujących pozycji
show-more = Pokaż więcej
sort-by = Sortowanie
sort-relevance = Trafność
sort-newest = Od najnowszych
sort-oldest = Od najstarszych
sort-original = Kolejność oryginalna
sort-title = Tytuł
sort-longest = Od najdłuższych
sort-shortest = Od najkrótszych
export = Eksportuj
export-help = Eksportuj wszystkie te pozycje do pliku
headline-only = tylko nagłówek
minutes = { NUMBER($minutes) } min czytania
read = Przeczytane
save = Zapisz
save-article = Zapisz: { $title }


## Trafienia

hits = { $count ->
    [one] { $count } trafienie
    [few] { $count } trafienia
   *[many] { $count } trafień
}
hits-in-paragraph = Akapit { NUMBER($paragraph) }, { $count ->
    [one] { $count } trafienie
    [few] { $count } trafienia
   *[many] { $count } trafień
}
why-matched = Dlaczego pasuje
found = Znaleziono { $where }
related-wording = Podobne słownictwo
related-wording-note = Pozycje ze słowami z pierwszych wyników, takimi jak { $words }
no-related-wording = Żadna inna pozycja nie ma podobnego słownictwa.
found-related = Podobne słownictwo, znaleziono { $where }
in-title = w tytule
in-standfirst = we wstępie
in-headings = w śródtytułach
in-text = w tekście
in-metadata = w dziale, autorach, źródle lub tagach
quoted = „{ $text }”
# The number is never 1.
quoted-times = „{ $text }” { NUMBER($count) } razy


## Filtry

filters = Filtry
filters-active = Filtry, aktywne: { NUMBER($count) }
filters-apply = Pokaż { NUMBER($total) } z { NUMBER($of) }
active-filters = Aktywne filtry
remove-filter = Usuń filtr <a>{ $filter }</a>
clear-all = Usuń wszystkie
find = Szukaj
find-in = Szukaj w: { $facet }
show-all = Pokaż wszystkie ({ NUMBER($count) })
show-fewer = Pokaż mniej
section = Dział
kind = Rodzaj
kind-article = Artykuł
kind-teaser = Nagłówek
people = Osoby
places = Miejsca
organisations = Organizacje
tags = Tagi
authors = Autorzy
source = Źródło
language = Język
weapons = Broń
length = Długość
length-short = Krótkie
length-medium = Średnie
length-long = Długie

date = Data
from = Od
to = Do
from-date = od { $date }
to-date = do { $date }
items-by-date = Liczba pozycji według daty: { $list }


## Daty

# With a day the names are in the genitive case, without one in the nominative.
months = stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia
months-alone = styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień
months-short = sty, lut, mar, kwi, maj, cze, lip, sie, wrz, paź, lis, gru
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## Uwagi o wyszukiwaniu

nothing-to-search-for = „{ $typed }” nie zawiera niczego do wyszukania.
corrected = Brak wyników dla „{ $typed }”. Oto wyniki dla „{ $query }”.
search-as-typed = Szukaj dokładnie „{ $typed }”
partial = Żadna pozycja nie zawiera wszystkich tych słów; najlepiej dopasowane są na początku.
no-item-contains = Żadna pozycja nie zawiera { $words }.
date-unread = „{ $field }” nie zawiera czytelnej daty, więc wyszukano same słowa. Daty zapisuj jako 2024-05-16, 2024-05
    lub 2024, a okresy jako 2023..2024.
did-you-mean = Czy chodziło o <a>{ $query }</a>?
no-item-matches-filters = Żadna pozycja nie pasuje do wszystkich tych filtrów
nothing-matches = Brak wyników dla „{ $typed }”
without = Bez „{ $filter }”: { $count ->
    [one] { $count } pozycja
    [few] { $count } pozycje
   *[many] { $count } pozycji
}
without-filters = Szukaj bez filtrów
fewer-words = Spróbuj użyć mniejszej liczby słów.
show-all-items = Pokaż wszystkie pozycje


## Czytanie

back-to-results = Wróć do wyników
back-arrow = ←
contents = Spis treści
by-author = Autorstwo: <a>{ $author }</a>
updated = Zaktualizowano: <a>{ $date }</a>
from-source = Źródło: <a>{ $source }</a>
footnotes = Przypisy
footnote = Przypis { NUMBER($footnote) }
footnote-back = Wróć do miejsca z przypisem { NUMBER($footnote) }
table-of = Tabela, akapit { NUMBER($paragraph) }
code-of = Kod, akapit { NUMBER($paragraph) }
copy-code = Kopiuj kod
task-done = Zrobione
task-open = Niezrobione
alert-note = Informacja
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Przestroga
linked-from = Odnośniki z innych artykułów
link-to-paragraph = Odnośnik do akapitu { NUMBER($paragraph) }
mentioned-in-article = Wspomniane w tym artykule
articles-in-results = Artykuły w wynikach
previous-article = Poprzedni
next-article = Następny
related = Powiązane
both-mention = Wspólne nazwy: { $names }
both-discuss = Wspólne tematy: { $words }
both-mention-and-discuss = Wspólne nazwy: { $names }; wspólne tematy: { $words }
text = Tekst
cite = Cytuj
cite-this = Cytuj ten artykuł
save-markdown = Zapisz jako Markdown
share = Udostępnij
listen = Odsłuchaj
print = Drukuj
continue-reading = Czytaj dalej
previous-hit = Poprzednie trafienie
next-hit = Następne trafienie


## Notatki

your-notes = Twoje notatki
note = Notatka
note-on = Notatka do: { $passage }
remove = Usuń
selected-passage = Zaznaczony fragment
highlight = Wyróżnij i dodaj notatkę
copy-quotation = Kopiuj cytat
copy-link = Kopiuj odnośnik
saved-help = Zapisane artykuły i notatki pozostają w tej przeglądarce; nikt inny ich nie widzi.
saved-none = Nic jeszcze nie zapisano. Naciśnij „Zapisz” przy artykule, aby zachować go tutaj.
export-file = Eksportuj do pliku
export-text = Eksportuj jako tekst
export-annotations = Eksportuj jako adnotacje sieciowe
import-file = Importuj z pliku
storage-failed = Ta przeglądarka niczego nie przechowuje dla tej strony albo jej pamięć jest pełna. Zapisane artykuły
    i notatki zostaną utracone po zamknięciu strony. Aby je zachować, wyeksportuj je do pliku.
storage-unreadable = Nie można odczytać danych, które ta przeglądarka przechowuje dla tej strony; mogła je zapisać nowsza
    wersja strony. Dane odłożono na bok, a strona zaczyna bez nich.
import-invalid = Tego pliku nie wyeksportowano ze strony takiej jak ta.


## Nazwy, cytaty, liczby

all-names = Wszystkie nazwy
also-written = Inna pisownia: { $others }.
filter-by-name = Filtruj wyniki według tej nazwy
mentioned-with = Wspomniane razem
mentions = Wzmianki
others = Inni
order = Kolejność
largest-first = Od największych
smallest-first = Od najmniejszych
filter-summary = W { NUMBER($total) } z { NUMBER($of) } pozycji: { $by }.
include-all-items = Uwzględnij wszystkie pozycje
to-paragraph = Do akapitu { NUMBER($paragraph) }


## Strony, które nie istnieją

page-not-found-help = Odnośnik może zawierać literówkę albo artykuł mógł zostać usunięty. Wyszukaj powyżej lub
    <a>zobacz wszystkie pozycje</a>.
closest-titles = Podobne tytuły


## Błędy

program-not-loaded = Nie udało się wczytać części tej strony. Sprawdź połączenie, a następnie odśwież stronę.
edition-not-opened = Nie można otworzyć artykułów: ich plik nie dotarł w takiej postaci, w jakiej go opublikowano. Odśwież
    stronę. Jeśli to nie pomoże, poproś wydawcę o jej ponowne zbudowanie. Przyczyna: { $reason }.
open-no-edition = to nie jest wydanie
open-other-version = wydanie ma format { $found }, a ta strona odczytuje format { $expected }
open-length = wydanie ma { $found } z { $expected } bajtów
open-checksum = wydanie jest uszkodzone: jego suma kontrolna to { $found }, a nie { $expected }
open-index = nie można otworzyć indeksu wyszukiwania tego wydania
file-unreadable = Nie można odczytać tego pliku

loading = Wczytywanie…
part-not-loaded = Część tego wydania nie dotarła. Z tego, co jest, można nadal korzystać.
try-again = Spróbuj ponownie


## Odkrywaj

as-list = Pokaż jako listę
as-table = Pokaż jako tabelę
total = Razem
divided-by = Podział według
date-range = Zakres dat
timeline-summary = { $total ->
    [one] { $total } pozycja z datą, od { $first } do { $last }; najwięcej: { $peak }, { NUMBER($count) }
    [few] { $total } pozycje z datą, od { $first } do { $last }; najwięcej: { $peak }, { NUMBER($count) }
   *[many] { $total } pozycji z datą, od { $first } do { $last }; najwięcej: { $peak }, { NUMBER($count) }
}
no-dates = Żadna pozycja nie ma daty.
without-date = Bez daty
named-dates = Daty wymienione w tekstach
named-dates-note = Teksty wymieniają te daty. Daty bez roku pominięto.
no-named-dates = Teksty nie wymieniają żadnej daty z rokiem.
named-dates-read = Przeczytano tylko pierwsze wyniki: { $read } z { $count }.
named-dates-summary = Wymienione daty: { NUMBER($total) }, od { $first } do { $last }; najwięcej – { $peak }: { NUMBER($count) }
named-dates-shown = Pokazane daty: { $shown } z { $count }
no-places = Te elementy nie wspominają żadnego miejsca.
places-summary = Miejsca na mapie: { NUMBER($count) }. Najczęściej wspominane: { $place }.
most-mentioned-places = Pokazano najczęściej wspominane miejsca: { NUMBER($shown) } z { NUMBER($total) }.
ambiguous-places = * Kilka miejsc nosi tę nazwę. Mapa pokazuje największe; tabela podaje kraje pozostałych.
not-on-map = Poza mapą
map-sources = Kontury: Natural Earth. Położenie: GeoNames, CC BY 4.0.
map = Mapa
all-places = Wszystkie miejsca
whole-world = Cały świat
zoom-in = Powiększ
zoom-out = Pomniejsz
move-west = Na zachód
move-north = Na północ
move-south = Na południe
move-east = Na wschód
number-of-items = Elementy
country = Kraj
also-in = Także w krajach
region-of = { $country } (region)
country-names = AD Andora, AE Zjednoczone Emiraty Arabskie, AF Afganistan,
    AG Antigua i Barbuda, AI Anguilla, AL Albania, AM Armenia, AO Angola, AQ Antarktyda,
    AR Argentyna, AS Samoa Amerykańskie, AT Austria, AU Australia, AW Aruba,
    AX Wyspy Alandzkie, AZ Azerbejdżan, BA Bośnia i Hercegowina, BB Barbados, BD Bangladesz,
    BE Belgia, BF Burkina Faso, BG Bułgaria, BH Bahrajn, BI Burundi, BJ Benin,
    BL Saint-Barthélemy, BM Bermudy, BN Brunei, BO Boliwia, BQ Niderlandy Karaibskie,
    BR Brazylia, BS Bahamy, BT Bhutan, BV Wyspa Bouveta, BW Botswana, BY Białoruś, BZ Belize,
    CA Kanada, CC Wyspy Kokosowe, CD Demokratyczna Republika Konga,
    CF Republika Środkowoafrykańska, CG Kongo, CH Szwajcaria, CI Côte d’Ivoire, CK Wyspy Cooka,
    CL Chile, CM Kamerun, CN Chiny, CO Kolumbia, CR Kostaryka, CU Kuba,
    CV Republika Zielonego Przylądka, CW Curaçao, CX Wyspa Bożego Narodzenia, CY Cypr,
    CZ Czechy, DE Niemcy, DJ Dżibuti, DK Dania, DM Dominika, DO Dominikana, DZ Algieria,
    EC Ekwador, EE Estonia, EG Egipt, EH Sahara Zachodnia, ER Erytrea, ES Hiszpania,
    ET Etiopia, FI Finlandia, FJ Fidżi, FK Falklandy, FM Mikronezja, FO Wyspy Owcze,
    FR Francja, GA Gabon, GB Wlk. Bryt., GD Grenada, GE Gruzja, GF Gujana Francuska,
    GG Guernsey, GH Ghana, GI Gibraltar, GL Grenlandia, GM Gambia, GN Gwinea, GP Gwadelupa,
    GQ Gwinea Równikowa, GR Grecja, GS Georgia Południowa i Sandwich Południowy, GT Gwatemala,
    GU Guam, GW Gwinea Bissau, GY Gujana, HK Hongkong, HM Wyspy Heard i McDonalda, HN Honduras,
    HR Chorwacja, HT Haiti, HU Węgry, ID Indonezja, IE Irlandia, IL Izrael, IM Wyspa Man,
    IN Indie, IO Brytyjskie Terytorium Oceanu Indyjskiego, IQ Irak, IR Iran, IS Islandia,
    IT Włochy, JE Jersey, JM Jamajka, JO Jordania, JP Japonia, KE Kenia, KG Kirgistan,
    KH Kambodża, KI Kiribati, KM Komory, KN Saint Kitts i Nevis, KP Korea Północna,
    KR Korea Południowa, KW Kuwejt, KY Kajmany, KZ Kazachstan, LA Laos, LB Liban,
    LC Saint Lucia, LI Liechtenstein, LK Sri Lanka, LR Liberia, LS Lesotho, LT Litwa,
    LU Luksemburg, LV Łotwa, LY Libia, MA Maroko, MC Monako, MD Mołdawia, ME Czarnogóra,
    MF Saint-Martin, MG Madagaskar, MH Wyspy Marshalla, MK Macedonia Północna, ML Mali,
    MM Mjanma (Birma), MN Mongolia, MO Makau, MP Mariany Północne, MQ Martynika, MR Mauretania,
    MS Montserrat, MT Malta, MU Mauritius, MV Malediwy, MW Malawi, MX Meksyk, MY Malezja,
    MZ Mozambik, NA Namibia, NC Nowa Kaledonia, NE Niger, NF Norfolk, NG Nigeria, NI Nikaragua,
    NL Holandia, NO Norwegia, NP Nepal, NR Nauru, NU Niue, NZ Nowa Zelandia, OM Oman,
    PA Panama, PE Peru, PF Polinezja Francuska, PG Papua-Nowa Gwinea, PH Filipiny, PK Pakistan,
    PL Polska, PM Saint-Pierre i Miquelon, PN Pitcairn, PR Portoryko, PS Palestyna,
    PT Portugalia, PW Palau, PY Paragwaj, QA Katar, RE Reunion, RO Rumunia, RS Serbia,
    RU Rosja, RW Rwanda, SA Arabia Saudyjska, SB Wyspy Salomona, SC Seszele, SD Sudan,
    SE Szwecja, SG Singapur, SH Wyspa Świętej Heleny, SI Słowenia, SJ Svalbard i Jan Mayen,
    SK Słowacja, SL Sierra Leone, SM San Marino, SN Senegal, SO Somalia, SR Surinam,
    SS Sudan Południowy, ST Wyspy Świętego Tomasza i Książęca, SV Salwador, SX Sint Maarten,
    SY Syria, SZ Eswatini, TC Turks i Caicos, TD Czad,
    TF Francuskie Terytoria Południowe i Antarktyczne, TG Togo, TH Tajlandia, TJ Tadżykistan,
    TK Tokelau, TL Timor Wschodni, TM Turkmenistan, TN Tunezja, TO Tonga, TR Turcja,
    TT Trynidad i Tobago, TV Tuvalu, TW Tajwan, TZ Tanzania, UA Ukraina, UG Uganda,
    UM Dalekie Wyspy Mniejsze Stanów Zjednoczonych, US Stany Zjednoczone, UY Urugwaj,
    UZ Uzbekistan, VA Watykan, VC Saint Vincent i Grenadyny, VE Wenezuela,
    VG Brytyjskie Wyspy Dziewicze, VI Wyspy Dziewicze Stanów Zjednoczonych, VN Wietnam,
    VU Vanuatu, WF Wallis i Futuna, WS Samoa, XK Kosowo, YE Jemen, YT Majotta,
    ZA Republika Południowej Afryki, ZM Zambia, ZW Zimbabwe
trends = Trendy
compared-terms = Porównywane hasła
compared-by = Porównanie według
term-to-add = Słowo, fraza lub nazwa
add-term = Dodaj
remove-term = Usuń { $term }
names-to-compare = Nazwy w tych wynikach
rate = { $rate } na 10 000 słów
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } na 10 000 słów
trend-peak = { $term }: najczęściej w { $place }, { $rate } na 10 000 słów
trend-absent = { $term }: nie występuje
trends-counted = Wystąpienia w tytułach i tekstach, także w innych formach słowa, na 10 000 słów.
trends-names = Nazwy liczą się przy każdej wzmiance.
trends-names-once = Tutaj nazwy liczą się raz na pozycję.
words = Słowa
together = Razem
network = Sieć
matrix = Macierz
together-measure = Linia łączy dwie nazwy, które są w tych samych pozycjach częściej niż przez przypadek. Im grubsza, tym więcej pozycji ma obie.
together-summary = Nazwy: { $names }; najsilniejsze pary wśród nich: { $pairs }. Najsilniejsza to { $strongest }
no-pairs = Żadne dwie nazwy nie są w tych samych pozycjach częściej niż przez przypadek.
not-in-one-sentence = Nie w jednym zdaniu
all-pairs = Wszystkie pary
name = Nazwa
together-with = Razem z
unit = Jednostka
scale-summary = Liczby: { $count }, od { $first } do { $last }
scale-sample = Obraz ma { $shown } z { $count } liczb, wybranych równomiernie według wielkości.
no-figures = Żadna pozycja nie ma liczb.
no-quotes = Żadna pozycja nie ma cytatów.
millions = { $number } mln
billions = { $number } mld
trillions = { $number } bln
no-stories = Żadne dwa z tych elementów nie opowiadają o tym samym.
other-items = Inne elementy
all-stories = Wszystkie tematy
what-it-adds = Co wnosi
adds-nothing = Nie wnosi nic nowego.
reused-passages = Fragmenty z wcześniejszych artykułów: { NUMBER($count) }
named-first = Wymienione tu po raz pierwszy
compare-with-previous = Porównaj z poprzednim
compare = Porównaj
compare-with = z
whole-story = Cały temat
compared-sentences = Zdania wspólne dla obu: { NUMBER($shared) }; tylko tutaj, zaznaczone: { NUMBER($only) }
lists = Listy lektur
lists-help = Listy artykułów we własnej kolejności. Pozostają na tym urządzeniu.
lists-need-script = Listy lektur są przechowywane na tym urządzeniu, a to wymaga JavaScriptu.
since = Nowości
since-needs-script = To, co strona zawierała podczas ostatniej wizyty, jest pamiętane na tym urządzeniu, a to wymaga JavaScriptu.
since-nothing = Od ostatniej wizyty nic nie doszło ani się nie zmieniło.
since-none-of-these = Od ostatniej wizyty { $date } żadna z tych pozycji nie jest nowa ani zmieniona.
since-summary = Od ostatniej wizyty { $date }: nowe: { NUMBER($added) }, zmienione: { NUMBER($changed) }.
since-help = Strona pamięta na tym urządzeniu, co zawierała podczas ostatniej wizyty.
new-items = Nowe pozycje
changed-items = Zmienione pozycje
what-changed = Co się zmieniło
what-changed-in = Co się zmieniło w „{ $title }”
all-of-these = Wszystkie te pozycje
saved-searches = Zapisane wyszukiwania
saved-searches-help = Ile wyników wyszukiwania jest nowych lub zmienionych. Wyszukiwania pozostają na tym urządzeniu.
save-search = Zapisz wyszukiwanie { $search }
search-saved = Wyszukiwanie zapisano.
search-removed = Wyszukiwanie usunięto.
new-of-search = nowe: { NUMBER($new) } z { NUMBER($total) }
remove-search = Usuń wyszukiwanie { $search }
most-searches = Największa liczba zapisanych wyszukiwań: { NUMBER($count) }.
text-not-kept = Artykuł nie był otwierany przed zmianą, więc na tym urządzeniu nie ma jego wcześniejszego tekstu.
text-unchanged = Tekst jest taki, jaki był ostatnio widziany.
all-changes = Wszystkie zmiany
title-before = Poprzedni tytuł: { $title }
text-changed = Zdania: nowe: { NUMBER($added) }, usunięte: { NUMBER($gone) }, zmienione: { NUMBER($reworded) }.
text-before = Przedtem
text-now = Teraz
new-list = Nazwa nowej listy
create-list = Utwórz
list-exists = Lista o tej nazwie już istnieje.
all-lists = Wszystkie listy
no-such-list = Na tym urządzeniu nie ma listy o tej nazwie.
list-is-empty = Na tej liście nie ma jeszcze artykułów.
add-results = Dodaj te wyniki
add-saved = Dodaj zapisane artykuły
added-to-list = Dodano: { NUMBER($count) }
most-in-list = Liczba artykułów na liście może wynosić najwyżej { NUMBER($count) }.
move-up = Przesuń w górę: { $title }
move-down = Przesuń w dół: { $title }
moved-in-list = { $title }: { NUMBER($number) } z { NUMBER($count) }
removed-title = Usunięto: { $title }
not-in-edition = Nie ma już w tym wydaniu
rename-list = Zmień nazwę
name-of-list = Nazwa listy
delete-list = Usuń
delete-list-for-good = Usuń na stałe
save-as-epub = Zapisz jako EPUB
save-results-as-epub = Zapisz te wyniki jako EPUB
writing-book = Zapisywanie książki…
book-saved = Artykuły w książce: { NUMBER($count) }
book-lacks-pictures = Pominięte obrazy: { NUMBER($count) }
book-failed = Nie udało się zapisać książki.
most-in-book = Liczba artykułów w książce to najwyżej { NUMBER($count) }, od pierwszego.
print-list = Drukuj listę


## Biblioteka własnych artykułów

library = Biblioteka
library-help = Można tu czytać własne artykuły: zapisane strony, eksporty z programów do czytania, kanały, książki, listy i notatki. Pozostają na tym urządzeniu.
drop-files = Upuść pliki, aby dodać je do biblioteki
pasted-text = Wklejony tekst
own-articles = Moje artykuły
shared-articles = Udostępnione
choose-files = Wybierz pliki
choose-folder = Wybierz folder
importing = Czytanie plików…
import-progress = Przeczytane: { $count }
import-waiting = Czeka na zakończenie: { $count }
import-cancelled = Anulowano.
import-done = Artykuły: { $with-text }. Odnośniki bez tekstu: { $without }. Już obecne: { $known }.
import-problems = Nieprzeczytane: { $count }
import-nothing = W tych plikach nie ma nic, co można tu przeczytać.
import-failed = Nie udało się odczytać plików: { $reason }
first-articles = Pierwsze artykuły
open-collection = Otwórz kolekcję
names-found = Znaleziono nazwy, cytaty i liczby.
names-show = Pokaż
collection-renewing = Tę kolekcję utworzyła inna wersja strony. Trwa jej odnawianie, to potrwa chwilę…
collections = Kolekcje
collection-facts = Pozycje: { $count }, { $size } MB, { $date }
add-files-to = Dodaj pliki do { $title }
rename = Zmień nazwę
rename-collection = Zmień nazwę: { $title }
title-of-collection = Nowy tytuł: { $title }
collection-renamed = Kolekcja nazywa się teraz { $title }.
export-collection = Eksportuj artykuły z { $title } jako Markdown
save-as-file = Zapisz jako jeden plik
save-collection-as-file = Zapisz jako jeden plik: { $title }
save-as-site = Zapisz jako witrynę
save-collection-as-site = Zapisz jako witrynę: { $title }
saving = Zapisywanie pliku…
remove-collection = Usuń { $title }
remove-for-good = Usuń na stałe
remove-collection-for-good = Usuń { $title } na stałe
back-to-site = Wróć do artykułów tej witryny
library-unsupported = Ta przeglądarka nie może tu przechowywać artykułów. Okna prywatne często tego zabraniają.
library-insecure = Artykuły można przechowywać tylko pod bezpiecznym adresem, zaczynającym się od https.
library-in-preview = Ten podgląd nie przechowuje artykułów. Opublikowana witryna tak.
file-keeps-no-articles = Ten plik nie może przechowywać własnych artykułów.
open-site = Otwórz witrynę, która może


## Skróty klawiszowe

keyboard-shortcuts = Skróty klawiszowe
key-search = Przejdź do pola wyszukiwania
key-clear = Wyczyść pole wyszukiwania, gdy jest aktywne
key-suggestions = Otwórz podpowiedzi, gdy pole wyszukiwania jest aktywne
key-next-result = Następny wynik; w wynikach także Page Down
key-previous-result = Poprzedni wynik; w wynikach także Page Up
key-open = Otwórz wynik
key-next-hit = Następne trafienie w artykule
key-previous-hit = Poprzednie trafienie w artykule
key-next-article = Następny artykuł w wynikach
key-previous-article = Poprzedni artykuł w wynikach
key-save = Zapisz artykuł lub usuń go z zapisanych
key-theme = Następny motyw
key-keys = Pokaż tę listę
single-keys-help = Wyłącz je, jeśli korzystasz z dyktowania lub jeśli kolidują z twoimi własnymi skrótami.
close = Zamknij


## Poza programem: skrypty

something-went-wrong = Coś poszło nie tak
program-stopped = Błąd programu zatrzymał tę stronę. Odśwież ją, aby kontynuować. Jeśli znów się zatrzyma, opisz wydawcy,
    co do tego doprowadziło.
needs-webassembly = Ta strona wymaga WebAssembly, którego ta przeglądarka nie obsługuje lub które jest w niej wyłączone.
    Obsługuje je każda aktualna przeglądarka.
no-script = JavaScript jest wyłączony. Wszystko można tu czytać bez niego, ale wyszukiwanie i filtrowanie go wymagają.
load-failed = Nie udało się wczytać. Sprawdź połączenie i spróbuj ponownie.
copied = Skopiowano
copy-refused = Przeglądarka nie zezwoliła na kopiowanie
copy = Kopiuj
copy-citation = Kopiuj { $style }
hit-of = Trafienie { $hit } z { $hits }

suggested-name = Nazwa
suggested-article = Artykuł
suggested-search = Ostatnie wyszukiwanie
clear-recent-searches = Wyczyść ostatnie wyszukiwania

new-edition = Dostępne jest nowe wydanie tej strony.
new-edition-show = Pokaż
new-edition-later = Później
new = Nowe
changed = Zmienione
changes-found = Od ostatniej wizyty: nowe: { NUMBER($added) }, zmienione: { NUMBER($changed) }.
changes-show = Pokaż

keep-offline = Zachowaj offline, { $size } MB
keeping-offline = Zachowywanie offline…
cancel = Anuluj
kept-offline = Dostępne offline
offline-removed = Już niedostępne offline
offline-no-space = Na tym urządzeniu nie ma już na to miejsca.


## Opublikowane strony

all-headlines = Wszystkie nagłówki
described = { $count ->
    [one] { $count } artykuł
    [few] { $count } artykuły
   *[many] { $count } artykułów
} do przeszukiwania, filtrowania i czytania.
