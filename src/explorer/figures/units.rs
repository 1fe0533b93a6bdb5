//! Figures of the results, by unit.

use crate::explorer::order::by_weight;
use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_edition::{Figure, Unit};

/// The figures of one unit, or of one kind of counted thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct UnitFigures {
    /// The name of the unit.
    pub(super) unit: &'static str,
    /// The figures, the smallest first.
    pub(super) figures: Vec<Figure>,
}

/// Returns the figures of results: of one unit, which may have none, or of all units that have, the
/// unit with most figures first.
pub(super) fn figures_by_unit(
    library: &Library,
    results: &Results,
    unit: Option<Unit<'static>>,
) -> Vec<UnitFigures> {
    let is_result = results.membership();
    let figures_of = |unit: Unit<'static>| {
        let figures = library.figures(unit.id);
        let figures = figures.filter(|it| is_result.get(it.item.as_usize()) == Some(&true));
        UnitFigures { unit: unit.name, figures: figures.collect() }
    };
    if let Some(unit) = unit {
        return vec![figures_of(unit)];
    }
    let units = library.units().map(figures_of).filter(|unit| !unit.figures.is_empty());
    by_weight(units.collect(), |unit| unit.figures.len())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(search: &str, unit: Option<&str>, expected: &[(&str, &[&str])]) {
        let library = fixture::two_articles();
        let results = fixture::results(&library, search);
        let unit = unit.and_then(|name| library.units().find(|unit| unit.name == name));
        let found = figures_by_unit(&library, &results, unit);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|UnitFigures { unit, figures }| {
                let text = |figure: &Figure| library.text_at(figure.item, &figure.span);
                (*unit, figures.iter().map(text).collect())
            })
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(unit, figures)| (*unit, figures.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_are_sorted_within_a_unit() {
        check("q=storm", None, &[("%", &["5%", "18%"]), ("boats", &["300 boats"])]);
        check("q=storm", Some("boats"), &[("boats", &["300 boats"])]);
        check("q=zzzz", Some("boats"), &[("boats", &[])]);
        check("q=zzzz", None, &[]);
    }
}
