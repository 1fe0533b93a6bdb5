//! Finds the main content of a page, by Mozilla's Readability, and removes what is around it.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

/// The element that Readability puts around the content.
const ROOT: &str = "#readability-page-1";

/// A page with its main content.
pub(super) struct Content {
    document: Document,
    selector: &'static str,
}

impl Content {
    /// Returns the element around the main content.
    pub(super) fn root(&self) -> Option<NodeRef<'_>> {
        self.document.select_single(self.selector).nodes().first().copied()
    }
}

/// Finds the main content. All of the page counts if it `is_article`.
pub(super) fn find(document: Document, is_article: bool) -> Content {
    if is_article {
        return Content { document, selector: "body" };
    }
    prune(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let fallback = Content { document: Document::default(), selector: ROOT };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return fallback;
    };
    match readability.parse() {
        Ok(_) => Content { document: readability.doc, selector: ROOT },
        Err(_) => fallback,
    }
}

/// Words in the classes and ids of elements that are no part of an article, whatever language the
/// page is in.
const FURNITURE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "adslot",
    "authorbox",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "gdpr",
    "newsletter",
    "newsletters",
    "outbrain",
    "paywall",
    "promo",
    "recirc",
    "recommendations",
    "recommended",
    "registration",
    "regwall",
    "related",
    "share",
    "sharing",
    "signup",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
];

/// Classes of elements that are not shown, in the style sheets that most sites use.
const HIDDEN: &[&str] =
    &["d-none", "hidden", "hide", "is-hidden", "screen-reader-text", "sr-only", "visually-hidden"];

/// An element with a larger share of the prose than one in this number is not furniture.
const MAX_SHARE: usize = 5;

/// Removes what no reader of the page sees, and what the page itself calls furniture.
fn prune(document: &Document) {
    remove_hidden(document);
    let Some(body) = document.body() else { return };
    let lengths = prose_lengths(&body);
    let length = |node: &NodeRef<'_>| lengths.get(&node.id).copied().unwrap_or(0);
    let total = length(&body);
    let named: Vec<NodeRef<'_>> = body.descendants_it().filter(is_named_furniture).collect();
    for node in named {
        let is_small = length(&node) * MAX_SHARE <= total;
        if is_small && !node.descendants_it().any(|it| it.has_name("h1")) {
            node.remove_from_parent();
        }
    }
}

/// Removes what no reader of the page sees.
pub(super) fn remove_hidden(document: &Document) {
    let Some(body) = document.body() else { return };
    let hidden: Vec<NodeRef<'_>> = body.descendants_it().filter(is_hidden).collect();
    for node in hidden {
        node.remove_from_parent();
    }
}

/// Returns the number of letters in each element that are in no link and in no script.
fn prose_lengths(body: &NodeRef<'_>) -> HashMap<NodeId, usize> {
    let mut lengths: HashMap<NodeId, usize> = HashMap::new();
    let nodes: Vec<NodeRef<'_>> = body.descendants_it().collect();
    // Children come after their parents, so from the end each has its sum before it is added.
    for node in nodes.into_iter().rev() {
        let length = match node.is_text() {
            true => node.text().chars().filter(|c| c.is_alphanumeric()).count(),
            false => lengths.get(&node.id).copied().unwrap_or(0),
        };
        let is_prose = node.qual_name_ref().is_none_or(|name| {
            !matches!(
                &*name.local,
                "a" | "script" | "style" | "button" | "select" | "option" | "nav"
            )
        });
        if is_prose && let Some(parent) = node.parent() {
            *lengths.entry(parent.id).or_default() += length;
        }
    }
    lengths
}

/// Returns whether the class or the id of an element has a word that names furniture.
fn is_named_furniture(node: &NodeRef<'_>) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let is_block = matches!(
        &*element.name.local,
        "div"
            | "section"
            | "aside"
            | "span"
            | "ul"
            | "ol"
            | "nav"
            | "form"
            | "footer"
            | "p"
            | "header"
    );
    // `hidden md:block` is shown on large screens.
    let is_not_shown = |classes: &str| {
        classes.split_whitespace().any(|it| HIDDEN.contains(&it)) && !classes.contains(':')
    };
    is_block
        && element.attrs.iter().any(|it| {
            if &*it.name.local == "class" && is_not_shown(&it.value) {
                return true;
            }
            let is_name = matches!(&*it.name.local, "class" | "id");
            is_name && words(&it.value).any(|word| FURNITURE.contains(&&*word))
        })
}

/// Returns the words of a class or an id in lower case: `relatedArticles ad-slot` has four.
fn words(names: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for c in names.chars() {
        let starts = !c.is_alphanumeric() || (c.is_uppercase() && was_lower);
        if starts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase();
    }
    words.into_iter().filter(|word| !word.is_empty())
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let is_body = matches!(&*element.name.local, "html" | "body" | "head");
    !is_body
        && element.attrs.iter().any(|it| match &*it.name.local {
            "hidden" => true,
            "style" => {
                let style: String = it
                    .value
                    .chars()
                    .filter(|c| !c.is_whitespace())
                    .collect::<String>()
                    .to_lowercase();
                style.contains("display:none") || style.contains("visibility:hidden")
            }
            _ => false,
        })
}
