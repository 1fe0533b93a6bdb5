//! EPUB 2 and 3: an article for each document of the spine that has enough text, with the book as
//! its section.
//!
//! ```text
//! META-INF/container.xml   the path of the package
//! OEBPS/content.opf        metadata, the manifest of files, and their order: the spine
//! OEBPS/toc.ncx            titles of the documents in EPUB 2; `nav.xhtml` in EPUB 3
//! ```

use std::collections::{HashMap, HashSet};

use cuttings_corpus::{
    Article, Author, Block, Date, LinkTarget, MarkKind, Source, find_day, is_language_tag,
    line_of_text, one_author,
};
use cuttings_diagnostics::Origin;

use crate::archive_pictures::{ArchivePictures, entry_of, folder_of};
use crate::csv_rows::tags;
use crate::html::{self, Body};
use crate::item::Item;
use crate::unpack::{Archive, unpack_named};
use crate::xml::{self, Element};
use crate::{File, Flow, Importer, web_address};

/// A document with less text, in letters, is a title page or a picture.
const MIN_LETTERS: usize = 200;

/// Reads the documents of the spine.
pub(crate) fn read(name: &str, archive: &mut Archive<'_>, importer: &mut Importer<'_>) -> Flow {
    let book = match Book::read(archive, importer) {
        Ok(book) => book,
        Err(reason) => return importer.error(name, reason),
    };
    let before = importer.items;
    for entry in &book.spine {
        let path = format!("{name}/{entry}");
        let bytes = match unpack_named(archive, entry, importer) {
            Some(Ok(bytes)) => bytes,
            Some(Err(reason)) => {
                importer.error(&path, reason)?;
                continue;
            }
            None => {
                importer.error(&path, "The book lists this document, but does not hold it.")?;
                continue;
            }
        };
        let html = html::decoded(&File { name: &path, bytes: &bytes }).unwrap_or_default();
        let pictures = ArchivePictures::new(archive, importer);
        let find = |address: &str| pictures.find(folder_of(entry), address);
        let body = html::blocks(&self_closed(&html), None, &find, importer);
        pictures.finish(importer);
        match body {
            Ok(body) => book.pass_on(&path, entry, body, importer)?,
            Err(reason) => importer.error(&path, reason)?,
        }
    }
    if importer.items == before {
        let reason = "This book has no document with text. If its pages are pictures, it cannot be \
                      imported.";
        return importer.error(name, reason);
    }
    Flow::Continue(())
}

/// Opens and closes the elements that XHTML may close at once and HTML may not.
fn self_closed(xhtml: &str) -> String {
    let mut out = String::with_capacity(xhtml.len());
    let mut rest = xhtml;
    while let Some(at) = rest.find("/>") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let tag = before.rsplit('<').next().unwrap_or_default();
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        match CLOSED_APART.contains(&&*name.to_ascii_lowercase()) {
            true => {
                out.push_str("></");
                out.push_str(&name);
                out.push('>');
            }
            false => out.push_str("/>"),
        }
        rest = after.get(2..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Elements that are often empty in XHTML and that HTML does not close at once.
const CLOSED_APART: &[&str] = &[
    "a", "b", "div", "em", "h1", "h2", "h3", "h4", "i", "iframe", "li", "p", "script", "section",
    "span", "strong", "style", "sub", "sup", "td", "th", "title", "textarea",
];

/// The metadata of a book and the order of its documents.
#[derive(Debug, Default)]
struct Book {
    title: Option<String>,
    authors: Vec<Author>,
    date: Option<Date>,
    language: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    tags: Vec<String>,
    /// The entries of the documents in reading order.
    spine: Vec<String>,
    /// The titles of documents by their entries, as the table of contents has them.
    titles: HashMap<String, String>,
}

impl Book {
    fn read(archive: &mut Archive<'_>, importer: &mut Importer<'_>) -> Result<Self, String> {
        let container = parse_entry(archive, "META-INF/container.xml", importer)?;
        let package = container
            .find("container:rootfile")
            .or_else(|| container.find("rootfile"))
            .and_then(|file| file.attribute("full-path"))
            .ok_or("This book does not say where its contents are. Download it again.")?
            .to_owned();
        let root = parse_entry(archive, &package, importer)?;
        let package_element = root.elements().next().ok_or(DAMAGED)?;
        let folder = folder_of(&package).to_owned();
        let mut book = Self::default();
        if let Some(metadata) = package_element.child("opf:metadata") {
            // EPUB 2 may have `dc-metadata` around.
            book.add_metadata(metadata.child("opf:dc-metadata").unwrap_or(metadata));
        }
        let mut files: HashMap<&str, (String, &Element)> = HashMap::new();
        let manifest = package_element.child("opf:manifest").ok_or(DAMAGED)?;
        for item in manifest.all("opf:item") {
            if let (Some(id), Some(href)) = (item.attribute("id"), item.attribute("href"))
                && let Some(entry) = entry_of(&folder, href)
            {
                files.insert(id, (entry, item));
            }
        }
        let spine = package_element.child("opf:spine").ok_or(DAMAGED)?;
        let mut listed = HashSet::new();
        for item in spine.all("opf:itemref") {
            if let Some((entry, _)) = item.attribute("idref").and_then(|id| files.get(id))
                && listed.insert(entry.clone())
            {
                book.spine.push(entry.clone());
            }
        }
        let is_nav = |item: &Element| {
            item.attribute("properties")
                .is_some_and(|it| it.split_whitespace().any(|word| word == "nav"))
        };
        let nav = files.values().find(|(_, item)| is_nav(item)).map(|(entry, _)| entry.clone());
        let ncx = spine.attribute("toc").and_then(|id| files.get(id)).map(|(entry, _)| entry);
        if let Some(ncx) = ncx
            && let Ok(root) = parse_entry(archive, ncx, importer)
        {
            book.add_points(&root, folder_of(ncx));
        }
        if let Some(nav) = nav {
            // The table of contents is no article.
            book.spine.retain(|entry| *entry != nav);
            if let Ok(root) = parse_entry(archive, &nav, importer) {
                book.add_links(&root, folder_of(&nav));
            }
        }
        Ok(book)
    }

    fn add_metadata(&mut self, metadata: &Element) {
        self.title = metadata.line("dc:title");
        let is_author = |it: &&Element| {
            it.attribute("opf:role").is_none_or(|role| matches!(role, "aut" | "ctb"))
        };
        self.authors = metadata
            .all("dc:creator")
            .filter(is_author)
            .filter_map(|it| one_author(&line_of_text(&it.text())?))
            .collect();
        self.date = metadata.line("dc:date").map(|text| Date { day: find_day(&text), text });
        self.language = metadata.line("dc:language").filter(|tag| is_language_tag(tag));
        self.publisher = metadata.line("dc:publisher");
        let source = metadata.line("dc:source").or_else(|| metadata.line("dc:identifier"));
        self.url = source.and_then(|url| web_address::web(&url));
        let subjects: Vec<String> = metadata.all("dc:subject").map(Element::text).collect();
        self.tags = tags(subjects.iter().map(String::as_str));
    }

    /// Adds the titles of the table of contents of EPUB 2.
    fn add_points(&mut self, element: &Element, folder: &str) {
        for child in element.elements() {
            if child.name == "ncx:navPoint"
                && let Some(label) = child.child("ncx:navLabel")
                && let Some(source) = child.child("ncx:content").and_then(|it| it.attribute("src"))
            {
                self.add_title(folder, source, &label.text());
            }
            self.add_points(child, folder);
        }
    }

    /// Adds the titles of the table of contents of EPUB 3.
    fn add_links(&mut self, element: &Element, folder: &str) {
        for child in element.elements() {
            if child.name == "xhtml:a"
                && let Some(source) = child.attribute("href")
            {
                self.add_title(folder, source, &child.text());
            }
            self.add_links(child, folder);
        }
    }

    /// Adds the title of a document. The first place within a document names it.
    fn add_title(&mut self, folder: &str, source: &str, title: &str) {
        if let (Some(entry), Some(title)) = (entry_of(folder, source), line_of_text(title)) {
            self.titles.entry(entry).or_insert(title);
        }
    }

    /// Passes on a document, unless it has too little text.
    fn pass_on(&self, path: &str, entry: &str, body: Body, importer: &mut Importer<'_>) -> Flow {
        let letters = |block: &Block| block.text.chars().filter(|c| c.is_alphanumeric()).count();
        if body.blocks.iter().map(letters).sum::<usize>() < MIN_LETTERS {
            return Flow::Continue(());
        }
        let heading = body.blocks.iter().find(|block| block.is_heading());
        let title = self
            .titles
            .get(entry)
            .cloned()
            .or_else(|| Some(heading?.text.replace('\n', " ")))
            .or_else(|| self.title.clone())
            .unwrap_or_else(|| html::file_title(entry));
        let mut body = body.without_title(&title);
        for block in &mut body.blocks {
            // The places of other documents are not known.
            let is_lost = |kind: &MarkKind| matches!(kind, MarkKind::Link(LinkTarget::Relative(_)));
            block.marks.retain(|mark| !is_lost(&mark.kind));
        }
        let source = Source { name: self.publisher.clone(), url: self.url.clone() };
        let section = self.title.clone().unwrap_or_else(|| html::file_title(path));
        importer.item(Item::new(Article {
            authors: self.authors.clone(),
            date: self.date.clone(),
            source: (source != Source::default()).then_some(source),
            tags: self.tags.clone(),
            language: self.language.clone(),
            body: body.blocks,
            anchors: body.anchors,
            ..Article::new(section, title, Origin::new(path, 1))
        }))
    }
}

const DAMAGED: &str = "This book does not list its documents. Download it again.";

/// Parses an entry in XML.
pub(crate) fn parse_entry(
    archive: &mut Archive<'_>,
    entry: &str,
    importer: &mut Importer<'_>,
) -> Result<Element, String> {
    let bytes = unpack_named(archive, entry, importer)
        .ok_or_else(|| format!("{entry} is missing. Download the file again."))??;
    let text = html::decoded(&File { name: entry, bytes: &bytes })
        .ok_or_else(|| format!("{entry} is not text. Download the file again."))?;
    Ok(xml::parse(&text, importer.limits.nodes)?.root)
}
