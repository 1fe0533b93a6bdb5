//! Query to text.

use super::{Node, Query};
use std::fmt::{self, Display, Formatter};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        sequence(&self.root, " ", f)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Prefix(word) => write!(f, "{word}*"),
            Self::Phrase(words) => write!(f, "\"{words}\""),
            Self::Field(name, value) => {
                write!(f, "{name}:")?;
                match **value {
                    Self::Field(..) => write!(f, "({value})"),
                    _ => grouped(value, f),
                }
            }
            Self::Not(node) => {
                f.write_str("-")?;
                grouped(node, f)
            }
            Self::Any(nodes) => sequence(nodes, " OR ", f),
            Self::All(_) => grouped(self, f),
        }
    }
}

fn sequence(nodes: &[Node], between: &str, f: &mut Formatter<'_>) -> fmt::Result {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        node.fmt(f)?;
    }
    Ok(())
}

/// A node that binds less than what stands before it goes into parentheses.
fn grouped(node: &Node, f: &mut Formatter<'_>) -> fmt::Result {
    match node {
        Node::Any(_) => write!(f, "({node})"),
        Node::All(nodes) => {
            f.write_str("(")?;
            sequence(nodes, " ", f)?;
            f.write_str(")")
        }
        node => node.fmt(f),
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
        assert_eq!(Query::from_words("A \"b\" -c (d) title:e OR *").to_string(), "A b c d title:e or");
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
