//! Word documents: paragraphs, headings, lists, tables, links, pictures and footnotes become HTML,
//! which the reader of saved pages turns into blocks.
//!
//! ```text
//! word/document.xml              the text
//! word/_rels/document.xml.rels   targets of links, and files of pictures
//! word/styles.xml                which styles are headings
//! word/numbering.xml             which lists have numbers
//! word/footnotes.xml             the footnotes
//! docProps/core.xml              title, author, dates
//! ```

mod body;
mod styles;

use std::collections::HashMap;

use cuttings_corpus::{Article, DEFAULT_SECTION, Date, find_day, is_language_tag, split_authors};
use cuttings_diagnostics::Origin;

use crate::archive_pictures::{ArchivePictures, entry_of};
use crate::csv_rows::tags;
use crate::epub::parse_entry;
use crate::html;
use crate::item::Item;
use crate::unpack::Archive;
use crate::xml::Element;
use crate::{Flow, Importer};
use body::Writer;
use styles::Styles;

/// Reads the document.
pub(crate) fn read(name: &str, archive: &mut Archive<'_>, importer: &mut Importer<'_>) -> Flow {
    let document = match parse_entry(archive, "word/document.xml", importer) {
        Ok(document) => document,
        Err(reason) => return importer.error(name, reason),
    };
    let mut optional = |entry: &str| parse_entry(archive, entry, importer).unwrap_or_default();
    let relations = relations(&optional("word/_rels/document.xml.rels"));
    let styles = Styles::read(&optional("word/styles.xml"), &optional("word/numbering.xml"));
    let footnotes = optional("word/footnotes.xml");
    let core = optional("docProps/core.xml");
    let mut writer = Writer::new(&styles, &relations);
    if let Some(body) = document.find("w:body") {
        writer.body(body);
    }
    writer.footnotes(&footnotes);
    let (html, title_of_style) = writer.finish();
    let pictures = ArchivePictures::new(archive, importer);
    let find = |address: &str| pictures.find("word", address);
    let body = html::blocks(&html, None, &find, importer);
    pictures.finish(importer);
    let body = match body {
        Ok(body) => body,
        Err(reason) => return importer.error(name, reason),
    };
    if body.blocks.iter().all(|block| block.text.is_empty()) {
        return importer.error(name, "This document has no text.");
    }
    let properties = core.child("cp:coreProperties").unwrap_or(&core);
    let line = |name: &str| properties.line(name);
    let heading = || body.blocks.iter().find(|it| it.is_heading()).map(|it| it.text.clone());
    let title = title_of_style
        .or_else(|| line("dc:title"))
        .or_else(heading)
        .unwrap_or_else(|| html::file_title(name))
        .replace('\n', " ");
    let body = body.without_title(&title);
    let date = |name: &str| line(name).map(|text| Date { day: find_day(&text), text });
    let keywords = line("cp:keywords").unwrap_or_default();
    let created = date("dcterms:created");
    let updated = date("dcterms:modified").filter(|it| {
        it.day.is_some() && created.as_ref().is_some_and(|created| it.day > created.day)
    });
    importer.item(Item::new(Article {
        standfirst: line("dc:description").or_else(|| line("dc:subject")),
        authors: line("dc:creator").map(|it| split_authors(&it)).unwrap_or_default(),
        date: created,
        updated,
        tags: tags(keywords.split([',', ';'])),
        language: line("dc:language").filter(|tag| is_language_tag(tag)),
        body: body.blocks,
        anchors: body.anchors,
        ..Article::new(DEFAULT_SECTION, title, Origin::new(name, 1))
    }))
}

/// The targets of relations by their ids: addresses, or paths in the folder of the document.
type Relations = HashMap<String, String>;

fn relations(root: &Element) -> Relations {
    let Some(list) = root.child("rel:Relationships") else { return Relations::new() };
    let relations = list.all("rel:Relationship").filter_map(|relation| {
        let target = relation.attribute("Target")?;
        let target = match relation.attribute("TargetMode") {
            Some("External") => target.to_owned(),
            // Relative to the folder of the document, or absolute.
            _ => match target.strip_prefix('/') {
                Some(_) => format!("../{}", entry_of("", target)?),
                None => target.to_owned(),
            },
        };
        Some((relation.attribute("Id")?.to_owned(), target))
    });
    relations.collect()
}
