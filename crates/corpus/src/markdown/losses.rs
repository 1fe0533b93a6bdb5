//! Groups the notes about forms that a body cannot keep: one per file and kind.

use std::collections::BTreeMap;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

/// The longest quotation, in characters.
const MAX_QUOTE_CHARS: usize = 120;

/// The most quotations in one note.
const MAX_QUOTES: usize = 20;

/// A form that a body cannot keep. The order is that of the notes about one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loss {
    /// A tag of HTML or JSX.
    Tag,
    /// The contents of a script or a style sheet.
    Script,
    /// An import or export of MDX.
    Module,
    /// A shortcode or a tag of a template language.
    Shortcode,
    /// A link whose address is unsafe or empty.
    Link,
    /// A link to a heading that the file does not have.
    Fragment,
    /// A picture whose address is unsafe or empty, or a remote one within a link.
    Picture,
    /// The title of a link, of words or of a picture within a line.
    Tooltip,
    /// The address of a link in the title.
    TitleLink,
    /// Words after the language of a code block.
    CodeAttributes,
    /// A cell of a table that covers several columns or rows.
    Span,
    /// Containers beyond the bound.
    Nesting,
}

impl Loss {
    fn message(self) -> &'static str {
        match self {
            Self::Tag => "HTML tags without an equivalent are left out; their text is kept",
            Self::Script => "Scripts and style sheets are left out",
            Self::Module => "Imports and exports of MDX are left out",
            Self::Shortcode => "Shortcodes are left out; the text between them is kept",
            Self::Link => "Links without text or a safe address are kept as text",
            Self::Fragment => "Links to headings that this file does not have are kept as text",
            Self::Picture => "Pictures without an address of their own are kept as text",
            Self::Tooltip => "Titles of links, words and pictures within a line are left out",
            Self::TitleLink => "Links in the title are kept as text",
            Self::CodeAttributes => "Words after the language of a code block are left out",
            Self::Span => "Cells that cover several columns or rows are followed by empty ones",
            Self::Nesting => "Lists and quotations are nested too deeply; these are kept flat",
        }
    }
}

/// The losses of a file.
#[derive(Debug, Default)]
pub(super) struct Losses(BTreeMap<Loss, Group>);

#[derive(Debug)]
struct Group {
    first_line: u32,
    count: usize,
    /// The parts that could not be kept, without repetition.
    quotes: Vec<String>,
}

impl Losses {
    /// Records a loss and the part that could not be kept.
    pub(super) fn add(&mut self, loss: Loss, line: u32, quote: &str) {
        let group =
            self.0.entry(loss).or_insert(Group { first_line: line, count: 0, quotes: Vec::new() });
        group.count += 1;
        group.first_line = group.first_line.min(line);
        if group.quotes.len() < MAX_QUOTES {
            let quote = shortened(quote);
            if !quote.is_empty() && !group.quotes.contains(&quote) {
                group.quotes.push(quote);
            }
        }
    }

    /// Returns one note per kind of loss.
    pub(super) fn into_notes(self, file: &str) -> impl Iterator<Item = Diagnostic> {
        self.0.into_iter().map(move |(loss, Group { first_line, count, quotes })| {
            let count = if count > 1 { format!(" ({count} times)") } else { String::new() };
            let quotes = quotes.join(" ");
            let message = format!("{}{count}: {quotes}", loss.message());
            let message = message.trim_end_matches(": ");
            Diagnostic::new(Origin::new(file, first_line), Severity::Note, message)
                .in_group(loss.message())
        })
    }
}

/// Folds the white space of a quotation and cuts it with an ellipsis.
fn shortened(quote: &str) -> String {
    let mut words = String::new();
    let mut length = 0;
    for word in quote.split_whitespace() {
        if length > 0 {
            words.push(' ');
            length += 1;
        }
        for c in word.chars() {
            if length == MAX_QUOTE_CHARS {
                return words.trim_end().to_owned() + "…";
            }
            words.push(c);
            length += 1;
        }
    }
    words
}
