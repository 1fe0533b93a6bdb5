//! The profile of a build, as Trunk distinguishes them.

/// A profile, which decides how much work goes into the published files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Scripts and stylesheets stay readable, for developers.
    Development,
    /// Scripts and stylesheets are minified, and files are compressed, for readers.
    Release,
}
