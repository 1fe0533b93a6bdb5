//! Which form of a word goes with a number, by the rules of CLDR, folded into what a Rust `match` can say.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use std::collections::BTreeSet;

/// A form, in CLDR's words: what has a form of its own differs from language to language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Form {
    const ALL: [(Form, &str); 6] = [
        (Form::Zero, "zero"),
        (Form::One, "one"),
        (Form::Two, "two"),
        (Form::Few, "few"),
        (Form::Many, "many"),
        (Form::Other, "other"),
    ];

    pub(crate) fn named(name: &str) -> Option<Form> {
        Form::ALL.into_iter().find_map(|(form, known)| (known == name).then_some(form))
    }

    pub(crate) fn name(self) -> &'static str {
        Form::ALL.into_iter().find_map(|(form, name)| (form == self).then_some(name)).unwrap_or_default()
    }
}

/// Below this every number is looked at; from here on a form is taken to depend on the last two digits alone. That is so in
/// all languages up to a million, but for Cornish.
const LOOKED_AT: u32 = 10_000;

/// The largest number that a catalogue may name.
pub(crate) const LARGEST: u32 = LOOKED_AT - 1;

/// The rules of a language.
pub(crate) struct Rules(Option<PluralRules>);

impl Rules {
    /// The rules of a language, by its BCP 47 tag; a language that CLDR does not know has one form.
    pub(crate) fn of(language: &str) -> Rules {
        let locale: Option<Locale> = language.parse().ok();
        Rules(
            locale.and_then(|locale| PluralRules::try_new(locale.into(), PluralRulesOptions::default()).ok()),
        )
    }

    /// The form for a number of things.
    pub(crate) fn form(&self, number: u32) -> Form {
        match self.0.as_ref().map(|rules| rules.category_for(number)) {
            Some(PluralCategory::Zero) => Form::Zero,
            Some(PluralCategory::One) => Form::One,
            Some(PluralCategory::Two) => Form::Two,
            Some(PluralCategory::Few) => Form::Few,
            Some(PluralCategory::Many) => Form::Many,
            Some(PluralCategory::Other) | None => Form::Other,
        }
    }

    /// The forms that whole numbers have.
    pub(crate) fn forms(&self) -> BTreeSet<Form> {
        (0..LOOKED_AT).map(|number| self.form(number)).collect()
    }
}

/// A `match` on `number` with an arm for each thing that `which` can come to; `written` writes it.
pub(crate) fn match_on(
    number: &str,
    which: impl Fn(u32) -> usize,
    written: impl Fn(usize) -> String,
) -> String {
    let by_hundred: Vec<usize> = (0..100).map(|rest| which(LOOKED_AT - 100 + rest)).collect();
    let usual = most_frequent(&by_hundred);
    let last_two = |number: u32| by_hundred.get(number as usize % 100).copied().unwrap_or(usual);
    let exceptions: Vec<(u32, usize)> = (0..LOOKED_AT)
        .map(|number| (number, which(number)))
        .filter(|(n, which)| *which != last_two(*n))
        .collect();
    let by_last_two: Vec<(u32, usize)> =
        (0..100).map(|rest| (rest, last_two(rest))).filter(|(_, which)| *which != usual).collect();
    let rest = if by_last_two.is_empty() {
        written(usual)
    } else {
        format!("match {number} % 100 {{ {}_ => {} }}", arms(&by_last_two, &written), written(usual))
    };
    if exceptions.is_empty() {
        return rest;
    }
    format!("match {number} {{ {}_ => {rest} }}", arms(&exceptions, &written))
}

/// An arm for each of the things that numbers come to.
fn arms(numbers: &[(u32, usize)], written: &impl Fn(usize) -> String) -> String {
    let things: BTreeSet<usize> = numbers.iter().map(|(_, which)| *which).collect();
    let mut out = String::new();
    for thing in things {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (number, _) in numbers.iter().filter(|(_, which)| *which == thing) {
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == *number => *end = *number,
                _ => runs.push((*number, *number)),
            }
        }
        let runs = runs.iter().map(
            |(start, end)| {
                if start == end { start.to_string() } else { format!("{start}..={end}") }
            },
        );
        out.push_str(&format!("{} => {}, ", runs.collect::<Vec<String>>().join(" | "), written(thing)));
    }
    out
}

fn most_frequent(things: &[usize]) -> usize {
    let count = |thing: &usize| things.iter().filter(|other| *other == thing).count();
    things.iter().copied().max_by_key(|thing| (count(thing), std::cmp::Reverse(*thing))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The forms of a language as a `match`.
    #[track_caller]
    fn check(language: &str, expected: &str) {
        let rules = Rules::of(language);
        let forms: Vec<Form> = rules.forms().into_iter().collect();
        let which = |number| forms.iter().position(|form| *form == rules.form(number)).unwrap();
        assert_eq!(match_on("n", which, |form| forms[form].name().to_owned()), expected);
    }

    #[test]
    fn forms_are_folded_into_as_little_as_says_them() {
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
        fn beyond_what_is_looked_at_the_last_two_digits_say_the_form(number in LOOKED_AT..1_000_000) {
            for language in ["en", "de", "fr", "ru", "pl", "cs", "ar", "he", "lt", "lv", "ga", "cy", "sl", "mt", "ja", "br"] {
                let rules = Rules::of(language);
                prop_assert_eq!(rules.form(number), rules.form(LOOKED_AT - 100 + number % 100), "{}", language);
            }
        }
    }
}
