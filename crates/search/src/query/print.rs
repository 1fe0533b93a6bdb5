//! Query to text.

use super::{Node, Query};
use std::fmt::{self, Display, Formatter};

impl Query {
    /// The query as text: what reads back as the same query.
    pub fn text(&self) -> String {
        let mut out = String::new();
        sequence(&self.root, " ", &mut out);
        out
    }
}

// Writers of the standard library's kind would be a kilobyte of a page's program that has no other.
impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Node {
    /// Writes it behind what is there.
    pub(crate) fn print(&self, out: &mut String) {
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Prefix(word) => {
                out.push_str(word);
                out.push('*');
            }
            Self::Phrase(words) => {
                out.push('"');
                out.push_str(words);
                out.push('"');
            }
            Self::Field(name, value) => {
                out.push_str(name);
                out.push(':');
                match **value {
                    Self::Field(..) => enclosed(std::slice::from_ref(value), " ", out),
                    _ => grouped(value, out),
                }
            }
            Self::Not(node) => {
                out.push('-');
                grouped(node, out);
            }
            Self::Any(nodes) => sequence(nodes, " OR ", out),
            Self::All(_) => grouped(self, out),
        }
    }
}

fn sequence(nodes: &[Node], between: &str, out: &mut String) {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        node.print(out);
    }
}

fn enclosed(nodes: &[Node], between: &str, out: &mut String) {
    out.push('(');
    sequence(nodes, between, out);
    out.push(')');
}

/// A node that binds less than what stands before it goes into parentheses.
fn grouped(node: &Node, out: &mut String) {
    match node {
        Node::Any(nodes) => enclosed(nodes, " OR ", out),
        Node::All(nodes) => enclosed(nodes, " ", out),
        node => node.print(out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, printed: &str) {
        let query = Query::parse(text);
        assert_eq!(query.to_string(), printed, "{text}: {query:?}");
        assert_eq!(Query::parse(printed), query, "{printed}");
    }

    #[test]
    fn what_is_read_is_printed() {
        check("", "");
        check("  one   two ", "one two");
        check("“curly  quotes” \"unclosed", "\"curly quotes\" \"unclosed\"");
        check("-without --twice -\"a phrase\" - alone", "-without -twice -\"a phrase\" alone");
        check("a OR b c", "a OR b c");
        check("a OR (b c) d", "a OR (b c) d");
        check("(a b) c (d)", "a b c d");
        check("OR a OR", "or a or");
        check("OR OR OR )OR ", "or OR or or");
        check("a or b ORacle", "a or b ORacle");
        check(
            "title:word section:\"Top stories\" person:umerov",
            "title:word section:\"Top stories\" person:umerov",
        );
        check("title:(a OR b) -kind:teaser", "title:(a OR b) -kind:teaser");
        check("US: 8,000 http://x.y 10:30", "US: 8,000 http://x.y 10:30");
        check("word* w** *", "word* w*");
        check(") ( ))((", "");
        check("-(a b) -(-a)", "-(a b) a");
        check("title:(title:a) title:(-a)", "title:(title:a) -title:a");
        check("a:b:c title:", "a:b:c title:");
        check("e-mail x\"y z\"w", "e-mail x \"y z\" w");
        check(&"(".repeat(10_000), "");
        check(&"(a OR ".repeat(2_000), Query::parse(&"(a OR ".repeat(2_000)).to_string().as_str());
    }

    #[test]
    fn words_alone() {
        assert_eq!(
            Query::from_words("A \"b\" -c (d) title:e OR *").to_string(),
            "A b c d title:e or"
        );
    }

    proptest! {
        #[test]
        fn printing_is_stable(text in "([a-c:\"()*“ -]|OR | OR |title:|é){0,40}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn any_text_parses(text in ".{0,200}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }
    }
}
