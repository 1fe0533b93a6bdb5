//! Reads text and Markdown files as the build reads seeds: an archive's together, so that their
//! links lead to each other.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::ControlFlow;

use cuttings_corpus::{
    Article, Corpus, Folder, LinkTarget, MarkKind, PackedSeeds, PictureError, PictureFile,
    Pictures, Site,
};
use cuttings_diagnostics::SourceFile;

use crate::archive_pictures::{ArchivePictures, folder_of};
use crate::item::Item;
use crate::kind::Kind;
use crate::unpack::{Archive, name_of, unpack_within};
use crate::{File, Flow, Importer, pictures};

/// The most bytes of seeds with links to each other that are read together.
const MAX_LINKED: usize = 64 << 20;

/// The most bytes of other seeds that are read together, and of seeds that are parsed at once. As
/// blocks they take many times as much.
const MAX_PARSED: usize = 1 << 17;

/// Reads a file that stands for itself.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let seed = SourceFile { name: file.name, bytes: file.bytes };
    pass_on(cuttings_corpus::parse(&[seed]), importer)
}

/// The seeds of an archive, which are read together.
pub(crate) struct ArchiveSeeds {
    /// The path of the folder that holds them all: the archive, or a folder within.
    root: String,
    site: Site,
    max_bytes: usize,
    /// The bytes of the seeds that were added.
    bytes: usize,
    /// The seeds that are not parsed yet, and their bytes.
    files: Vec<(String, Vec<u8>)>,
    unparsed: usize,
    /// The seeds that wait for those to which they have links.
    packed: PackedSeeds,
}

impl ArchiveSeeds {
    /// Looks at the seeds of an archive, without keeping them.
    pub(crate) fn new(name: &str, archive: &mut Archive<'_>, importer: &Importer<'_>) -> Self {
        let indices = 0..archive.len();
        let entries: Vec<(usize, String)> = indices
            .filter_map(|index| Some((index, name_of(archive, index)?)))
            .filter(|(_, entry)| Kind::of(entry, b"") == Kind::Seed)
            .collect();
        let mut common = entries.first().map_or("", |(_, entry)| folder_of(entry));
        for (_, entry) in &entries {
            while !common.is_empty()
                && !entry.strip_prefix(common).is_some_and(|rest| rest.starts_with('/'))
            {
                common = folder_of(common);
            }
        }
        // A single note does not make its folder the whole.
        let is_within = !common.is_empty() && entries.len() > 1;
        let root = if is_within { format!("{name}/{common}") } else { name.to_owned() };
        // These entries are unpacked again later, so they do not count now.
        let mut unpacked = importer.unpacked;
        let are_linked = entries.iter().any(|(index, _)| {
            unpack_within(archive, *index, importer.limits, &mut unpacked)
                .is_ok_and(|bytes| has_links(&bytes))
        });
        let max_bytes = if are_linked { MAX_LINKED } else { MAX_PARSED };
        Self {
            root,
            site: Site::default(),
            max_bytes,
            bytes: 0,
            files: Vec::new(),
            unparsed: 0,
            packed: PackedSeeds::default(),
        }
    }

    /// Adds a seed. Those before are read if it would be too much. Returns the entries of their
    /// pictures.
    pub(crate) fn add(
        &mut self,
        name: &str,
        (path, bytes): (String, Vec<u8>),
        archive: &mut Archive<'_>,
        importer: &mut Importer<'_>,
    ) -> ControlFlow<(), HashSet<String>> {
        let is_full = self.bytes + bytes.len() > self.max_bytes;
        let read = if is_full { self.read(name, archive, importer)? } else { HashSet::new() };
        self.bytes += bytes.len();
        self.unparsed += bytes.len();
        self.files.push((path, bytes));
        if self.unparsed > MAX_PARSED {
            self.parse();
        }
        ControlFlow::Continue(read)
    }

    /// Parses the seeds that are not parsed yet.
    fn parse(&mut self) {
        self.unparsed = 0;
        let files = std::mem::take(&mut self.files);
        let files: Vec<SourceFile<'_>> =
            files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
        let folder = Folder { name: Some(&self.root), ..Folder::without_name(&self.site) };
        self.packed.add(&files, &folder);
    }

    /// Reads the seeds that were added. Returns the entries of their pictures.
    pub(crate) fn read(
        &mut self,
        name: &str,
        archive: &mut Archive<'_>,
        importer: &mut Importer<'_>,
    ) -> ControlFlow<(), HashSet<String>> {
        self.parse();
        self.bytes = 0;
        let packed = std::mem::take(&mut self.packed);
        let found = ArchivePictures::new(archive, importer);
        let root = self.root.strip_prefix(name).unwrap_or_default().trim_start_matches('/');
        let pictures = SeedPictures { archive: &found, root, importer: RefCell::new(importer) };
        let folder = Folder {
            name: Some(&self.root),
            pictures: Some(&pictures),
            ..Folder::without_name(&self.site)
        };
        let mut related = packed.relate(&folder);
        let importer = &pictures.importer;
        let first = importer.borrow().items;
        for diagnostic in related.take_diagnostics() {
            importer.borrow_mut().diagnostic(diagnostic)?;
        }
        for (article, diagnostics) in &mut related {
            for diagnostic in diagnostics {
                importer.borrow_mut().diagnostic(diagnostic)?;
            }
            pass_on_article(article, first, &mut importer.borrow_mut())?;
        }
        for teaser in related.take_teasers() {
            importer.borrow_mut().item(Item::from(teaser))?;
        }
        drop(related);
        let SeedPictures { importer, .. } = pictures;
        ControlFlow::Continue(found.finish(importer.into_inner()))
    }
}

/// Returns whether a text may have links to others: `[[b]]` or `](b.md)`.
fn has_links(bytes: &[u8]) -> bool {
    let is_relative = |after: &[u8]| {
        let end = after.iter().position(|byte| matches!(byte, b')' | b' ' | b'\n'));
        let target = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
        let has_scheme = target.windows(3).any(|it| it == b"://") || target.starts_with(b"mailto:");
        !has_scheme && !target.starts_with(b"#")
    };
    bytes.windows(2).enumerate().any(|(at, pair)| match pair {
        b"[[" => true,
        b"](" => is_relative(bytes.get(at + 2..).unwrap_or_default()),
        _ => false,
    })
}

/// Passes on what seeds hold.
fn pass_on(corpus: Corpus, importer: &mut Importer<'_>) -> Flow {
    for diagnostic in corpus.diagnostics {
        importer.diagnostic(diagnostic)?;
    }
    let first = importer.items;
    for article in corpus.articles {
        pass_on_article(article, first, importer)?;
    }
    for teaser in corpus.teasers {
        importer.item(Item::from(teaser))?;
    }
    Flow::Continue(())
}

/// Passes on an article whose links to others number them from the item `first`.
fn pass_on_article(mut article: Article, first: usize, importer: &mut Importer<'_>) -> Flow {
    for mark in article.body.iter_mut().flat_map(|block| &mut block.marks) {
        if let MarkKind::Link(LinkTarget::Article { article, .. }) = &mut mark.kind {
            *article += first;
        }
    }
    importer.item(Item::new(article))
}

/// Finds the pictures of seeds in their archive, and passes them on.
struct SeedPictures<'p, 'a, 'z, 'i, 'l> {
    archive: &'p ArchivePictures<'a, 'z>,
    /// The folder of all seeds within the archive.
    root: &'p str,
    importer: RefCell<&'i mut Importer<'l>>,
}

impl Pictures for SeedPictures<'_, '_, '_, '_, '_> {
    fn find(&self, article: &str, address: &str) -> Result<PictureFile, PictureError> {
        let folder = match self.root {
            "" => folder_of(article).to_owned(),
            root => format!("{root}/{}", folder_of(article)),
        };
        let bytes = self
            .archive
            .find(&folder, address)
            .or_else(|| self.archive.find(self.root, address))
            .or_else(|| self.archive.find_by_name(address))
            .ok_or(PictureError::Missing)?;
        if !pictures::is_picture(&bytes) {
            return Err(PictureError::Unknown);
        }
        let picture = self.importer.borrow_mut().picture(bytes, "").ok_or(PictureError::Unknown)?;
        Ok(PictureFile { name: picture.path, size: picture.size })
    }
}
