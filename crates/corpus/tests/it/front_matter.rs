//! Front matter: its formats, its keys, and the warning for each mistake.

use cuttings_corpus::{Article, Author, Corpus, Day, Source, parse};
use cuttings_diagnostics::{Severity, SourceFile};

fn parse_as(name: &str, text: &str) -> Corpus {
    parse(&[SourceFile { name, bytes: text.as_bytes() }])
}

/// Parses an article with front matter in YAML, which must cause no diagnostics.
#[track_caller]
fn article(yaml: &str) -> Article {
    let mut corpus = parse_as("the-seed.md", &format!("---\n{yaml}\n---\nText.\n"));
    assert_eq!(corpus.diagnostics, [], "{yaml}");
    corpus.articles.remove(0)
}

/// Parses an article with front matter in YAML, and returns it with the messages.
fn article_and_messages(yaml: &str) -> (Article, Vec<String>) {
    let mut corpus = parse_as("the-seed.md", &format!("---\n{yaml}\n---\nText.\n"));
    let messages = corpus.diagnostics.iter().map(ToString::to_string).collect();
    (corpus.articles.remove(0), messages)
}

fn custom(article: &Article) -> Vec<(&str, Vec<&str>)> {
    article
        .custom
        .iter()
        .map(|field| (&*field.key, field.values.iter().map(|value| &**value).collect()))
        .collect()
}

fn names(authors: &[Author]) -> Vec<&str> {
    authors.iter().map(|author| &*author.name).collect()
}

const DAY: Option<Day> = Some(Day { year: 2024, month: 5, day: 16 });

#[test]
fn yaml_toml_and_json_say_the_same() {
    let yaml = "---\ntitle: \"Harbour: the reopening\"\ntags: [no, 1.10, 2024]\ndate: 2024-05-16\n\
                author:\n  name: Ada Okonkwo\nseries: Sand\nauthor2: ~\n---\nText.\n";
    let toml = "+++\ntitle = \"Harbour: the reopening\"\ntags = [\"no\", 1.10, 2024]\n\
                date = 2024-05-16\nseries = \"Sand\"\n[author]\nname = \"Ada Okonkwo\"\n+++\nText.\n";
    let json = "{\n\t\"title\": \"Harbour: the reopening\",\n\t\"tags\": [\"no\", 1.10, 2024],\n\
                \t\"date\": \"2024-05-16\", \"series\":\"Sand\",\n\t\"author\": {\"name\": \"Ada Okonkwo\"},\n\
                \t\"author2\": null\n}\n\nText.\n";
    for text in [yaml.to_owned(), toml.to_owned(), json.to_owned(), yaml.replace('\n', "\r\n")] {
        let corpus = parse_as("the-seed.md", &text);
        assert_eq!(corpus.diagnostics, [], "{text}");
        let article = &corpus.articles[0];
        assert_eq!(article.title, "Harbour: the reopening");
        assert_eq!(article.tags, ["no", "1.10", "2024"]);
        assert_eq!(article.date.as_ref().and_then(|date| date.day), DAY);
        assert_eq!(names(&article.authors), ["Ada Okonkwo"]);
        assert_eq!(custom(article), [("series", vec!["Sand"])]);
        assert_eq!(article.body.len(), 1);
        assert_eq!(article.body[0].text, "Text.");
    }
}

#[test]
fn json_escapes_are_read() {
    let text = "{\"title\": \"Sand \\u2014 \\ud83c\\udfd6 \\/ \\\"x\\\" }\"}\nText.\n";
    assert_eq!(parse_as("a.md", text).articles[0].title, "Sand — \u{1f3d6} / \"x\" }");
}

#[test]
fn every_key_of_every_dialect_is_read() {
    for (yaml, title) in [("title: A", "A"), ("Title: A", "A"), ("headline: A", "A")] {
        assert_eq!(article(yaml).title, title);
    }
    for yaml in ["section: Coast", "category: Coast", "categories: [Coast]", "categories: Coast"] {
        assert_eq!(article(yaml).section, "Coast", "{yaml}");
    }
    let nested = article("taxonomies:\n  categories: [Coast, Sea]\n  tags: [sand]");
    assert_eq!((&*nested.section, &nested.tags[..]), ("Coast", &["Sea".into(), "sand".into()][..]));
    for key in ["tags", "tag", "keywords", "labels", "topics"] {
        for value in ["[sand, sea]", "sand, sea", "\n- sand\n- sea\n- Sand", "'#sand #sea'"] {
            assert_eq!(article(&format!("{key}: {value}")).tags, ["sand", "sea"], "{key}: {value}");
        }
    }
    for key in ["author", "authors", "by", "creator", "byline"] {
        let article = article(&format!("{key}: Ada Okonkwo and Bo Berg"));
        assert_eq!(names(&article.authors), ["Ada Okonkwo", "Bo Berg"], "{key}");
    }
    for key in
        ["date", "published", "pubDate", "publishDate", "published_at", "created", "datePublished"]
    {
        let article = article(&format!("{key}: 2024-05-16T23:30:00-08:00"));
        assert_eq!(article.date.unwrap().day, DAY, "{key}");
    }
    for key in ["updated", "lastmod", "modified", "dateModified"] {
        assert_eq!(article(&format!("{key}: 16 May 2024")).updated.unwrap().day, DAY, "{key}");
    }
    for key in ["standfirst", "description", "summary", "excerpt", "subtitle", "dek", "abstract"] {
        assert_eq!(
            article(&format!("{key}: Short.")).standfirst.as_deref(),
            Some("Short."),
            "{key}"
        );
    }
    for key in ["source", "url", "link", "canonical", "canonical_url", "original_url"] {
        let source = article(&format!("{key}: https://example.org/a")).source.unwrap();
        let expected = Source { name: None, url: Some("https://example.org/a".into()) };
        assert_eq!(source, expected, "{key}");
    }
    for key in ["lang", "language", "locale"] {
        assert_eq!(article(&format!("{key}: pt_BR")).language.as_deref(), Some("pt-BR"), "{key}");
    }
    for key in ["slug", "permalink", "path"] {
        let article = article(&format!("{key}: /2024/05/the-ferry/"));
        assert_eq!(article.slug.as_deref(), Some("the-ferry"), "{key}");
    }
    for key in ["image", "cover", "thumbnail", "featured_image", "banner"] {
        for value in ["boat.jpg", "\n  src: boat.jpg\n  alt: A boat", "'[[boat.jpg]]'"] {
            let picture = article(&format!("{key}: {value}")).picture.unwrap();
            assert_eq!(picture.path, "boat.jpg", "{key}: {value}");
        }
    }
}

#[test]
fn a_source_has_a_name_and_an_address() {
    let source = Some(Source {
        name: Some("Harbour Papers".into()),
        url: Some("https://example.org/a".into()),
    });
    assert_eq!(article("source: Harbour Papers\nurl: https://example.org/a").source, source);
    let map = "source:\n  name: Harbour Papers\n  url: https://example.org/a";
    assert_eq!(article(map).source, source);
    // The address of the page itself, not of another one.
    let article = article("url: /news/the-ferry.html");
    assert_eq!((article.source, article.slug.as_deref()), (None, Some("the-ferry")));
}

#[test]
fn authors_are_names_maps_and_links() {
    for (yaml, expected) in [
        ("author: [\"[[Ada Okonkwo]]\"]", &["Ada Okonkwo"][..]),
        ("author: \"[[people/Ada|Ada Okonkwo]]\"", &["Ada Okonkwo"]),
        ("authors:\n- name: Ada Okonkwo\n- Bo Berg", &["Ada Okonkwo", "Bo Berg"]),
        ("authors:\n  ada:\n    name: Ada Okonkwo", &["Ada Okonkwo"]),
        ("author: {given: Ada, family: Okonkwo}", &["Ada Okonkwo"]),
        ("author: null", &[]),
        ("author: ~", &[]),
        ("author:", &[]),
        ("author: ''", &[]),
        ("author: []", &[]),
    ] {
        assert_eq!(names(&article(yaml).authors), expected, "{yaml}");
    }
    for yaml in [
        "author: {name: Deutscher Wetterdienst, type: organisation}",
        "author: {name: Deutscher Wetterdienst, type: Organization}",
        "author: \"{Deutscher Wetterdienst}\"",
    ] {
        assert_eq!(
            article(yaml).authors,
            [Author::organisation("Deutscher Wetterdienst")],
            "{yaml}"
        );
    }
}

#[test]
fn parts_of_a_value_that_have_no_place_are_noted() {
    for (yaml, part) in [
        ("authors:\n- name: Ada Okonkwo\n  url: https://a.example", "https://a.example"),
        ("author: {name: Ada Okonkwo, type: crew}", "crew"),
        ("author: {name: Ada Okonkwo, type: \"crew, \"}", "crew,"),
        ("author: {crew: {deck: Ada}}", "Ada"),
        ("date: [2024-05-16, 2024-05-17]", "2024-05-17"),
        ("lang: [en, de]", "de"),
        ("source: [The Pilot, The Log]", "The Log"),
        ("source: {name: The Pilot, city: Bergen}", "Bergen"),
        ("title: {name: Harbours, note: long}", "long"),
        ("tags:\n- {name: boats, weight: 4}", "4"),
        ("image: {src: a.png, class: wide}", "wide"),
        ("image: a.png\ncover: b.png", "b.png"),
    ] {
        let (_, messages) = article_and_messages(yaml);
        let expected = format!("“{part}”.");
        assert!(matches!(&*messages, [message] if message.ends_with(&expected)), "{messages:?}");
    }
}

#[test]
fn toml_that_is_too_large_has_a_warning() {
    let deep = format!("a = {}{}", "[".repeat(20), "]".repeat(20));
    let long = format!("a = [{}]", "1, ".repeat(1001));
    for toml in [deep, long] {
        let corpus = parse_as("the-seed.md", &format!("+++\n{toml}\n+++\nText.\n"));
        let is_warned = |it: &str| it.contains("after a thousand others");
        assert!(corpus.diagnostics.iter().any(|it| is_warned(&it.message)), "{toml}");
    }
}

#[test]
fn scalars_keep_their_spelling() {
    assert_eq!(
        article("tags: [no, 1.10, 2024, 0x10, 20240425]").tags,
        ["no", "1.10", "2024", "0x10", "20240425"]
    );
    assert_eq!(article("title: 1.10").title, "1.10");
    assert_eq!(article("version: 1.10\nrated: yes").custom.len(), 2);
    assert_eq!(article("date: 20240516").date.unwrap().day, DAY);
    assert_eq!(article("date: 1715860800").date.unwrap().day, DAY);
    assert_eq!(article("title: 'null'").title, "null");
    assert_eq!(article("title: null\nheadline: B").title, "B");
}

#[test]
fn drafts_are_left_out_and_counted() {
    for yaml in ["draft: true", "draft: yes", "published: false", "draft: 'true'"] {
        let corpus = parse_as("a.md", &format!("---\ntitle: A\n{yaml}\n---\nText.\n"));
        assert!(corpus.articles.is_empty(), "{yaml}");
        assert_eq!(corpus.diagnostics[0].group.as_deref(), Some("drafts are left out"));
    }
    for yaml in ["draft: false", "published: true", "published: 2024-05-16"] {
        article(yaml);
    }
}

#[test]
fn other_keys_are_custom_fields() {
    let article = article("series:\n  name: Sand\n  parts: [1, 2]\nrating: 5\nempty:");
    let expected =
        [("series.name", vec!["Sand"]), ("series.parts", vec!["1", "2"]), ("rating", vec!["5"])];
    assert_eq!(custom(&article), expected);
    let (article, messages) = article_and_messages("layout: post\nweight: 3");
    assert_eq!(article.custom, []);
    assert_eq!(
        messages,
        [
            "the-seed.md:2: note: `layout` is ignored: “post”.",
            "the-seed.md:3: note: `weight` is ignored: “3”."
        ]
    );
}

#[test]
fn a_date_and_a_title_may_come_from_the_files_name() {
    let corpus = parse_as("blog/2024-05-16-harbour-reopens.md", "Text.\n");
    let article = &corpus.articles[0];
    assert_eq!((&*article.title, article.date.as_ref().unwrap().day), ("Harbour reopens", DAY));
    assert_eq!(corpus.diagnostics, []);
}

#[test]
fn values_that_are_not_valid_are_text_with_a_warning() {
    for (yaml, title) in [
        ("title: Harbour: what next - a guide", "Harbour: what next - a guide"),
        ("title: @ada speaks", "@ada speaks"),
        ("title: [Draft] a plan", "[Draft] a plan"),
        ("title: \"Deep\" water", "\"Deep\" water"),
        ("title: *Bold* plan", "*Bold* plan"),
        ("title: A: b\nsection: Coast", "A: b"),
    ] {
        let (article, messages) = article_and_messages(yaml);
        assert_eq!(article.title, title, "{yaml}");
        assert!(
            messages[0].starts_with("the-seed.md:2: warning: The value of “title”"),
            "{messages:?}"
        );
        assert_eq!(messages.len(), 1, "{messages:?}");
    }
    let (article, _) = article_and_messages("title: A: b\ntags: [sand, sea]\nauthor:\n- Ada\n");
    assert_eq!((article.tags.len(), names(&article.authors)), (2, vec!["Ada"]));
}

#[test]
fn mistakes_are_reported() {
    for (yaml, expected) in [
        (
            "tilte: T",
            "the-seed.md:2: warning: “tilte” is kept as a custom field. Did you mean title?",
        ),
        ("lang: klingon!", "the-seed.md:2: warning: “klingon!” is not a language tag"),
        (
            "title: A\ntitle: B",
            "the-seed.md:3: warning: “title” is set twice; the first is used, “B” is not.",
        ),
        (
            "author: &x Ada\nsource: *x",
            "the-seed.md:3: warning: The alias in “source” is not followed.",
        ),
        ("date: soon", "the-seed.md:2: warning: No day can be read from “date: soon”"),
    ] {
        let (_, messages) = article_and_messages(yaml);
        assert!(messages.iter().any(|it| it.starts_with(expected)), "{yaml}: {messages:?}");
    }
    let corpus = parse_as("a.md", "+++\ntitle = \"A\"\ndate = soon\n+++\nText.\n");
    assert_eq!(corpus.articles[0].title, "A");
    assert!(
        corpus.diagnostics[0].message.contains("is not valid TOML"),
        "{:?}",
        corpus.diagnostics
    );
}

#[test]
fn unclosed_front_matter_is_an_error_and_the_file_is_left_out() {
    for (text, closing) in
        [("---\ntitle: A\n\nText without an end.\n", "---"), ("+++\ntitle = \"A\"\nText.\n", "+++")]
    {
        let corpus = parse_as("a.md", text);
        assert_eq!(corpus.articles, []);
        assert_eq!(corpus.diagnostics[0].severity, Severity::Error);
        assert!(corpus.diagnostics[0].message.contains(closing));
    }
}

#[test]
fn text_between_rules_is_no_front_matter() {
    for text in
        ["---\nA quiet day.\n---\nText.\n", "---\n- a\n- b\n---\nText.\n", "{{< x >}}\n\nText.\n"]
    {
        let corpus = parse_as("the-quiet-day.md", text);
        assert_eq!(corpus.articles[0].title, "The quiet day", "{text}");
        assert!(corpus.articles[0].body.last().unwrap().text.contains("Text."), "{text}");
    }
}

/// These inputs exhaust a parser that expands aliases or recurses.
#[test]
fn hostile_nesting_and_aliases_are_harmless() {
    let mut bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, of) in ('b'..='z').zip('a'..='y') {
        bomb += &format!(
            "{name}: &{name} [*{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}]\n"
        );
    }
    bomb += "title: T\n---\nText.\n";
    assert_eq!(parse_as("a.md", &bomb).articles[0].title, "T");
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
        let deep =
            format!("---\ntitle: {}{}\n---\nText.\n", open.repeat(20_000), close.repeat(20_000));
        assert!(!parse_as("a.md", &deep).diagnostics.is_empty(), "{open}");
    }
    for keys in ["a: b\n", "x: [y]\n", "\"", "? a\n", "a: b: c\n"] {
        parse_as("a.md", &format!("---\n{}---\nText.\n", keys.repeat(50_000)));
    }
}

proptest::proptest! {
    #[test]
    fn arbitrary_front_matter_is_read(
        text in "(?s)(---|\\+\\+\\+|\\{)\n([a-z]{1,6}(: |:|=)?[-a-z:=#>*&!%@_\\[\\]{}()|\n 0-9.\"'\\\\,]{0,20}\n){0,8}(---|\\+\\+\\+|\\})?\nText.\n"
    ) {
        parse_as("a.md", &text);
    }
}

#[test]
fn a_fault_leaves_the_other_keys_as_they_are() {
    let (article, messages) = article_and_messages(
        "title: Harbour: what next - a guide\nauthors:\n- name: Ada Okonkwo\n  url: x\n- name: Bo \
         Berg\ntags:\n- a\n-\n- b",
    );
    assert_eq!(article.title, "Harbour: what next - a guide");
    assert_eq!(names(&article.authors), ["Ada Okonkwo", "Bo Berg"]);
    assert_eq!(article.tags, ["a", "b"]);
    assert_eq!(messages.len(), 2, "{messages:?}");
}
