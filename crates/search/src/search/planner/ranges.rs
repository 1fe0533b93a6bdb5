//! Plans range fields: query fields whose values are ranges of a column.

use super::Planner;
use crate::query::Node;
use crate::search::plan::Plan;
use crate::search::request::KeyRange;
use crate::search::searcher::RangeField;

impl Planner<'_, '_> {
    /// Plans a range field. Returns `None` if there is no range field of that name, or if its value
    /// cannot be read, which is noted.
    pub(super) fn range_field(&mut self, node: &Node) -> Option<Plan> {
        let Node::Field(name, value) = node else { return None };
        let mut fields = self.range_fields.iter();
        let field = fields.find(|field| field.name.eq_ignore_ascii_case(name))?;
        let plan = plan(field, value);
        if plan.is_none() {
            let mut typed = String::new();
            node.print(&mut typed);
            self.unread_fields.push(typed);
        }
        plan
    }
}

fn plan(field: &RangeField, value: &Node) -> Option<Plan> {
    let all =
        |nodes: &[Node]| nodes.iter().map(|node| plan(field, node)).collect::<Option<Vec<Plan>>>();
    match value {
        Node::Word(text) | Node::Prefix(text) | Node::Phrase(text) => {
            let (from, to) = (field.keys)(text)?;
            Some(Plan::Range(KeyRange { column: field.column, from, to }))
        }
        Node::Field(..) => None,
        Node::Not(node) => Some(Plan::Not(Box::new(plan(field, node)?))),
        Node::Or(nodes) => Some(Plan::Or(all(nodes)?)),
        Node::And(nodes) => Some(Plan::And(all(nodes)?)),
    }
}
