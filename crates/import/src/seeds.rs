//! Reads text and Markdown files as the build reads seeds: an archive's together, so that their
//! links lead to each other.

use std::cell::RefCell;

use cuttings_corpus::{
    Corpus, Folder, LinkTarget, MarkKind, PictureError, PictureFile, Pictures, Site,
};
use cuttings_diagnostics::SourceFile;

use crate::archive_pictures::{ArchivePictures, folder_of};
use crate::item::Item;
use crate::unpack::Archive;
use crate::{File, Flow, Importer, pictures};

/// The most bytes of seeds that are read together.
pub(crate) const MAX_TOGETHER: usize = 64 << 20;

/// Reads a file that stands for itself.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let seed = SourceFile { name: file.name, bytes: file.bytes };
    pass_on(cuttings_corpus::parse(&[seed]), importer)
}

/// Reads the seeds of an archive. Returns the entries of their pictures.
pub(crate) fn read_all(
    name: &str,
    seeds: &[(String, Vec<u8>)],
    archive: &mut Archive<'_>,
    importer: &mut Importer<'_>,
) -> std::ops::ControlFlow<(), std::collections::HashSet<String>> {
    let files: Vec<SourceFile<'_>> =
        seeds.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let root = common_folder(name, seeds);
    let found = ArchivePictures::new(archive, importer);
    let inner = root.strip_prefix(name).unwrap_or_default().trim_start_matches('/');
    let seed_pictures =
        SeedPictures { archive: &found, root: inner, importer: RefCell::new(importer) };
    let site = Site::default();
    let folder =
        Folder { name: Some(&root), pictures: Some(&seed_pictures), ..Folder::without_name(&site) };
    let corpus = cuttings_corpus::parse_folder(&files, &folder);
    let SeedPictures { importer, .. } = seed_pictures;
    let importer = importer.into_inner();
    let entries = found.finish(importer);
    pass_on(corpus, importer)?;
    std::ops::ControlFlow::Continue(entries)
}

/// Returns the innermost folder that holds all seeds: the archive, or a folder within.
fn common_folder(archive: &str, seeds: &[(String, Vec<u8>)]) -> String {
    let mut common = seeds.first().map_or(archive, |(name, _)| folder_of(name));
    for (name, _) in seeds {
        while !name.strip_prefix(common).is_some_and(|rest| rest.starts_with('/')) {
            common = folder_of(common);
        }
    }
    // A single note does not make its folder the whole.
    let is_within = common.len() > archive.len() && seeds.len() > 1;
    if is_within { common.to_owned() } else { archive.to_owned() }
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
