//! A figure and its qualifier.

use crate::document::Span;
use serde::{Deserialize, Serialize};

/// A number with its unit or the noun that it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The text from the qualifier ("up to") to the unit.
    pub span: Span,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The exactness of the number according to the text.
    pub qualifier: Option<Qualifier>,
    /// The unit ("%", "€", "kilometers") or the counted noun ("drones"), in lower case and plural.
    pub unit: String,
}

impl Figure {
    /// Returns the number by which figures of one unit are sorted: the upper end of a range.
    pub fn size(&self) -> f64 {
        self.upper.unwrap_or(self.value)
    }
}

/// The exactness of a number according to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Qualifier {
    /// "up to", "as many as"
    UpTo,
    /// "at least", "no fewer than"
    AtLeast,
    /// "more than", "over"
    MoreThan,
    /// "less than", "fewer than"
    LessThan,
    /// "roughly", "around", "nearly"
    About,
}
