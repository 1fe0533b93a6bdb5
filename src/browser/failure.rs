//! Where the page lives, and what is said when it cannot start. When it stops, `src/boot.js` says so.

use crate::store::text::decimal;
use cuttings_edition::OpenError;
use web_sys::Element;

/// The `id` of the element that the page lives in.
const PAGE: &str = "page";

/// The `id` of the element for what is said when it cannot.
const NOTICE: &str = "notice";

/// Says that the edition cannot be opened, why, and what to do.
pub fn cannot_open(error: &OpenError) {
    let Some(notice) = element(NOTICE) else { return };
    if let Ok(Some(words)) = notice.query_selector("p") {
        words.set_text_content(Some(&msg!("edition-not-opened", reason = &reason(error))));
    }
    // It fails for no name that is a constant.
    let _ = notice.remove_attribute("hidden");
}

/// What is wrong with an edition, in the page's words.
fn reason(error: &OpenError) -> String {
    let [found, expected] = match *error {
        OpenError::OtherVersion { found, expected } => [found.into(), expected.into()],
        OpenError::Length { found, expected } | OpenError::Checksum { found, expected } => [found, expected],
        _ => [0, 0],
    }
    .map(decimal);
    let (found, expected) = (&*found, &*expected);
    match error {
        OpenError::NotAnEdition => msg!("open-no-edition").to_owned(),
        OpenError::OtherVersion { .. } => msg!("open-other-version", found = found, expected = expected),
        OpenError::Length { .. } => msg!("open-length", found = found, expected = expected),
        OpenError::Checksum { .. } => msg!("open-checksum", found = found, expected = expected),
        OpenError::Index(_) => msg!("open-index").to_owned(),
    }
}

/// The element that the page lives in.
pub fn page_element() -> Option<Element> {
    element(PAGE)
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
