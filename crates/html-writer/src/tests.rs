//! Tests of the HTML of articles that are read from Markdown.

use super::*;
use cuttings_corpus::{self as seeds, Site};
use cuttings_diagnostics::SourceFile;
use cuttings_edition::{Edition, Item, ItemId};
use insta::assert_snapshot;

/// A place with articles in folders.
struct Folder<'e>(&'e Edition<'static>);

impl Place for Folder<'_> {
    fn link(&self, target: LinkTarget<'_>) -> Option<String> {
        Some(match target {
            LinkTarget::Url(url) => url.to_owned(),
            LinkTarget::Block(block) => format!("#p{block}"),
            LinkTarget::Article(item, _) => match self.0.item(item) {
                Some(Item::Article(article)) => format!("../{}/", article.slug()),
                _ => return None,
            },
        })
    }

    fn picture(&self, name: &str) -> Option<String> {
        Some(format!("/{name}"))
    }

    fn label(&self, _: Alert) -> &str {
        "Note & more"
    }
}

/// Returns the HTML of an article with this text in Markdown.
fn html(markdown: &str) -> String {
    let text = format!("---\ntitle: Coast\n---\n\n{markdown}");
    let files = [
        SourceFile { name: "a.md", bytes: text.as_bytes() },
        SourceFile { name: "b.md", bytes: b"# The Quay\n\nStone.\n" },
    ];
    let corpus = seeds::parse(&files);
    let bytes = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
    let edition = Edition::open(bytes.leak()).unwrap();
    let coast = edition.article("coast").unwrap();
    assert!(edition.item(ItemId(1)).is_some());
    article(&coast, &Folder(&edition))
}

#[test]
fn inline_marks_nest() {
    assert_snapshot!(
        html("A **bold *and* `code`** [link](https://a.example/?a&b), [quay](b.md), ~~no~~ ==yes=="),
        @r##"<p>A <strong>bold <em>and</em> <code>code</code></strong> <a href="https://a.example/?a&amp;b">link</a>, <a href="../the-quay/">quay</a>, <del>no</del> <mark>yes</mark></p>"##
    );
}

#[test]
fn blocks_keep_their_form() {
    assert_snapshot!(
        html("## Head\n\n> quoted\n\n- one\n- two\n\n3. three\n\n```rust\na < b\n```\n\n---\n"),
        @r##"<h2>Head</h2><blockquote><p>quoted</p></blockquote><ul><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol><pre><code>a &lt; b</code></pre><hr/>"##
    );
    assert_snapshot!(
        html("- [x] done\n- [ ] open\n\n> [!NOTE]\n> Mind the step.\n\nTerm\n: Meaning\n"),
        @r##"<ul><li>☑ done</li><li>☐ open</li></ul><blockquote><p><strong>Note &amp; more</strong></p><p>Mind the step.</p></blockquote><dl><dt>Term</dt><dd><p>Meaning</p></dd></dl>"##
    );
    assert_snapshot!(html("| a | b |\n|---|--:|\n| 1 | *2* |\n"), @r##"<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right"><em>2</em></td></tr></tbody></table>"##);
    assert_snapshot!(html("Text.[^1]\n\n[^1]: The note.\n"), @r##"<p>Text.<sup>1</sup></p><hr/><ol><li value="1"><p>The note.</p></li></ol>"##);
}

#[test]
fn text_is_never_markup() {
    assert_snapshot!(html("a &lt;script&gt; `<b>` & \"c\""), @r##"<p>a &lt;script&gt; <code>&lt;b&gt;</code> &amp; &quot;c&quot;</p>"##);
}
