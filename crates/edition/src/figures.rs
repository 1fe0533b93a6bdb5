//! The figures in the items, grouped by unit.

use crate::edition::Edition;
use crate::id::{ItemId, UnitId};
use crate::layout::{ListReader, Section};
use crate::text_span::TextSpan;

/// A unit, or a kind of thing counted, with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<'a> {
    /// The identity.
    pub id: UnitId,
    /// The name: "%", "$", "kilometers", "drones".
    pub name: &'a str,
    /// The number of figures with this unit.
    pub figure_count: u32,
}

/// A number with its unit in an item's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The item that contains the figure.
    pub item: ItemId,
    /// The words of the figure, from qualifiers like "up to" to the unit.
    pub span: TextSpan,
}

impl<'a> Edition<'a> {
    /// Iterates over the units. Those with most figures come first.
    pub fn units(&self) -> impl Iterator<Item = Unit<'a>> {
        let count = ListReader::count(self.records.section(Section::Figures));
        (0..count as u32).map(move |unit| {
            let id = UnitId(unit);
            let (_, name) = self.unit(id);
            Unit { id, name, figure_count: self.figures(id).count() as u32 }
        })
    }

    /// Iterates over the figures of a unit, from the smallest to the largest.
    pub fn figures(&self, unit: UnitId) -> impl Iterator<Item = Figure> + use<'a> {
        let (mut list, _) = self.unit(unit);
        std::iter::from_fn(move || {
            if list.is_at_end() {
                return None;
            }
            Some(Figure { item: ItemId(list.number()), span: TextSpan::read_lone(&mut list) })
        })
    }

    /// Returns the list of a unit's figures, and the unit's name.
    fn unit(&self, unit: UnitId) -> (ListReader<'a>, &'a str) {
        let mut list = ListReader::new(self.records.section(Section::Figures), unit.0 as usize);
        let (start, length) = (list.number(), list.number());
        (list, self.records.text_at(start, length))
    }
}
