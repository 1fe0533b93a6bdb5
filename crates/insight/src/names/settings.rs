//! Corrections to the recognition of names, which a publisher keeps in `site.toml`.

use super::entity::Kind;
use crate::gazetteer::fold_name;
use serde::Serialize;

/// Corrections to the recognition of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Sets of names for the same entity. The entity is listed under the first name of its set.
    pub aliases: Vec<Vec<String>>,
    /// Texts that are always names, and of which kind.
    pub always: Vec<(Kind, String)>,
    /// Texts that are never names.
    pub never: Vec<String>,
}

impl Settings {
    /// Returns whether a name, folded by [`fold_name`], is never to be taken as one.
    pub(super) fn excludes(&self, folded_name: &str) -> bool {
        self.never.iter().any(|name| fold_name(name) == folded_name)
    }
}
