//! A text whose dialects are hidden, and what stands in their place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::callouts::Callout;
use super::directives::Fence;
use crate::block::Picture;

/// The byte that overwrites markup. Text of the seed cannot contain it, because it is a control
/// character, of which the copy keeps only others.
pub(super) const FILLER: char = '\u{1a}';

/// A text with its dialects hidden.
#[derive(Debug)]
pub(super) struct Masked<'a> {
    pub(super) text: Cow<'a, str>,
    /// The embeds, by their offset.
    pub(super) embeds: BTreeMap<usize, Embed>,
    /// The values of shortcodes within a link's address, by offset: the length and the address.
    pub(super) addresses: BTreeMap<usize, (usize, String)>,
    /// The callouts, by the offset of their quotation.
    pub(super) callouts: BTreeMap<usize, Callout>,
    /// The fences of directives, by their offset. The text has a heading in the place of each.
    pub(super) fences: BTreeMap<usize, Fence>,
    /// The markup that is dropped.
    pub(super) dropped: Vec<(Dropped, Range<usize>)>,
    /// True if the text uses syntax that only Obsidian has.
    pub(super) has_comments: bool,
}

impl Masked<'_> {
    /// Removes and returns the first embed in these bytes, with its offset.
    pub(super) fn take_embed(&mut self, range: &Range<usize>) -> Option<(usize, Embed)> {
        let (at, _) = self.embeds.range(range.clone()).next()?;
        self.embeds.remove_entry(&at.clone())
    }
}

/// A picture, link or text that stands in place of hidden markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Embed {
    /// Text that the Markdown parser would misread.
    Text(&'static str),
    /// A picture with its caption.
    Picture { picture: Picture, caption: String },
    /// A link of Obsidian.
    Wikilink {
        target: String,
        /// The text behind the bar.
        text: Option<String>,
        /// True if the link asks to show its target: `![[target]]`.
        is_shown: bool,
    },
}

/// The kind of dropped markup. Comments are none: no reader was to see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dropped {
    Shortcode,
    Module,
    JsxTag,
}
