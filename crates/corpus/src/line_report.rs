//! The role that the parser gives to each line of a seed, and the rule that decided.

use std::borrow::Cow;

/// One line of a seed with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineReport {
    /// The line number, starting at 1.
    pub line: u32,
    /// The line's text, cleaned as the parser cleans it.
    pub text: String,
    /// The role that the parser gave to the line.
    pub role: LineRole,
    /// The rule that decided, in a few words.
    pub reason: Cow<'static, str>,
}

impl LineReport {
    /// Creates the report of a line that has no text.
    pub(crate) fn blank(line: u32) -> Self {
        Self { line, text: String::new(), role: LineRole::Blank, reason: "blank line".into() }
    }
}

/// The role of a line in a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineRole {
    /// A line without text.
    Blank,
    /// A line of dashes, stars or dots only; or, in Markdown, of markup only.
    Separator,
    /// A section label above an article.
    Section,
    /// An article's title.
    Title,
    /// An article's standfirst.
    Standfirst,
    /// An article's author.
    Author,
    /// An article's date of publication.
    Date,
    /// A heading in a body.
    Heading,
    /// A paragraph or a part of one.
    Paragraph,
    /// A paragraph in an item of a list.
    ListItem,
    /// A paragraph in a quotation.
    Quotation,
    /// A paragraph in an alert.
    Alert,
    /// A term that a definition follows.
    Term,
    /// A paragraph in a definition.
    Definition,
    /// A paragraph in a footnote.
    Footnote,
    /// Code.
    Code,
    /// A row of a table.
    Table,
    /// A picture on its own.
    Picture,
    /// The dash above a teaser.
    TeaserMark,
    /// A teaser's section, with or without its age.
    TeaserSection,
    /// A teaser's age on a line of its own.
    TeaserAge,
    /// A teaser's title.
    TeaserTitle,
    /// A line that belongs to no article or teaser. A diagnostic quotes it.
    LeftOut,
    /// Front matter of a Markdown seed.
    FrontMatter,
}

impl LineRole {
    /// Returns the role's name in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Separator => "separator",
            Self::Section => "section",
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Author => "author",
            Self::Date => "date",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list item",
            Self::Quotation => "quotation",
            Self::Alert => "alert",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Footnote => "footnote",
            Self::Code => "code",
            Self::Table => "table",
            Self::Picture => "picture",
            Self::TeaserMark => "teaser mark",
            Self::TeaserSection => "teaser section",
            Self::TeaserAge => "teaser age",
            Self::TeaserTitle => "teaser title",
            Self::LeftOut => "left out",
            Self::FrontMatter => "front matter",
        }
    }
}
