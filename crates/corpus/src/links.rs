//! Resolves the links between articles: relative paths, wikilinks, and addresses of the site that
//! the folder is from.

mod address;
mod index;

use std::collections::HashMap;

use cuttings_diagnostics::{Diagnostic, Severity};

use crate::{
    article::Article,
    block::{LinkTarget, MarkKind},
    folder::Folder,
    parsed::ParsedArticle,
    path::resolve_path,
};
use address::{Address, letters};
use index::Index;

/// The articles of a folder by everything that links may call them.
pub(crate) struct Links<'a> {
    index: Index,
    anchors: Anchors,
    folder: &'a Folder<'a>,
}

/// A link's new target, with the numbers of its block and its mark; `None` if it has none.
pub(crate) struct Resolved {
    block: usize,
    mark: usize,
    target: Option<LinkTarget>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(articles: &[ParsedArticle], folder: &'a Folder<'a>) -> Self {
        let index = Index::new(articles, folder);
        Self { index, anchors: Anchors::new(articles.len()), folder }
    }

    /// Finds the targets of an article's links, except for those that stay as they are. `articles`
    /// are those of the folder, whose bodies may be packed.
    pub(crate) fn find(
        &mut self,
        number: usize,
        article: &Article,
        articles: &[ParsedArticle],
    ) -> Vec<Resolved> {
        let Self { index, anchors, folder } = self;
        let resolver = Resolver { index, folder, number, article };
        let mut resolved = Vec::new();
        for (at, block) in article.body.iter().enumerate() {
            for (mark, it) in block.marks.iter().enumerate() {
                let MarkKind::Link(target) = &it.kind else { continue };
                let target = resolver.target(target, |target, fragment| {
                    anchors.find(target, articles.get(target)?, fragment)
                });
                resolved.extend(target.map(|target| Resolved { block: at, mark, target }));
            }
        }
        resolved
    }
}

/// Replaces all relative and wiki links of an article by links to articles and blocks, and the
/// numbers in links between the articles of an imported file by those of the corpus. A link to a
/// page that is not in the corpus leads to the original site if `site.toml` names it, and is
/// otherwise plain text.
pub(crate) fn apply(
    parsed: &mut ParsedArticle,
    resolved: Vec<Resolved>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut removed: HashMap<usize, Vec<usize>> = HashMap::new();
    for Resolved { block: at, mark, target } in resolved {
        let origin = parsed.origin_of(at);
        let Some(block) = parsed.article.body.get_mut(at) else { continue };
        let Some(mark_in_block) = block.marks.get_mut(mark) else { continue };
        match target {
            Some(target) => mark_in_block.kind = MarkKind::Link(target),
            None => {
                let MarkKind::Link(target) = &mark_in_block.kind else { continue };
                diagnostics.push(unresolved(origin, target));
                removed.entry(at).or_default().push(mark);
            }
        }
    }
    for (at, marks) in removed {
        let Some(block) = parsed.article.body.get_mut(at) else { continue };
        let mut number = 0;
        let mut next = marks.into_iter().peekable();
        block.marks.retain(|_| {
            let is_removed = next.next_if_eq(&number).is_some();
            number += 1;
            !is_removed
        });
    }
}

fn unresolved(origin: cuttings_diagnostics::Origin, target: &LinkTarget) -> Diagnostic {
    let address = match target {
        LinkTarget::Relative(address) | LinkTarget::Wiki(address) => address.clone(),
        LinkTarget::Article { article, .. } => format!("article {}", article + 1),
        LinkTarget::Url(_) | LinkTarget::Block(_) => String::new(),
    };
    let message = format!(
        "The link to “{address}” is kept as text, because that page is not in the folder. \
         original_url in site.toml turns such links into links to the original site."
    );
    Diagnostic::new(origin, Severity::Note, message).in_group(
        "links to pages that are not in the folder are kept as text; original_url in site.toml \
         makes them links to the original site",
    )
}

struct Resolver<'a> {
    index: &'a Index,
    folder: &'a Folder<'a>,
    /// The number of the article that the link is in.
    number: usize,
    article: &'a Article,
}

impl Resolver<'_> {
    /// Returns the new target of a link, or `None` if it keeps its target. `block` finds the block
    /// of an article that a fragment names.
    fn target(
        &self,
        target: &LinkTarget,
        mut block: impl FnMut(usize, &str) -> Option<u32>,
    ) -> Option<Option<LinkTarget>> {
        let path = self.folder.path(&self.article.origin.file);
        match target {
            LinkTarget::Url(url) => {
                let (found, address) = self.index.url(url)?;
                // "First published at …" leads out.
                let is_other = found != self.number;
                is_other.then(|| Some(self.link(found, &address.fragment, &mut block)))
            }
            LinkTarget::Relative(spelled) if spelled.starts_with("//") => {
                let url = format!("https:{spelled}");
                let inner = self.target(&LinkTarget::Url(url.clone()), block);
                Some(inner.unwrap_or(Some(LinkTarget::Url(url))))
            }
            LinkTarget::Relative(spelled) => {
                let address = Address::parse(spelled);
                if address.path.is_empty() {
                    let found = block(self.number, &address.fragment).map(LinkTarget::Block);
                    return Some(found);
                }
                Some(match self.index.relative(path, &address) {
                    Some(found) => Some(self.link(found, &address.fragment, &mut block)),
                    None => self.original(path, spelled),
                })
            }
            LinkTarget::Wiki(spelled) => {
                let (name, fragment) = spelled.split_once('#').unwrap_or((spelled, ""));
                if name.trim().is_empty() {
                    return Some(block(self.number, fragment).map(LinkTarget::Block));
                }
                let found = self.index.wiki(path, name.trim());
                Some(found.map(|found| self.link(found, fragment, &mut block)))
            }
            LinkTarget::Article { article, block } => {
                Some(self.index.numbered(*article).map(|article| match *block {
                    Some(block) if article == self.number => LinkTarget::Block(block),
                    block => LinkTarget::Article { article, block },
                }))
            }
            LinkTarget::Block(_) => None,
        }
    }

    fn link(
        &self,
        article: usize,
        fragment: &str,
        block: &mut impl FnMut(usize, &str) -> Option<u32>,
    ) -> LinkTarget {
        let block = Some(fragment).filter(|it| !it.is_empty()).and_then(|it| block(article, it));
        match block {
            Some(block) if article == self.number => LinkTarget::Block(block),
            block => LinkTarget::Article { article, block },
        }
    }

    /// Returns the link to a page of the original site.
    fn original(&self, path: &str, spelled: &str) -> Option<LinkTarget> {
        let base = self.folder.site.original_url.as_deref()?;
        let url = match spelled.strip_prefix('/') {
            Some(rest) => format!("{}/{rest}", address::origin(base)),
            None => {
                let (spelled_path, rest) =
                    spelled.split_at(spelled.find(['?', '#']).unwrap_or(spelled.len()));
                format!("{base}{}{rest}", resolve_path(address::parent(path), spelled_path))
            }
        };
        let url = url.split(char::is_whitespace).collect::<Vec<_>>().join("%20");
        let is_safe = !url.contains(char::is_control);
        is_safe.then_some(LinkTarget::Url(url))
    }
}

/// The blocks of the articles that links with fragments lead to.
struct Anchors(Vec<Option<HashMap<String, u32>>>);

impl Anchors {
    fn new(articles: usize) -> Self {
        Self(vec![None; articles])
    }

    /// Returns the block of an article that a fragment names: by its id, or by the letters of a
    /// heading, which wikilinks spell out.
    fn find(&mut self, number: usize, article: &ParsedArticle, fragment: &str) -> Option<u32> {
        let blocks = self.0.get_mut(number)?;
        let blocks = blocks.get_or_insert_with(|| blocks_by_name(&article.whole().article));
        // Wikilinks name the headings above, too: `a#Part#Chapter`.
        let last = fragment.rsplit('#').next().unwrap_or(fragment);
        blocks.get(fragment).or_else(|| blocks.get(&letters(last))).copied()
    }
}

/// Returns the blocks of an article by their ids, and its headings by their letters.
fn blocks_by_name(article: &Article) -> HashMap<String, u32> {
    let mut found: HashMap<String, u32> =
        article.anchors.iter().map(|anchor| (anchor.id.clone(), anchor.block)).collect();
    for (number, block) in (0..).zip(&article.body) {
        if block.is_heading() {
            found.entry(letters(&block.text)).or_insert(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Anchor;
    use crate::block::{Block, BlockKind, Mark};
    use crate::parsed::Parsed;
    use crate::site::Site;
    use cuttings_diagnostics::Origin;

    /// An article in a file, with a paragraph "link" that leads to `target` and two headings.
    fn parsed(file: &str, title: &str, target: LinkTarget, addresses: &[&str]) -> ParsedArticle {
        let mark = Mark { range: 0..4, kind: MarkKind::Link(target) };
        let link = Block { marks: vec![mark], ..Block::paragraph("link") };
        let heading = || Block::new(BlockKind::Heading { level: 2 }, "What's next?");
        let body = vec![link, heading(), heading()];
        let anchor = |id: &str, block| Anchor { id: id.to_owned(), block };
        let anchors = vec![anchor("whats-next", 1), anchor("whats-next-1", 2)];
        let origin = Origin::new(file, 1);
        ParsedArticle {
            has_section: true,
            lines: vec![7, 8, 9],
            addresses: addresses.iter().map(|address| (*address).to_owned()).collect(),
            files: vec![file.to_owned()],
            ..ParsedArticle::new(Article { body, anchors, ..Article::new("Coast", title, origin) })
        }
    }

    /// Resolves a link in `seeds/coast/a.md`; returns its target and the number of diagnostics.
    fn resolved(target: LinkTarget, original_url: Option<&str>) -> (Option<LinkTarget>, usize) {
        let outward = || LinkTarget::Url("https://example.com/".into());
        let mut corpus = Parsed {
            articles: vec![
                parsed("seeds/coast/a.md", "A", target, &[]),
                parsed("seeds/coast/b.md", "The Boat", outward(), &["/old/place.html", "The Ship"]),
                parsed(
                    "seeds/_posts/2024-05-16-c.md",
                    "C",
                    outward(),
                    &["https://c.example/c?x=1"],
                ),
                parsed("seeds/sea/d/index.md", "D", outward(), &[]),
            ],
            ..Parsed::default()
        };
        let site = Site { original_url: original_url.map(str::to_owned), ..Site::default() };
        let folder = Folder { name: Some("seeds"), ..Folder::without_name(&site) };
        let mut links = Links::new(&corpus.articles, &folder);
        let found = links.find(0, &corpus.articles[0].article, &corpus.articles);
        apply(&mut corpus.articles[0], found, &mut corpus.diagnostics);
        for diagnostic in &corpus.diagnostics {
            assert_eq!(diagnostic.origin, Origin::new("seeds/coast/a.md", 7));
        }
        let mark = corpus.articles[0].article.body[0].marks.first();
        let target = mark.map(|mark| match &mark.kind {
            MarkKind::Link(target) => target.clone(),
            other => panic!("{other:?}"),
        });
        (target, corpus.diagnostics.len())
    }

    const B: LinkTarget = LinkTarget::Article { article: 1, block: None };
    const C: LinkTarget = LinkTarget::Article { article: 2, block: None };
    const D: LinkTarget = LinkTarget::Article { article: 3, block: None };

    fn heading(block: u32) -> LinkTarget {
        LinkTarget::Article { article: 1, block: Some(block) }
    }

    #[test]
    fn relative_paths_and_old_addresses_lead_to_articles() {
        for (address, expected) in [
            ("b.md", B),
            ("./b", B),
            ("B.html", B),
            ("../coast/b.md", B),
            ("../b/", B),
            ("coast/b.md", B),
            ("@/coast/b.md", B),
            ("/coast/b/", B),
            ("/en/blog/coast/b", B),
            ("/old/place", B),
            ("b.md#whats-next", heading(1)),
            ("b.md#whats-next-1", heading(2)),
            ("b.md#nowhere", B),
            ("/2024/05/16/c/", C),
            ("/news/2024/05/16/c.html", C),
            ("../_posts/2024-05-16-c.md", C),
            ("../sea/d/", D),
            ("/sea/d/index.html", D),
            ("#whats-next", LinkTarget::Block(1)),
        ] {
            let found = resolved(LinkTarget::Relative(address.into()), None);
            assert_eq!(found, (Some(expected), 0), "{address}");
        }
    }

    #[test]
    fn wikilinks_lead_to_files_titles_and_aliases() {
        for (name, expected) in [
            ("b", B),
            ("coast/b", B),
            ("The Boat", B),
            ("the boat", B),
            ("The Ship", B),
            ("b#What's next?", heading(1)),
            ("c", C),
            ("#What's next?", LinkTarget::Block(1)),
        ] {
            let found = resolved(LinkTarget::Wiki(name.into()), None);
            assert_eq!(found, (Some(expected), 0), "{name}");
        }
    }

    #[test]
    fn urls_of_the_original_site_and_of_articles_lead_to_articles() {
        let site = Some("https://old.example/blog/");
        for (url, expected) in [
            ("https://old.example/blog/coast/b/", B),
            ("http://www.old.example/blog/coast/b#whats-next", heading(1)),
            ("https://c.example/c?x=1#y", C),
        ] {
            assert_eq!(resolved(LinkTarget::Url(url.into()), site), (Some(expected), 0), "{url}");
        }
        for url in ["https://old.example/blogs/coast/b/", "https://other.example/coast/b"] {
            let url = LinkTarget::Url(url.into());
            assert_eq!(resolved(url.clone(), site), (Some(url), 0));
        }
    }

    #[test]
    fn other_links_are_text_or_lead_to_the_original_site() {
        for address in ["gone.md", "/gone/", "#gone"] {
            let found = resolved(LinkTarget::Relative(address.into()), None);
            assert_eq!(found, (None, 1), "{address}");
        }
        assert_eq!(resolved(LinkTarget::Wiki("gone".into()), None), (None, 1));
        let site = Some("https://old.example/blog/");
        for (address, url) in [
            ("/gone/?a=b#c", "https://old.example/gone/?a=b#c"),
            ("gone.md", "https://old.example/blog/coast/gone.md"),
            ("../gone/", "https://old.example/blog/gone"),
        ] {
            let found = resolved(LinkTarget::Relative(address.into()), site);
            assert_eq!(found, (Some(LinkTarget::Url(url.into())), 0), "{address}");
        }
    }
}
