//! The dialects of Markdown: the examples of the table in `docs/seeds.md`, and their details.

use crate::block_outline::{block_outline, corpus_with_links as corpus};

fn blocks(name: &str, text: &str) -> String {
    block_outline(&corpus(name, text))
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(blocks("seed.md", text), format!("{expected}\n"), "{text:?}");
}

/// Reads the rows of the table of dialects: an example and what it becomes.
#[test]
fn examples_of_the_documentation_are_true() {
    let docs = include_str!("../../../../docs/seeds.md");
    let section = docs.split("### Dialects").nth(1).unwrap().split("\n#").next().unwrap();
    let mut count = 0;
    for row in section.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [dialect, example, outcome] = cells[..] else { panic!("{row}") };
        let unquoted = |cell: &str| cell.trim_matches('`').trim().replace("\\|", "|");
        let name = if dialect.contains("MDX") { "seed.mdx" } else { "seed.md" };
        let blocks = blocks(name, &unquoted(example).replace('⏎', "\n"));
        assert_eq!(blocks.trim_end().replace('\n', "⏎"), unquoted(outcome), "{dialect}");
        count += 1;
    }
    assert!(count >= 20, "{count}");
}

#[test]
fn callouts_become_alerts_or_quotations() {
    check("> [!NOTE]\n> a", "note0 p: a");
    check("> [!tip]- Title *x*\n> a", "tip0 p: {strong Title {em x}}\ntip0 p: a");
    check("> [!bug]\n> a", "warning0 p: {strong Bug}\nwarning0 p: a");
    check("> [!harbour]\n> - a", "quote0 p: {strong Harbour}\nquote0 list1(*) item2 p: a");
    check("> [!quote]\n> a", "quote0 p: a");
    check("> a\n> [!NOTE]", "quote0 p: a [!NOTE]");
    check("> > [!NOTE]\n> > a", "quote0 note1 p: a");
    check("> [!]\n> a", "quote0 p: [!] a");
    check("> [! ]", "quote0 p: [! ]");
    check("> [! |b]", "quote0 p: [! |b]");
}

#[test]
fn directives_become_alerts() {
    check(":::note\n\na\n\n:::\n\nb", "note0 p: a\np: b");
    check("a\n:::danger\nb\n:::\nc", "p: a\ncaution0 p: {strong Danger}\ncaution0 p: b\np: c");
    check(
        ":::tip[A *b*]{#c}\n- d\n\n```\n:::\n```\n:::",
        "tip0 p: {strong A {em b}}\ntip0 list1(*) item2 p: d\ntip0 code: :::",
    );
    check(
        "::::warning A title\n:::info\na\n:::\n::::",
        "warning0 p: {strong A title}\nwarning0 note1 p: {strong Info}\nwarning0 note1 p: a",
    );
    check(
        "> :::note\n> a\n> :::\n\n- b\n\n  :::note\n  c\n  :::\n- d",
        "quote0 note1 p: a\nlist2(* loose) item3 p: b\nlist2(* loose) item3 note4 p: c\n\
         list2(* loose) item5 p: d",
    );
    check("# A\n\n:::note\n\n# B\n\n:::", "h1: A\nnote0 h1: B");
    check(":::quote\na\n:::", "quote0 p: a");
    check(":::cards\na\n:::", "p: a");
    let notes = corpus("seed.md", ":::cards\na\n:::\n:::note{.x}\nb\n:::").diagnostics;
    assert!(notes[0].message.ends_with("(2 times): :::cards :::note{.x}"), "{notes:?}");
}

#[test]
fn colons_that_open_no_directive_are_text() {
    check(":::note\na", "p: :::note a");
    check("a\n:::", "p: a :::");
    check("`:::note`\n\n    :::note\n    :::", "p: {code :::note}\ncode: :::note⏎:::");
    check("<div>\n:::note\na\n:::\n</div>", "p: :::note a :::");
    check("::: 5 colons\n:::", "p: ::: 5 colons :::");
    check("a\n:b: c\n\nd\n: e :f:", "p: a :b: c\nterm: d\ndef0 p: e :f:");
    check("a\n: b\n\n:::note\nc\n:::", "term: a\ndef0 p: b\nnote1 p: c");
}

#[test]
fn comments_of_obsidian_are_left_out() {
    check("a %%b%% c\n\n%%\nd\n\ne\n%%\n\nf", "p: a c\np: f");
    check("100%% of `%%x%%` %%", "p: 100%% of {code %%x%%} %%");
}

#[test]
fn highlights_touch_their_words() {
    check(
        "==a== b==c==d ==*e*== `==f==` == g == \\==h==",
        "p: {mark a} b==c==d {mark {em e}} {code ==f==} == g == ==h==",
    );
}

#[test]
fn formulas_are_lines_of_text_with_scripts() {
    check("a <math><msup><mn>2</mn><mi>n</mi></msup></math> b", "p: a 2 {sup n} b");
    check(
        "<math display=\"block\">\n  <mtable>\n    <mtr><mtd><msub><mi>x</mi><mrow><mi>i</mi>\
         <mo>+</mo><mn>1</mn></mrow></msub></mtd></mtr>\n    <mtr><mtd><mo>=</mo><mspace/>\
         <mn>2</mn></mtd></mtr>\n  </mtable>\n</math>\nb",
        "p: x {sub i + 1}⏎= 2⏎b",
    );
    check("<math><msubsup><mo>a</mo><mn>1</mn><mi>n</mi></msubsup></math>", "p: a {sub 1} {sup n}");
    check("<math><msub><mi>a</mi><mi>b\n\nc</mi></msub> d", "p: a {sub b}\np: c d");
    let text = "a <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>";
    let notes = corpus("seed.md", text).diagnostics;
    assert!(notes[0].message.contains("<mfrac>"), "{notes:?}");
    assert_eq!(notes.len(), 1);
}

#[test]
fn brackets_of_markdown_are_no_wikilinks() {
    check("[[1]](a.md)", "p: {<a.md> [1]}");
    check("[[a]] `[[b]]` \\[[c]] [[^d]]", "p: {<a.md> a} {code [[b]]} [[c]] [[^d]]");
    check("[[a]]\n\n[a]: b.md", "p: [{<b.md> a}]");
    check("| a |\n|---|\n| [[b|c]] |", "table [Unset]: a⏎{<b.md> c}");
    check("**[[a#b|*c*]]**", "p: {strong {<a.md> *c*}}");
}

#[test]
fn embedded_files_are_pictures_or_links() {
    check("![[a b.png]]", "picture a b.png “”: a b.png".replace(": a b.png", ":").as_str());
    check(
        "a ![[b.png|300]] ![[c.png|A boat]]",
        "p: a {picture(b.png “”) b.png} {picture(c.png “A boat”) A boat}",
    );
    check("![[Other note]]", "p: {<Other note.md> Other note}");
}

#[test]
fn tags_are_collected_from_vaults_and_from_lines_of_tags() {
    let tags = |text: &str| corpus("seed.md", text).articles.remove(0).tags;
    assert_eq!(tags("a #b/c [[d]] #1 `#e` x#f #b/c"), ["b/c"]);
    assert_eq!(tags("#a #b\n\ntext"), ["a", "b"]);
    assert_eq!(tags("Join #harbour on chat"), [""; 0]);
}

#[test]
fn shortcodes_are_left_out_and_their_text_is_kept() {
    check("a {{< note >}}*b*{{< /note >}} c", "p: a {em b} c");
    check("{{% notice %}}\n\n- a\n\n{{% /notice %}}", "list0(*) item1 p: a");
    check("{% if x %}a{% endif %} {# c #} {{ page.title }}", "p: a {{ page.title }}");
    check("`{% x %}` {{</* figure */>}}", "p: {code {% x %}} {{</* figure */>}}");
    check("{% comment %}\na\n\nb\n{% endcomment %}\nc", "p: c");
    check("{% highlight c++ %}\na  *b*\n{% endhighlight %}\nc", "code c++: a  *b*\np: c");
    check("{{< highlight go >}}\na\n{{< /highlight >}}", "code go: a");
    check(
        "[a]({{< ref \"b.md\" >}}) [c]({% post_url 2024-01-01-d %}#e) [f]({{ site.baseurl }}/g)",
        "p: {<b.md> a} {<2024-01-01-d.md> c} {<g.md> f}",
    );
    let notes = corpus("seed.md", "a {{< x >}} {% y %}").diagnostics;
    assert_eq!(notes.len(), 1);
    assert!(notes[0].message.ends_with("(2 times): {{< x >}} {% y %}"), "{notes:?}");
}

#[test]
fn mdx_is_read_as_markdown() {
    let text = "import A from './a'\n\nexport const b = {\n\n  c: 1,\n}\n\n<A d={{ e: '>' }}>\n\n**f** <G h=\"i\">j</G>{' '}k {/* l */}\n\n</A>\n\n<Image src=\"m.png\" alt=\"M\" />\n";
    assert_eq!(blocks("seed.mdx", text), "p: {strong f} j k\npicture m.png “M”:\n");
    let messages: Vec<_> =
        corpus("seed.mdx", text).diagnostics.into_iter().map(|it| it.message).collect();
    assert_eq!(messages.len(), 2, "{messages:#?}");
}
