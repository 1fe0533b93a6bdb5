//! Names the elements of HTML by what they mean here.

use crate::block::{LinkTarget, MarkKind};

/// Elements that mean nothing without a style sheet, within a line.
pub(super) const SPANS: &[&str] = &[
    "span", "abbr", "acronym", "bdi", "bdo", "big", "data", "font", "ins", "label", "nobr", "q",
    "rb", "rp", "rt", "ruby", "small", "time", "u", "wbr",
];

/// Elements that only group blocks.
pub(super) const GROUPS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "center",
    "address",
    "details",
    "summary",
    "hgroup",
    "figcaption",
    "picture",
    "noscript",
    "dl",
    "thead",
    "tbody",
    "tfoot",
    "colgroup",
    "col",
    "caption",
    "html",
    "body",
    "head",
    "title",
    "fieldset",
    "legend",
    "form",
];

/// Elements whose contents are not text.
pub(super) const RAW: &[&str] = &["script", "style", "template"];

/// Elements that show something from another address.
pub(super) const MEDIA: &[&str] = &["iframe", "video", "audio", "embed", "source"];

/// Elements of a formula that a line of text shows.
const FORMULA: &[&str] = &[
    "math", "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mstyle", "mpadded", "mtable",
    "mtr", "mtd", "msub", "msup", "msubsup",
];

/// Elements of a formula whose arrangement is lost, such as that of a fraction.
pub(super) const ARRANGED: &[&str] = &[
    "mfrac",
    "msqrt",
    "mroot",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "menclose",
    "merror",
    "mphantom",
    "semantics",
    "annotation",
];

/// Returns the mark of an element of HTML within a line.
pub fn mark(name: &str) -> Option<MarkKind> {
    Some(match name {
        "strong" | "b" => MarkKind::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => MarkKind::Emphasis,
        "code" | "kbd" | "samp" | "tt" => MarkKind::Code,
        "del" | "s" | "strike" => MarkKind::Strikethrough,
        "sup" => MarkKind::Superscript,
        "sub" => MarkKind::Subscript,
        "mark" => MarkKind::Highlight,
        _ => return None,
    })
}

/// Returns a link, for comparing kinds.
pub(super) fn anchor() -> MarkKind {
    MarkKind::Link(LinkTarget::Block(0))
}

/// Returns whether an element ends the paragraph before it.
pub(super) fn is_block(name: &str) -> bool {
    const INLINE: &[&str] =
        &["a", "br", "button", "embed", "img", "input", "select", "source", "svg", "track"];
    let is_inline = SPANS.contains(&name) || INLINE.contains(&name) || is_math(name);
    mark(name).is_none() && !is_inline
}

/// Returns whether an element has a meaning here, or needs none.
pub(super) fn is_known(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "menu",
        "li",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "hr",
        "dt",
        "dd",
        "figure",
        "track",
    ];
    GROUPS.contains(&name) || BLOCKS.contains(&name)
}

/// Returns whether an element belongs to a formula.
pub(super) fn is_math(name: &str) -> bool {
    FORMULA.contains(&name) || ARRANGED.contains(&name)
}
