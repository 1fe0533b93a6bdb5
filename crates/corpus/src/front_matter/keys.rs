//! The keys of front matter in the dialects of blogs and notes.

/// The keys of each meaning, normalized; the first that has a value wins.
pub(super) const TITLE: &[&str] = &["title", "headline"];
pub(super) const SECTION: &[&str] = &["section", "category"];
pub(super) const CATEGORIES: &[&str] = &["categories"];
pub(super) const TAGS: &[&str] = &["tags", "tag", "keywords", "labels", "topics"];
pub(super) const AUTHORS: &[&str] = &["author", "authors", "by", "creator", "byline"];
pub(super) const DATE: &[&str] =
    &["date", "published", "pubdate", "publishdate", "publishedat", "created", "datepublished"];
pub(super) const UPDATED: &[&str] = &["updated", "lastmod", "modified", "datemodified"];
pub(super) const STANDFIRST: &[&str] =
    &["standfirst", "description", "summary", "excerpt", "subtitle", "dek", "abstract"];
pub(super) const SOURCE: &[&str] =
    &["source", "url", "link", "canonical", "canonicalurl", "originalurl"];
pub(super) const LANGUAGE: &[&str] = &["lang", "language", "locale"];
pub(super) const SLUG: &[&str] = &["slug", "permalink", "path"];
pub(super) const PICTURE: &[&str] = &["image", "cover", "thumbnail", "featuredimage", "banner"];
pub(super) const DRAFT: &[&str] = &["draft"];
pub(super) const PUBLISHED: &str = "published";
pub(super) const ALIASES: &[&str] = &["aliases", "alias", "redirectfrom"];

/// Keys under which some generators nest the others.
pub(super) const NESTING: &[&str] = &["taxonomies", "extra", "params"];

/// Keys that tell a generator how to build a page, and readers nothing.
#[rustfmt::skip]
pub(super) const IGNORED: &[&str] = &[
    "layout", "template", "type", "weight", "menu", "toc", "showtoc", "comments", "math", "mermaid",
    "sidebar", "sidebarposition", "sidebarlabel", "navorder", "parent", "haschildren", "nav",
    "pagination", "paginationnext", "paginationprev", "hidetableofcontents", "customeditorurl",
    "cssclass", "cssclasses", "eleventynavigation", "eleventyexcludefromcollections", "draft",
    "sitemap", "robots", "noindex", "disqus", "pin", "publish", "published", "markup", "renderwithliquid",
    "hidden", "unlisted", "sortby", "pagetemplate", "insertanchorlinks", "inheadersearch", "outputs",
];

/// All keys that have a meaning.
#[rustfmt::skip]
pub(crate) const KNOWN_KEYS: &[&str] = &[
    "title", "headline", "section", "category", "categories", "tags", "tag", "keywords", "labels",
    "topics", "author", "authors", "by", "creator", "byline", "date", "published", "pubdate",
    "publishdate", "publishedat", "created", "datepublished", "updated", "lastmod", "modified",
    "datemodified", "standfirst", "description", "summary", "excerpt", "subtitle", "dek", "abstract",
    "source", "url", "link", "canonical", "canonicalurl", "originalurl", "lang", "language",
    "locale", "slug", "permalink", "path", "image", "cover", "thumbnail", "featuredimage", "banner",
    "draft", "aliases", "layout", "taxonomies",
];

/// Keys that a misspelt key is compared with.
pub(super) const COMMON: &[&str] = &[
    "title",
    "section",
    "category",
    "categories",
    "author",
    "authors",
    "updated",
    "standfirst",
    "description",
    "summary",
    "source",
    "language",
    "image",
    "draft",
    "published",
    "tags",
    "date",
];

/// Returns a key in lower case, without hyphens, underscores and spaces: `pubDate` is `pub_date`.
pub(super) fn normalized(key: &str) -> String {
    key.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' ' | '\t' | '"' | '\''))
        .flat_map(char::to_lowercase)
        .collect()
}
