# The page's own words in English. This file says which messages there are; docs/translating.md says how another language
# is added.

# From left to right (ltr) or from right to left (rtl).
direction = ltr


## On every page

# The first thing that the tab key comes to.
skip = Skip to the text
search-articles = Search articles
# Names that begin with what is being typed.
suggestions = Suggestions
# The list of the rooms beside the results.
rooms = Rooms
keys = Keys
# The name of the place where the page says that something went wrong.
notice = Notice
# What the browser's tab says.
not-found = Not found


## Rooms

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
# How results are shown.
show = Show
show-cards = Cards
show-list = List


## Results

results = Results
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
# The order in which the texts were given.
sort-seed = Seed order
sort-title = Title
sort-longest = Longest
sort-shortest = Shortest
take-away = Take away
take-away-help = All of these items as a file
# Of an item that is listed without its text.
headline-only = headline only
minutes = { NUMBER($minutes) } min read
# Of an article that was read.
read = Read
save = Save
save-article = Save: { $title }


## Where the hits are

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
in-title = in the title
in-standfirst = in the standfirst
in-headings = in the headings
in-text = in the text
# Something that was found or searched for, between quotation marks.
quoted = “{ $text }”
quoted-times = “{ $text }” { NUMBER($count) } times


## Filters

filters = Filters
filters-on = Filters, { NUMBER($count) } on
filters-done = Show { NUMBER($total) } of { NUMBER($of) }
active-filters = Active filters
# Before the name of a filter.
remove-filter = Remove
clear-all = Clear all
find = Find
find-in = Find in { $facet }
show-all = Show all { NUMBER($count) }
show-fewer = Show fewer
section = Section
kind = Kind
kind-article = Article
# A headline that is listed without its text.
kind-teaser = Teaser
people = People
places = Places
organisations = Organisations
# And other products with names.
weapons = Weapons
length = Length
length-short = Short
length-medium = Medium
length-long = Long


## What the search did, and what to do

corrected = Nothing matches “{ $typed }”. This is what matches “{ $query }”.
as-typed = Search for “{ $typed }” as typed
partial = No item has all of this; the closest come first.
none-has = None has { $words }.
did-you-mean = Did you mean <a>{ $query }</a>?
nothing-has-all = Nothing has all of these filters
nothing-matches = Nothing matches “{ $typed }”
without = Without “{ $filter }”: { $count ->
    [one] { $count } item
   *[other] { $count } items
}
without-filters = Search without filters
fewer-words = Fewer words find more.
show-all-items = Show all items


## Reading

back = Back to results
# An arrow to where reading begins, before the words above.
back-arrow = ←
contents = Contents
by-author = By { $author }
from-source = From { $source }
link-to-paragraph = Link to paragraph { NUMBER($paragraph) }
named-here = Named here
results-articles = Articles of the results
article-before = Before
article-next = Next
related = Related
both-name = Both name { $names }
both-tell = Both tell of { $words }
both-name-and-tell = Both name { $names }; both tell of { $words }
# The end of a list.
list-end = { $most } and { $last }
text = Text
cite = Cite
cite-this = Cite this article
share = Share
listen = Listen
print = Print
go-on = Go on where you stopped
previous-hit = Previous hit
next-hit = Next hit


## Notes

your-notes = Your notes
note = Note
note-on = Note on: { $passage }
remove = Remove
selected-passage = Selected passage
highlight = Highlight and note
copy-quotation = Copy quotation
copy-link = Copy link
saved-help = What you save and note stays in this browser; nobody else sees it.
saved-none = There is nothing yet: press “Save” at an article.
keep-file = Keep as a file
keep-text = Keep as text
bring-back = Bring back from a file
not-kept = This browser does not keep anything for this page, or has no room left. What you save or note is gone when you
    close it; to keep it, take it away as a file.
unreadable = What this browser kept for this page cannot be read; perhaps a newer version wrote it. It was put aside, and
    the page begins anew.
not-ours = This file holds nothing that this page has kept.


## Names, quotes, figures

all-names = All names
also-written = Also written { $others }.
filter-by-name = Filter the results by this name
named-with = Named with
where = Where
# Speakers who are not called by a name.
others = Others
order = Order
largest-first = Largest first
smallest-first = Smallest first
# What a room is narrowed to: what was searched for, and the filters.
narrowed = In { NUMBER($total) } of { NUMBER($of) } items: { $by }.
all-items = Look in all items
to-paragraph = To paragraph { NUMBER($paragraph) }


## Where there is nothing

nothing-here = There is nothing at this address
nothing-here-help = The link may be mistyped, or the article may have been taken out. Search above, or <a>see all items</a>.
perhaps = Perhaps you want


## Said when something goes wrong, or by scripts

# When the program cannot start, or stops.
not-working = This page is not working
stopped = A mistake in its program has stopped this page. Reload it to go on; if it stops again, tell whoever publishes it
    what you did.
needs-webassembly = This page needs WebAssembly, which this browser lacks or has switched off. Any current browser has it.
not-loaded = A part of this page could not be loaded. Check the connection, then reload the page.
cannot-open = These articles cannot be opened: their file did not arrive as it was published. Reload the page; if that does
    not help, tell whoever publishes it to build it again. What is wrong: { $reason }.
open-no-edition = this is not an edition
open-other-version = the edition has format { $found }, this page reads format { $expected }
open-length = the edition has { $found } bytes of { $expected }
open-checksum = the edition is damaged: its checksum is { $found }, not { $expected }
open-index = the edition's search index cannot be opened
no-script = JavaScript is switched off. Everything here can be read without it; searching and filtering need it.
not-arrived = It did not arrive. Check the connection, then try again.
copied = Copied
copy-refused = The browser did not let this page copy
copy = Copy
copy-citation = Copy { $style }
hit-of = Hit { $hit } of { $hits }
file-unreadable = This file cannot be read here
## Suggestions of the search box

suggested-name = Name
suggested-article = Article
suggested-search = Searched for before
forget-searches = Forget what was searched for

new-edition = There is a new edition of this page.
new-edition-show = Show it
new-edition-later = Later


## The list of keys

keyboard-shortcuts = Keyboard shortcuts
key-search = Go to the search box
key-clear = Clear the search box, when you are in it
key-suggestions = Suggestions, when you are in the search box
key-next-result = Next result; so does Page Down among the results
key-previous-result = Previous result; so does Page Up among the results
key-open = Open the result
key-next-hit = Next hit in an article
key-previous-hit = Previous hit in an article
key-next-article = Next article of the results
key-previous-article = Previous article of the results
key-save = Save the article, or no longer
key-theme = Next theme
key-keys = Show this list
single-keys-help = Switch them off if you dictate, or if they get in the way of your own keys.
close = Close


## In published pages alone

all-headlines = All headlines
# What search engines are told of an edition that does not say it by itself.
described = { $count ->
    [one] { $count } article
   *[other] { $count } articles
} to search, filter and read.
