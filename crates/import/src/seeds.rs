//! Reads text and Markdown files as the build reads seeds: an archive's together, so that their
//! links lead to each other.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::ControlFlow;

use cuttings_corpus::{
    Corpus, Folder, LinkTarget, MarkKind, PictureError, PictureFile, Pictures, Site,
};
use cuttings_diagnostics::SourceFile;

use crate::archive_pictures::{ArchivePictures, folder_of};
use crate::item::Item;
use crate::kind::Kind;
use crate::unpack::{Archive, name_of, unpack_within};
use crate::{File, Flow, Importer, pictures};

/// The most bytes of seeds with links to each other that are read together.
const MAX_LINKED: usize = 64 << 20;

/// The most bytes of other seeds that are read together. Their articles take many times as much.
const MAX_UNLINKED: usize = 1 << 19;

/// Reads a file that stands for itself.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let seed = SourceFile { name: file.name, bytes: file.bytes };
    pass_on(cuttings_corpus::parse(&[seed]), importer)
}

/// The seeds of an archive, which are read together.
pub(crate) struct ArchiveSeeds {
    /// The path of the folder that holds them all: the archive, or a folder within.
    root: String,
    max_bytes: usize,
    files: Vec<(String, Vec<u8>)>,
    bytes: usize,
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
        let max_bytes = if are_linked { MAX_LINKED } else { MAX_UNLINKED };
        Self { root, max_bytes, files: Vec::new(), bytes: 0 }
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
        self.files.push((path, bytes));
        ControlFlow::Continue(read)
    }

    /// Reads the seeds that were added. Returns the entries of their pictures.
    pub(crate) fn read(
        &mut self,
        name: &str,
        archive: &mut Archive<'_>,
        importer: &mut Importer<'_>,
    ) -> ControlFlow<(), HashSet<String>> {
        self.bytes = 0;
        let seeds = std::mem::take(&mut self.files);
        if seeds.is_empty() {
            return ControlFlow::Continue(HashSet::new());
        }
        let files: Vec<SourceFile<'_>> =
            seeds.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
        let found = ArchivePictures::new(archive, importer);
        let inner = self.root.strip_prefix(name).unwrap_or_default().trim_start_matches('/');
        let seed_pictures =
            SeedPictures { archive: &found, root: inner, importer: RefCell::new(importer) };
        let site = Site::default();
        let folder = Folder {
            name: Some(&self.root),
            pictures: Some(&seed_pictures),
            ..Folder::without_name(&site)
        };
        let corpus = cuttings_corpus::parse_folder(&files, &folder);
        let SeedPictures { importer, .. } = seed_pictures;
        let importer = importer.into_inner();
        let entries = found.finish(importer);
        pass_on(corpus, importer)?;
        ControlFlow::Continue(entries)
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

/// Passes on what seeds hold. Links between articles lead to the numbers of items.
fn pass_on(corpus: Corpus, importer: &mut Importer<'_>) -> Flow {
    for diagnostic in corpus.diagnostics {
        importer.diagnostic(diagnostic)?;
    }
    let first = importer.items;
    for mut article in corpus.articles {
        for mark in article.body.iter_mut().flat_map(|block| &mut block.marks) {
            if let MarkKind::Link(LinkTarget::Article { article, .. }) = &mut mark.kind {
                *article += first;
            }
        }
        importer.item(Item::new(article))?;
    }
    for teaser in corpus.teasers {
        importer.item(Item::from(teaser))?;
    }
    Flow::Continue(())
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
