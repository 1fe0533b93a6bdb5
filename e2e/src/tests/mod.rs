//! The tests, one file for each part of the page.

mod collections;
mod dates;
mod documentation;
mod explorer;
mod explorer_figures;
mod explorer_lists;
mod explorer_places;
mod explorer_since;
mod explorer_stories;
mod explorer_timeline;
mod explorer_together;
mod explorer_trends;
mod faults;
mod filters;
mod focus;
mod forms;
mod german;
mod harness;
mod hostile;
mod languages;
mod library;
mod library_copies;
mod library_exports;
mod library_parts;
mod names;
mod offline;
mod offline_copy;
mod parts;
mod preferences;
mod privacy;
mod reader;
mod reading;
mod results;
mod search;
mod shares;
mod single;
mod slugs;
mod suggestions;
mod takeover;
mod translations;
mod typefaces;
mod url;
mod visual;
mod walk;

use crate::suite::Suite;

/// Returns every test.
pub(crate) fn suites() -> Vec<Suite> {
    vec![
        harness::suite(),
        search::suite(),
        results::suite(),
        filters::suite(),
        dates::suite(),
        focus::suite(),
        reader::suite(),
        reading::suite(),
        names::suite(),
        suggestions::suite(),
        url::suite(),
        preferences::suite(),
        faults::suite(),
        takeover::suite(),
        typefaces::suite(),
        walk::suite(),
        single::suite(),
        slugs::suite(),
        privacy::suite(),
        visual::suite(),
        documentation::suite(),
        explorer::suite(),
        explorer_lists::suite(),
        explorer_since::suite(),
        explorer_places::suite(),
        explorer_figures::suite(),
        explorer_stories::suite(),
        explorer_timeline::suite(),
        explorer_together::suite(),
        explorer_trends::suite(),
        hostile::suite(),
        forms::suite(),
        german::suite(),
        translations::suite(),
        languages::suite(),
        offline::suite(),
        offline_copy::suite(),
        library::suite(),
        library_copies::suite(),
        collections::suite(),
        library_exports::suite(),
        library_parts::suite(),
        shares::suite(),
        parts::suite(),
    ]
}
