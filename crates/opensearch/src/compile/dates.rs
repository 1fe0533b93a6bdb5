//! Compiles the fields of dates.

use super::clause::Clause;
use crate::schema::DATE;
use cuttings_edition::{Day, Period};
use cuttings_search::Node;
use serde_json::{Value, json};

/// Compiles a field of dates. Returns `None` if there is no such field, or if its value cannot be
/// read.
pub(super) fn dates(name: &str, value: &Node) -> Option<Clause> {
    let range: fn(Period) -> Value = match name.to_ascii_lowercase().as_str() {
        "date" => period_range,
        "before" => |period| json!({ "range": { DATE: { "lt": first(period.from) } } }),
        "after" => |period| json!({ "range": { DATE: { "gt": last(period.to) } } }),
        _ => return None,
    };
    value_clause(value, &|text| Period::parse(text).map(range)).map(Clause::Filter)
}

/// Returns the range of a period of days.
pub(crate) fn period_range(period: Period) -> Value {
    json!({ "range": { DATE: { "gte": first(period.from), "lte": last(period.to) } } })
}

/// Returns a day, or the first of all.
fn first(day: Option<Day>) -> String {
    day.map_or_else(|| "0001-01-01".to_owned(), Day::iso)
}

/// Returns a day, or the last of all.
fn last(day: Option<Day>) -> String {
    day.map_or_else(|| "9999-12-31".to_owned(), Day::iso)
}

fn value_clause(value: &Node, range: &dyn Fn(&str) -> Option<Value>) -> Option<Value> {
    let clauses = |nodes: &[Node]| -> Option<Vec<Value>> {
        nodes.iter().map(|node| value_clause(node, range)).collect()
    };
    Some(match value {
        Node::Word(text) | Node::Prefix(text) | Node::Phrase(text) => range(text)?,
        Node::Not(node) => json!({ "bool": { "must_not": [value_clause(node, range)?] } }),
        Node::Field(..) => return None,
        Node::Or(nodes) => {
            json!({ "bool": { "should": clauses(nodes)?, "minimum_should_match": 1 } })
        }
        Node::And(nodes) => json!({ "bool": { "filter": clauses(nodes)? } }),
    })
}
