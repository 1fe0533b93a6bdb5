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
    let nodes = match value {
        Node::Word(text) | Node::Prefix(text) | Node::Phrase(text) => {
            let (from, to) = (field.keys)(text)?;
            return Some(Plan::Range(KeyRange { column: field.column, from, to }));
        }
        Node::Not(node) => return Some(Plan::Not(Box::new(plan(field, node)?))),
        Node::Field(..) => return None,
        Node::Or(nodes) | Node::And(nodes) => nodes,
    };
    let mut plans = Vec::new();
    for node in nodes {
        plans.push(plan(field, node)?);
    }
    Some(if matches!(value, Node::Or(_)) { Plan::Or(plans) } else { Plan::And(plans) })
}
