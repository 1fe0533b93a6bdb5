//! The blocks, marks and containers of Markdown bodies.

use cuttings_corpus::{Article, Corpus, heading_id};

use crate::block_outline::{block_outline, corpus_with_links};

fn corpus(text: &str) -> Corpus {
    corpus_with_links("seed.md", text)
}

fn article(text: &str) -> Article {
    corpus(text).articles.remove(0)
}

fn blocks(text: &str) -> String {
    block_outline(&corpus(text))
}

fn notes(text: &str) -> Vec<String> {
    corpus(text)
        .diagnostics
        .into_iter()
        .map(|it| format!("{}: {}", it.origin.line, it.message))
        .collect()
}

#[test]
fn blocks_of_every_kind_keep_their_form() {
    insta::assert_snapshot!(blocks(
        "## A *b*\n\nOne\ntwo  \nthree\n\n- a\n- b\n\n  c\n\n3. x\n   - [x] y\n   - [ ] z\n-\n\n> q\n>\n> > r\n\n\
         ```rust,ignore\n\tlet a = 1;\n\n  b\n```\n\n    indented\n\n| a | b |\n|:--|--:|\n| *1* | |\n| `x\\|y` | 2 |\n\n\
         ---\n\n![alt](p.png \"Caption\")\n\nTerm\n: One\n: Two\n"
    ), @"
    h2: A {em b}
    p: One two⏎three
    list0(* loose) item1 p: a
    list0(* loose) item2 p: b
    list0(* loose) item2 p: c
    list3(3) item4 p: x
    list3(3) item4 list5(*) item6[x] p: y
    list3(3) item4 list5(*) item7[ ] p: z
    list8(*) item9 p:
    quote10 p: q
    quote10 quote11 p: r
    code rust: ⇥let a = 1;⏎⏎  b
    code: indented
    table [Left, Right]: a⇥b⏎{em 1}⇥⏎{code x|y}⇥2
    rule:
    picture p.png “alt”: Caption
    term: Term
    def12 p: One
    def13 p: Two
    ");
}

#[test]
fn marks_of_every_kind_are_ranges_of_the_text() {
    insta::assert_snapshot!(blocks(
        "*a* **b** ***c*** `d  e` ~~f~~ ~g~ [h *i*](https://a.example \"t\") <https://b.example> www.c.example \
         k@d.example ![l](l.png) ![m](https://e.example/m.png) 2^10 H~2~O **n**o\n"
    ), @"
    p: {em a} {strong b} {em {strong c}} {code d  e} {del f} {del g} {<https://a.example> h {em i}} {<https://b.example> https://b.example} {<http://www.c.example> www.c.example} {<mailto:k@d.example> k@d.example} {picture(l.png “l”) l} {<https://e.example/m.png> m} 2^10 H~2~O {strong n}o
    ");
}

#[test]
fn footnotes_come_last_in_the_order_of_their_references() {
    insta::assert_snapshot!(blocks(
        "One[^b] and two[^a], one again[^B] and [^none].\n\n[^a]: A[^c].\n\n[^b]: B.\n\n    More of B.\n\n[^c]: C.\n[^d]: D.\n\nLast.\n"
    ), @"
    p: One{note(1) 1} and two{note(2) 2}, one again{note(1) 1} and [^none].
    p: Last.
    note0(1) p: B.
    note0(1) p: More of B.
    note1(2) p: A{note(3) 3}.
    note2(3) p: C.
    note3(4) p: D.
    ");
}

#[test]
fn html_becomes_marks_and_blocks() {
    insta::assert_snapshot!(blocks(
        "a <b>b <i>c</b> d</i> <kbd>e</kbd> <sup>f</sup><sub>g</sub> <mark>h</mark> <s>i</s> <a href=\"https://a.example\">j</a> k<br>l <img src=\"m.png\" alt=\"M\">\n\n\
         <div align=center>\n<h2 id=\"x\">Head</h2>\n<p>one<p>two\n<ul><li>a<li>b<ol start=4><li>c</ol></ul>\n<blockquote>q</blockquote>\n<hr>\n</div>\n\n\
         <table><caption>Cap</caption><tr><th>a<th>b<tr><td><b>1</b><br>2<td colspan=2>3</table>\n\n\
         <pre><code class=\"language-js\">a\n  <i>b</i> &lt;\n</code></pre>\n\n\
         <figure><img src=\"f.png\" alt=\"F\"><figcaption>The <em>cap</em></figcaption></figure>\n\n\
         <details><summary>More</summary>\n\n- inner\n\n</details>\n\n<iframe title=\"A film\" src=\"https://v.example/1\"></iframe>\n\n\
         [x](#x) and [head](#head)\n"
    ), @"
    p: a {strong b {em c}} {em d} {code e} {sup f}{sub g} {mark h} {del i} {<https://a.example> j} k⏎l {picture(m.png “M”) M}
    h2: Head
    p: one
    p: two
    list0(*) item1 p: a
    list0(*) item2 p: b
    list0(*) item2 list3(4) item4 p: c
    quote5 p: q
    rule:
    p: Cap
    table [Unset, Unset, Unset]: a⇥b⇥⏎{strong 1} 2⇥3⇥
    code js: a⏎  b <
    picture f.png “F”: The {em cap}
    p: More
    list6(*) item7 p: inner
    p: {<https://v.example/1> A film}
    p: {<#1> x} and {<#1> head}
    ");
}

#[test]
fn cells_of_html_keep_their_columns() {
    let table = |rows: &str| blocks(&format!("<table>{rows}</table>\n"));
    assert_eq!(
        table("<tr><th colspan=2>a<th>b<tr><td rowspan='2'>1<td>2<td>3<tr><td>4<td><i>5</i>"),
        "table [Unset, Unset, Unset]: a⇥⇥b⏎1⇥2⇥3⏎⇥4⇥{em 5}\n"
    );
    // Rows above the widest are filled up, and marks move with their words.
    assert_eq!(
        table("<tr><td><b>a</b><tr><td>c<td><b>d</b><td>e<tr><td>f"),
        "table [Unset, Unset, Unset]: {strong a}⇥⇥⏎c⇥{strong d}⇥e⏎f⇥⇥\n"
    );
    assert_eq!(
        table("<tr><td rowspan=3 colspan=2>a<td>b<tr><td>c<tr><td>d<tr><td>e<td>f<td>g"),
        "table [Unset, Unset, Unset]: a⇥⇥b⏎⇥⇥c⏎⇥⇥d⏎e⇥f⇥g\n"
    );
    let text = "<table><tr><td colspan=3>a</table> <abbr title=\"Hyper\">H</abbr>";
    insta::assert_snapshot!(notes(text).join("\n"), @"
    4: Titles of links, words and pictures within a line are left out: Hyper
    4: Cells that cover several columns or rows are followed by empty ones: <td colspan=3>
    ");
}

#[test]
fn a_wide_table_of_html_with_many_rows_stays_small() {
    let wide = "<td>".repeat(2000);
    let text =
        format!("<table><tr>{wide}{}</table>", "<tr><td rowspan=9999 colspan=9999>a".repeat(2000));
    let article = article(&text);
    assert!(article.body[0].text.len() < 400_000, "{}", article.body[0].text.len());
}

#[test]
fn what_is_no_text_of_html_is_dropped_with_a_note() {
    let text = "a<!-- b --> <blink c>d</blink>\n\n<script>\nlet e;\n\nf\n</script>\n\n<style>g</style> h\n";
    insta::assert_snapshot!(blocks(text), @"
    p: a d
    p: h
    ");
    insta::assert_snapshot!(notes(text).join("\n"), @"
    4: HTML tags without an equivalent are left out; their text is kept: <blink c>
    6: Scripts and style sheets are left out (4 times): <script> let e; f <style> g
    ");
}

#[test]
fn unsafe_addresses_become_text() {
    for address in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "<java\tscript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
    ] {
        for text in [
            format!("a [b]({address}) c"),
            format!("a <a href=\"{}\">b</a> c", address.trim_matches(['<', '>'])),
            format!("a ![b]({address}) c"),
            format!("a [b] c\n\n[b]: {address}"),
        ] {
            let article = article(&text);
            assert!(
                article.body.iter().all(|block| block.marks.is_empty()),
                "{text:?} {article:#?}"
            );
            assert!(article.body[0].text.starts_with("a b"), "{text:?}");
            assert_eq!(notes(&text).len(), 1, "{text:?}");
        }
    }
}

#[test]
fn links_lead_to_blocks_of_the_same_file() {
    insta::assert_snapshot!(blocks(
        "[a](#what-is-new) [b](#own) [c](#what-is-new-1) [d](#none) [e](#) [[#What is new]]\n\n## What is *new*?\n\n## What is new\n\n## Other {#own}\n\n## Set {x}\n"
    ), @"
    p: {<#1> a} {<#3> b} {<#2> c} d {<#0> e} {<#1> #What is new}
    h2: What is {em new}?
    h2: What is new
    h2: Other
    h2: Set {x}
    ");
    let anchors = article("a\n\n## B c\n\n## B c\n\n<a name=\"d\"></a>\n\ne\n").anchors;
    let anchors: Vec<_> = anchors.iter().map(|anchor| (&*anchor.id, anchor.block)).collect();
    assert_eq!(anchors, [("b-c", 1), ("b-c-1", 2), ("d", 3)]);
    assert_eq!(heading_id("Größe & Ort: 2.0"), "größe--ort-20");
}

#[test]
fn lines_of_scripts_without_spaces_join_without_one() {
    assert_eq!(blocks("港口\n关闭了。\nIt *closed*\n港\n"), "p: 港口关闭了。 It {em closed} 港\n");
}

#[test]
fn white_space_never_starts_or_ends_a_mark() {
    assert_eq!(blocks("a<b> b </b>c <i> </i> d\n"), "p: a {strong b} c d\n");
    assert_eq!(blocks("[ a ](b.md)`` ` ``\n"), "p: {<b.md> a} {code `}\n");
}

#[test]
fn the_heading_that_repeats_the_title_is_left_out() {
    assert_eq!(blocks("# t\n\na\n\n# T\n"), "p: a\nh1: T\n");
    assert_eq!(blocks("# Other\n\n# T\n\na\n"), "h1: Other\nh1: T\np: a\n");
}

#[test]
fn code_keeps_its_characters() {
    let article = article("```\na\tb\u{1}  \n\n\n```\n");
    assert_eq!(article.body[0].text, "a\tb\u{fffd}  \n\n");
}

#[test]
fn rows_of_html_tables_have_cells_for_every_column() {
    let article = article("<table><tr><th colspan=2>a<tr><td>1<td><b>2</b><tr><td>3</table>\n");
    let table = &article.body[0];
    assert_eq!(table.text, "a\t\n1\t2\n3\t");
    assert_eq!(table.marks[0].range, 5..6);
}

#[test]
fn a_wide_row_above_many_short_ones_costs_no_more_than_its_length() {
    let text =
        format!("<table><tr>{}{}</table>\n", "<td>".repeat(20_000), "<tr><td>".repeat(20_000));
    assert!(article(&text).body[0].text.len() < 400_000);
}

#[test]
fn references_to_an_empty_footnote_lead_to_an_empty_paragraph() {
    let article = article("Text[^1]\n\n[^1]:\n");
    assert_eq!(article.body.len(), 2);
    assert_eq!((&*article.body[1].text, article.body[1].containers.len()), ("", 1));
}
