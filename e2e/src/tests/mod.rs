//! The tests, one file for each part of the page's contract.

pub(crate) mod faults;
mod filters;
mod focus;
mod german;
mod harness;
pub(crate) mod hostile;
mod names;
mod offline;
mod preferences;
mod privacy;
mod reader;
mod reading;
mod results;
mod search;
mod single;
mod suggestions;
mod takeover;
mod url;
mod visual;
mod walk;

use crate::runner::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [
        harness::tests(),
        search::tests(),
        results::tests(),
        filters::tests(),
        focus::tests(),
        reader::tests(),
        reading::tests(),
        names::tests(),
        suggestions::tests(),
        url::tests(),
        preferences::tests(),
        faults::tests(),
        takeover::tests(),
        walk::tests(),
        single::tests(),
        privacy::tests(),
        visual::tests(),
        hostile::tests(),
        german::tests(),
        offline::tests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What every engine runs: where engines may differ. Words, ranks and counts come of the same program everywhere.
const FOR_EVERY_ENGINE: &[&str] = &[
    // The harness itself finds elements, presses keys and hears complaints.
    "harness::elements_have_the_browsers_roles_and_names",
    "harness::hidden_elements_are_not_found",
    "harness::keys_are_real",
    "harness::host_has_accidents",
    "harness::guards_see_a_console_error",
    "harness::guards_see_an_uncaught_exception",
    "harness::guards_see_an_unhandled_rejection",
    // The main job: search, filter, sort, open, go back.
    "search::box_is_there_by_role_and_name",
    "search::slash_focuses_the_box",
    "search::escape_clears_the_box",
    "search::case_and_diacritics_make_no_difference",
    "search::hits_are_marked",
    "search::status_counts",
    "search::status_speaks_once_typing_pauses",
    "results::items_are_articles_with_a_heading",
    "results::orders_do_as_they_say",
    "filters::facets_are_groups_of_values_with_counts",
    "filters::values_of_one_facet_widen",
    "filters::active_filters_are_buttons_that_remove",
    "filters::clear_all_clears_all",
    "suggestions::the_arrow_key_opens_a_list",
    "suggestions::what_was_searched_for_is_suggested_again",
    "reader::a_link_in_the_results_opens_it",
    "reader::back_to_results_restores_query_filters_and_place",
    "reader::the_browsers_back_restores_them_too",
    "takeover::articles_are_read_before_the_program",
    "takeover::what_is_typed_early_is_searched",
    "takeover::what_is_typed_over_and_over_the_takeover_is_all_there",
    "takeover::what_is_chosen_early_is_done",
    "takeover::focus_stays_where_it_is",
    // Addresses, history, preferences and keys are the browser's as much as the page's.
    "address::a_link_carries_a_whole_view",
    "address::the_view_is_in_the_address",
    "address::typing_is_one_step_back_at_most",
    "address::back_and_forward_step_through_views",
    "address::reload_keeps_the_view",
    "address::an_unknown_article_gets_help",
    "preferences::a_dark_page_stays_dark",
    "preferences::question_mark_lists_the_keys",
    "preferences::keys_are_listed_without_knowing_a_key",
    "preferences::single_keys_can_be_switched_off_and_stay_off",
    "preferences::the_keyboard_reaches_everything",
    "walk::by_name",
    "focus::a_filter_that_goes_passes_the_focus_on",
    // What goes wrong on the way, and what may never.
    "accidents::another_version_of_the_edition_is_refused",
    "accidents::a_missing_start_is_said_to_be_missing",
    "privacy::after_load_nothing_is_asked_of_anyone",
    "offline::the_whole_edition_is_there_without_the_network",
    "offline::a_new_edition_waits_until_it_is_told_to_come",
    "offline::a_tab_keeps_its_edition_when_another_changes_over",
    "offline::a_half_finished_download_is_finished_later",
    "offline::a_half_published_edition_is_not_taken",
    "privacy::nothing_is_written_into_the_page_but_by_its_own_files",
];

/// Whether a test is one that every engine runs.
pub(crate) fn is_for_every_engine(path: &str) -> bool {
    FOR_EVERY_ENGINE.contains(&path)
}

/// Whether each name above is a test's.
pub(crate) fn check_names() -> Result<(), String> {
    let there: Vec<String> = all().iter().map(Test::path).collect();
    match FOR_EVERY_ENGINE.iter().find(|name| !there.iter().any(|test| test == *name)) {
        Some(name) => Err(format!("tests/mod.rs names {name}, which is no test")),
        None => Ok(()),
    }
}
