//! The decision about one line of a listing.

use std::borrow::Cow;

use crate::line_report::LineRole;

/// The role of a line and the rule that decided.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub(super) role: LineRole,
    pub(super) reason: Cow<'static, str>,
}
