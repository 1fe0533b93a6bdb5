//! CLDR's plural rules, folded into ranges of integers.

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

/// A rule for integers.
pub(crate) struct Rule {
    /// `=` if the rule is about the number itself, `%` if it is about its last two digits.
    pub(crate) kind: char,
    pub(crate) category: Category,
    /// The first and the last number of each range that matches.
    pub(crate) ranges: Vec<(u32, u32)>,
}

/// The plural rules of a language for integers: the first rule that matches holds.
pub(crate) struct Folded {
    pub(crate) rules: Vec<Rule>,
    /// The category of all other numbers.
    pub(crate) usual: Category,
}

impl Rules {
    /// Folds the rules into as few ranges as possible.
    pub(crate) fn folded(&self) -> Folded {
        let by_hundred: Vec<Category> =
            (0..100).map(|rest| self.category(EVALUATED - 100 + rest)).collect();
        let usual = most_frequent(&by_hundred);
        let last_two =
            |number: u32| by_hundred.get(number as usize % 100).copied().unwrap_or(usual);
        let exceptions: Vec<(u32, Category)> = (0..EVALUATED)
            .map(|number| (number, self.category(number)))
            .filter(|(number, category)| *category != last_two(*number))
            .collect();
        let by_last_two: Vec<(u32, Category)> = (0..100)
            .map(|rest| (rest, last_two(rest)))
            .filter(|(_, category)| *category != usual)
            .collect();
        let mut rules = rules('=', &exceptions);
        rules.extend(self::rules('%', &by_last_two));
        Folded { rules, usual }
    }
}

/// Returns a rule for each category that the numbers have.
fn rules(kind: char, numbers: &[(u32, Category)]) -> Vec<Rule> {
    let categories: BTreeSet<Category> = numbers.iter().map(|(_, category)| *category).collect();
    let rule = |category: Category| {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for (number, _) in numbers.iter().filter(|(_, other)| *other == category) {
            match ranges.last_mut() {
                Some((_, end)) if *end + 1 == *number => *end = *number,
                _ => ranges.push((*number, *number)),
            }
        }
        Rule { kind, category, ranges }
    };
    categories.into_iter().map(rule).collect()
}

fn most_frequent(values: &[Category]) -> Category {
    let count = |value: &Category| values.iter().filter(|other| *other == value).count();
    values
        .iter()
        .copied()
        .max_by_key(|value| (count(value), std::cmp::Reverse(*value)))
        .unwrap_or(Category::Other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
