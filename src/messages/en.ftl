# The page's own messages in English. This catalogue is the reference: every other one must have the
# same messages. docs/translating.md explains how to add a language.

# The writing direction: ltr (left to right) or rtl (right to left).
direction = ltr


## On every page

# The first link that the tab key reaches.
skip-link = Skip to content
search-articles = Search articles
# The list of names that match the text being typed.
suggestions = Suggestions
# The label of the navigation between names, quotes, figures and saved articles.
sections = Sections
keys = Keys
# The accessible name of the region that reports errors.
notice = Notice
# The heading and the title of a page that does not exist.
page-not-found = Page not found


## Sections of the site

# The views that show all items as pictures, such as the timeline.
explore = Explore
names = Names
quotes = Quotes
figures = Figures
saved = Saved


## Settings

theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
single-keys = Single-key shortcuts
single-keys-on = On
single-keys-off = Off
text-size = Text size
text-small = Small
text-medium = Medium
text-large = Large
text-huge = Very large
line-length = Line length
line-short = Short
line-medium = Medium
line-long = Long
typeface = Typeface
typeface-serif = Serif
typeface-sans = Sans serif
# The layout of the results.
show = Show
show-cards = Cards
show-list = List


## Lists and labels

# The separator in lists: "boats, prices".
list-separator = ,{ " " }
# The last separator of a list in words: "Kyiv, Odesa and Lviv".
list-end = { $most } and { $last }
# The separator in lists whose elements are lists or labelled: "May 2023: 1; April 2024: 1".
group-separator = ;{ " " }
# The separator in a line of details: "16 May 2023 · 1 min read".
detail-separator = { " " }·{ " " }
# A value with its label: "Section: Weather".
labelled = { $label }: { $value }
# The space between two sentences.
sentence-separator = { " " }


## Results

results = Results
# The part above all results with the names, dates and stories of the edition.
at-a-glance = At a glance
timeline = Timeline
# Groups of items that tell of the same event.
stories = Stories
items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
items-of = { NUMBER($matching) } of { $of ->
    [one] { $of } item
   *[other] { $of } items
}
no-items = No items match
show-more = Show more
sort-by = Sort by
sort-relevance = Relevance
sort-newest = Newest
sort-oldest = Oldest
# The order of the articles in the seeds folder.
sort-original = Original order
sort-title = Title
sort-longest = Longest
sort-shortest = Shortest
export = Export
export-help = Export all of these items as a file
# The mark of a teaser: an item without a text.
headline-only = headline only
# A no-break space holds the number and its unit together.
minutes = { NUMBER($minutes) } min read
# The mark of an article that the reader has read.
read = Read
save = Save
save-article = Save: { $title }


## Hits

hits = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
hits-in-paragraph = Paragraph { NUMBER($paragraph) }, { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
why-matched = Why it matched
# For example: Found in the title: “Ferry”; in the text: “ferry” 3 times, “ferries”
found = Found { $where }
# The heading above items that do not match, but have words of those that do.
related-wording = Related wording
# For example: Items with words of the first results, such as “passengers”, “gale” and “quay”
related-wording-note = Items with words of the first results, such as { $words }
no-related-wording = No other item has the wording of these.
# For example: Related wording, found in the text: “quay” 3 times
found-related = Related wording, found { $where }
in-title = in the title
in-standfirst = in the standfirst
in-headings = in the headings
in-text = in the text
in-metadata = in section, authors, source or tags
# A matched or typed text in quotation marks.
quoted = “{ $text }”
quoted-times = “{ $text }” { NUMBER($count) } times


## Filters

filters = Filters
filters-active = Filters, { NUMBER($count) } active
filters-apply = Show { NUMBER($total) } of { NUMBER($of) }
active-filters = Active filters
# The tags enclose the name of the filter: "Remove Section: Weather".
remove-filter = Remove <a>{ $filter }</a>
clear-all = Clear all
find = Find
find-in = Find in { $facet }
show-all = Show all { NUMBER($count) }
show-fewer = Show fewer
section = Section
kind = Kind
kind-article = Article
# A headline without its article.
kind-teaser = Teaser
people = People
places = Places
organisations = Organisations
tags = Tags
authors = Authors
source = Source
language = Language
# Weapons and other named products.
weapons = Weapons
length = Length
length-short = Short
length-medium = Medium
length-long = Long

# The facet of dates, and the labels of the first and the last day of a range.
date = Date
from = From
to = To
# An end of a range of dates; the name of the facet precedes it: "Date: from 16 May 2024".
from-date = from { $date }
to-date = to { $date }
# The histogram of dates in words: "Items by date: 2023: 4; 2024: 12".
items-by-date = Items by date: { $list }


## Dates

# The names of the twelve months, as they stand in a date, with commas between them.
months = January, February, March, April, May, June, July, August, September, October, November, December
# The names of the months without a day, as in "April 2025". Some languages have other forms.
months-alone = January, February, March, April, May, June, July, August, September, October, November, December
months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec
# A date with the name of the month: "11 April 2025".
date-long = { $day } { $month } { $year }
# A date with the abbreviation of the month: "11 Apr 2025".
date-short = { $day } { $month } { $year }
# A month with its name: "April 2025".
month-of-year = { $month } { $year }
# A year without a month.
year = { $year }
# Several years: "1890–1899".
years = { $first }–{ $last }


## Notes on the search

nothing-to-search-for = Nothing to search for in “{ $typed }”.
corrected = Nothing matches “{ $typed }”. This is what matches “{ $query }”.
search-as-typed = Search for “{ $typed }” as typed
partial = No item matches all of these words; the closest matches come first.
no-item-contains = No item contains { $words }.
# A field of the query such as date:soon.
date-unread = “{ $field }” names no date that can be read, so its words were searched for. Write dates as 2024-05-16, 2024-05
    or 2024, and ranges as 2023..2024.
did-you-mean = Did you mean <a>{ $query }</a>?
no-item-matches-filters = No item matches all of these filters
nothing-matches = Nothing matches “{ $typed }”
without = Without “{ $filter }”: { $count ->
    [one] { $count } item
   *[other] { $count } items
}
without-filters = Search without filters
fewer-words = Try fewer words.
show-all-items = Show all items


## Reading

back-to-results = Back to results
# An arrow that points against the writing direction; it precedes the words above.
back-arrow = ←
contents = Contents
# The tags enclose the names, the date or the source, which the page formats.
by-author = By <a>{ $author }</a>
updated = Updated <a>{ $date }</a>
from-source = From <a>{ $source }</a>
footnotes = Footnotes
footnote = Footnote { NUMBER($footnote) }
# The link from a footnote to the place that refers to it.
footnote-back = Back to the text of footnote { NUMBER($footnote) }
# The names of a table and of lines of code that can be scrolled.
table-of = Table, paragraph { NUMBER($paragraph) }
code-of = Code, paragraph { NUMBER($paragraph) }
copy-code = Copy code
# The checkbox of an item in a list of tasks.
task-done = Done
task-open = Not done
# The labels of notes that stand out from the text.
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
# The heading above the articles with a link to this one.
linked-from = Linked from
link-to-paragraph = Link to paragraph { NUMBER($paragraph) }
mentioned-in-article = Mentioned in this article
articles-in-results = Articles in the results
previous-article = Previous
next-article = Next
related = Related
both-mention = Both mention { $names }
both-discuss = Both discuss { $words }
both-mention-and-discuss = Both mention { $names }; both discuss { $words }
text = Text
cite = Cite
cite-this = Cite this article
save-markdown = Save as Markdown
share = Share
listen = Listen
print = Print
continue-reading = Continue reading
previous-hit = Previous hit
next-hit = Next hit


## Notes

your-notes = Your notes
note = Note
note-on = Note on: { $passage }
remove = Remove
selected-passage = Selected passage
highlight = Highlight and add note
copy-quotation = Copy quotation
copy-link = Copy link
saved-help = Your saved articles and notes stay in this browser; nobody else can see them.
saved-none = Nothing saved yet. Press “Save” on an article to keep it here.
export-file = Export as a file
export-text = Export as text
export-annotations = Export as web annotations
import-file = Import from a file
storage-failed = This browser does not store anything for this page, or its storage is full. Your saved articles and
    notes are lost when you close the page. To keep them, export them as a file.
storage-unreadable = The data that this browser stored for this page cannot be read; a newer version of the page may have
    written it. It was set aside, and the page starts without it.
import-invalid = This file was not exported from a page like this one.


## Names, quotes, figures

all-names = All names
also-written = Also written { $others }.
filter-by-name = Filter the results by this name
mentioned-with = Mentioned with
mentions = Mentions
# Speakers without a name.
others = Others
order = Order
largest-first = Largest first
smallest-first = Smallest first
# The query and the filters that a section of the site is limited to.
filter-summary = In { NUMBER($total) } of { NUMBER($of) } items: { $by }.
include-all-items = Include all items
to-paragraph = To paragraph { NUMBER($paragraph) }


## Pages that do not exist

page-not-found-help = The link may be mistyped, or the article may have been removed. Search above, or <a>see all items</a>.
closest-titles = Closest titles


## Errors

program-not-loaded = Part of this page could not be loaded. Check the connection, then reload the page.
edition-not-opened = The articles cannot be opened: their file did not arrive as it was published. Reload the page. If that
    does not help, ask the publisher to build it again. Cause: { $reason }.
open-no-edition = this is not an edition
open-other-version = the edition has format { $found }, this page reads format { $expected }
open-length = the edition has { $found } bytes of { $expected }
open-checksum = the edition is damaged: its checksum is { $found }, not { $expected }
open-index = the edition's search index cannot be opened
file-unreadable = This file cannot be read

# Part of a large edition is on its way.
loading = Loading…
part-not-loaded = Part of this edition did not arrive. What is here stays usable.
try-again = Try again


## In the explorer: the views that show all items as pictures

# The link from a picture of the results to their list.
as-list = Show as list
# The link that unfolds the numbers of a picture.
as-table = Show as table
# The column of a table with the sum of the others.
total = Total
# The choice of the facet, such as "Section", by which the bars of a timeline are divided.
divided-by = Divided by
date-range = Date range
# The timeline in words: "120 items with a date from May 2023 to June 2024; most in April 2024: 12".
timeline-summary = { $total ->
    [one] { $total } item with a date from { $first } to { $last }; most in { $peak }: { NUMBER($count) }
   *[other] { $total } items with a date from { $first } to { $last }; most in { $peak }: { NUMBER($count) }
}
no-dates = No item has a date.
# The heading above items without a date.
without-date = Without a date
# The list of dates that texts name, which is shown if no item has a date.
named-dates = Dates named in the texts
named-dates-note = The texts name these dates. Dates without a year are left out.
no-named-dates = The texts name no date with its year.
# The number of results that were read: "40 of 3,000".
named-dates-read = Only the first results were read: { $read } of { $count }.
# The picture in words: "Dates named: 120, from 1944 to 2022; most in 2020: 12".
named-dates-summary = Dates named: { NUMBER($total) }, from { $first } to { $last }; most in { $peak }: { NUMBER($count) }
# A note below the dates of a long year: "Dates shown: 20 of 300".
named-dates-shown = Dates shown: { $shown } of { $count }
no-places = These items mention no place.
# The map in words: "Places on the map: 12. Most mentioned: Kyiv, Ukraine: 9 items".
places-summary = Places on the map: { NUMBER($count) }. Most mentioned: { $place }.
most-mentioned-places = The { NUMBER($shown) } most mentioned of { NUMBER($total) } places are shown.
# A note below the map. Such a name has the same star on the map.
ambiguous-places = * Several places have this name. The map shows the largest; the table has the countries of the others.
# Names of places of which the page does not know where they are follow.
not-on-map = Not on the map
# The names of sources and of the licence stay as they are.
map-sources = Outlines: Natural Earth. Locations: GeoNames, CC BY 4.0.
# The name of the links that change what the map shows.
map = Map
all-places = All places
whole-world = Whole world
zoom-in = Zoom in
zoom-out = Zoom out
move-west = Move west
move-north = Move north
move-south = Move south
move-east = Move east
# Columns of the table.
number-of-items = Items
country = Country
# The other places of a name: "Also in: Canada".
also-in = Also in
# Another place of a name that is a state or a province: "United States (region)".
region-of = { $country } (region)
# The countries: each with its code, which stays as it is, in any order and with commas between
# them. The names are those of Unicode CLDR (Unicode License v3), short where there is a short one.
country-names = AD Andorra, AE United Arab Emirates, AF Afghanistan, AG Antigua & Barbuda,
    AI Anguilla, AL Albania, AM Armenia, AO Angola, AQ Antarctica, AR Argentina,
    AS American Samoa, AT Austria, AU Australia, AW Aruba, AX Åland Islands, AZ Azerbaijan,
    BA Bosnia, BB Barbados, BD Bangladesh, BE Belgium, BF Burkina Faso, BG Bulgaria,
    BH Bahrain, BI Burundi, BJ Benin, BL St. Barthélemy, BM Bermuda, BN Brunei, BO Bolivia,
    BQ Caribbean Netherlands, BR Brazil, BS Bahamas, BT Bhutan, BV Bouvet Island, BW Botswana,
    BY Belarus, BZ Belize, CA Canada, CC Cocos Islands, CD Congo - Kinshasa,
    CF Central African Republic, CG Congo - Brazzaville, CH Switzerland, CI Côte d’Ivoire,
    CK Cook Islands, CL Chile, CM Cameroon, CN China, CO Colombia, CR Costa Rica, CU Cuba,
    CV Cape Verde, CW Curaçao, CX Christmas Island, CY Cyprus, CZ Czechia, DE Germany,
    DJ Djibouti, DK Denmark, DM Dominica, DO Dominican Republic, DZ Algeria, EC Ecuador,
    EE Estonia, EG Egypt, EH Western Sahara, ER Eritrea, ES Spain, ET Ethiopia, FI Finland,
    FJ Fiji, FK Falkland Islands, FM Micronesia, FO Faroe Islands, FR France, GA Gabon,
    GB United Kingdom, GD Grenada, GE Georgia, GF French Guiana, GG Guernsey, GH Ghana,
    GI Gibraltar, GL Greenland, GM Gambia, GN Guinea, GP Guadeloupe, GQ Equatorial Guinea,
    GR Greece, GS South Georgia & South Sandwich Islands, GT Guatemala, GU Guam,
    GW Guinea-Bissau, GY Guyana, HK Hong Kong, HM Heard & McDonald Islands, HN Honduras,
    HR Croatia, HT Haiti, HU Hungary, ID Indonesia, IE Ireland, IL Israel, IM Isle of Man,
    IN India, IO British Indian Ocean Territory, IQ Iraq, IR Iran, IS Iceland, IT Italy,
    JE Jersey, JM Jamaica, JO Jordan, JP Japan, KE Kenya, KG Kyrgyzstan, KH Cambodia,
    KI Kiribati, KM Comoros, KN St. Kitts & Nevis, KP North Korea, KR South Korea, KW Kuwait,
    KY Cayman Islands, KZ Kazakhstan, LA Laos, LB Lebanon, LC St. Lucia, LI Liechtenstein,
    LK Sri Lanka, LR Liberia, LS Lesotho, LT Lithuania, LU Luxembourg, LV Latvia, LY Libya,
    MA Morocco, MC Monaco, MD Moldova, ME Montenegro, MF St. Martin, MG Madagascar,
    MH Marshall Islands, MK North Macedonia, ML Mali, MM Myanmar, MN Mongolia, MO Macao,
    MP Northern Mariana Islands, MQ Martinique, MR Mauritania, MS Montserrat, MT Malta,
    MU Mauritius, MV Maldives, MW Malawi, MX Mexico, MY Malaysia, MZ Mozambique, NA Namibia,
    NC New Caledonia, NE Niger, NF Norfolk Island, NG Nigeria, NI Nicaragua, NL Netherlands,
    NO Norway, NP Nepal, NR Nauru, NU Niue, NZ New Zealand, OM Oman, PA Panama, PE Peru,
    PF French Polynesia, PG Papua New Guinea, PH Philippines, PK Pakistan, PL Poland,
    PM St. Pierre & Miquelon, PN Pitcairn, PR Puerto Rico, PS Palestine, PT Portugal, PW Palau,
    PY Paraguay, QA Qatar, RE Réunion, RO Romania, RS Serbia, RU Russia, RW Rwanda,
    SA Saudi Arabia, SB Solomon Islands, SC Seychelles, SD Sudan, SE Sweden, SG Singapore,
    SH St. Helena, SI Slovenia, SJ Svalbard & Jan Mayen, SK Slovakia, SL Sierra Leone,
    SM San Marino, SN Senegal, SO Somalia, SR Suriname, SS South Sudan, ST São Tomé & Príncipe,
    SV El Salvador, SX Sint Maarten, SY Syria, SZ Eswatini, TC Turks & Caicos Islands, TD Chad,
    TF French Southern Territories, TG Togo, TH Thailand, TJ Tajikistan, TK Tokelau,
    TL Timor-Leste, TM Turkmenistan, TN Tunisia, TO Tonga, TR Türkiye, TT Trinidad & Tobago,
    TV Tuvalu, TW Taiwan, TZ Tanzania, UA Ukraine, UG Uganda, UM U.S. Outlying Islands,
    US United States, UY Uruguay, UZ Uzbekistan, VA Vatican City, VC St. Vincent & Grenadines,
    VE Venezuela, VG British Virgin Islands, VI U.S. Virgin Islands, VN Vietnam, VU Vanuatu,
    WF Wallis & Futuna, WS Samoa, XK Kosovo, YE Yemen, YT Mayotte, ZA South Africa, ZM Zambia,
    ZW Zimbabwe
trends = Trends
# The list of the words, phrases and names that are compared.
compared-terms = Compared terms
compared-by = Compared by
# The label of the field in which a reader types what to compare.
term-to-add = Word, phrase or name
add-term = Add
remove-term = Remove { $term }
# The heading of names, each of which can be added to the comparison.
names-to-compare = Names in these results
# The unit of a scale of numbers. A word occurs so often in 10,000 words.
rate = { $rate } per 10,000 words
# A number with digits behind the point: "3.4".
fraction = { $whole }.{ $digits }
# A point of a line: "steel, May 2024: 3.4 per 10,000 words".
trend-point = { $term }, { $place }: { $rate } per 10,000 words
trend-peak = { $term }: most in { $place }, { $rate } per 10,000 words
trend-absent = { $term }: no occurrences
# The unit of the numbers of a comparison.
trends-counted = Occurrences in titles and texts, with other forms of a word, per 10,000 words.
# Added to this if a name is among what is compared.
trends-names = Names count as often as they are mentioned.
# The same in a large edition, which has too many mentions to count them.
trends-names-once = Names count once in each item.
# The column of a table with the number of words in the texts.
words = Words
# The names that are in the same items.
together = Together
# The two forms in which the view shows the names.
network = Network
matrix = Matrix
together-measure = A line joins two names that are in the same items more often than by chance. The thicker it is, the more items have both.
# The picture in words; at its end a pair: "Ada Berg and Norden: 3 items".
together-summary = { $names } names and the { $pairs } strongest pairs among them. The strongest is { $strongest }
no-pairs = No two names are in the same items more often than by chance.
# The heading above items that have both names of a pair, in different sentences.
not-in-one-sentence = Not in one sentence
# The link from the sentences of one pair back to the picture.
all-pairs = All pairs
# The columns of a table of pairs: a name, another one, and the number of items with both.
name = Name
together-with = Together with
# The choice of the unit of the figures, such as "$" or "troops".
unit = Unit
# The picture in words: "12 figures from 5% to 40%".
scale-summary = { $count ->
    [one] { $count } figure from { $first } to { $last }
   *[other] { $count } figures from { $first } to { $last }
}
scale-sample = The picture has { $shown } of { $count } figures, evenly chosen by size.
no-figures = No item has a figure.
no-quotes = No item has a quote.
# The labels of a scale: multiples of 10⁶, 10⁹ and 10¹².
millions = { $number } million
billions = { $number } billion
trillions = { $number } trillion
no-stories = No two of these items tell the same story.
# The heading above items that tell no story with others.
other-items = Other items
all-stories = All stories
# The heading above the sentences of an article that no earlier one of the story has.
what-it-adds = What it adds
adds-nothing = It adds nothing to those before it.
reused-passages = Passages from earlier articles: { NUMBER($count) }
# Before the names that no earlier article of the story mentions.
named-first = Named first here
compare-with-previous = Compare with the previous one
# The two choices of articles to compare: "Compare … with …".
compare = Compare
compare-with = with
whole-story = The whole story
compared-sentences = Sentences that both have: { NUMBER($shared) }; only here, marked: { NUMBER($only) }
# Lists of articles in an order of the reader's own.
lists = Reading lists
lists-help = Lists of articles in an order of your own. They stay on this device.
# In place of the lists if JavaScript is switched off.
lists-need-script = Reading lists are kept on this device, which needs JavaScript.
# The name of the view of what is new or changed since the last visit.
since = What’s new
since-needs-script = What this page held at your last visit is remembered on this device, which needs JavaScript.
since-nothing = Nothing is new or changed since your last visit.
since-none-of-these = None of these items is new or changed since your last visit on { $date }.
since-summary = Since your last visit on { $date }: { NUMBER($added) } new, { NUMBER($changed) } changed.
since-help = This page remembers on this device what it held at your last visit.
new-items = New items
changed-items = Changed items
what-changed = What changed
what-changed-in = What changed in “{ $title }”
all-of-these = All of these
saved-searches = Saved searches
saved-searches-help = How many results of a search are new or changed. Searches stay on this device.
save-search = Save the search { $search }
search-saved = The search is saved.
search-removed = The search is removed.
# The numbers of new or changed results and of all results of a saved search.
new-of-search = { NUMBER($new) } new of { NUMBER($total) }
remove-search = Remove the search { $search }
most-searches = There can be { NUMBER($count) } saved searches.
text-not-kept = You had not opened this article before it changed, so this device does not have its earlier text.
text-unchanged = The text is the one that you have seen.
all-changes = All changes
title-before = Title before: { $title }
text-changed = Sentences: { NUMBER($added) } new, { NUMBER($gone) } removed, { NUMBER($reworded) } changed.
# The columns of a table: the earlier and the present text of an article.
text-before = Before
text-now = Now
# The label of the field for a name, and the button that makes the list.
new-list = Name of a new list
create-list = Create
list-exists = There is a list with this name already.
all-lists = All lists
no-such-list = This device has no list with this name.
list-is-empty = This list has no articles yet.
# The buttons that add articles to a list: those of the query and the filters, and the saved ones.
add-results = Add these results
add-saved = Add the saved articles
# The number of articles that were not in the list before.
added-to-list = Added: { NUMBER($count) }
most-in-list = A list can have { NUMBER($count) } articles.
# The names of the buttons with arrows beside an article.
move-up = Move { $title } up
move-down = Move { $title } down
# For screen readers, after an article was moved: "The ferry returns: 2 of 12".
moved-in-list = { $title }: { NUMBER($number) } of { NUMBER($count) }
removed-title = Removed: { $title }
# Beside the title of an article that a newer edition lacks.
not-in-edition = No longer in this edition
rename-list = Rename
name-of-list = Name of the list
delete-list = Delete
# The same button after it was pressed once.
delete-list-for-good = Delete for good
save-as-epub = Save as EPUB
save-results-as-epub = Save these results as EPUB
writing-book = Writing the book…
book-saved = Articles in the book: { NUMBER($count) }
# The number of pictures that could not be downloaded.
book-lacks-pictures = Pictures left out: { NUMBER($count) }
book-failed = The book could not be written.
most-in-book = A book has the first { NUMBER($count) } of them.
print-list = Print the list


## Outside of the program: the library of the reader's own articles

library = Library
# The library is a dialog in which readers add files of articles and find them again.
library-help = Read articles of your own here: saved pages, exports of reading programs, feeds, books, mails and notes. They stay on this device.
# While files are dragged over the page.
drop-files = Drop the files to add them to your library
# The title of an article that is pasted into the page.
pasted-text = Pasted text
# The title of a collection of several files.
own-articles = My articles
# The title of the collection of what other programs have shared with the site.
shared-articles = Shared
choose-files = Choose files
choose-folder = Choose a folder
importing = Reading the files…
import-progress = Items read: { $count }
# The number of imports and new titles that the reader has asked for meanwhile.
import-waiting = Waiting until this has ended: { $count }
import-cancelled = Cancelled.
# The numbers of articles, of links without a text, and of items that the collection has already.
import-done = Articles: { $with-text }. Links without text: { $without }. Already there: { $known }.
# The number of messages about files that could not be read.
import-problems = Not read: { $count }
import-nothing = There is nothing in these files that can be read here.
import-failed = The files could not be read: { $reason }
first-articles = First articles
open-collection = Open the collection
# A notice on the page of a collection, and its button.
names-found = Names, quotes and figures have been found.
names-show = Show them
# Instead of a collection that an earlier version of the page has made.
collection-renewing = This collection was made by another version of the page. It is being renewed, which takes a moment…
collections = Collections
# The number of items, the size on the device, and the day of the last change.
collection-facts = Items: { $count }, { $size } MB, { $date }
add-files-to = Add files to { $title }
rename = Rename
rename-collection = Rename { $title }
# The label of the text field.
title-of-collection = New title of { $title }
collection-renamed = The collection is called { $title } now.
export-collection = Export the articles of { $title } as Markdown
save-as-file = Save as one file
save-collection-as-file = Save as one file: { $title }
save-as-site = Save as a site
save-collection-as-site = Save as a site: { $title }
saving = Writing the file…
remove-collection = Remove { $title }
remove-for-good = Remove for good
remove-collection-for-good = Remove { $title } for good
back-to-site = Back to the articles of this site
library-unsupported = This browser cannot keep articles here. Private windows often forbid it.
library-insecure = Articles can be kept only at a secure address, one that starts with https.
# On the page of `cuttings serve`.
library-in-preview = This preview keeps no articles. The published site does.
# When files are dropped on a single-file edition, and the button if its site is known.
file-keeps-no-articles = This file cannot keep articles of your own.
open-site = Open the site, which can


## Keyboard shortcuts

keyboard-shortcuts = Keyboard shortcuts
key-search = Go to the search box
key-clear = Clear the search box, when it has the focus
key-suggestions = Open the suggestions, when the search box has the focus
key-next-result = Next result; also Page Down in the results
key-previous-result = Previous result; also Page Up in the results
key-open = Open the result
key-next-hit = Next hit in an article
key-previous-hit = Previous hit in an article
key-next-article = Next article in the results
key-previous-article = Previous article in the results
key-save = Save the article, or remove it from Saved
key-theme = Next theme
key-keys = Show this list
single-keys-help = Switch them off if you use dictation, or if they conflict with your own keys.
close = Close


## Outside of the program: scripts

# The heading of the notice when the program does not start, or stops.
something-went-wrong = Something went wrong
program-stopped = An error in the program has stopped this page. Reload it to continue. If it stops again, tell the
    publisher what you did.
needs-webassembly = This page needs WebAssembly, which this browser does not support or has switched off. Any current browser
    supports it.
no-script = JavaScript is switched off. You can read everything here without it; searching and filtering need it.
load-failed = Could not load it. Check the connection, then try again.
copied = Copied
copy-refused = The browser did not allow copying
copy = Copy
copy-citation = Copy { $style }
hit-of = Hit { $hit } of { $hits }

suggested-name = Name
suggested-article = Article
suggested-search = Recent search
clear-recent-searches = Clear recent searches

new-edition = A new edition of this page is available.
new-edition-show = Show it
new-edition-later = Later
# The mark on a card of an item that was not there at the last visit, and of one that had another
# text.
new = New
changed = Changed
changes-found = Since your last visit: { NUMBER($added) } new, { NUMBER($changed) } changed.
changes-show = Show them

# An offer at the foot of the page, and the label of its button in each state.
keep-offline = Keep for offline, { $size } MB
keeping-offline = Keeping for offline…
cancel = Cancel
kept-offline = Kept for offline
offline-removed = No longer kept for offline
offline-no-space = This device has no space left for it.


## Outside of the program: published pages

all-headlines = All headlines
# The description for search engines of an edition whose site.toml has none.
described = { $count ->
    [one] { $count } article
   *[other] { $count } articles
} to search, filter and read.
