//! Prints a query as text that parses to the same query.

use super::ast::{Node, Query};
use std::fmt::{self, Display, Formatter};

impl Query {
    /// Returns the query as text.
    pub fn text(&self) -> String {
        let mut out = String::new();
        print_nodes(&self.root, " ", &mut out);
        out
    }
}

// The parts are strings rather than formatters: the page uses no other formatting, which would add
// to its size.
impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Node {
    /// Appends the node as text.
    pub fn print(&self, out: &mut String) {
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
                    Self::Field(..) => print_group(std::slice::from_ref(value), " ", out),
                    _ => print_operand(value, out),
                }
            }
            Self::Not(node) => {
                out.push('-');
                print_operand(node, out);
            }
            Self::Or(nodes) => print_nodes(nodes, " OR ", out),
            Self::And(_) => print_operand(self, out),
        }
    }
}

fn print_nodes(nodes: &[Node], separator: &str, out: &mut String) {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        node.print(out);
    }
}

fn print_group(nodes: &[Node], separator: &str, out: &mut String) {
    out.push('(');
    print_nodes(nodes, separator, out);
    out.push(')');
}

/// Appends a node, in parentheses if it binds looser than the sign or name before it.
fn print_operand(node: &Node, out: &mut String) {
    match node {
        Node::Or(nodes) => print_group(nodes, " OR ", out),
        Node::And(nodes) => print_group(nodes, " ", out),
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
    fn printed_queries_parse_to_the_same_query() {
        check("", "");
        check("  one   two ", "one two");
        check("“curly  quotes” \"unclosed", "\"curly quotes\" \"unclosed\"");
        check("-without --twice -\"a phrase\" - alone", "-without twice -\"a phrase\" alone");
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
        let deep = "(a OR ".repeat(2_000);
        check(&deep, Query::parse(&deep).to_string().as_str());
    }

    #[test]
    fn from_words_ignores_the_query_language() {
        let query = Query::from_words("A \"b\" -c (d) title:e OR *");
        assert_eq!(query.to_string(), "A b c d title:e or");
    }

    proptest! {
        #[test]
        fn queries_with_many_signs_round_trip(text in "([a-c:\"()*“ -]|OR | OR |title:|é){0,40}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn arbitrary_texts_round_trip(text in ".{0,200}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }
    }
}
