//! The seeds of a folder whose texts are packed while they wait for each other.
//!
//! An article as blocks takes many times the memory of its text, and no link between two articles
//! can be resolved before both are parsed. So each article is packed as soon as it is parsed, and
//! unpacked when it is its turn to leave.

use cuttings_diagnostics::{Diagnostic, SourceFile};
use rayon::prelude::*;

use crate::article::{Article, Teaser};
use crate::folder::Folder;
use crate::links::Links;
use crate::parsed::Parsed;
use crate::{links, parse_remembered, pictures, prepare};

/// Seeds of a folder, packed.
///
/// For programs that pass the articles of a large folder on one by one. [`crate::parse_folder`]
/// returns the same articles together.
#[derive(Debug, Default)]
pub struct PackedSeeds(Parsed);

impl PackedSeeds {
    /// Parses and packs seeds, after those that were added before. All of them are in memory as
    /// blocks at the same time, so add a few at a time.
    pub fn add(&mut self, files: &[SourceFile<'_>], folder: &Folder<'_>) {
        let Folder { site, memory, .. } = *folder;
        let parse = |file: &SourceFile<'_>| {
            let mut parsed = parse_remembered(*file, site, memory);
            parsed.articles.iter_mut().for_each(|article| article.pack());
            parsed
        };
        let parsed: Vec<Parsed> = files.par_iter().map(parse).collect();
        parsed.into_iter().for_each(|file| self.0.add(file));
    }

    /// Relates the seeds to each other.
    pub fn relate<'a>(mut self, folder: &'a Folder<'a>) -> RelatedSeeds<'a> {
        prepare(&mut self.0, folder);
        let links = Links::new(&self.0.articles, folder);
        RelatedSeeds { parsed: self.0, links, folder, next: 0 }
    }
}

/// The articles of a folder, one after the other, with messages about each.
pub struct RelatedSeeds<'a> {
    parsed: Parsed,
    links: Links<'a>,
    folder: &'a Folder<'a>,
    next: usize,
}

impl RelatedSeeds<'_> {
    /// Takes the messages that are about no single article.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.parsed.diagnostics)
    }

    /// Takes the teasers.
    pub fn take_teasers(&mut self) -> Vec<Teaser> {
        std::mem::take(&mut self.parsed.teasers)
    }
}

impl Iterator for RelatedSeeds<'_> {
    type Item = (Article, Vec<Diagnostic>);

    fn next(&mut self) -> Option<Self::Item> {
        let articles = &self.parsed.articles;
        let number = self.next;
        let mut it = articles.get(number)?.whole().into_owned();
        self.next += 1;
        let mut diagnostics = Vec::new();
        pictures::resolve(&mut it, self.folder, &mut diagnostics);
        let found = self.links.find(number, &it.article, articles);
        links::apply(&mut it, found, &mut diagnostics);
        Some((it.article, diagnostics))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Site, parse_folder};

    #[test]
    fn packed_seeds_are_related_like_others() {
        let texts = [
            ("n/a.md", "# A\n\n## Part\n\nSee [b](b.md#part-two), [[C]] and [gone](gone.md).\n"),
            ("n/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\n\n## Part two\n\n[[a#Part]]\n"),
            ("n/b2.md", "---\ntitle: B\ndate: 2023-01-01\n---\n\n## Part two\n\n[[a#Part]]\n"),
            ("n/d/c.md", "# C\n\n[To the duplicate](../b2.md#part-two) and ![none](none.png)\n"),
            ("n/e.md", "---\ntitle: E\nText.\n"),
            ("n/list.txt", "Coast\n2 days ago\nA Teaser Without Any Text Below It\n"),
        ];
        let files: Vec<SourceFile<'_>> =
            texts.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
        let site = Site::default();
        let folder = Folder { name: Some("n"), ..Folder::without_name(&site) };
        let mut packed = PackedSeeds::default();
        files.chunks(2).for_each(|files| packed.add(files, &folder));
        let mut related = packed.relate(&folder);
        let mut corpus = Corpus {
            teasers: related.take_teasers(),
            diagnostics: related.take_diagnostics(),
            ..Corpus::default()
        };
        for (article, diagnostics) in related {
            corpus.articles.push(article);
            corpus.diagnostics.extend(diagnostics);
        }
        assert!(corpus.articles.len() > 2, "{corpus:?}");
        assert_eq!(corpus, parse_folder(&files, &folder));
    }
}
