//! Settings.

use super::entity::Kind;
use crate::gazetteer::folded;

/// What the person who keeps the articles knows better.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names that mean the same; the first of each is the one to list them under.
    pub same: Vec<Vec<String>>,
    /// Names that are always names, and of what.
    pub always: Vec<(Kind, String)>,
    /// Names that are none.
    pub never: Vec<String>,
}

impl Settings {
    pub(super) fn forbids(&self, folded_name: &str) -> bool {
        self.never.iter().any(|name| folded(name) == folded_name)
    }
}
