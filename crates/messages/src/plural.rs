//! CLDR's plural rules, folded into Rust `match` expressions.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use std::collections::BTreeSet;

/// A plural category of CLDR. Each language uses some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    const ALL: [(Category, &str); 6] = [
        (Category::Zero, "zero"),
        (Category::One, "one"),
        (Category::Two, "two"),
        (Category::Few, "few"),
        (Category::Many, "many"),
        (Category::Other, "other"),
    ];

    pub(crate) fn named(name: &str) -> Option<Category> {
        Category::ALL.into_iter().find_map(|(category, known)| (known == name).then_some(category))
    }

    pub(crate) fn name(self) -> &'static str {
        Category::ALL
            .into_iter()
            .find_map(|(category, name)| (category == self).then_some(name))
            .unwrap_or_default()
    }
}

/// Every number below this is evaluated; above it the category is assumed to depend on the last two
/// digits alone. That holds up to a million in all languages but Cornish.
const EVALUATED: u32 = 10_000;

/// The largest number that a variant may have as its key.
pub(crate) const LARGEST: u32 = EVALUATED - 1;

/// The plural rules of a language.
pub(crate) struct Rules(Option<PluralRules>);

impl Rules {
    /// Returns the rules of a language by its BCP 47 tag. A language unknown to CLDR has one
    /// category.
    pub(crate) fn of(language: &str) -> Rules {
        let locale: Option<Locale> = language.parse().ok();
        Rules(locale.and_then(|locale| {
            PluralRules::try_new(locale.into(), PluralRulesOptions::default()).ok()
        }))
    }

    /// Returns the category of a number.
    pub(crate) fn category(&self, number: u32) -> Category {
        match self.0.as_ref().map(|rules| rules.category_for(number)) {
            Some(PluralCategory::Zero) => Category::Zero,
            Some(PluralCategory::One) => Category::One,
            Some(PluralCategory::Two) => Category::Two,
            Some(PluralCategory::Few) => Category::Few,
            Some(PluralCategory::Many) => Category::Many,
            Some(PluralCategory::Other) | None => Category::Other,
        }
    }

    /// Returns the categories that integers have.
    pub(crate) fn categories(&self) -> BTreeSet<Category> {
        (0..EVALUATED).map(|number| self.category(number)).collect()
    }
}

/// Returns a `match` on the variable `number` with an arm for each value that `index` takes;
/// `render` returns the arm's expression.
pub(crate) fn match_on(
    number: &str,
    index: impl Fn(u32) -> usize,
    render: impl Fn(usize) -> String,
) -> String {
    let by_hundred: Vec<usize> = (0..100).map(|rest| index(EVALUATED - 100 + rest)).collect();
    let usual = most_frequent(&by_hundred);
    let last_two = |number: u32| by_hundred.get(number as usize % 100).copied().unwrap_or(usual);
    let exceptions: Vec<(u32, usize)> = (0..EVALUATED)
        .map(|number| (number, index(number)))
        .filter(|(n, value)| *value != last_two(*n))
        .collect();
    let by_last_two: Vec<(u32, usize)> =
        (0..100).map(|rest| (rest, last_two(rest))).filter(|(_, value)| *value != usual).collect();
    let rest = if by_last_two.is_empty() {
        render(usual)
    } else {
        format!("match {number} % 100 {{ {}_ => {} }}", arms(&by_last_two, &render), render(usual))
    };
    if exceptions.is_empty() {
        return rest;
    }
    format!("match {number} {{ {}_ => {rest} }}", arms(&exceptions, &render))
}

/// Returns an arm for each value that the numbers have.
fn arms(numbers: &[(u32, usize)], render: &impl Fn(usize) -> String) -> String {
    let values: BTreeSet<usize> = numbers.iter().map(|(_, value)| *value).collect();
    let mut out = String::new();
    for value in values {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (number, _) in numbers.iter().filter(|(_, other)| *other == value) {
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == *number => *end = *number,
                _ => runs.push((*number, *number)),
            }
        }
        let runs = runs.iter().map(|(start, end)| {
            if start == end { start.to_string() } else { format!("{start}..={end}") }
        });
        out.push_str(&format!(
            "{} => {}, ",
            runs.collect::<Vec<String>>().join(" | "),
            render(value)
        ));
    }
    out
}

fn most_frequent(values: &[usize]) -> usize {
    let count = |value: &usize| values.iter().filter(|other| *other == value).count();
    values
        .iter()
        .copied()
        .max_by_key(|value| (count(value), std::cmp::Reverse(*value)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares the `match` of a language with the expected one.
    #[track_caller]
    fn check(language: &str, expected: &str) {
        let rules = Rules::of(language);
        let categories: Vec<Category> = rules.categories().into_iter().collect();
        let index =
            |number| categories.iter().position(|found| *found == rules.category(number)).unwrap();
        assert_eq!(match_on("n", index, |index| categories[index].name().to_owned()), expected);
    }

    #[test]
    fn categories_fold_into_the_shortest_match() {
        check("en-GB", "match n { 1 => one, _ => other }");
        check("de", "match n { 1 => one, _ => other }");
        check("fr", "match n { 0..=1 => one, _ => other }");
        check("ja", "other");
        check(
            "pl",
            "match n { 1 => one, _ => match n % 100 { 2..=4 | 22..=24 | 32..=34 | 42..=44 | 52..=54 | 62..=64 | 72..=74 | 82..=84 | 92..=94 => few, _ => many } }",
        );
        check(
            "ar",
            "match n { 0 => zero, 1 => one, 2 => two, _ => match n % 100 { 3..=10 => few, 0..=2 => other, _ => many } }",
        );
        check("tlh", "other");
    }

    proptest! {
        #[test]
        fn above_the_evaluated_numbers_the_last_two_digits_decide(number in EVALUATED..1_000_000) {
            for language in ["en", "de", "fr", "ru", "pl", "cs", "ar", "he", "lt", "lv", "ga", "cy", "sl", "mt", "ja", "br"] {
                let rules = Rules::of(language);
                prop_assert_eq!(rules.category(number), rules.category(EVALUATED - 100 + number % 100), "{}", language);
            }
        }
    }
}
