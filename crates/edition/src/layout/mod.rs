//! The byte layout of an edition: shared by the reader in this crate and the writer in
//! `cuttings-edition-builder`.
//!
//! All numbers are little-endian. An edition is a header, followed by the sections that the header
//! lists. Each section starts at an offset that is a multiple of 8.
//!
//! | offset | bytes | content |
//! |---|---|---|
//! | 0 | 8 | [`MAGIC`] |
//! | 8 | 4 | [`FORMAT_VERSION`] |
//! | 12 | 4 | zero |
//! | 16 | 8 | length of the edition in bytes |
//! | 24 | 8 | [`checksum`] of the edition |
//! | 32 | 8 × sections | for each [`Section`] in order: its offset and its length in bytes |
//!
//! [`Section::Text`] is UTF-8 and holds each text once. A *reference* to a text is two numbers of 4
//! bytes: start and length in that section. [`ABSENT`] as the start means that there is no text.
//!
//! - [`Section::Site`] has a reference for each [`SiteText`].
//! - [`Section::Items`] has a record for each item: a reference for each [`ItemText`], then
//!   4 bytes for each [`ItemNumber`].
//! - [`Section::Blocks`] has a record for each block: a reference, then its head (see [`block`]):
//!   the kind, and the number of its form if it has one. A paragraph or heading outside of all
//!   containers and without marks has none.
//! - [`Section::Slugs`] has the item numbers (4 bytes) of the articles, sorted by slug.
//! - [`Section::Index`] belongs to `cuttings-search`.
//! - The other sections are lists of varints, see [`ListReader`].
//!
//! # Lists
//! A *span* is a [`TextSpan`](crate::TextSpan) as three varints: the number of its text
//! ([`TextId::to_number`]) minus that of the preceding span, its start (minus the end of the
//! preceding span, if both are in one text), and its length. A *lone* span has no predecessor: it
//! counts from text 0 and byte 0.
//!
//! A *range* is a [`TextRange`](crate::TextRange) as four varints: the number of its first text
//! minus that of the preceding range, its start (minus the start of the preceding range, if both
//! begin in one text), the number of texts after the first, and its end (minus its start, if it is
//! in one text). A lone range has no predecessor.
//!
//! | section | lists | content of a list |
//! |---|---|---|
//! | [`Section::Mentions`] | one for each item | for each mention: its span, then its entity ([`EntityId::to_number`]) |
//! | [`Section::Quotes`] | one for each item | for each quote: a head ([`quote`]), the spans of its pieces, its speaker |
//! | [`Section::Figures`] | one for each unit | start and length of the unit's name; for each figure: its item, a lone span |
//! | [`Section::Forms`] | one for each form of a block | the containers, counted ([`container`]); what the kind of block needs ([`block`]); to the end, the marks ([`mark`]) |
//! | [`Section::Metadata`] | one for each item | to the end, a code and its value ([`metadata`]) |
//! | [`Section::Fields`] | one for each custom field | the key and the label, 1 if the field is a facet |
//! | [`Section::Assets`] | one for each picture file | the name, the width, the height |
//! | [`Section::Related`] | one for each item | the spans of the summary, counted; for each related article: its item, the shared entities, counted, and lone spans of shared words, counted |
//! | [`Section::Stories`] | one for each story | the items that tell it |
//! | [`Section::Connections`] | one for each item | nothing, or: the items that link to it, counted; the number of its story plus 1, or 0; for each reused passage: its range, the item of its source, a lone range there |
//!
//! The speaker of a quote is an entity's number, a lone span, or nothing, depending on the head.
//! *Counted* means that the number of elements comes first. A text in a list is its start and its
//! length in [`Section::Text`].
//!
//! [`TextId::to_number`]: crate::TextId::to_number
//! [`EntityId::to_number`]: crate::EntityId::to_number

mod lists;

pub use lists::ListReader;

use xxhash_rust::xxh64::{Xxh64, xxh64};

/// The first bytes of an edition.
pub const MAGIC: [u8; 8] = *b"CUTTINGS";

/// The version of the format. Raise it whenever an older program could misread newer bytes, or the
/// reverse.
pub const FORMAT_VERSION: u32 = 5;

/// Offset of the version in the header.
pub const VERSION_OFFSET: usize = 8;
/// Offset of the edition's length in the header.
pub const LENGTH_OFFSET: usize = 16;
/// Offset of the checksum in the header.
pub const CHECKSUM_OFFSET: usize = 24;
/// Offset of the table of sections, which is also the first byte that the checksum covers.
pub const SECTION_TABLE_OFFSET: usize = 32;
/// Length of the header.
pub const HEADER_BYTES: usize = SECTION_TABLE_OFFSET + 8 * Section::COUNT;

/// The start of a reference to an absent text.
pub const ABSENT: u32 = u32::MAX;

/// Computes the checksum of an edition: XXH64 (seed 0) of everything from the table of sections on.
pub fn checksum(edition: &[u8]) -> u64 {
    xxh64(edition.get(SECTION_TABLE_OFFSET..).unwrap_or_default(), 0)
}

/// The checksum of an edition whose bytes come in pieces.
#[derive(Default)]
pub struct Checksum(Xxh64);

impl Checksum {
    /// Adds the next bytes. The first are those of the table of sections.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Returns the checksum of what was added.
    pub fn finish(&self) -> u64 {
        self.0.digest()
    }
}

/// The sections, in the order of the header's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Every text, one after the other.
    Text,
    /// The texts about the whole edition.
    Site,
    /// A record for each item.
    Items,
    /// A record for each block of each article.
    Blocks,
    /// The articles' item numbers, sorted by slug.
    Slugs,
    /// The search index.
    Index,
    /// The mentions of entities in each item.
    Mentions,
    /// The quotes in each item.
    Quotes,
    /// The figures of each unit.
    Figures,
    /// The summary of each item, and its related articles.
    Related,
    /// The containers, attributes and marks of blocks.
    Forms,
    /// The metadata of each item.
    Metadata,
    /// The custom fields of the metadata.
    Fields,
    /// The picture files.
    Assets,
    /// The articles that link to each item, its story, and the passages that it reuses.
    Connections,
    /// The items of each story.
    Stories,
}

impl Section {
    /// The number of sections.
    pub const COUNT: usize = 16;

    /// All sections in order.
    pub const ALL: [Section; Section::COUNT] = {
        use Section::*;
        [
            Text,
            Site,
            Items,
            Blocks,
            Slugs,
            Index,
            Mentions,
            Quotes,
            Figures,
            Related,
            Forms,
            Metadata,
            Fields,
            Assets,
            Connections,
            Stories,
        ]
    };

    /// Returns the offset of this section's entry in the header: its own offset, then its length.
    pub const fn entry_offset(self) -> usize {
        SECTION_TABLE_OFFSET + 8 * self as usize
    }

    /// Returns the length of one record in bytes; 1 for a section without records.
    pub(crate) const fn record_bytes(self) -> usize {
        match self {
            Section::Site => 8,
            Section::Items => ITEM_BYTES,
            Section::Blocks => BLOCK_BYTES,
            Section::Slugs => 4,
            _ => 1,
        }
    }
}

/// The texts about the whole edition, in the order of their references.
#[derive(Clone, Copy, Debug)]
pub enum SiteText {
    /// The edition's title.
    Title,
    /// A sentence about it.
    Description,
    /// The language of the texts that name none, as a BCP 47 tag.
    Language,
}

impl SiteText {
    /// All texts in order.
    pub const ALL: [SiteText; 3] = [SiteText::Title, SiteText::Description, SiteText::Language];
}

/// The texts of an item, in the order of their references in its record.
#[derive(Clone, Copy, Debug)]
pub enum ItemText {
    /// The label over the headline.
    Section,
    /// The headline.
    Title,
    /// The article's section of its URL. Articles only.
    Slug,
    /// The line under the headline. Articles only.
    Standfirst,
    /// The BCP 47 tag of the language, if it is not the edition's. Articles only.
    Language,
    /// The age as the seed spells it. Teasers only.
    Age,
}

impl ItemText {
    /// The number of texts.
    pub const COUNT: usize = 6;

    /// All texts in order.
    pub const ALL: [ItemText; ItemText::COUNT] = {
        use ItemText::*;
        [Section, Title, Slug, Standfirst, Language, Age]
    };
}

/// The numbers of an item, in the order in which they follow its texts.
#[derive(Clone, Copy, Debug)]
pub enum ItemNumber {
    /// [`KIND_ARTICLE`] or [`KIND_TEASER`].
    Kind,
    /// The record of the first block in [`Section::Blocks`].
    FirstBlock,
    /// The number of blocks.
    BlockCount,
    /// The number of words in the blocks.
    WordCount,
}

impl ItemNumber {
    const COUNT: usize = 4;

    /// All numbers in order.
    pub const ALL: [ItemNumber; ItemNumber::COUNT] =
        [ItemNumber::Kind, ItemNumber::FirstBlock, ItemNumber::BlockCount, ItemNumber::WordCount];

    /// Returns the offset of this number in an item's record.
    pub const fn offset(self) -> usize {
        8 * ItemText::COUNT + 4 * self as usize
    }
}

/// [`ItemNumber::Kind`] of an article.
pub const KIND_ARTICLE: u32 = 0;
/// [`ItemNumber::Kind`] of a teaser.
pub const KIND_TEASER: u32 = 1;

/// The length of an item's record.
pub const ITEM_BYTES: usize = 8 * ItemText::COUNT + 4 * ItemNumber::COUNT;
/// The length of a block's record.
pub const BLOCK_BYTES: usize = 8 + 4;

/// The head of a quote: a speaker code in the lowest two bits, the flag [`quote::NOT_SPEECH`], and
/// the number of pieces after the first in the bits above.
pub mod quote {
    /// The speaker code of a quote without a known speaker.
    pub const UNKNOWN_SPEAKER: u32 = 0;
    /// The speaker code of a quote by an entity.
    pub const ENTITY_SPEAKER: u32 = 1;
    /// The speaker code of a quote whose speaker the text only describes.
    pub const DESCRIBED_SPEAKER: u32 = 2;
    /// The bits of the speaker code.
    pub const SPEAKER_MASK: u32 = 3;
    /// The flag of scare quotes and titles of works.
    pub const NOT_SPEECH: u32 = 4;
    /// The lowest bit of the number of pieces.
    pub const PIECES_SHIFT: u32 = 3;
}

/// The head of a block: the kind in the lowest four bits, the level of a heading in the next four,
/// and above them the number of its form plus 1, or 0.
pub mod block {
    /// A paragraph.
    pub const PARAGRAPH: u32 = 0;
    /// A heading.
    pub const HEADING: u32 = 1;
    /// Code. Its form has the text of the language's name.
    pub const CODE: u32 = 2;
    /// A table. Its form has the alignment of each column, counted: 0 for none, 1 left, 2 center,
    /// 3 right.
    pub const TABLE: u32 = 3;
    /// A picture. Its form has the number of the asset and the alternative text.
    pub const PICTURE: u32 = 4;
    /// A thematic break.
    pub const RULE: u32 = 5;
    /// A term.
    pub const TERM: u32 = 6;
    /// The bits of the kind.
    pub const KIND_MASK: u32 = 15;
    /// The lowest bit of the level.
    pub const LEVEL_SHIFT: u32 = 4;
    /// The bits of the level, after the shift.
    pub const LEVEL_MASK: u32 = 15;
    /// The lowest bit of the number of the form.
    pub const FORM_SHIFT: u32 = 8;
}

/// The containers in a form: the id of the container, one of these codes, and what the code needs.
pub mod container {
    /// A quotation.
    pub const QUOTATION: u32 = 0;
    /// A list without numbers: 1 if it is tight.
    pub const BULLETS: u32 = 1;
    /// A list with numbers: the first number; 1 if it is tight.
    pub const NUMBERS: u32 = 2;
    /// An item: 1 for an open task, 2 for a done one, 0 otherwise.
    pub const ITEM: u32 = 3;
    /// A definition.
    pub const DEFINITION: u32 = 4;
    /// A footnote: its number.
    pub const FOOTNOTE: u32 = 5;
    /// An alert: its position in [`Alert::ALL`](crate::Alert::ALL).
    pub const ALERT: u32 = 6;
}

/// The marks in a form: one of these codes, the start minus the start of the preceding mark, the
/// length, and what the code needs.
pub mod mark {
    /// Strong importance.
    pub const STRONG: u32 = 0;
    /// Emphasis.
    pub const EMPHASIS: u32 = 1;
    /// Code.
    pub const CODE: u32 = 2;
    /// Text that no longer holds.
    pub const STRIKETHROUGH: u32 = 3;
    /// Superscript.
    pub const SUPERSCRIPT: u32 = 4;
    /// Subscript.
    pub const SUBSCRIPT: u32 = 5;
    /// Highlighted text.
    pub const HIGHLIGHT: u32 = 6;
    /// A link: its target ([`link`](super::link)).
    pub const LINK: u32 = 7;
    /// A reference to a footnote: its number.
    pub const FOOTNOTE_REFERENCE: u32 = 8;
    /// A picture: the number of the asset.
    pub const PICTURE: u32 = 9;
}

/// The target of a link: one of these codes, and what the code needs.
pub mod link {
    /// A URL: a text.
    pub const URL: u32 = 0;
    /// An article: its item number, and the number of its block plus 1, or 0.
    pub const ARTICLE: u32 = 1;
    /// A block of the same article: its number.
    pub const BLOCK: u32 = 2;
}

/// The entries of [`Section::Metadata`]: one of these codes and its value, a text unless noted.
pub mod metadata {
    /// An author who is a person.
    pub const PERSON: u32 = 0;
    /// An author that is an organisation.
    pub const ORGANISATION: u32 = 1;
    /// The date of publication: a text, then the day ([`Day::to_number`](crate::Day::to_number)) or
    /// 0.
    pub const DATE: u32 = 2;
    /// The date of the last change, in the same form.
    pub const UPDATED: u32 = 3;
    /// The name of the publication.
    pub const SOURCE: u32 = 4;
    /// The address of the original.
    pub const SOURCE_URL: u32 = 5;
    /// A tag.
    pub const TAG: u32 = 6;
    /// The picture that stands for the article: the number of the asset, then a text.
    pub const PICTURE: u32 = 7;
    /// A value of the first custom field. Those of the other fields follow.
    pub const FIRST_CUSTOM_FIELD: u32 = 8;
}
