# The page's own messages in Italian. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## In ogni pagina

skip-link = Vai al contenuto
search-articles = Cerca articoli
suggestions = Suggerimenti
sections = Sezioni
keys = Scorciatoie
notice = Avviso
page-not-found = Pagina non trovata


## Sezioni del sito

explore = Esplora
names = Nomi
quotes = Citazioni
figures = Cifre
saved = Salvati


## Impostazioni

theme = Tema
theme-system = Sistema
theme-light = Chiaro
theme-dark = Scuro
single-keys = Scorciatoie a tasto singolo
single-keys-on = Attivate
single-keys-off = Disattivate
text-size = Dimensione del testo
text-small = Piccola
text-medium = Media
text-large = Grande
text-huge = Molto grande
line-length = Lunghezza della riga
line-short = Corta
line-medium = Media
line-long = Lunga
typeface = Carattere
typeface-serif = Con grazie
typeface-sans = Senza grazie
show = Vista
show-cards = Schede
show-list = Elenco


## Elenchi ed etichette

list-separator = ,{ " " }
list-end = { $most } e { $last }
group-separator = ;{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label }: { $value }
sentence-separator = { " " }


## Risultati

results = Risultati
at-a-glance = A colpo d’occhio
timeline = Cronologia
stories = Storie
items = { $count ->
    [one] { $count } elemento
   *[other] { $count } elementi
}
items-of = { NUMBER($matching) } su { $of ->
    [one] { $of } elemento
   *[other] { $of } elementi
}
no-items = Nessun elemento corrisponde
show-more = Mostra altro
sort-by = Ordina per
sort-relevance = Pertinenza
sort-newest = Più recenti
sort-oldest = Meno recenti
sort-original = Ordine originale
sort-title = Titolo
sort-longest = Più lunghi
sort-shortest = Più brevi
export = Esporta
export-help = Esporta tutti questi elementi come file
headline-only = solo titolo
minutes = { NUMBER($minutes) } min di lettura
read = Letto
save = Salva
save-article = Salva: { $title }


## Occorrenze

hits = { $count ->
    [one] { $count } occorrenza
   *[other] { $count } occorrenze
}
hits-in-paragraph = Paragrafo { NUMBER($paragraph) }, { $count ->
    [one] { $count } occorrenza
   *[other] { $count } occorrenze
}
why-matched = Perché corrisponde
found = Trovato { $where }
related-wording = Termini affini
related-wording-note = Elementi con parole dei primi risultati, come { $words }
no-related-wording = Nessun altro elemento ha termini affini.
found-related = Termini affini, trovato { $where }
in-title = nel titolo
in-standfirst = nel sommario
in-headings = nei titoli interni
in-text = nel testo
in-metadata = nella sezione, negli autori, nella fonte o nelle etichette
quoted = «{ $text }»
quoted-times = «{ $text }» { NUMBER($count) } volte


## Filtri

filters = Filtri
filters-active = Filtri attivi: { NUMBER($count) }
filters-apply = Mostra { NUMBER($total) } su { NUMBER($of) }
active-filters = Filtri attivi
remove-filter = Rimuovi <a>{ $filter }</a>
clear-all = Rimuovi tutti
find = Trova
find-in = Trova in { $facet }
show-all = Mostra tutto ({ NUMBER($count) })
show-fewer = Mostra meno
section = Sezione
kind = Tipo
kind-article = Articolo
kind-teaser = Solo titolo
people = Persone
places = Luoghi
organisations = Organizzazioni
tags = Etichette
authors = Autori
source = Fonte
language = Lingua
weapons = Armi
length = Lunghezza
length-short = Breve
length-medium = Media
length-long = Lunga

date = Data
from = Da
to = A
from-date = da { $date }
to-date = fino a { $date }
items-by-date = Elementi per data: { $list }


## Date

months = gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre
months-alone = gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre
months-short = gen, feb, mar, apr, mag, giu, lug, ago, set, ott, nov, dic
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## Note sulla ricerca

nothing-to-search-for = Non c’è nulla da cercare in «{ $typed }».
corrected = Nulla corrisponde a «{ $typed }». Ecco che cosa corrisponde a «{ $query }».
search-as-typed = Cerca esattamente «{ $typed }»
partial = Nessun elemento corrisponde a tutte queste parole; per primi vengono i più vicini.
no-item-contains = Nessun elemento contiene { $words }.
date-unread = «{ $field }» non indica una data leggibile, quindi sono state cercate le sue parole. Le date si scrivono
    2024-05-16, 2024-05 o 2024, gli intervalli 2023..2024.
did-you-mean = Forse cercavi <a>{ $query }</a>?
no-item-matches-filters = Nessun elemento corrisponde a tutti questi filtri
nothing-matches = Nulla corrisponde a «{ $typed }»
without = Senza «{ $filter }»: { $count ->
    [one] { $count } elemento
   *[other] { $count } elementi
}
without-filters = Cerca senza filtri
fewer-words = Prova con meno parole.
show-all-items = Mostra tutti gli elementi


## Lettura

back-to-results = Torna ai risultati
back-arrow = ←
contents = Indice
by-author = Di <a>{ $author }</a>
updated = Aggiornato: <a>{ $date }</a>
from-source = Fonte: <a>{ $source }</a>
footnotes = Note a piè di pagina
footnote = Nota a piè di pagina { NUMBER($footnote) }
footnote-back = Torna al richiamo della nota a piè di pagina { NUMBER($footnote) }
table-of = Tabella, paragrafo { NUMBER($paragraph) }
code-of = Codice, paragrafo { NUMBER($paragraph) }
copy-code = Copia codice
task-done = Completata
task-open = Non completata
alert-note = Nota
alert-tip = Consiglio
alert-important = Importante
alert-warning = Avvertenza
alert-caution = Attenzione
linked-from = Articoli che rimandano a questo
link-to-paragraph = Link al paragrafo { NUMBER($paragraph) }
mentioned-in-article = Menzionati in questo articolo
articles-in-results = Articoli nei risultati
previous-article = Precedente
next-article = Successivo
related = Correlati
both-mention = Entrambi menzionano { $names }
both-discuss = Entrambi trattano { $words }
both-mention-and-discuss = Entrambi menzionano { $names }; entrambi trattano { $words }
text = Testo
cite = Cita
cite-this = Cita questo articolo
save-markdown = Salva come Markdown
share = Condividi
listen = Ascolta
print = Stampa
continue-reading = Continua a leggere
previous-hit = Occorrenza precedente
next-hit = Occorrenza successiva


## Note

your-notes = Le tue note
note = Nota
note-on = Nota su: { $passage }
remove = Rimuovi
selected-passage = Brano selezionato
highlight = Evidenzia e aggiungi nota
copy-quotation = Copia citazione
copy-link = Copia link
saved-help = I tuoi articoli salvati e le tue note restano in questo browser; nessun altro può vederli.
saved-none = Non c’è ancora nulla di salvato. Premi «Salva» su un articolo per conservarlo qui.
export-file = Esporta come file
export-text = Esporta come testo
export-annotations = Esporta come annotazioni web
import-file = Importa da un file
storage-failed = Questo browser non memorizza nulla per questa pagina, oppure il suo spazio è pieno. I tuoi articoli
    salvati e le tue note vanno persi quando chiudi la pagina. Per conservarli, esportali come file.
storage-unreadable = I dati che questo browser ha memorizzato per questa pagina non sono leggibili; forse li ha scritti
    una versione più recente della pagina. Sono stati messi da parte e la pagina riparte senza.
import-invalid = Questo file non è stato esportato da una pagina come questa.


## Nomi, citazioni, cifre

all-names = Tutti i nomi
also-written = Si scrive anche { $others }.
filter-by-name = Filtra i risultati per questo nome
mentioned-with = Menzionati insieme
mentions = Menzioni
others = Altri
order = Ordine
largest-first = Prima le maggiori
smallest-first = Prima le minori
filter-summary = In { NUMBER($total) } elementi su { NUMBER($of) }: { $by }.
include-all-items = Includi tutti gli elementi
to-paragraph = Vai al paragrafo { NUMBER($paragraph) }


## Pagine che non esistono

page-not-found-help = Il link può essere sbagliato, oppure l’articolo può essere stato rimosso. Cerca qui sopra o
    <a>vedi tutti gli elementi</a>.
closest-titles = Titoli più vicini


## Errori

program-not-loaded = Non è stato possibile caricare una parte di questa pagina. Controlla la connessione, poi ricarica
    la pagina.
edition-not-opened = Non è possibile aprire gli articoli: il loro file non è arrivato come è stato pubblicato. Ricarica
    la pagina. Se non basta, chiedi a chi la pubblica di generarla di nuovo. Causa: { $reason }.
open-no-edition = questa non è un’edizione
open-other-version = l’edizione ha il formato { $found }, questa pagina legge il formato { $expected }
open-length = l’edizione ha { $found } byte su { $expected }
open-checksum = l’edizione è danneggiata: la sua somma di controllo è { $found }, non { $expected }
open-index = l’indice di ricerca dell’edizione non si può aprire
file-unreadable = Non è possibile leggere questo file

loading = Caricamento…
part-not-loaded = Una parte di questa edizione non è arrivata. Ciò che c’è resta utilizzabile.
try-again = Riprova


## Esplora

as-list = Mostra come elenco
as-table = Mostra come tabella
total = Totale
divided-by = Diviso per
date-range = Intervallo di date
timeline-summary = { $total ->
    [one] { $total } elemento con data da { $first } a { $last }; il massimo in { $peak }: { NUMBER($count) }
   *[other] { $total } elementi con data da { $first } a { $last }; il massimo in { $peak }: { NUMBER($count) }
}
no-dates = Nessun elemento ha una data.
without-date = Senza data
named-dates = Date citate nei testi
named-dates-note = I testi citano queste date. Le date senza anno sono omesse.
no-named-dates = I testi non citano nessuna data con il suo anno.
named-dates-read = Sono stati letti solo i primi risultati: { $read } di { $count }.
named-dates-summary = Date citate: { NUMBER($total) }, da { $first } a { $last }; il massimo in { $peak }: { NUMBER($count) }
named-dates-shown = Date mostrate: { $shown } di { $count }
no-places = Questi elementi non citano alcun luogo.
places-summary = Luoghi sulla mappa: { NUMBER($count) }. Il più citato: { $place }.
most-mentioned-places = Sono mostrati i { NUMBER($shown) } luoghi più citati su { NUMBER($total) }.
ambiguous-places = * Più luoghi hanno questo nome. La mappa mostra il più grande; la tabella indica i paesi degli altri.
not-on-map = Non sulla mappa
map-sources = Contorni: Natural Earth. Posizioni: GeoNames, CC BY 4.0.
map = Mappa
all-places = Tutti i luoghi
whole-world = Tutto il mondo
zoom-in = Ingrandisci
zoom-out = Riduci
move-west = Verso ovest
move-north = Verso nord
move-south = Verso sud
move-east = Verso est
number-of-items = Elementi
country = Paese
also-in = Anche in
region-of = { $country } (regione)
country-names = AD Andorra, AE Emirati Arabi Uniti, AF Afghanistan, AG Antigua e Barbuda,
    AI Anguilla, AL Albania, AM Armenia, AO Angola, AQ Antartide, AR Argentina,
    AS Samoa Americane, AT Austria, AU Australia, AW Aruba, AX Isole Åland, AZ Azerbaigian,
    BA Bosnia ed Erzegovina, BB Barbados, BD Bangladesh, BE Belgio, BF Burkina Faso,
    BG Bulgaria, BH Bahrein, BI Burundi, BJ Benin, BL Saint-Barthélemy, BM Bermuda, BN Brunei,
    BO Bolivia, BQ Caraibi Olandesi, BR Brasile, BS Bahamas, BT Bhutan, BV Isola Bouvet,
    BW Botswana, BY Bielorussia, BZ Belize, CA Canada, CC Isole Cocos (Keeling),
    CD Congo - Kinshasa, CF Repubblica Centrafricana, CG Congo-Brazzaville, CH Svizzera,
    CI Costa d’Avorio, CK Isole Cook, CL Cile, CM Camerun, CN Cina, CO Colombia, CR Costa Rica,
    CU Cuba, CV Capo Verde, CW Curaçao, CX Isola Christmas, CY Cipro, CZ Cechia, DE Germania,
    DJ Gibuti, DK Danimarca, DM Dominica, DO Repubblica Dominicana, DZ Algeria, EC Ecuador,
    EE Estonia, EG Egitto, EH Sahara Occidentale, ER Eritrea, ES Spagna, ET Etiopia,
    FI Finlandia, FJ Figi, FK Isole Falkland, FM Micronesia, FO Isole Fær Øer, FR Francia,
    GA Gabon, GB Regno Unito, GD Grenada, GE Georgia, GF Guyana Francese, GG Guernsey,
    GH Ghana, GI Gibilterra, GL Groenlandia, GM Gambia, GN Guinea, GP Guadalupa,
    GQ Guinea Equatoriale, GR Grecia, GS Georgia del Sud e Sandwich Australi, GT Guatemala,
    GU Guam, GW Guinea-Bissau, GY Guyana, HK Hong Kong, HM Isole Heard e McDonald, HN Honduras,
    HR Croazia, HT Haiti, HU Ungheria, ID Indonesia, IE Irlanda, IL Israele, IM Isola di Man,
    IN India, IO Territorio Britannico dell’Oceano Indiano, IQ Iraq, IR Iran, IS Islanda,
    IT Italia, JE Jersey, JM Giamaica, JO Giordania, JP Giappone, KE Kenya, KG Kirghizistan,
    KH Cambogia, KI Kiribati, KM Comore, KN Saint Kitts e Nevis, KP Corea del Nord,
    KR Corea del Sud, KW Kuwait, KY Isole Cayman, KZ Kazakistan, LA Laos, LB Libano,
    LC Saint Lucia, LI Liechtenstein, LK Sri Lanka, LR Liberia, LS Lesotho, LT Lituania,
    LU Lussemburgo, LV Lettonia, LY Libia, MA Marocco, MC Monaco, MD Moldavia, ME Montenegro,
    MF Saint Martin, MG Madagascar, MH Isole Marshall, MK Macedonia del Nord, ML Mali,
    MM Myanmar (Birmania), MN Mongolia, MO Macao, MP Isole Marianne Settentrionali,
    MQ Martinica, MR Mauritania, MS Montserrat, MT Malta, MU Mauritius, MV Maldive, MW Malawi,
    MX Messico, MY Malaysia, MZ Mozambico, NA Namibia, NC Nuova Caledonia, NE Niger,
    NF Isola Norfolk, NG Nigeria, NI Nicaragua, NL Paesi Bassi, NO Norvegia, NP Nepal,
    NR Nauru, NU Niue, NZ Nuova Zelanda, OM Oman, PA Panama, PE Perù, PF Polinesia Francese,
    PG Papua Nuova Guinea, PH Filippine, PK Pakistan, PL Polonia, PM Saint-Pierre e Miquelon,
    PN Isole Pitcairn, PR Portorico, PS Palestina, PT Portogallo, PW Palau, PY Paraguay,
    QA Qatar, RE Riunione, RO Romania, RS Serbia, RU Russia, RW Ruanda, SA Arabia Saudita,
    SB Isole Salomone, SC Seychelles, SD Sudan, SE Svezia, SG Singapore, SH Sant’Elena,
    SI Slovenia, SJ Svalbard e Jan Mayen, SK Slovacchia, SL Sierra Leone, SM San Marino,
    SN Senegal, SO Somalia, SR Suriname, SS Sud Sudan, ST São Tomé e Príncipe, SV El Salvador,
    SX Sint Maarten, SY Siria, SZ Eswatini, TC Isole Turks e Caicos, TD Ciad,
    TF Terre Australi Francesi, TG Togo, TH Thailandia, TJ Tagikistan, TK Tokelau,
    TL Timor Est, TM Turkmenistan, TN Tunisia, TO Tonga, TR Turchia, TT Trinidad e Tobago,
    TV Tuvalu, TW Taiwan, TZ Tanzania, UA Ucraina, UG Uganda,
    UM Isole Minori Esterne degli Stati Uniti, US Stati Uniti, UY Uruguay, UZ Uzbekistan,
    VA Città del Vaticano, VC Saint Vincent e Grenadine, VE Venezuela,
    VG Isole Vergini Britanniche, VI Isole Vergini Americane, VN Vietnam, VU Vanuatu,
    WF Wallis e Futuna, WS Samoa, XK Kosovo, YE Yemen, YT Mayotte, ZA Sudafrica, ZM Zambia,
    ZW Zimbabwe
trends = Tendenze
compared-terms = Termini confrontati
compared-by = Confrontati per
term-to-add = Parola, frase o nome
add-term = Aggiungi
remove-term = Rimuovi { $term }
names-to-compare = Nomi in questi risultati
rate = { $rate } ogni 10.000 parole
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place }: { $rate } ogni 10.000 parole
trend-peak = { $term }: massimo in { $place }, { $rate } ogni 10.000 parole
trend-absent = { $term }: nessuna occorrenza
trends-counted = Occorrenze nei titoli e nei testi, anche in altre forme di una parola, ogni 10.000 parole.
trends-names = I nomi contano ogni volta che sono citati.
trends-names-once = Qui i nomi contano una volta per elemento.
words = Parole
together = Insieme
network = Rete
matrix = Matrice
together-measure = Una linea unisce due nomi che si trovano negli stessi elementi più spesso che per caso. Più è spessa, più sono gli elementi con entrambi.
together-summary = { $names } nomi e le { $pairs } coppie più forti tra loro. La più forte è { $strongest }
no-pairs = Non ci sono due nomi che si trovano negli stessi elementi più spesso che per caso.
not-in-one-sentence = Non nella stessa frase
all-pairs = Tutte le coppie
name = Nome
together-with = Insieme a
unit = Unità
scale-summary = { $count ->
    [one] { $count } cifra da { $first } a { $last }
   *[other] { $count } cifre da { $first } a { $last }
}
scale-sample = L’immagine ha { $shown } di { $count } cifre, scelte in modo uniforme per grandezza.
no-figures = Nessun elemento ha cifre.
no-quotes = Nessun elemento ha citazioni.
millions = { $number } mln
billions = { $number } mld
trillions = { $number } bln
no-stories = Nessuno di questi elementi racconta la stessa storia di un altro.
other-items = Altri elementi
all-stories = Tutte le storie
what-it-adds = Che cosa aggiunge
adds-nothing = Non aggiunge nulla ai precedenti.
reused-passages = Passi da articoli precedenti: { NUMBER($count) }
named-first = Nominati qui per primi
compare-with-previous = Confronta con il precedente
compare = Confronta
compare-with = con
whole-story = Tutta la storia
compared-sentences = Frasi che hanno entrambi: { NUMBER($shared) }; solo qui, evidenziate: { NUMBER($only) }
lists = Liste di lettura
lists-help = Liste di articoli in un ordine tuo. Restano su questo dispositivo.
lists-need-script = Le liste di lettura restano su questo dispositivo, e per questo serve JavaScript.
since = Novità
since-needs-script = Ciò che questa pagina conteneva alla tua ultima visita è ricordato su questo dispositivo, e per questo serve JavaScript.
since-nothing = Niente è nuovo o modificato dalla tua ultima visita.
since-none-of-these = Nessuno di questi elementi è nuovo o modificato dalla tua ultima visita, il { $date }.
since-summary = Dalla tua ultima visita, il { $date }: { NUMBER($added) } nuovi, { NUMBER($changed) } modificati.
since-help = Questa pagina ricorda su questo dispositivo ciò che conteneva alla tua ultima visita.
new-items = Elementi nuovi
changed-items = Elementi modificati
what-changed = Che cosa è cambiato
what-changed-in = Che cosa è cambiato in «{ $title }»
all-of-these = Tutti questi
saved-searches = Ricerche salvate
saved-searches-help = Quanti risultati di una ricerca sono nuovi o modificati. Le ricerche restano su questo dispositivo.
save-search = Salva la ricerca { $search }
search-saved = La ricerca è salvata.
search-removed = La ricerca è rimossa.
new-of-search = { NUMBER($new) } nuovi su { NUMBER($total) }
remove-search = Rimuovi la ricerca { $search }
most-searches = Possono esserci { NUMBER($count) } ricerche salvate.
text-not-kept = Non avevi aperto questo articolo prima che cambiasse, quindi questo dispositivo non ha il suo testo precedente.
text-unchanged = Il testo è quello che hai già visto.
all-changes = Tutte le modifiche
title-before = Titolo precedente: { $title }
text-changed = Frasi: { NUMBER($added) } nuove, { NUMBER($gone) } rimosse, { NUMBER($reworded) } modificate.
text-before = Prima
text-now = Ora
new-list = Nome di una nuova lista
create-list = Crea
list-exists = Esiste già una lista con questo nome.
all-lists = Tutte le liste
no-such-list = Su questo dispositivo non c’è nessuna lista con questo nome.
list-is-empty = Questa lista non ha ancora articoli.
add-results = Aggiungi questi risultati
add-saved = Aggiungi gli articoli salvati
added-to-list = Aggiunti: { NUMBER($count) }
most-in-list = Una lista può avere { NUMBER($count) } articoli.
move-up = Sposta { $title } in su
move-down = Sposta { $title } in giù
moved-in-list = { $title }: { NUMBER($number) } di { NUMBER($count) }
removed-title = Rimosso: { $title }
not-in-edition = Non è più in questa edizione
rename-list = Rinomina
name-of-list = Nome della lista
delete-list = Elimina
delete-list-for-good = Elimina definitivamente
save-as-epub = Salva come EPUB
save-results-as-epub = Salva questi risultati come EPUB
writing-book = Scrittura del libro…
book-saved = Articoli nel libro: { NUMBER($count) }
book-lacks-pictures = Immagini omesse: { NUMBER($count) }
book-failed = Non è stato possibile scrivere il libro.
most-in-book = Un libro ha i primi { NUMBER($count) }.
print-list = Stampa la lista


## La biblioteca degli articoli propri

library = Biblioteca
library-help = Qui si leggono i propri articoli: pagine salvate, esportazioni di programmi di lettura, feed, libri, messaggi e note. Restano su questo dispositivo.
drop-files = Rilasciare i file per aggiungerli alla biblioteca
pasted-text = Testo incollato
own-articles = I miei articoli
shared-articles = Condivisi
choose-files = Scegli file
choose-folder = Scegli una cartella
importing = Lettura dei file…
import-progress = Elementi letti: { $count }
import-waiting = In attesa che questo finisca: { $count }
import-cancelled = Annullato.
import-done = Articoli: { $with-text }. Link senza testo: { $without }. Già presenti: { $known }.
import-problems = Non letti: { $count }
import-nothing = In questi file non c’è nulla che si possa leggere qui.
import-failed = Non è stato possibile leggere i file: { $reason }
first-articles = Primi articoli
open-collection = Apri la raccolta
names-found = Nomi, citazioni e cifre sono stati trovati.
names-show = Mostra
collection-renewing = Questa raccolta è stata creata da un’altra versione della pagina. Si sta rinnovando, un momento…
collections = Raccolte
collection-facts = Elementi: { $count }, { $size } MB, { $date }
add-files-to = Aggiungi file a { $title }
rename = Rinomina
rename-collection = Rinomina { $title }
title-of-collection = Nuovo titolo di { $title }
collection-renamed = La raccolta ora si chiama { $title }.
export-collection = Esporta gli articoli di { $title } come Markdown
save-as-file = Salva in un file
save-collection-as-file = Salva in un file: { $title }
save-as-site = Salva come sito
save-collection-as-site = Salva come sito: { $title }
saving = Scrittura del file…
remove-collection = Rimuovi { $title }
remove-for-good = Rimuovi definitivamente
remove-collection-for-good = Rimuovi definitivamente { $title }
back-to-site = Torna agli articoli di questo sito
library-unsupported = Questo browser non può conservare articoli qui. Le finestre private spesso lo impediscono.
library-insecure = Gli articoli si possono conservare solo a un indirizzo sicuro, che inizia con https.
library-in-preview = Questa anteprima non conserva articoli. Il sito pubblicato sì.
file-keeps-no-articles = Questo file non può conservare articoli tuoi.
open-site = Apri il sito, che può farlo


## Scorciatoie da tastiera

keyboard-shortcuts = Scorciatoie da tastiera
key-search = Vai alla casella di ricerca
key-clear = Svuota la casella di ricerca, quando è attiva
key-suggestions = Apri i suggerimenti, quando la casella di ricerca è attiva
key-next-result = Risultato successivo; anche Pag giù nei risultati
key-previous-result = Risultato precedente; anche Pag su nei risultati
key-open = Apri il risultato
key-next-hit = Occorrenza successiva in un articolo
key-previous-hit = Occorrenza precedente in un articolo
key-next-article = Articolo successivo nei risultati
key-previous-article = Articolo precedente nei risultati
key-save = Salva l’articolo o rimuovilo da Salvati
key-theme = Tema successivo
key-keys = Mostra questo elenco
single-keys-help = Disattivale se usi la dettatura o se sono in conflitto con i tuoi tasti.
close = Chiudi


## Fuori dal programma: script

something-went-wrong = Qualcosa è andato storto
program-stopped = Un errore nel programma ha bloccato questa pagina. Ricaricala per continuare. Se si blocca di nuovo,
    riferisci a chi la pubblica che cosa hai fatto.
needs-webassembly = Questa pagina richiede WebAssembly, che questo browser non supporta o ha disattivato. Qualsiasi
    browser attuale lo supporta.
no-script = JavaScript è disattivato. Qui puoi leggere tutto anche senza; la ricerca e i filtri ne hanno bisogno.
load-failed = Caricamento non riuscito. Controlla la connessione, poi riprova.
copied = Copiato
copy-refused = Il browser non ha permesso la copia
copy = Copia
copy-citation = Copia { $style }
hit-of = Occorrenza { $hit } di { $hits }

suggested-name = Nome
suggested-article = Articolo
suggested-search = Ricerca recente
clear-recent-searches = Cancella ricerche recenti

new-edition = È disponibile una nuova edizione di questa pagina.
new-edition-show = Mostra
new-edition-later = Più tardi
new = Nuovo
changed = Modificato
changes-found = Dalla tua ultima visita: { NUMBER($added) } nuovi, { NUMBER($changed) } modificati.
changes-show = Mostrali

keep-offline = Conserva offline, { $size } MB
keeping-offline = Caricamento per l’uso offline…
cancel = Annulla
kept-offline = Disponibile offline
offline-removed = Non più disponibile offline
offline-no-space = Su questo dispositivo non c’è più spazio sufficiente.


## Pagine pubblicate

all-headlines = Tutti i titoli
described = { $count ->
    [one] { $count } articolo
   *[other] { $count } articoli
} da cercare, filtrare e leggere.
