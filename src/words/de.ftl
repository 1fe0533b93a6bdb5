# Die eigenen Wörter der Seite auf Deutsch.

direction = ltr


## Auf jeder Seite

skip = Direkt zum Text
search-articles = Artikel suchen
suggestions = Vorschläge
rooms = Räume
keys = Tasten
notice = Hinweis
not-found = Nicht gefunden


## Räume

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


## Ergebnisse

results = Ergebnisse
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
sort-seed = Originalfolge
sort-title = Titel
sort-longest = Längste zuerst
sort-shortest = Kürzeste zuerst
take-away = Mitnehmen
take-away-help = Alle diese Einträge als Datei
headline-only = nur die Schlagzeile
minutes = { NUMBER($minutes) } Min. Lesezeit
read = Gelesen
save = Speichern
save-article = Speichern: { $title }


## Wo die Treffer sind

hits = { $count } Treffer
hits-in-paragraph = Absatz { NUMBER($paragraph) }, { $count } Treffer
why-matched = Warum es passt
found = Gefunden { $where }
in-title = im Titel
in-standfirst = im Vorspann
in-headings = in den Zwischenüberschriften
in-text = im Text
quoted = „{ $text }“
quoted-times = „{ $text }“ { NUMBER($count) }-mal


## Filter

filters = Filter
filters-on = Filter, { NUMBER($count) } gesetzt
filters-done = { NUMBER($total) } von { NUMBER($of) } anzeigen
active-filters = Gesetzte Filter
remove-filter = Entfernen:
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
weapons = Waffen
length = Länge
length-short = Kurz
length-medium = Mittel
length-long = Lang


## Was die Suche getan hat, und was zu tun ist

corrected = Zu „{ $typed }“ passt nichts. Das hier passt zu „{ $query }“.
as-typed = Genau nach „{ $typed }“ suchen
partial = Kein Eintrag enthält alles davon; die ähnlichsten stehen vorn.
none-has = Nirgends steht { $words }.
did-you-mean = War <a>{ $query }</a> gemeint?
nothing-has-all = Zu allen diesen Filtern zusammen passt nichts
nothing-matches = Zu „{ $typed }“ passt nichts
without = Ohne „{ $filter }“: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
without-filters = Ohne Filter suchen
fewer-words = Weniger Wörter finden mehr.
show-all-items = Alle Einträge anzeigen


## Lesen

back = Zurück zu den Ergebnissen
back-arrow = ←
contents = Inhalt
by-author = Von { $author }
from-source = Aus: { $source }
link-to-paragraph = Link zu Absatz { NUMBER($paragraph) }
named-here = Hier genannt
results-articles = Artikel der Ergebnisse
article-before = Davor
article-next = Danach
related = Verwandt
both-name = Beide nennen { $names }
both-tell = Beide handeln von { $words }
both-name-and-tell = Beide nennen { $names }; beide handeln von { $words }
list-end = { $most } und { $last }
text = Schrift
cite = Zitieren
cite-this = Diesen Artikel zitieren
share = Teilen
listen = Anhören
print = Drucken
go-on = Dort weiterlesen, wo zuletzt Schluss war
previous-hit = Voriger Treffer
next-hit = Nächster Treffer


## Notizen

your-notes = Eigene Notizen
note = Notiz
note-on = Notiz zu: { $passage }
remove = Entfernen
selected-passage = Ausgewählte Stelle
highlight = Markieren und notieren
copy-quotation = Zitat kopieren
copy-link = Link kopieren
saved-help = Gespeichertes und Notizen bleiben in diesem Browser; niemand sonst sieht sie.
saved-none = Noch ist nichts da: „Speichern“ steht bei jedem Artikel.
keep-file = Als Datei sichern
keep-text = Als Text sichern
bring-back = Aus einer Datei zurückholen
not-kept = Dieser Browser bewahrt für diese Seite nichts auf oder hat keinen Platz mehr. Gespeichertes und Notizen gehen beim
    Schließen verloren; als Datei lassen sie sich mitnehmen.
unreadable = Was dieser Browser für diese Seite aufbewahrt hat, ist nicht lesbar; vielleicht stammt es von einer neueren
    Fassung. Es wurde beiseitegelegt, und die Seite fängt von vorn an.
not-ours = Diese Datei enthält nichts, was diese Seite gesichert hat.


## Namen, Zitate, Zahlen

all-names = Alle Namen
also-written = Auch { $others } geschrieben.
filter-by-name = Ergebnisse nach diesem Namen filtern
named-with = Zusammen genannt mit
where = Fundstellen
others = Andere
order = Reihenfolge
largest-first = Größte zuerst
smallest-first = Kleinste zuerst
narrowed = In { NUMBER($total) } von { NUMBER($of) } Einträgen: { $by }.
all-items = In allen Einträgen suchen
to-paragraph = Zu Absatz { NUMBER($paragraph) }


## Wo nichts ist

nothing-here = Unter dieser Adresse gibt es nichts
nothing-here-help = Vielleicht ist der Link falsch geschrieben, oder der Artikel wurde entfernt. Suchen lässt sich oben, oder
    hier sind <a>alle Einträge</a>.
perhaps = Vielleicht gemeint


## Was gesagt wird, wenn etwas nicht geht, oder von Skripten

not-working = Diese Seite funktioniert nicht
stopped = Ein Fehler im Programm hat diese Seite angehalten. Nach dem Neuladen geht es weiter; hält sie wieder an, hilft ein
    Hinweis an die Herausgeber, was zuvor geschah.
needs-webassembly = Diese Seite braucht WebAssembly, das dieser Browser nicht kann oder abgeschaltet hat. Jeder aktuelle
    Browser kann es.
not-loaded = Ein Teil dieser Seite ließ sich nicht laden. Bitte die Verbindung prüfen und die Seite neu laden.
cannot-open = Diese Artikel lassen sich nicht öffnen: Ihre Datei kam nicht so an, wie sie veröffentlicht wurde. Bitte die Seite
    neu laden; hilft das nicht, müssen die Herausgeber sie neu bauen. Der Fehler: { $reason }.
open-no-edition = Das ist keine Ausgabe
open-other-version = Die Ausgabe hat Format { $found }, diese Seite liest Format { $expected }
open-length = Die Ausgabe hat { $found } von { $expected } Bytes
open-checksum = Die Ausgabe ist beschädigt: Ihre Prüfsumme ist { $found }, nicht { $expected }
open-index = Der Suchindex der Ausgabe lässt sich nicht öffnen
no-script = JavaScript ist abgeschaltet. Alles hier lässt sich auch so lesen; Suche und Filter brauchen es.
not-arrived = Es ist nicht angekommen. Bitte die Verbindung prüfen und es noch einmal versuchen.
copied = Kopiert
copy-refused = Der Browser hat das Kopieren nicht erlaubt
copy = Kopieren
copy-citation = { $style } kopieren
hit-of = Treffer { $hit } von { $hits }
file-unreadable = Diese Datei lässt sich hier nicht lesen
## Suggestions of the search box

suggested-name = Name
suggested-article = Artikel
suggested-search = Früher gesucht
forget-searches = Frühere Suchen vergessen

new-edition = Es gibt eine neue Ausgabe dieser Seite.
new-edition-show = Anzeigen
new-edition-later = Später


## Die Liste der Tasten

keyboard-shortcuts = Tastenkürzel
key-search = Ins Suchfeld gehen
key-clear = Im Suchfeld: das Suchfeld leeren
key-suggestions = Vorschläge, wenn das Suchfeld den Fokus hat
key-next-result = Nächstes Ergebnis; ebenso Bild ab in den Ergebnissen
key-previous-result = Voriges Ergebnis; ebenso Bild auf in den Ergebnissen
key-open = Das Ergebnis öffnen
key-next-hit = Nächster Treffer in einem Artikel
key-previous-hit = Voriger Treffer in einem Artikel
key-next-article = Nächster Artikel der Ergebnisse
key-previous-article = Voriger Artikel der Ergebnisse
key-save = Den Artikel speichern oder nicht mehr
key-theme = Nächste Farben
key-keys = Diese Liste anzeigen
single-keys-help = Abschalten lohnt sich beim Diktieren, oder wenn sie eigenen Tasten im Weg sind.
close = Schließen


## Nur in veröffentlichten Seiten

all-headlines = Alle Schlagzeilen
described = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
} zum Suchen, Filtern und Lesen.
