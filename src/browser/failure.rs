//! The element that contains the page, and the report that the edition cannot be opened. Scripts
//! report when the program cannot start or stops.

use crate::store::text::decimal;
use cuttings_edition::OpenError;
use gloo::utils::document;
use web_sys::Element;

/// The `id` of the element that contains the page.
const PAGE_SIZE: &str = "page";

/// The `id` of the notice about an error.
const NOTICE: &str = "notice";

/// Tells the reader that the edition cannot be opened, why, and what to do.
pub fn report_open_error(error: &OpenError) {
    show(&msg!("edition-not-opened", reason = &reason(error)));
}

/// Tells the reader that a part of the edition did not come, without which the page cannot open.
#[cfg(feature = "parts")]
pub(super) fn report_missing_part() {
    show(msg!("program-not-loaded"));
}

/// Shows a message in the notice.
fn show(message: &str) {
    let Some(notice) = element(NOTICE) else { return };
    if let Ok(Some(text)) = notice.query_selector("p") {
        text.set_text_content(Some(message));
    }
    // Removing an attribute with a valid name does not fail.
    let _ = notice.remove_attribute("hidden");
}

/// Returns the cause of the error in words.
fn reason(error: &OpenError) -> String {
    let [found, expected] = match *error {
        OpenError::OtherVersion { found, expected } => [found.into(), expected.into()],
        OpenError::Length { found, expected } | OpenError::Checksum { found, expected } => {
            [found, expected]
        }
        _ => [0, 0],
    }
    .map(decimal);
    let (found, expected) = (&*found, &*expected);
    match error {
        OpenError::NotAnEdition => msg!("open-no-edition").to_owned(),
        OpenError::OtherVersion { .. } => {
            msg!("open-other-version", found = found, expected = expected)
        }
        OpenError::Length { .. } => msg!("open-length", found = found, expected = expected),
        OpenError::Checksum { .. } => msg!("open-checksum", found = found, expected = expected),
        OpenError::Index(_) => msg!("open-index").to_owned(),
    }
}

/// Returns the element that contains the page.
pub fn page_element() -> Option<Element> {
    element(PAGE_SIZE)
}

fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
