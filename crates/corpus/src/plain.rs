//! Parses plain text: one file is one article, and blank lines separate its paragraphs.
//!
//! Such a text has lines of equal width, as e-mails and old text files have them, or it is any text
//! in which the parser of listings found nothing.

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{
    article::{Article, DEFAULT_SECTION},
    block::Block,
    file_name::FileName,
    line_report::{LineReport, LineRole},
    parsed::{Parsed, ParsedArticle},
    source::{self, Line},
    title,
};

/// The widths that programs and people break lines at, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// The number of lines from which short ones alone are a menu rather than a list.
const MENU_LINES: usize = 12;

/// The largest number of words in a label of a menu.
const LABEL_WORDS: usize = 5;

/// The least number of broken lines that show the width.
const MIN_BROKEN_LINES: usize = 4;

/// The longest title or heading, in characters.
const MAX_TITLE_CHARS: usize = 120;

/// Returns whether the lines of a text are broken at one width: no line is longer, and hardly any
/// line inside a paragraph has room for the first word of the next.
pub(crate) fn is_wrapped(text: &str) -> bool {
    let width = source::raw_lines(text).map(|line| line.trim_end().chars().count()).max();
    let Some(width) = width.filter(|width| WIDTHS.contains(width)) else { return false };
    let (mut broken, mut with_room) = (0, 0);
    let mut above: Option<usize> = None;
    for line in source::raw_lines(text) {
        let line = line.trim_end();
        if line.is_empty() {
            above = None;
            continue;
        }
        if let Some(above) = above {
            let word = line.split_whitespace().next().unwrap_or_default().chars().count();
            match above + 1 + word > width.saturating_sub(4) {
                true => broken += 1,
                false => with_room += 1,
            }
        }
        above = Some(line.chars().count());
    }
    broken >= MIN_BROKEN_LINES && broken > 9 * with_room
}

/// Returns whether a text has anything to read. A menu copied without its page has only labels.
pub(crate) fn has_prose(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_menu = lines.clone().count() >= MENU_LINES
        && lines.clone().all(|line| line.split_whitespace().count() <= LABEL_WORDS);
    text.chars().any(char::is_alphanumeric) && !is_menu
}

/// A parsed text.
pub(crate) struct Text<'a> {
    file: &'a str,
    /// The text between two lines of a paragraph: a space where a program broke them, and a line
    /// feed where the author did.
    separator: &'static str,
    lines: source::Lines<'a>,
    /// The role of each line that is not blank, and the rule that decided.
    roles: Vec<(LineRole, &'static str)>,
}

impl<'a> Text<'a> {
    pub(crate) fn parse(file: &'a str, text: &'a str) -> Self {
        let lines = source::lines(file, text);
        let separator = if is_wrapped(text) { " " } else { "\n" };
        let mut roles = Vec::new();
        let count = lines.nonblank.len();
        for paragraph in paragraphs(&lines.nonblank) {
            let is_first = roles.is_empty();
            // The only line of a file is its text.
            let role = match paragraph {
                [line] if is_heading(&line.text) && is_first && count > 1 => {
                    (LineRole::Title, "a short first line on its own")
                }
                [line] if is_heading(&line.text) && count > 1 => {
                    (LineRole::Heading, "a short line on its own")
                }
                _ => (LineRole::Paragraph, "lines up to a blank line"),
            };
            roles.extend(paragraph.iter().map(|_| role));
        }
        Self { file, separator, lines, roles }
    }

    /// Returns the article and the diagnostics.
    pub(crate) fn into_parsed(self) -> Parsed {
        let (mut title, mut body) = (None, Vec::new());
        let mut roles = self.roles.iter();
        for paragraph in paragraphs(&self.lines.nonblank) {
            let role = roles.next().map(|(role, _)| *role);
            roles.by_ref().take(paragraph.len() - 1).for_each(drop);
            let lines: Vec<&str> = paragraph.iter().map(|line| &*line.text).collect();
            let text = lines.join(self.separator);
            match role {
                Some(LineRole::Title) => title = Some(text),
                Some(LineRole::Heading) => body.push(Block::heading(text)),
                _ => body.push(Block::paragraph(text)),
            }
        }
        let mut diagnostics = self.lines.diagnostics;
        let name = FileName::new(self.file);
        let title = title.or_else(|| name.title()).unwrap_or_else(|| {
            let message = "This text has no title, so its first words are used as one. Put a title \
                           on a line of its own above it.";
            let diagnostic = Diagnostic::new(Origin::new(self.file, 1), Severity::Warning, message);
            diagnostics
                .push(diagnostic.in_group("texts without a title are called by their first words"));
            let first_line = body.first().and_then(|block| block.text().lines().next());
            title::from_first_words(first_line.unwrap_or_default())
        });
        let article = Article {
            body,
            date: name.date(),
            ..Article::new(DEFAULT_SECTION, title, Origin::new(self.file, 1))
        };
        let files = vec![self.file.to_owned()];
        let article = ParsedArticle { files, ..ParsedArticle::new(article) };
        Parsed { articles: vec![article], teasers: Vec::new(), diagnostics }
    }

    /// Returns a report of each line, including blank ones.
    pub(crate) fn reports(&self) -> Vec<LineReport> {
        let mut nonblank = self.lines.nonblank.iter().zip(&self.roles).peekable();
        (1..=self.lines.count)
            .map(|number| match nonblank.next_if(|(line, _)| line.number == number) {
                Some((line, (role, reason))) => LineReport {
                    line: number,
                    text: line.text.clone().into_owned(),
                    role: *role,
                    reason: (*reason).into(),
                },
                None => LineReport::blank(number),
            })
            .collect()
    }
}

/// Returns the runs of lines that no blank line separates.
fn paragraphs<'l, 'a>(lines: &'l [Line<'a>]) -> impl Iterator<Item = &'l [Line<'a>]> {
    lines.chunk_by(|line, next| line.number.saturating_add(1) == next.number)
}

/// Returns whether a line on its own looks like a title or heading: short, and no sentence.
fn is_heading(text: &str) -> bool {
    text.chars().count() <= MAX_TITLE_CHARS
        && !text.ends_with(['.', ',', ';', ':', '。', '…'])
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with(['-', '*', '•', '>', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "\
A Letter From the Harbour

The first boat left at dawn with forty people on board, and it came
back in the evening with forty-one. Nobody could say who the last one
was, and the captain, who counts, had counted right both times.

What the Captain Says

He says that the sea gives as it takes, and that a passenger more is
better than a passenger less. The office has opened an inquiry, which
will not end before the autumn.
";

    #[test]
    fn lines_of_one_width_make_one_article() {
        assert!(is_wrapped(LETTER));
        let parsed = Text::parse("letter.txt", LETTER).into_parsed();
        assert_eq!(parsed.articles.len(), 1);
        let article = &parsed.articles[0].article;
        assert_eq!(article.title, "A Letter From the Harbour");
        assert_eq!(article.body.len(), 3);
        assert!(article.body[0].text.ends_with("had counted right both times."));
        assert!(article.body[1].is_heading());
        assert!(parsed.diagnostics.is_empty());
    }

    #[test]
    fn a_sentence_is_no_title() {
        let text = LETTER.split_once("\n\n").unwrap().1;
        let parsed = Text::parse("2024-05-16-from-the-harbour.txt", text).into_parsed();
        let article = &parsed.articles[0].article;
        assert_eq!(article.title, "From the harbour");
        assert_eq!(article.date.as_ref().unwrap().text, "2024-05-16");
    }

    #[test]
    fn the_lines_of_any_other_text_stay_apart() {
        let texts = |text: &str| {
            let article = Text::parse("list.txt", text).into_parsed().articles.remove(0).article;
            let body: Vec<String> = article.body.into_iter().map(|block| block.text).collect();
            (article.title, body)
        };
        let body = vec!["milk\neggs".to_owned()];
        assert_eq!(texts("Shopping\n\nmilk\neggs\n"), ("Shopping".to_owned(), body.clone()));
        assert_eq!(texts("milk\neggs"), ("milk".to_owned(), body));
        assert_eq!(texts("hello"), ("hello".to_owned(), vec!["hello".to_owned()]));
    }

    #[test]
    fn listings_are_not_in_lines_of_one_width() {
        assert!(!is_wrapped(""));
        assert!(!is_wrapped("Coast\nFerry Returns\nThe first boat left at dawn.\n"));
        assert!(!is_wrapped(&"Coast\nA Title of a Few Words Stands Here\nText.\n".repeat(20)));
        assert!(!is_wrapped(&"word ".repeat(100)));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parsed(text in "(?s)([ -~é\n]{0,60}\n?){0,9}") {
            is_wrapped(&text);
            let parsed = Text::parse("a.txt", &text);
            assert!(parsed.reports().len() >= parsed.roles.len());
            parsed.into_parsed();
        }
    }
}
