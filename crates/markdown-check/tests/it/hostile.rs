//! Bodies of one repeated construct: their cost stays in proportion to their size.

use cuttings_corpus::Article;
use cuttings_diagnostics::SourceFile;
use cuttings_markdown_check::parse;

/// The size of each body, in bytes. Tests without optimization run for minutes on large ones.
const BYTES: usize = if cfg!(debug_assertions) { 100_000 } else { 5_000_000 };

fn parsed(name: &str, text: &str) -> Option<Article> {
    parse(SourceFile { name, bytes: text.as_bytes() }).articles.into_iter().next()
}

/// Returns the number of texts, marks and containers that an article stores, and their bytes.
fn stored(article: &Article) -> usize {
    let blocks = article.body.iter();
    blocks.map(|block| 1 + block.text.len() + block.marks.len() + block.containers.len()).sum()
}

#[test]
fn no_repeated_construct_explodes() {
    for unit in [
        "> ",
        "- ",
        "1. ",
        "  - a\n",
        "*",
        "**a ",
        "_a_",
        "[",
        "[a](",
        "[[",
        "![",
        "![[",
        "](",
        "]",
        "`",
        "`a``",
        "```\n",
        "|",
        "| a ",
        "|a|\n|-|\n",
        "~~",
        "~",
        "==",
        "== a ",
        "<",
        "<b>",
        "</b>",
        "<a ",
        "<ul><li>",
        "<ul><li>a",
        "<table><tr><td>",
        "<!--",
        "<script>",
        "<pre>",
        "<figure>",
        "&amp;",
        "&",
        "\\",
        "[^a]",
        "[^a]: b\n\n",
        "[a]: b\n",
        "# a\n",
        "#a ",
        "http://",
        "a@b.c ",
        "%%",
        "%% a ",
        "{{< ",
        "{{< a >}}",
        "{%",
        "{% highlight %}\n",
        "{% comment %}",
        "{: ",
        "> [!a]\n\n",
        "a\n: b\n\n",
        "a\n:b\n\n",
        ":::a\n",
        ":::a\nb\n:::\n",
        "<table><tr><td>",
        "<tr><td colspan=99 rowspan=99>",
        "\n",
        "a\n",
        "\t",
        "a  \n",
        "- [ ] ",
        "a\n\n- b\n\n",
        "<b><i>",
        "*a <b>* ",
    ] {
        let text = unit.repeat(BYTES / unit.len());
        for name in ["seed.md", "seed.mdx"] {
            if let Some(article) = parsed(name, &text) {
                let stored = stored(&article);
                assert!(stored <= 45 * BYTES, "{unit:?} is stored in {stored}");
            }
        }
    }
}

#[test]
fn containers_are_bounded() {
    for unit in ["> ", "- ", "<ul><li>a", "<blockquote>a"] {
        let article = parsed("seed.md", &(unit.repeat(2_000) + "text\n")).unwrap();
        let depths = article.body.iter().map(|block| block.containers.len());
        assert_eq!(depths.max(), Some(40), "{unit}");
        assert!(article.body.iter().any(|block| block.text.contains("text")), "{unit}");
    }
}
