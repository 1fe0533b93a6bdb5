//! Reads files in other forms than those of seeds, with the importer, unless an earlier build has
//! read the same.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::ops::ControlFlow;
use std::path::Path;

use cuttings_corpus::{Article, FileContents, ImportedFile, Site};
use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use cuttings_import::{
    Event, Limits, PictureFile, Source, annotated, holds_articles, import_beside, path_beside,
};
use cuttings_memory::{Input, Key, Memory};
use serde::{Deserialize, Serialize};

use crate::read_confined;
use crate::within::Within;

/// The extensions of web pages. In a folder of a site these may be templates and lists, so a page
/// without an article is no mistake.
const WEB_PAGES: [&str; 3] = [".html", ".htm", ".xhtml"];

/// The bytes of a file that are hashed at a time.
const CHUNK: usize = 1 << 20;

/// Returns whether the contents of a file show that it holds articles.
pub(crate) fn is_known(path: &Path) -> bool {
    let name = path.to_string_lossy();
    File::open(path).is_ok_and(|file| holds_articles(&name, &mut BufReader::new(file)))
}

/// Reads imported files.
pub(crate) struct ImportedFiles<'a> {
    /// The folder of seeds.
    pub(crate) folder: &'a Path,
    /// The pictures of all files.
    pub(crate) within: &'a Within,
    pub(crate) site: &'a Site,
    pub(crate) memory: Option<&'a dyn Memory>,
}

/// The form in which a file is remembered. Its pictures are entries of their own.
#[derive(Serialize, Deserialize)]
struct Remembered<F> {
    file: F,
    /// The paths by which articles name the pictures.
    pictures: Vec<String>,
    beside: Beside,
}

/// The files to which an imported file refers: the hashes of their contents, or `None` for those
/// that do not exist, by their paths within the folder of seeds.
type Beside = BTreeMap<String, Option<u128>>;

impl ImportedFiles<'_> {
    /// Reads the articles of a file, and adds the pictures in it. A problem with a file that only
    /// its contents tell from others (`is_found`) is a warning: nobody named it as an article.
    pub(crate) fn read(&self, name: &str, path: &Path, is_found: bool) -> FileContents {
        let input = self.memory.and_then(|_| self.input(name, path).ok());
        let file = input.as_ref().and_then(|input| self.recall(input, path)).unwrap_or_else(|| {
            let (file, pictures, beside) = self.import(name, path, is_found);
            self.refer_to(&beside);
            if let Some(input) = &input {
                self.remember(input, &file, &pictures, beside);
            }
            for picture in pictures {
                self.within.add(path, picture.path, picture.bytes);
            }
            file
        });
        FileContents::Imported(name.to_owned(), file)
    }

    fn import(
        &self,
        name: &str,
        path: &Path,
        is_found: bool,
    ) -> (ImportedFile, Vec<PictureFile>, Beside) {
        let beside = RefCell::new(Beside::new());
        let find = |_: &str, address: &str| {
            let other = path_beside(&self.path_within(path)?, address)?;
            let bytes = self.read_beside(&other);
            beside.borrow_mut().insert(other, bytes.as_deref().map(hash));
            bytes
        };
        let mut articles: Vec<Article> = Vec::new();
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let mut pictures: Vec<PictureFile> = Vec::new();
        match File::open(path) {
            Ok(file) => {
                let source = Box::new(BufReader::new(file)) as Box<dyn Source>;
                import_beside(
                    [(name.to_owned(), source)],
                    &find,
                    &Limits::default(),
                    &mut |event| {
                        match event {
                            Event::Item(item) => articles.push(annotated(*item)),
                            Event::Picture(picture) => pictures.push(picture),
                            Event::Diagnostic(diagnostic) => diagnostics.push(diagnostic),
                        }
                        ControlFlow::Continue(())
                    },
                );
            }
            Err(error) => {
                let message = format!("{error}.");
                diagnostics.push(Diagnostic::new(Origin::new(name, 1), Severity::Error, message));
            }
        }
        let is_page = WEB_PAGES.iter().any(|extension| name.to_lowercase().ends_with(extension));
        let worst = match () {
            () if is_page => Severity::Note,
            () if is_found => Severity::Warning,
            () => Severity::Error,
        };
        for diagnostic in &mut diagnostics {
            diagnostic.severity = diagnostic.severity.min(worst);
        }
        let file = ImportedFile::new(articles, diagnostics, self.site);
        (file, pictures, beside.into_inner())
    }

    /// Returns the path of a file within the folder, with slashes.
    fn path_within(&self, file: &Path) -> Option<String> {
        let path = file.strip_prefix(self.folder).ok()?;
        let pieces: Vec<_> = path.iter().map(|piece| piece.to_string_lossy()).collect();
        Some(pieces.join("/"))
    }

    fn read_beside(&self, path: &str) -> Option<Vec<u8>> {
        read_confined(self.folder, path, Limits::default().file_bytes)
    }

    /// Notes that the files beside an imported one are used.
    fn refer_to(&self, beside: &Beside) {
        for (path, _) in beside.iter().filter(|(_, hash)| hash.is_some()) {
            self.within.refer_to(self.folder.join(path));
        }
    }

    /// Returns all that reading a file depends on, besides the files that it refers to.
    ///
    /// # Errors
    /// If the file cannot be read.
    fn input(&self, name: &str, path: &Path) -> io::Result<Input> {
        let mut input = Input::of("import with the files beside").with(name.as_bytes());
        input.add(self.site.language.as_bytes());
        let mut file = File::open(path)?;
        let mut chunk = Vec::new();
        while (&mut file).take(CHUNK as u64).read_to_end(&mut chunk)? > 0 {
            input.add(&chunk);
            chunk.clear();
        }
        Ok(input)
    }

    /// Returns a file that an earlier build has read, and adds its pictures. Returns `None` if
    /// anything of it is missing, or if a file that it refers to has changed.
    fn recall(&self, input: &Input, path: &Path) -> Option<ImportedFile> {
        let memory = self.memory?;
        let Remembered::<ImportedFile> { file, pictures, beside } =
            cuttings_memory::get(memory, input)?;
        let is_same = |(path, known): (&String, &Option<u128>)| {
            self.read_beside(path).as_deref().map(hash) == *known
        };
        if !beside.iter().all(is_same) {
            return None;
        }
        self.refer_to(&beside);
        let pictures: Vec<(String, &[u8])> = pictures
            .into_iter()
            .map(|picture| {
                let bytes = memory.get(picture_input(&picture).key())?;
                Some((picture, bytes))
            })
            .collect::<Option<_>>()?;
        self.within.make_room(pictures.iter().map(|(_, bytes)| bytes.len()).sum());
        for (picture, bytes) in pictures {
            self.within.add(path, picture, bytes.to_vec());
        }
        Some(file)
    }

    /// Remembers a file with its pictures, unless those of all files would be too large.
    fn remember(
        &self,
        input: &Input,
        file: &ImportedFile,
        pictures: &[PictureFile],
        beside: Beside,
    ) {
        let bytes = pictures.iter().map(|picture| picture.bytes.len()).sum();
        let Some(memory) = self.memory.filter(|_| self.within.make_room(bytes)) else { return };
        for picture in pictures {
            memory.put(picture_input(&picture.path).key(), picture.bytes.clone());
        }
        let pictures = pictures.iter().map(|picture| picture.path.clone()).collect();
        cuttings_memory::put(memory, input, &Remembered { file, pictures, beside });
    }
}

/// Returns the hash of the contents of a file.
fn hash(bytes: &[u8]) -> u128 {
    let Key(hash) = Input::of("file beside an imported one").with(bytes).key();
    hash
}

/// Returns the input of a picture: its path, which is a hash of its contents.
fn picture_input(path: &str) -> Input {
    Input::of("picture of an imported file").with(path.as_bytes())
}
