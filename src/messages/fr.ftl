# The page's own messages in French. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.

direction = ltr


## On every page

skip-link = Aller au contenu
search-articles = Rechercher des articles
suggestions = Suggestions
sections = Sections
keys = Raccourcis
notice = Avis
page-not-found = Page introuvable


## Sections of the site

explore = Explorer
names = Noms
quotes = Citations
figures = Chiffres
saved = Enregistrés


## Settings

theme = Thème
theme-system = Système
theme-light = Clair
theme-dark = Sombre
single-keys = Raccourcis à une touche
single-keys-on = Activés
single-keys-off = Désactivés
text-size = Taille du texte
text-small = Petite
text-medium = Moyenne
text-large = Grande
text-huge = Très grande
line-length = Longueur des lignes
line-short = Courte
line-medium = Moyenne
line-long = Longue
typeface = Police
typeface-serif = Avec empattement
typeface-sans = Sans empattement
show = Affichage
show-cards = Cartes
show-list = Liste


## Listes et libellés

list-separator = ,{ " " }
list-end = { $most } et { $last }
group-separator = { "\u00A0" };{ " " }
detail-separator = { " " }·{ " " }
labelled = { $label } : { $value }
sentence-separator = { " " }


## Results

results = Résultats
at-a-glance = En un coup d’œil
timeline = Chronologie
stories = Histoires
items = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
}
items-of = { $matching ->
    [one] { $matching } élément
   *[other] { $matching } éléments
} sur { NUMBER($of) }
no-items = Aucun élément ne correspond
show-more = Afficher plus
sort-by = Tri
sort-relevance = Pertinence
sort-newest = Plus récents
sort-oldest = Plus anciens
sort-original = Ordre d’origine
sort-title = Titre
sort-longest = Plus longs
sort-shortest = Plus courts
export = Exporter
export-help = Exporter tous ces éléments dans un fichier
headline-only = titre seul
minutes = { NUMBER($minutes) } min de lecture
read = Lu
save = Enregistrer
save-article = Enregistrer : { $title }


## Hits

hits = { $count ->
    [one] { $count } occurrence
   *[other] { $count } occurrences
}
hits-in-paragraph = Paragraphe { NUMBER($paragraph) }, { $count ->
    [one] { $count } occurrence
   *[other] { $count } occurrences
}
why-matched = Pourquoi ce résultat ?
found = Trouvé { $where }
related-wording = Termes apparentés
related-wording-note = Éléments ayant des mots des premiers résultats, comme { $words }
no-related-wording = Aucun autre élément n’a de termes apparentés.
found-related = Termes apparentés, trouvé { $where }
in-title = dans le titre
in-standfirst = dans le chapeau
in-headings = dans les intertitres
in-text = dans le texte
in-metadata = dans la rubrique, les auteurs, la source ou les mots-clés
quoted = « { $text } »
quoted-times = « { $text } » { NUMBER($count) } fois


## Filters

filters = Filtres
filters-active = Filtres, { $count ->
    [one] { $count } actif
   *[other] { $count } actifs
}
filters-apply = Afficher { NUMBER($total) } sur { NUMBER($of) }
active-filters = Filtres actifs
remove-filter = Retirer le filtre <a>{ $filter }</a>
clear-all = Tout retirer
find = Rechercher
find-in = Rechercher dans « { $facet } »
show-all = Tout afficher ({ NUMBER($count) })
show-fewer = Afficher moins
section = Rubrique
kind = Type
kind-article = Article
kind-teaser = Titre seul
people = Personnes
places = Lieux
organisations = Organisations
tags = Mots-clés
authors = Auteurs
source = Source
language = Langue
weapons = Armes
length = Longueur
length-short = Courte
length-medium = Moyenne
length-long = Longue

date = Date
from = Du
to = Au
from-date = à partir du { $date }
to-date = jusqu’au { $date }
items-by-date = Éléments par date : { $list }


## Dates

months = janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
months-alone = janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
months-short = janv., févr., mars, avr., mai, juin, juil., août, sept., oct., nov., déc.
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
month-of-year = { $month } { $year }
year = { $year }
years = { $first }–{ $last }


## Notes on the search

nothing-to-search-for = Il n’y a rien à rechercher dans « { $typed } ».
corrected = Rien ne correspond à « { $typed } ». Voici ce qui correspond à « { $query } ».
search-as-typed = Rechercher « { $typed } » tel quel
partial = Aucun élément ne correspond à tous ces mots ; les plus proches viennent en premier.
no-item-contains = Aucun élément ne contient { $words }.
date-unread = « { $field } » n’indique aucune date lisible ; ses mots ont donc été recherchés. Écrivez les dates comme
    2024-05-16, 2024-05 ou 2024, et les périodes comme 2023..2024.
did-you-mean = Vouliez-vous dire <a>{ $query }</a> ?
no-item-matches-filters = Aucun élément ne correspond à tous ces filtres
nothing-matches = Rien ne correspond à « { $typed } »
without = Sans « { $filter } » : { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
}
without-filters = Rechercher sans filtres
fewer-words = Essayez avec moins de mots.
show-all-items = Afficher tous les éléments


## Reading

back-to-results = Retour aux résultats
back-arrow = ←
contents = Sommaire
by-author = Par <a>{ $author }</a>
updated = Mis à jour : <a>{ $date }</a>
from-source = Source : <a>{ $source }</a>
footnotes = Notes de bas de page
footnote = Note de bas de page { NUMBER($footnote) }
footnote-back = Retour au texte de la note de bas de page { NUMBER($footnote) }
table-of = Tableau, paragraphe { NUMBER($paragraph) }
code-of = Code, paragraphe { NUMBER($paragraph) }
copy-code = Copier le code
task-done = Fait
task-open = À faire
alert-note = Remarque
alert-tip = Astuce
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
linked-from = Liens vers cet article
link-to-paragraph = Lien vers le paragraphe { NUMBER($paragraph) }
mentioned-in-article = Mentions dans cet article
articles-in-results = Articles dans les résultats
previous-article = Précédent
next-article = Suivant
related = Articles connexes
both-mention = Mentions communes : { $names }
both-discuss = Thèmes communs : { $words }
both-mention-and-discuss = Mentions communes : { $names } ; thèmes communs : { $words }
text = Texte
cite = Citer
cite-this = Citer cet article
save-markdown = Enregistrer en Markdown
share = Partager
listen = Écouter
print = Imprimer
continue-reading = Reprendre la lecture
previous-hit = Occurrence précédente
next-hit = Occurrence suivante


## Notes

your-notes = Vos notes
note = Note
note-on = Note sur : { $passage }
remove = Supprimer
selected-passage = Passage sélectionné
highlight = Surligner et annoter
copy-quotation = Copier la citation
copy-link = Copier le lien
saved-help = Vos articles enregistrés et vos notes restent dans ce navigateur ; personne d’autre ne peut les voir.
saved-none = Rien d’enregistré pour l’instant. Appuyez sur « Enregistrer » à côté d’un article pour le garder ici.
export-file = Exporter dans un fichier
export-text = Exporter en texte
export-annotations = Exporter en annotations web
import-file = Importer depuis un fichier
storage-failed = Ce navigateur n’enregistre rien pour cette page, ou son espace de stockage est plein. Vos articles
    enregistrés et vos notes seront perdus à la fermeture de la page. Pour les garder, exportez-les dans un fichier.
storage-unreadable = Les données que ce navigateur a enregistrées pour cette page sont illisibles ; elles proviennent peut-être
    d’une version plus récente de la page. Elles ont été mises de côté, et la page démarre sans elles.
import-invalid = Ce fichier n’a pas été exporté depuis une page comme celle-ci.


## Names, quotes, figures

all-names = Tous les noms
also-written = S’écrit aussi { $others }.
filter-by-name = Filtrer les résultats par ce nom
mentioned-with = Apparaît avec
mentions = Mentions
others = Autres
order = Ordre
largest-first = Décroissant
smallest-first = Croissant
filter-summary = Dans { $total ->
    [one] { $total } élément
   *[other] { $total } éléments
} sur { NUMBER($of) } : { $by }.
include-all-items = Inclure tous les éléments
to-paragraph = Aller au paragraphe { NUMBER($paragraph) }


## Pages that do not exist

page-not-found-help = Le lien contient peut-être une erreur, ou l’article a été supprimé. Faites une recherche ci-dessus, ou
    <a>affichez tous les éléments</a>.
closest-titles = Titres les plus proches


## Errors

program-not-loaded = Une partie de cette page n’a pas pu être chargée. Vérifiez la connexion, puis rechargez la page.
edition-not-opened = Impossible d’ouvrir les articles : leur fichier n’est pas arrivé tel qu’il a été publié. Rechargez la
    page. Si cela ne suffit pas, demandez à l’éditeur du site de la générer à nouveau. Cause : { $reason }.
open-no-edition = ceci n’est pas une édition
open-other-version = l’édition est au format { $found }, cette page lit le format { $expected }
open-length = l’édition compte { $found } octets sur { $expected }
open-checksum = l’édition est endommagée : sa somme de contrôle est { $found } au lieu de { $expected }
open-index = impossible d’ouvrir l’index de recherche de l’édition
file-unreadable = Ce fichier est illisible

loading = Chargement…
part-not-loaded = Une partie de cette édition n’est pas arrivée. Ce qui est là reste utilisable.
try-again = Réessayer


## Explorer

as-list = Afficher en liste
as-table = Afficher en tableau
total = Total
divided-by = Divisé par
date-range = Période
timeline-summary = { $total ->
    [one] { $total } élément daté de { $first } à { $last } ; le plus en { $peak } : { NUMBER($count) }
   *[other] { $total } éléments datés de { $first } à { $last } ; le plus en { $peak } : { NUMBER($count) }
}
no-dates = Aucun élément n’a de date.
without-date = Sans date
named-dates = Dates mentionnées dans les textes
named-dates-note = Les textes mentionnent ces dates. Les dates sans année sont omises.
no-named-dates = Les textes ne mentionnent aucune date avec son année.
named-dates-read = Seuls les premiers résultats ont été lus : { $read } sur { $count }.
named-dates-summary = Dates mentionnées : { NUMBER($total) }, de { $first } à { $last } ; le plus en { $peak } : { NUMBER($count) }
named-dates-shown = Dates affichées : { $shown } sur { $count }
no-places = Ces éléments ne mentionnent aucun lieu.
places-summary = Lieux sur la carte : { NUMBER($count) }. Le plus mentionné : { $place }.
most-mentioned-places = Les { NUMBER($shown) } lieux les plus mentionnés sur { NUMBER($total) } sont affichés.
ambiguous-places = * Plusieurs lieux portent ce nom. La carte montre le plus grand ; le tableau indique les pays des autres.
not-on-map = Absents de la carte
map-sources = Contours : Natural Earth. Emplacements : GeoNames, CC BY 4.0.
map = Carte
all-places = Tous les lieux
whole-world = Monde entier
zoom-in = Agrandir
zoom-out = Réduire
move-west = Vers l’ouest
move-north = Vers le nord
move-south = Vers le sud
move-east = Vers l’est
number-of-items = Éléments
country = Pays
also-in = Aussi dans
region-of = { $country } (région)
country-names = AD Andorre, AE Émirats arabes unis, AF Afghanistan, AG Antigua-et-Barbuda,
    AI Anguilla, AL Albanie, AM Arménie, AO Angola, AQ Antarctique, AR Argentine,
    AS Samoa américaines, AT Autriche, AU Australie, AW Aruba, AX Îles Åland, AZ Azerbaïdjan,
    BA Bosnie-Herzégovine, BB Barbade, BD Bangladesh, BE Belgique, BF Burkina Faso,
    BG Bulgarie, BH Bahreïn, BI Burundi, BJ Bénin, BL Saint-Barthélemy, BM Bermudes, BN Brunei,
    BO Bolivie, BQ Pays-Bas caribéens, BR Brésil, BS Bahamas, BT Bhoutan, BV Île Bouvet,
    BW Botswana, BY Biélorussie, BZ Belize, CA Canada, CC Îles Cocos, CD Congo-Kinshasa,
    CF République centrafricaine, CG Congo-Brazzaville, CH Suisse, CI Côte d’Ivoire,
    CK Îles Cook, CL Chili, CM Cameroun, CN Chine, CO Colombie, CR Costa Rica, CU Cuba,
    CV Cap-Vert, CW Curaçao, CX Île Christmas, CY Chypre, CZ Tchéquie, DE Allemagne,
    DJ Djibouti, DK Danemark, DM Dominique, DO République dominicaine, DZ Algérie, EC Équateur,
    EE Estonie, EG Égypte, EH Sahara occidental, ER Érythrée, ES Espagne, ET Éthiopie,
    FI Finlande, FJ Fidji, FK Îles Malouines, FM Micronésie, FO Îles Féroé, FR France,
    GA Gabon, GB R.-U., GD Grenade, GE Géorgie, GF Guyane française, GG Guernesey, GH Ghana,
    GI Gibraltar, GL Groenland, GM Gambie, GN Guinée, GP Guadeloupe, GQ Guinée équatoriale,
    GR Grèce, GS Géorgie du Sud-et-les Îles Sandwich du Sud, GT Guatemala, GU Guam,
    GW Guinée-Bissau, GY Guyana, HK Hong Kong, HM Îles Heard-et-MacDonald, HN Honduras,
    HR Croatie, HT Haïti, HU Hongrie, ID Indonésie, IE Irlande, IL Israël, IM Île de Man,
    IN Inde, IO Territoire britannique de l’océan Indien, IQ Irak, IR Iran, IS Islande,
    IT Italie, JE Jersey, JM Jamaïque, JO Jordanie, JP Japon, KE Kenya, KG Kirghizstan,
    KH Cambodge, KI Kiribati, KM Comores, KN Saint-Christophe-et-Niévès, KP Corée du Nord,
    KR Corée du Sud, KW Koweït, KY Îles Caïmans, KZ Kazakhstan, LA Laos, LB Liban,
    LC Sainte-Lucie, LI Liechtenstein, LK Sri Lanka, LR Liberia, LS Lesotho, LT Lituanie,
    LU Luxembourg, LV Lettonie, LY Libye, MA Maroc, MC Monaco, MD Moldavie, ME Monténégro,
    MF Saint-Martin, MG Madagascar, MH Îles Marshall, MK Macédoine du Nord, ML Mali,
    MM Myanmar (Birmanie), MN Mongolie, MO Macao, MP Îles Mariannes du Nord, MQ Martinique,
    MR Mauritanie, MS Montserrat, MT Malte, MU Maurice, MV Maldives, MW Malawi, MX Mexique,
    MY Malaisie, MZ Mozambique, NA Namibie, NC Nouvelle-Calédonie, NE Niger, NF Île Norfolk,
    NG Nigeria, NI Nicaragua, NL Pays-Bas, NO Norvège, NP Népal, NR Nauru, NU Niue,
    NZ Nouvelle-Zélande, OM Oman, PA Panama, PE Pérou, PF Polynésie française,
    PG Papouasie-Nouvelle-Guinée, PH Philippines, PK Pakistan, PL Pologne,
    PM Saint-Pierre-et-Miquelon, PN Îles Pitcairn, PR Porto Rico, PS Palestine, PT Portugal,
    PW Palaos, PY Paraguay, QA Qatar, RE La Réunion, RO Roumanie, RS Serbie, RU Russie,
    RW Rwanda, SA Arabie saoudite, SB Îles Salomon, SC Seychelles, SD Soudan, SE Suède,
    SG Singapour, SH Sainte-Hélène, SI Slovénie, SJ Svalbard et Jan Mayen, SK Slovaquie,
    SL Sierra Leone, SM Saint-Marin, SN Sénégal, SO Somalie, SR Suriname, SS Soudan du Sud,
    ST Sao Tomé-et-Principe, SV Salvador, SX Saint-Martin (partie néerlandaise), SY Syrie,
    SZ Eswatini, TC Îles Turques-et-Caïques, TD Tchad, TF Terres australes françaises, TG Togo,
    TH Thaïlande, TJ Tadjikistan, TK Tokelau, TL Timor oriental, TM Turkménistan, TN Tunisie,
    TO Tonga, TR Turquie, TT Trinité-et-Tobago, TV Tuvalu, TW Taïwan, TZ Tanzanie, UA Ukraine,
    UG Ouganda, UM Îles mineures éloignées des États-Unis, US É.-U., UY Uruguay,
    UZ Ouzbékistan, VA État de la Cité du Vatican, VC Saint-Vincent-et-les Grenadines,
    VE Venezuela, VG Îles Vierges britanniques, VI Îles Vierges des États-Unis, VN Viêt Nam,
    VU Vanuatu, WF Wallis-et-Futuna, WS Samoa, XK Kosovo, YE Yémen, YT Mayotte,
    ZA Afrique du Sud, ZM Zambie, ZW Zimbabwe
trends = Tendances
compared-terms = Termes comparés
compared-by = Comparé par
term-to-add = Mot, expression ou nom
add-term = Ajouter
remove-term = Supprimer { $term }
names-to-compare = Noms dans ces résultats
rate = { $rate } pour 10 000 mots
fraction = { $whole },{ $digits }
trend-point = { $term }, { $place } : { $rate } pour 10 000 mots
trend-peak = { $term } : maximum en { $place }, { $rate } pour 10 000 mots
trend-absent = { $term } : aucune occurrence
trends-counted = Occurrences dans les titres et les textes, y compris les autres formes d’un mot, pour 10 000 mots.
trends-names = Un nom compte à chaque mention.
trends-names-once = Ici, un nom compte une fois par élément.
words = Mots
together = Ensemble
network = Réseau
matrix = Matrice
together-measure = Un trait relie deux noms qui figurent dans les mêmes éléments plus souvent que par hasard. Plus il est épais, plus d’éléments ont les deux.
together-summary = { $names } noms et les { $pairs } paires les plus fortes parmi eux. La plus forte : { $strongest }
no-pairs = Aucune paire de noms ne figure dans les mêmes éléments plus souvent que par hasard.
not-in-one-sentence = Pas dans la même phrase
all-pairs = Toutes les paires
name = Nom
together-with = Avec
unit = Unité
scale-summary = { $count ->
    [one] { $count } chiffre de { $first } à { $last }
   *[other] { $count } chiffres de { $first } à { $last }
}
scale-sample = L’image montre { $shown } des { $count } chiffres, choisis régulièrement selon leur taille.
no-figures = Aucun élément n’a de chiffre.
no-quotes = Aucun élément n’a de citation.
millions = { $number } M
billions = { $number } Md
trillions = { $number } 000 Md
no-stories = Aucun de ces éléments ne raconte la même histoire qu’un autre.
other-items = Autres éléments
all-stories = Toutes les histoires
what-it-adds = Ce qu’il ajoute
adds-nothing = Il n’ajoute rien aux précédents.
reused-passages = Passages d’articles antérieurs : { NUMBER($count) }
named-first = Nommés ici en premier
compare-with-previous = Comparer avec le précédent
compare = Comparer
compare-with = avec
whole-story = Toute l’histoire
compared-sentences = Phrases communes aux deux : { NUMBER($shared) } ; seulement ici, marquées : { NUMBER($only) }
lists = Listes de lecture
lists-help = Des listes d’articles dans un ordre à vous. Elles restent sur cet appareil.
lists-need-script = Les listes de lecture sont conservées sur cet appareil, ce qui demande JavaScript.
since = Nouveautés
since-needs-script = Ce que contenait cette page à votre dernière visite est retenu sur cet appareil, ce qui demande JavaScript.
since-nothing = Rien n’est nouveau ni modifié depuis votre dernière visite.
since-none-of-these = Aucun de ces éléments n’est nouveau ni modifié depuis votre dernière visite, le { $date }.
since-summary = Depuis votre dernière visite, le { $date } : { NUMBER($added) } nouveaux, { NUMBER($changed) } modifiés.
since-help = Cette page retient sur cet appareil ce qu’elle contenait à votre dernière visite.
new-items = Nouveaux éléments
changed-items = Éléments modifiés
what-changed = Ce qui a changé
what-changed-in = Ce qui a changé dans « { $title } »
all-of-these = Tous ceux-ci
saved-searches = Recherches enregistrées
saved-searches-help = Combien de résultats d’une recherche sont nouveaux ou modifiés. Les recherches restent sur cet appareil.
save-search = Enregistrer la recherche { $search }
search-saved = La recherche est enregistrée.
search-removed = La recherche est supprimée.
new-of-search = { NUMBER($new) } nouveaux sur { NUMBER($total) }
remove-search = Supprimer la recherche { $search }
most-searches = Il peut y avoir { NUMBER($count) } recherches enregistrées.
text-not-kept = Vous n’aviez pas ouvert cet article avant sa modification : cet appareil n’a pas son ancien texte.
text-unchanged = Le texte est celui que vous avez vu.
all-changes = Toutes les modifications
title-before = Titre précédent : { $title }
text-changed = Phrases : { NUMBER($added) } nouvelles, { NUMBER($gone) } supprimées, { NUMBER($reworded) } modifiées.
text-before = Avant
text-now = Maintenant
new-list = Nom d’une nouvelle liste
create-list = Créer
list-exists = Une liste porte déjà ce nom.
all-lists = Toutes les listes
no-such-list = Cet appareil n’a pas de liste de ce nom.
list-is-empty = Cette liste n’a pas encore d’articles.
add-results = Ajouter ces résultats
add-saved = Ajouter les articles enregistrés
added-to-list = Ajoutés : { NUMBER($count) }
most-in-list = Une liste peut contenir { NUMBER($count) } articles.
move-up = Monter { $title }
move-down = Descendre { $title }
moved-in-list = { $title } : { NUMBER($number) } sur { NUMBER($count) }
removed-title = Supprimé : { $title }
not-in-edition = N’est plus dans cette édition
rename-list = Renommer
name-of-list = Nom de la liste
delete-list = Supprimer
delete-list-for-good = Supprimer définitivement
save-as-epub = Enregistrer en EPUB
save-results-as-epub = Enregistrer ces résultats en EPUB
writing-book = Écriture du livre…
book-saved = Articles dans le livre : { NUMBER($count) }
book-lacks-pictures = Images omises : { NUMBER($count) }
book-failed = Le livre n’a pas pu être écrit.
most-in-book = Un livre contient les { NUMBER($count) } premiers.
print-list = Imprimer la liste


## La bibliothèque d’articles personnels

library = Bibliothèque
library-help = Lisez ici vos propres articles : pages enregistrées, exports de programmes de lecture, flux, livres, courriels et notes. Ils restent sur cet appareil.
drop-files = Déposez les fichiers pour les ajouter à votre bibliothèque
pasted-text = Texte collé
own-articles = Mes articles
shared-articles = Partagés
choose-files = Choisir des fichiers
choose-folder = Choisir un dossier
importing = Lecture des fichiers…
import-progress = Éléments lus : { $count }
import-waiting = En attente de la fin : { $count }
import-cancelled = Annulé.
import-done = Articles : { $with-text }. Liens sans texte : { $without }. Déjà présents : { $known }.
import-problems = Non lus : { $count }
import-nothing = Ces fichiers ne contiennent rien qui puisse être lu ici.
import-failed = Les fichiers n’ont pas pu être lus : { $reason }
first-articles = Premiers articles
open-collection = Ouvrir la collection
names-found = Les noms, les citations et les chiffres ont été trouvés.
names-show = Les afficher
collection-renewing = Cette collection a été créée par une autre version de la page. Elle est en cours de renouvellement, un instant…
collections = Collections
collection-facts = Éléments : { $count }, { $size } Mo, { $date }
add-files-to = Ajouter des fichiers à { $title }
rename = Renommer
rename-collection = Renommer { $title }
title-of-collection = Nouveau titre de { $title }
collection-renamed = La collection s’appelle maintenant { $title }.
export-collection = Exporter les articles de { $title } en Markdown
save-as-file = Enregistrer en un fichier
save-collection-as-file = Enregistrer en un fichier : { $title }
save-as-site = Enregistrer en un site
save-collection-as-site = Enregistrer en un site : { $title }
saving = Écriture du fichier…
remove-collection = Supprimer { $title }
remove-for-good = Supprimer définitivement
remove-collection-for-good = Supprimer définitivement { $title }
back-to-site = Revenir aux articles de ce site
library-unsupported = Ce navigateur ne peut pas conserver d’articles ici. Les fenêtres privées l’interdisent souvent.
library-insecure = Les articles ne peuvent être conservés qu’à une adresse sécurisée, qui commence par https.
library-in-preview = Cet aperçu ne conserve pas d’articles. Le site publié le fait.
file-keeps-no-articles = Ce fichier ne peut pas conserver vos propres articles.
open-site = Ouvrir le site, qui le peut


## Keyboard shortcuts

keyboard-shortcuts = Raccourcis clavier
key-search = Aller au champ de recherche
key-clear = Vider le champ de recherche, quand il a le focus
key-suggestions = Ouvrir les suggestions, quand le champ de recherche a le focus
key-next-result = Résultat suivant ; aussi Page suiv. dans les résultats
key-previous-result = Résultat précédent ; aussi Page préc. dans les résultats
key-open = Ouvrir le résultat
key-next-hit = Occurrence suivante dans un article
key-previous-hit = Occurrence précédente dans un article
key-next-article = Article suivant dans les résultats
key-previous-article = Article précédent dans les résultats
key-save = Enregistrer l’article, ou le retirer des enregistrés
key-theme = Thème suivant
key-keys = Afficher cette liste
single-keys-help = Désactivez-les si vous utilisez la dictée ou s’ils entrent en conflit avec vos propres raccourcis.
close = Fermer


## Outside of the program: scripts

something-went-wrong = Un problème est survenu
program-stopped = Une erreur du programme a arrêté cette page. Rechargez-la pour continuer. Si elle s’arrête à nouveau, indiquez
    à l’éditeur du site ce que vous avez fait.
needs-webassembly = Cette page a besoin de WebAssembly, que ce navigateur ne prend pas en charge ou a désactivé. Tous les
    navigateurs actuels le prennent en charge.
no-script = JavaScript est désactivé. Vous pouvez tout lire ici sans JavaScript ; la recherche et les filtres en ont besoin.
load-failed = Le chargement a échoué. Vérifiez la connexion, puis réessayez.
copied = Copié
copy-refused = Le navigateur n’a pas autorisé la copie
copy = Copier
copy-citation = Copier au format { $style }
hit-of = Occurrence { $hit } sur { $hits }

suggested-name = Nom
suggested-article = Article
suggested-search = Recherche récente
clear-recent-searches = Effacer les recherches récentes

new-edition = Une nouvelle édition de cette page est disponible.
new-edition-show = Afficher
new-edition-later = Plus tard
new = Nouveau
changed = Modifié
changes-found = Depuis votre dernière visite : { NUMBER($added) } nouveaux, { NUMBER($changed) } modifiés.
changes-show = Les afficher

keep-offline = Conserver hors ligne, { $size } Mo
keeping-offline = Téléchargement en cours…
cancel = Annuler
kept-offline = Disponible hors ligne
offline-removed = N’est plus disponible hors ligne
offline-no-space = Il n’y a plus assez d’espace sur cet appareil.


## Published pages

all-headlines = Tous les titres
described = { $count ->
    [one] { $count } article
   *[other] { $count } articles
} à rechercher, à filtrer et à lire.
