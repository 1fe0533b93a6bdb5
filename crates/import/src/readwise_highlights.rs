//! Readwise's table of highlights: `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,
//! Tags,Location Type,Location,Highlighted at,Document tags`. It names no addresses and has no
//! texts but the highlights, so each book becomes an article of quotations.

use std::collections::HashMap;

use cuttings_corpus::{Article, Block, Container, ContainerKind, DEFAULT_SECTION, split_authors};
use cuttings_diagnostics::Origin;

use crate::csv_rows::{self, Row};
use crate::item::{Annotation, Item};
use crate::{File, Flow, Importer};

/// Reads the table. Books come in the order of their first highlights.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let mut books: Vec<Item> = Vec::new();
    let mut numbers: HashMap<(String, String), usize> = HashMap::new();
    csv_rows::each(file, importer, &mut |row, line, _| {
        let title = row.text("book title").unwrap_or_else(|| "Untitled".to_owned());
        let author = row.text("book author").unwrap_or_default();
        let number = *numbers.entry((title.clone(), author.clone())).or_insert_with(|| {
            let tags = csv_rows::listed_tags(&row.text("document tags").unwrap_or_default());
            let article = Article::new(DEFAULT_SECTION, title, Origin::new(file.name, line));
            books.push(Item::new(Article { authors: split_authors(&author), tags, ..article }));
            books.len() - 1
        });
        if let Some(book) = books.get_mut(number) {
            add(book, row);
        }
        Flow::Continue(())
    })?;
    books.into_iter().try_for_each(|book| importer.item(book))
}

/// Adds the highlight of a row. One without a text is a note on the book.
fn add(book: &mut Item, row: &Row<'_>) {
    let quote = row.text("highlight");
    let note = row.text("note").unwrap_or_default();
    let labels = csv_rows::listed_tags(&row.text("tags").unwrap_or_default());
    let mut block = None;
    if let Some(quote) = &quote {
        let number = u32::try_from(book.article.body.len()).unwrap_or(u32::MAX);
        let containers = vec![Container { id: number, kind: ContainerKind::Quotation }];
        book.article.body.push(Block { containers, ..Block::paragraph(quote.clone()) });
        block = Some(number);
    }
    if block.is_some() || !note.is_empty() {
        book.annotations.push(Annotation {
            block,
            quote: quote.unwrap_or_default(),
            note,
            labels,
            created: row.text("highlighted at").map(|it| csv_rows::date(&it)),
            ..Annotation::default()
        });
    }
}
