//! Sizes that distinguish short lines from text, in characters as `Shape::size` counts them.
//!
//! Each is well outside of what news pages print, so only an unusual line falls on the wrong side.

/// The longest label. "Science, Technology & the Environment" is 38.
pub(super) const MAX_LABEL_SIZE: u32 = 48;

/// The most words in a label.
pub(super) const MAX_LABEL_WORDS: u32 = 6;

/// The longest heading.
pub(super) const MAX_HEADING_SIZE: u32 = 100;

/// The most words in a heading.
pub(super) const MAX_HEADING_WORDS: u32 = 14;

/// The longest line without a full stop that may be anything other than a body's text.
pub(super) const MAX_SHORT_SIZE: u32 = 160;

/// The longest question or exclamation that may be a title or heading.
pub(super) const MAX_QUESTION_SIZE: u32 = 110;

/// The longest standfirst without a full stop.
pub(super) const MAX_STANDFIRST_SIZE: u32 = 300;

/// The shortest line that is certainly a paragraph if it looks like text.
pub(super) const MIN_LONG_TEXT_SIZE: u32 = 150;
