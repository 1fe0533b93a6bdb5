//! PDF files with a text layer: the text in paragraphs and headings. Pictures, tables and marks are
//! not read.

mod font;
mod glyphs;
mod guard;
mod lines;
mod paragraphs;

use cuttings_corpus::{Article, DEFAULT_SECTION, Date, find_day, line_of_text, split_authors};
use cuttings_diagnostics::Origin;
use encoding_rs::{UTF_16BE, WINDOWS_1252};
use hayro_syntax::Pdf;

use crate::csv_rows::tags;
use crate::html::{self, Body};
use crate::item::Item;
use crate::{File, Flow, Importer};
use font::Fonts;

/// A document with fewer letters on a page, in the mean, consists of pictures.
const MIN_LETTERS: usize = 20;

/// Reads the document.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    match document(file, importer) {
        Ok((article, note)) => {
            if let Some(note) = note {
                importer.note(file.name, note)?;
            }
            importer.item(Item::new(article))
        }
        Err(reason) => importer.error(file.name, reason),
    }
}

/// Reads the document as an article, with a note on what is missing.
///
/// # Errors
/// If it has no text that can be read, with the remedy.
pub(crate) fn document(
    file: &File<'_>,
    importer: &Importer<'_>,
) -> Result<(Article, Option<String>), String> {
    let limits = importer.limits;
    guard::check(file.bytes, limits.pdf_bytes)?;
    let pdf = Pdf::new(file.bytes.to_vec()).map_err(|_| DAMAGED.to_owned())?;
    let fonts = Fonts::new();
    let mut instructions = limits.instructions;
    let mut pages = Vec::new();
    let (mut unknown, mut known) = (0_usize, 0_usize);
    let count = pdf.pages().len();
    for (number, page) in pdf.pages().iter().take(limits.pages).enumerate() {
        let glyphs = glyphs::of_page(page, &fonts, &mut instructions);
        known += glyphs.iter().filter(|glyph| glyph.text.is_some()).count();
        unknown += glyphs.iter().filter(|glyph| glyph.text.is_none()).count();
        pages.push(lines::of_page(number, &glyphs));
        if instructions == 0 {
            break;
        }
    }
    let letters: usize = pages
        .iter()
        .flatten()
        .map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count())
        .sum();
    if known < unknown {
        return Err(
            "The fonts of this PDF file do not say which characters they show. Print it as \
                    a new PDF file, or recognise its text with a program for that (OCR)."
                .to_owned(),
        );
    }
    if letters < MIN_LETTERS * pages.len().max(1) {
        return Err("This PDF file has no text layer: its pages are pictures. Recognise its text \
                    with a program for that (OCR), and import it again."
            .to_owned());
    }
    let read = pages.len();
    lines::remove_repeated(&mut pages);
    let (blocks, largest) = paragraphs::blocks(&pages);
    let metadata = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().and_then(text_of);
    let told = text(&metadata.title).filter(|title| is_title(title));
    let title = told.or(largest).unwrap_or_else(|| html::file_title(file.name));
    let body = Body { blocks, anchors: Vec::new() }.without_title(&title);
    let keywords = text(&metadata.keywords).unwrap_or_default();
    let article = Article {
        authors: text(&metadata.author).map(|it| split_authors(&it)).unwrap_or_default(),
        date: metadata.creation_date.map(|date| {
            let text = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
            Date { day: find_day(&text), text }
        }),
        tags: tags(keywords.split([',', ';'])),
        body: body.blocks,
        ..Article::new(DEFAULT_SECTION, title, Origin::new(file.name, 1))
    };
    let note = match (read < count, instructions) {
        (_, 0) => Some(format!("Page {read} draws more than can be read, so the rest is missing.")),
        (true, _) => Some(format!(
            "Only the first {read} of {count} pages were read. Split the file to read more."
        )),
        _ => None,
    };
    Ok((article, note))
}

const DAMAGED: &str = "This PDF file is damaged. Download it again.";

/// Decodes a text of the metadata: UTF-16 or UTF-8 with a mark, or else Latin letters.
fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    line_of_text(&text)
}

/// Returns whether a title was written by a person, not by a program.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_file = [".doc", ".docx", ".tex", ".dvi", ".pdf", ".indd", ".qxd", ".rtf"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let is_default = ["untitled", "microsoft word - ", "slide 1", "powerpoint"]
        .iter()
        .any(|start| lower.starts_with(start));
    !is_file && !is_default && title.chars().filter(|c| c.is_alphabetic()).count() > 2
}
