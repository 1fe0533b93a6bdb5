//! Decides the lines around the title: section, standfirst, author and date.

use std::ops::Range;

use super::super::decision::Decision;
use super::{facts::Facts, title::Title};
use crate::line_report::LineRole;

pub(super) fn assign(
    _facts: &Facts<'_>,
    title: Option<&Title>,
    stretch: &Range<usize>,
    decisions: &mut [Decision],
) {
    let Some(title) = title else { return };
    for at in stretch.start..title.at {
        if let Some(decision) = decisions.get_mut(at) {
            *decision = Decision { role: LineRole::LeftOut, reason: "above the title".into() };
        }
    }
    if let Some(decision) = decisions.get_mut(title.at) {
        *decision = Decision { role: LineRole::Title, reason: title.reason().into() };
    }
}
