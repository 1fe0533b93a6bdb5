//! Figures of the results, by unit.

use crate::store::library::Library;
use crate::store::ranking::by_weight;
use crate::store::results::Results;
use cuttings_edition::Figure;

/// The figures of one unit, or of one kind of counted thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct UnitFigures {
    /// The name of the unit.
    pub(super) unit: &'static str,
    /// The figures, sorted by size.
    pub(super) figures: Vec<Figure>,
}

/// Groups the figures of results by unit: the units with most figures first, the figures of each in
/// ascending or descending order.
pub(super) fn figures_by_unit(
    library: &Library,
    results: &Results,
    largest_first: bool,
) -> Vec<UnitFigures> {
    let is_result = results.membership();
    let in_results = |figure: &Figure| is_result.get(figure.item.as_usize()) == Some(&true);
    let mut units = Vec::new();
    for unit in library.units() {
        let mut figures: Vec<Figure> = library.figures(unit.id).filter(in_results).collect();
        if largest_first {
            figures.reverse();
        }
        if !figures.is_empty() {
            units.push(UnitFigures { unit: unit.name, figures });
        }
    }
    by_weight(units, |unit| unit.figures.len())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(search: &str, largest_first: bool, expected: &[(&str, &[&str])]) {
        let library = fixture::two_articles();
        let results = fixture::results(&library, search);
        let found = figures_by_unit(&library, &results, largest_first);
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
        check("q=storm", true, &[("%", &["18%", "5%"]), ("boats", &["300 boats"])]);
        check("q=storm", false, &[("%", &["5%", "18%"]), ("boats", &["300 boats"])]);
    }
}
