//! Tests of the text of an article, rendered without a browser.

use crate::fixture::{body_of, illustrated, marked, within};
use crate::prerender::Prerenderer;
use crate::route::UrlStyle;
use crate::store::ui_state::BLOCKS_BATCH;
use cuttings_corpus::{
    AlertKind, Alignment, Block, BlockKind, ContainerKind, LinkTarget, MarkKind, Picture,
};

/// The route of the article, and of the one that it may link to.
const SOURCE: &str = "article/the-source/";

/// Renders the text of an article with this body, without the links in the margin.
fn rendered(body: Vec<Block>, search: &str, url_style: UrlStyle) -> String {
    let (library, _) = body_of(body);
    let library = library.with_url_style(url_style);
    let html = Prerenderer::new(&library).html(&library.route(SOURCE, search)).unwrap();
    let (_, html) = html.split_once(r#"<div class="prose"><div class="chunk">"#).unwrap();
    let (html, _) = html.split_once("</article>").unwrap();
    let html = html.strip_suffix("</div></div>").unwrap();
    let mut out = String::new();
    for piece in html.split_inclusive("</a>") {
        let (before, link) = piece.rsplit_once("<a ").unwrap_or((piece, ""));
        let is_pilcrow = link.contains(r#"class="pilcrow""#);
        out.push_str(if is_pilcrow { before } else { piece });
    }
    out
}

#[track_caller]
fn check(body: Vec<Block>, expected: &str) {
    check_query(body, "", expected);
}

#[track_caller]
fn check_query(body: Vec<Block>, search: &str, expected: &str) {
    assert_eq!(rendered(body, search, UrlStyle::Paths), expected);
}

fn text(text: &str) -> Block {
    Block::paragraph(text)
}

fn list(start: Option<u32>) -> ContainerKind {
    ContainerKind::List { start, is_tight: true }
}

fn item(task: Option<bool>) -> ContainerKind {
    ContainerKind::Item { task }
}

fn picture() -> Picture {
    Picture { path: "a.png".into(), alt: "A <boat>".into(), size: Some((640, 480)) }
}

#[test]
fn headings_keep_their_level_below_the_title() {
    let heading = |level| Block { kind: BlockKind::Heading { level }, ..text("Costs") };
    check(
        vec![heading(1), heading(3), heading(6)],
        concat!(
            r#"<div class="heading"><h2 id="p1">Costs</h2></div>"#,
            r#"<div class="heading"><h3 id="p2">Costs</h3></div>"#,
            r#"<div class="heading"><h6 id="p3">Costs</h6></div>"#,
        ),
    );
}

#[test]
fn lists_nest() {
    check(
        vec![
            within(&[(0, list(Some(3))), (1, item(None))], text("One")),
            within(
                &[(0, list(Some(3))), (1, item(None)), (2, list(None)), (3, item(None))],
                text("Two"),
            ),
            within(&[(0, list(Some(3))), (4, item(None))], Block::new(BlockKind::Rule, "")),
        ],
        concat!(
            r#"<ol class="tight" start="3"><li><p id="p1">One</p>"#,
            r#"<ul class="tight"><li><p id="p2">Two</p></li></ul></li>"#,
            r#"<li><hr id="p3"></li></ol>"#,
        ),
    );
}

#[test]
fn a_list_that_is_not_rendered_to_its_end_is_closed() {
    let blocks = |count: u32| {
        let items =
            (0..count).map(|id| within(&[(0, list(None)), (id + 1, item(None))], text("x")));
        items.collect::<Vec<_>>()
    };
    let (library, id) = body_of(blocks(5));
    let all = library.article_with_id(id).unwrap().blocks();
    let some = cuttings_body::tree::body(all.take(3));
    let cuttings_body::tree::Node::Container(_, items) = &some[0] else { panic!("a list") };
    assert_eq!((some.len(), items.len()), (1, 3));
}

#[test]
fn tasks_are_checkboxes_with_a_name() {
    check(
        vec![
            within(&[(0, list(None)), (1, item(Some(true)))], text("Paint")),
            within(&[(0, list(None)), (2, item(Some(false)))], text("Sail")),
        ],
        concat!(
            r#"<ul class="tight"><li class="task"><input type="checkbox" disabled="disabled" checked="checked" aria-label="Done">"#,
            r#"<p id="p1">Paint</p></li>"#,
            r#"<li class="task"><input type="checkbox" disabled="disabled" aria-label="Not done">"#,
            r#"<p id="p2">Sail</p></li></ul>"#,
        ),
    );
}

#[test]
fn quotations_and_alerts_contain_blocks() {
    check(
        vec![
            within(&[(0, ContainerKind::Quotation)], text("Nobody sails.")),
            within(&[(1, ContainerKind::Alert(AlertKind::Warning))], text("Wet paint.")),
        ],
        concat!(
            r#"<blockquote><p id="p1">Nobody sails.</p></blockquote>"#,
            r#"<div class="alert warning" role="note"><strong>Warning</strong><p id="p2">Wet paint.</p></div>"#,
        ),
    );
}

#[test]
fn code_keeps_its_white_space() {
    check_query(
        vec![Block::new(
            BlockKind::Code { language: Some("rust".into()) },
            "fn sail() {\n\t go();\n}",
        )],
        "q=go",
        concat!(
            r#"<div class="code"><span class="language">rust</span>"#,
            r#"<pre id="p1" tabindex="0" role="group" aria-label="Code, paragraph 1"><code>"#,
            "fn sail() {\n\t <mark>go</mark>();\n}</code></pre>",
            r#"<button type="button" data-do="copy-before" data-needs="copy" class="plain">Copy code</button></div>"#,
        ),
    );
}

#[test]
fn tables_have_header_cells_and_aligned_columns() {
    let columns = vec![Alignment::Unset, Alignment::Center, Alignment::Unset];
    check_query(
        vec![Block::new(BlockKind::Table { columns }, "Boat\tFlag\t\nAda\tred\t12\nBea\t\t7")],
        "q=red",
        concat!(
            r#"<div class="table" tabindex="0" role="region" aria-label="Table, paragraph 1"><table id="p1">"#,
            r#"<thead><tr><th scope="col">Boat</th><th class="center" scope="col">Flag</th><td class="right"></td></tr></thead>"#,
            r#"<tbody><tr><td>Ada</td><td class="center"><mark>red</mark></td><td class="right">12</td></tr>"#,
            r#"<tr><td>Bea</td><td class="center"></td><td class="right">7</td></tr></tbody></table></div>"#,
        ),
    );
}

#[test]
fn marks_stay_in_their_cells() {
    let columns = vec![Alignment::Left; 2];
    let table = Block::new(BlockKind::Table { columns }, "Boat\tFlag\nAda\tred");
    let html = rendered(
        vec![marked(table, &[("Flag", MarkKind::Emphasis), ("Ada", MarkKind::Strong)])],
        "",
        UrlStyle::Paths,
    );
    assert!(html.contains(r#"<th scope="col"><em>Flag</em></th>"#), "{html}");
    assert!(html.contains("<td><strong>Ada</strong></td>"), "{html}");
}

#[test]
fn pictures_have_their_size() {
    let figure = || Block::new(BlockKind::Picture(picture()), "The ferry");
    let image =
        r#"<img src="./a.png" width="640" height="480" loading="lazy" alt="A &lt;boat&gt;">"#;
    check(
        vec![figure()],
        &format!(r#"<figure id="p1">{image}<figcaption>The ferry</figcaption></figure>"#),
    );
    let inline = || marked(text("Look: A boat."), &[("A boat", MarkKind::Picture(picture()))]);
    let image = image.replace("A &lt;boat&gt;", "A boat");
    check(vec![inline()], &format!(r#"<p id="p1">Look: {image}.</p>"#));
    // A single file has no pictures.
    let html = rendered(vec![figure(), inline()], "", UrlStyle::Fragments);
    assert!(html.contains(r#"<span class="missing">A &lt;boat&gt;</span>"#), "{html}");
    assert!(html.contains(r#"Look: <span class="missing">A boat</span>."#), "{html}");
    assert!(!html.contains("<img"), "{html}");
}

#[test]
fn the_picture_of_an_article_comes_first_unless_the_text_shows_it() {
    let pictures = |body: Vec<Block>, url_style| {
        let (library, _) = illustrated(body, Some(picture()));
        let library = library.with_url_style(url_style);
        Prerenderer::new(&library).html(&library.route(SOURCE, "")).unwrap()
    };
    let lead = r#"<div class="prose"><div class="chunk"><figure><img src="./a.png" width="640" height="480" loading="lazy" alt="A &lt;boat&gt;"></figure><p id="p1">"#;
    let html = pictures(vec![text("It sails.")], UrlStyle::Paths);
    assert!(html.contains(lead), "{html}");
    let shown = Block::new(BlockKind::Picture(picture()), "The ferry");
    let html = pictures(vec![text("It sails."), shown], UrlStyle::Paths);
    assert_eq!(html.matches("<img").count(), 1, "{html}");
    let html = pictures(vec![text("It sails.")], UrlStyle::Fragments);
    assert!(!html.contains("<figure"), "{html}");
}

#[test]
fn terms_and_definitions_are_one_list() {
    check(
        vec![
            Block::new(BlockKind::Term, "Draught"),
            within(&[(0, ContainerKind::Definition)], text("Depth below the water.")),
        ],
        r#"<dl><dt id="p1">Draught</dt><dd><p id="p2">Depth below the water.</p></dd></dl>"#,
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let reference =
        marked(text("It sails1 again1."), &[("1", MarkKind::FootnoteReference { number: 1 })]);
    check(
        vec![reference, within(&[(0, ContainerKind::Footnote { number: 1 })], text("At last."))],
        concat!(
            r#"<p id="p1">It sails<sup><a class="note-mark" href="./article/the-source/#p2" aria-label="Footnote 1">1</a></sup> again1.</p>"#,
            r#"<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li value="1"><p id="p2">At last.</p>"#,
            r#"<a class="way-back" href="./article/the-source/#p1" aria-label="Back to the text of footnote 1"></a></li></ol></section>"#,
        ),
    );
}

#[test]
fn each_mark_is_an_element() {
    let words = "strong em code del sup sub mark";
    let kinds = [
        ("strong", MarkKind::Strong),
        ("em", MarkKind::Emphasis),
        ("code", MarkKind::Code),
        ("del", MarkKind::Strikethrough),
        ("sup", MarkKind::Superscript),
        ("sub", MarkKind::Subscript),
        ("mark", MarkKind::Highlight),
    ];
    check(
        vec![marked(text(words), &kinds)],
        concat!(
            r#"<p id="p1"><strong>strong</strong> <em>em</em> <code>code</code> <del>del</del> "#,
            r#"<sup>sup</sup> <sub>sub</sub> <mark class="author">mark</mark></p>"#,
        ),
    );
}

#[test]
fn links_lead_outside_to_articles_and_to_blocks() {
    let link = |target| MarkKind::Link(target);
    let kinds = [
        ("outside", link(LinkTarget::Url("https://ada@example.org/a?b=\"".into()))),
        ("an article", link(LinkTarget::Article { article: 1, block: None })),
        ("its text", link(LinkTarget::Article { article: 1, block: Some(0) })),
        ("here", link(LinkTarget::Block(0))),
    ];
    check(
        vec![marked(text("outside, an article, its text, here"), &kinds)],
        concat!(
            r#"<p id="p1"><a class="external" href="https://ada@example.org/a?b=&quot;" rel="noopener" title="example.org">outside</a>, "#,
            r#"<a href="./article/the-target/">an article</a>, "#,
            r##"<a href="./article/the-target/#p1">its text</a>, "##,
            r##"<a href="./article/the-source/#p1">here</a></p>"##,
        ),
    );
}

#[test]
fn links_do_not_nest() {
    let link = |target: &str| MarkKind::Link(LinkTarget::Url(target.into()));
    check(
        vec![marked(
            text("the outer link"),
            &[
                ("the outer link", link("https://a.example/")),
                ("outer", link("https://b.example/")),
            ],
        )],
        r#"<p id="p1"><a class="external" href="https://a.example/" rel="noopener" title="a.example">the outer link</a></p>"#,
    );
}

#[test]
fn names_are_links_but_not_in_code_or_links() {
    let name = r#"<a class="name" href="./names/?name=person%3AAda+Berg">Ada Berg</a>"#;
    check(vec![text("Ada Berg sails.")], &format!(r#"<p id="p1">{name} sails.</p>"#));
    check(
        vec![marked(text("the Ada Berg sails."), &[("the Ada", MarkKind::Strong)])],
        &format!(
            r#"<p id="p1"><strong>the </strong>{} sails.</p>"#,
            name.replace("Ada Berg</a>", "<strong>Ada</strong> Berg</a>")
        ),
    );
    check(
        vec![marked(text("Ada Berg sails."), &[("Ada Berg", MarkKind::Code)])],
        r#"<p id="p1"><code>Ada Berg</code> sails.</p>"#,
    );
}

#[test]
fn a_hit_across_marks_counts_once() {
    check_query(
        vec![marked(text("The northern route."), &[("northern", MarkKind::Strong)])],
        "q=%22northern+route%22",
        concat!(
            r#"<p id="p1">The <strong><mark>northern</mark></strong>"#,
            r#"<mark class="rest"> route</mark>.</p>"#,
        ),
    );
    check_query(
        vec![marked(text("The northern route."), &[("north", MarkKind::Strong)])],
        "q=northern",
        r#"<p id="p1">The <strong><mark>north</mark></strong><mark class="rest">ern</mark> route.</p>"#,
    );
}

#[test]
fn a_line_feed_breaks_the_line() {
    check_query(
        vec![text("Roses\nred roses")],
        "q=roses",
        r#"<p id="p1"><mark>Roses</mark><br>red <mark>roses</mark></p>"#,
    );
}

#[test]
fn linking_articles_are_listed() {
    let (library, _) = body_of(vec![marked(
        text("See there."),
        &[("there", MarkKind::Link(LinkTarget::Article { article: 1, block: None }))],
    )]);
    let page = |path: &str| Prerenderer::new(&library).html(&library.route(path, "")).unwrap();
    let target = page("article/the-target/");
    let (_, links) = target.split_once("Linked from</h2>").unwrap();
    assert!(
        links.contains(r#"<h3><a href="./article/the-source/">The source</a></h3>"#),
        "{links}"
    );
    assert!(page(SOURCE).contains(r#"aria-labelledby="linked-title" hidden"#));
}

#[test]
fn contents_nest_by_level() {
    let heading = |level, text: &str| Block::new(BlockKind::Heading { level }, text);
    let quoted = within(&[(0, ContainerKind::Quotation)], heading(2, "Quoted"));
    let (library, _) =
        body_of(vec![heading(2, "A"), heading(4, "B"), heading(3, "C"), quoted, heading(2, "D")]);
    let html = Prerenderer::new(&library).html(&library.route(SOURCE, "")).unwrap();
    let (_, html) = html.split_once(r#"aria-label="Contents" class="contents">"#).unwrap();
    let (html, _) = html.split_once("</nav>").unwrap();
    let link = |number: u32, text: &str| {
        format!(r##"<a href="./article/the-source/#p{number}">{text}</a>"##)
    };
    let (a, b, c, d) = (link(1, "A"), link(2, "B"), link(3, "C"), link(5, "D"));
    let list = r#"<ol role="list">"#;
    assert_eq!(
        html,
        format!("{list}<li>{a}{list}<li>{b}</li><li>{c}</li></ol></li><li>{d}</li></ol>")
    );
}

#[test]
fn a_long_article_is_cut_into_chunks() {
    let blocks = BLOCKS_BATCH * 2 + 1;
    let body: Vec<Block> = (1..=blocks).map(|it| text(&format!("Ferry {it}."))).collect();
    let html = rendered(body, "q=ferry", UrlStyle::Paths);
    let chunks: Vec<&str> = html.split(r#"</div><div class="chunk">"#).collect();
    assert_eq!(chunks.len(), 3);
    assert!(chunks[1].starts_with(r#"<p id="p33"><mark>Ferry</mark> 33.</p>"#), "{}", chunks[1]);
    assert_eq!(chunks[2], r#"<p id="p65"><mark>Ferry</mark> 65.</p>"#);
    assert_eq!(html.matches("<p id=").count(), blocks);
}

#[test]
fn a_list_is_never_cut() {
    let container = [(0, list(None)), (1, item(None))];
    let body: Vec<Block> =
        (0..BLOCKS_BATCH + 1).map(|_| within(&container, text("Pay."))).collect();
    let html = rendered([body, vec![text("End.")]].concat(), "", UrlStyle::Paths);
    assert_eq!(html.matches("<ul").count(), 1);
    assert!(html.ends_with(r#"</ul></div><div class="chunk"><p id="p34">End.</p>"#), "{html}");
}

#[test]
fn a_very_long_text_consists_of_runs() {
    let sentence = "The ferry leaves at dawn. ";
    let long = sentence.repeat(1000);
    let html = rendered(vec![text(long.trim_end())], "q=dawn", UrlStyle::Paths);
    let runs: Vec<&str> = html.split(r#"<span class="run">"#).skip(1).collect();
    assert_eq!(runs.len(), 4);
    for run in &runs {
        assert!(run.starts_with("The ferry leaves at <mark>dawn</mark>. The"), "{run:.80}");
    }
    let words = html.replace("<mark>", "").replace("</mark>", "");
    let words = words.replace(r#"<span class="run">"#, "").replace("</span>", "");
    assert_eq!(words, format!(r#"<p id="p1">{}</p>"#, long.trim_end()));
    // Code stays whole.
    let code = Block::new(BlockKind::Code { language: None }, long.trim_end());
    assert!(!rendered(vec![code], "", UrlStyle::Paths).contains("run"));
}
