//! The lines of a listing with the facts about each that do not depend on its neighbours.

use std::collections::HashMap;

use super::{
    byline,
    case::Case,
    date::is_date,
    label_key::LabelKey,
    shape::{Shape, is_separator},
    teasers::TeaserLines,
    vocabulary::{is_boilerplate, is_picture_credit},
};
use crate::source::Line;

/// The kind of a line by itself, without regard to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph of a body.
    Text,
    /// A label, title, standfirst or heading: the neighbours decide which.
    Short,
    /// "By Jane Doe".
    Byline,
    /// A date or an age alone.
    Date,
    /// A button, a notice or a picture credit.
    Boilerplate,
    /// Dashes or stars.
    Separator,
    /// Part of a teaser.
    Teaser,
}

/// The lines of a listing with their shapes and kinds. An index out of range has none of them.
#[derive(Clone, Copy)]
pub(super) struct LineTable<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) shapes: &'a [Shape],
    pub(super) kinds: &'a [Kind],
}

impl<'a> LineTable<'a> {
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| &*line.text)
    }

    pub(super) fn shape(&self, at: usize) -> Option<&'a Shape> {
        self.shapes.get(at)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.kinds.get(at).copied()
    }
}

/// Returns the kind of each line.
pub(super) fn kinds(lines: &[Line<'_>], shapes: &[Shape], teasers: &[TeaserLines]) -> Vec<Kind> {
    // Some pages write their labels in lower case. Only repetition distinguishes such
    // a line from a fragment of a sentence.
    let mut lower_case: HashMap<LabelKey<'_>, u32> = HashMap::new();
    let may_be_label =
        |shape: &Shape| shape.case == Case::Lower && shape.is_label_like() && shape.words <= 3;
    for (line, _) in lines.iter().zip(shapes).filter(|(_, shape)| may_be_label(shape)) {
        *lower_case.entry(LabelKey(&line.text)).or_default() += 1;
    }
    let repeats =
        |line: &Line<'_>| lower_case.get(&LabelKey(&line.text)).is_some_and(|count| *count > 1);
    let mut kinds: Vec<Kind> = lines
        .iter()
        .zip(shapes)
        .map(|(line, shape)| match &*line.text {
            text if is_separator(text) => Kind::Separator,
            text if is_picture_credit(text) || is_boilerplate(text) => Kind::Boilerplate,
            text if is_date(text) => Kind::Date,
            text if byline::parse(text).is_some() => Kind::Byline,
            _ if may_be_label(shape) && repeats(line) => Kind::Short,
            _ if shape.is_prose() => Kind::Text,
            _ => Kind::Short,
        })
        .collect();
    for teaser in teasers {
        if let Some(kinds) = kinds.get_mut(teaser.start()..teaser.end()) {
            kinds.fill(Kind::Teaser);
        }
    }
    kinds
}
