//! Replaces the addresses of pictures by the names of their published files. A picture without a
//! file becomes its alternative text.

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{
    block::{Block, BlockKind, MarkKind, Picture},
    folder::{Folder, PictureError, Pictures},
    parsed::ParsedArticle,
};

/// Resolves the pictures of an article, and adds messages about those without a file.
pub(crate) fn resolve(
    parsed: &mut ParsedArticle,
    folder: &Folder<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(pictures) = folder.pictures else { return };
    let article = &mut parsed.article;
    let mut resolver = Resolver {
        pictures,
        path: folder.path(&article.origin.file).to_owned(),
        place: None,
        missing: Vec::new(),
    };
    for (at, block) in article.body.iter_mut().enumerate() {
        resolver.place = Some(at);
        resolver.block(block);
    }
    resolver.place = None;
    article.picture = article.picture.take().and_then(|mut picture| {
        let has_file = resolver.picture(&mut picture);
        has_file.then_some(picture)
    });
    let missing = std::mem::take(&mut resolver.missing);
    diagnostics.extend(missing.into_iter().map(|(place, address, error)| {
        let origin = match place {
            Some(block) => parsed.origin_of(block),
            None => parsed.article.origin.clone(),
        };
        diagnostic(origin, &address, error)
    }));
}

struct Resolver<'a> {
    pictures: &'a dyn Pictures,
    /// The path of the article's file within the folder.
    path: String,
    /// The number of the block that is resolved; `None` for the picture of the article.
    place: Option<usize>,
    /// The pictures without a file: place, address and reason.
    missing: Vec<(Option<usize>, String, PictureError)>,
}

impl Resolver<'_> {
    fn block(&mut self, block: &mut Block) {
        block.marks.retain_mut(|mark| match &mut mark.kind {
            MarkKind::Picture(picture) => self.picture(picture),
            _ => true,
        });
        let BlockKind::Picture(picture) = &mut block.kind else { return };
        if self.picture(picture) {
            return;
        }
        let alt = match picture.alt.trim() {
            // A block has a text.
            "" if block.text.is_empty() => picture.path.rsplit('/').next().unwrap_or_default(),
            alt => alt,
        };
        if !alt.is_empty() && !block.text.contains(alt) {
            // After the caption, whose marks stay in their places.
            if !block.text.is_empty() {
                block.text.push('\n');
            }
            block.text.push_str(alt);
        }
        block.kind = BlockKind::Paragraph;
    }

    /// Sets the published name and the size of a picture. Returns false if it has no file.
    fn picture(&mut self, picture: &mut Picture) -> bool {
        match self.pictures.find(&self.path, &picture.path) {
            Ok(file) => {
                picture.path = file.name;
                picture.size = file.size;
                true
            }
            Err(error) => {
                self.missing.push((self.place, picture.path.clone(), error));
                false
            }
        }
    }
}

fn diagnostic(origin: Origin, address: &str, error: PictureError) -> Diagnostic {
    let (severity, problem, group) = match error {
        PictureError::Missing => (
            Severity::Note,
            "is not in the folder. If it is in the static folder of a site, set static in site.toml",
            "pictures that are not in the folder are kept as their alternative texts; static in \
             site.toml names another folder",
        ),
        PictureError::Unknown => (
            Severity::Warning,
            "is not in a format that browsers show. Save it as PNG, JPEG, GIF, WebP, AVIF or SVG",
            "pictures in formats that browsers do not show are kept as their alternative texts",
        ),
        PictureError::Unsafe => (
            Severity::Warning,
            "contains a script or a document. Export it again as a plain picture",
            "pictures with scripts are kept as their alternative texts",
        ),
    };
    let message = format!("The picture “{address}” {problem}. Its alternative text is kept.");
    Diagnostic::new(origin, severity, message).in_group(group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::block::Mark;
    use crate::folder::PictureFile;
    use crate::site::Site;

    /// Has the picture `boat.png`.
    struct Boat;

    impl Pictures for Boat {
        fn find(&self, article: &str, address: &str) -> Result<PictureFile, PictureError> {
            match (article, address) {
                ("a.md", "boat.png") => {
                    Ok(PictureFile { name: "media/0.png".into(), size: Some((2, 3)) })
                }
                _ => Err(PictureError::Missing),
            }
        }
    }

    fn picture(path: &str, alt: &str) -> Picture {
        Picture { path: path.into(), alt: alt.into(), size: None }
    }

    /// Resolves the pictures of a block; returns it and the number of diagnostics.
    fn resolved(block: Block) -> (Block, usize) {
        let article = Article {
            body: vec![block],
            ..Article::new("Coast", "A", Origin::new("seeds/a.md", 1))
        };
        let mut article = ParsedArticle {
            has_section: true,
            lines: vec![5],
            files: vec!["seeds/a.md".into()],
            ..ParsedArticle::new(article)
        };
        let site = Site::default();
        let folder =
            Folder { name: Some("seeds"), pictures: Some(&Boat), ..Folder::without_name(&site) };
        let mut diagnostics = Vec::new();
        resolve(&mut article, &folder, &mut diagnostics);
        for diagnostic in &diagnostics {
            assert_eq!(diagnostic.origin, Origin::new("seeds/a.md", 5));
        }
        (article.article.body.remove(0), diagnostics.len())
    }

    #[test]
    fn a_picture_gets_its_published_name_and_its_size() {
        let block = Block::new(BlockKind::Picture(picture("boat.png", "A boat")), "Caption");
        let (block, diagnostics) = resolved(block);
        let expected = Picture { size: Some((2, 3)), ..picture("media/0.png", "A boat") };
        assert_eq!((block.kind, diagnostics), (BlockKind::Picture(expected), 0));
    }

    #[test]
    fn a_picture_without_a_file_becomes_its_text_with_a_note() {
        for (alt, caption, expected) in [
            ("A boat", "", "A boat"),
            ("A boat", "The harbour", "The harbour\nA boat"),
            ("A boat", "A boat at dawn", "A boat at dawn"),
            ("", "The harbour", "The harbour"),
            ("", "", "gone.png"),
        ] {
            let block = Block::new(BlockKind::Picture(picture("img/gone.png", alt)), caption);
            let (block, diagnostics) = resolved(block);
            assert_eq!((block, diagnostics), (Block::paragraph(expected), 1));
        }
    }

    #[test]
    fn a_picture_within_a_line_without_a_file_is_text() {
        let mark = Mark { range: 0..6, kind: MarkKind::Picture(picture("gone.png", "A boat")) };
        let (block, diagnostics) =
            resolved(Block { marks: vec![mark], ..Block::paragraph("A boat sails") });
        assert_eq!((block, diagnostics), (Block::paragraph("A boat sails"), 1));
    }
}
