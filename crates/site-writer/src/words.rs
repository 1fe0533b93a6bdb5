//! The words of a site.

/// The words of a site that the edition does not have.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The title of the site.
    pub title: &'a str,
    /// The labels of a note, a tip, an important notice, a warning and a caution.
    pub alerts: [&'a str; 5],
}
