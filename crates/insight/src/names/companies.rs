//! Companies across documents: gives a company one name with its legal form, without it, and by the
//! first word of it alone.

use super::acronyms::is_guess;
use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::{ResolvedMention, may_be_called};
use crate::gazetteer::GAZETTEER;
use crate::packed::LazyDocuments;
use crate::vocabulary::{VOCABULARY, is_demonym};
use rayon::prelude::*;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Gives a company one name in all documents: "Okello Shipping Corp", "Okello Shipping", "Okello".
///
/// The tagger takes many of the short names for people. A word that is a person's surname in any
/// document stays with the person.
pub(super) fn link_companies(documents: &LazyDocuments<'_>, mentions: &mut [Vec<ResolvedMention>]) {
    let companies = companies(mentions);
    let by_first_word = by_first_word(&companies);
    let surnames: HashSet<String> = mentions
        .iter()
        .flatten()
        .filter(|mention| mention.kind == Kind::Person && !companies.contains(&mention.full_name))
        .filter_map(|mention| mention.full_name.rsplit_once(' '))
        .map(|(_, surname)| surname.to_owned())
        .collect();
    let may_be_company = |mention: &ResolvedMention| {
        companies.contains(&split_legal_form(&mention.full_name).0)
            || by_first_word.contains_key(mention.full_name.as_str())
    };
    // Few documents mention any.
    let mentions = mentions.par_iter_mut().enumerate();
    let mentions = mentions.filter(|(_, mentions)| mentions.iter().any(may_be_company));
    mentions.for_each(|(index, mentions)| {
        documents.read(index, |document| {
            let document = LazyCell::new(|| document.open());
            for mention in mentions.iter_mut() {
                let tokens = || document.tokens(mention.passage, &mention.tokens);
                let is_organisation = mention.kind == Kind::Organisation;
                let (name, _) = split_legal_form(&mention.full_name);
                let is_firm = || {
                    // "Kidder Peabody" is no person, but "Charles Schwab" may be one.
                    let first = tokens().first();
                    let is_given = first.is_some_and(|word| GAZETTEER.is_given_name(word.text));
                    mention.kind == Kind::Person && mention.tokens.len() > 1 && !is_given
                };
                let is_short = || {
                    (is_organisation || is_guess(mention))
                        && !mention.full_name.contains(' ')
                        && !surnames.contains(&mention.full_name)
                        && matches!(tokens(), [word] if may_be_called(word))
                };
                let company = if companies.contains(&name) && (is_organisation || is_firm()) {
                    name
                } else if let Some(company) = by_first_word.get(mention.full_name.as_str())
                    && is_short()
                {
                    (*company).to_owned()
                } else {
                    continue;
                };
                if !is_organisation {
                    mention.kind = Kind::Organisation;
                    mention.evidence.push(Evidence::ShortForm);
                }
                mention.full_name = company;
            }
        });
    });
}

/// Returns the companies that are named with a legal form, without it.
///
/// A single word with several legal forms may be several companies, and a common word none.
fn companies(mentions: &[Vec<ResolvedMention>]) -> BTreeSet<String> {
    let mut legal_forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mention in mentions.iter().flatten().filter(|it| it.kind == Kind::Organisation) {
        let (name, legal_form) = split_legal_form(&mention.full_name);
        if !name.is_empty() && !legal_form.is_empty() {
            legal_forms.entry(name).or_default().insert(legal_form);
        }
    }
    let is_one = |name: &str, forms: &BTreeSet<String>| {
        name.contains(' ')
            || forms.len() == 1 && !GAZETTEER.is_common_word(name) && !is_demonym(name)
    };
    let companies = legal_forms.into_iter().filter(|(name, forms)| is_one(name, forms));
    companies.map(|(name, _)| name).collect()
}

/// Returns for each first word the company that it stands for: the shortest name, if all others go
/// on from it ("Okello Shipping", "Okello Shipping Finance").
fn by_first_word(companies: &BTreeSet<String>) -> HashMap<&str, &str> {
    let mut by_first_word: HashMap<&str, Option<&str>> = HashMap::new();
    // In the order of the set, a name comes before those that go on from it.
    for name in companies {
        let first = name.split(' ').next().unwrap_or_default();
        let known = by_first_word.entry(first).or_insert(Some(name));
        let goes_on = known.is_some_and(|known| {
            name.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        if !goes_on {
            *known = None;
        }
    }
    by_first_word.into_iter().filter_map(|(word, name)| Some((word, name?))).collect()
}

/// Splits a folded name into the name without commas and the legal form at its end, of which
/// "Company" and "Co" are one.
fn split_legal_form(full_name: &str) -> (String, String) {
    let mut words: Vec<&str> =
        full_name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let mut legal_form = Vec::new();
    while let Some(last) = words.last() {
        let is_before_legal_form = matches!(*last, "and" | "&") && !legal_form.is_empty();
        if !(is_before_legal_form || VOCABULARY.legal_forms.contains(last)) {
            break;
        }
        legal_form.push(match *last {
            "company" => "co",
            "corporation" => "corp",
            other => other,
        });
        words.pop();
    }
    (words.join(" "), legal_form.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_split_off() {
        let check = |name, expected: (&str, &str)| {
            let (name, form) = split_legal_form(name);
            assert_eq!((name.as_str(), form.as_str()), expected);
        };
        check("okello shipping company", ("okello shipping", "co"));
        check("okafor, mensah and co", ("okafor mensah", "co and"));
        check("rivers and lakes", ("rivers and lakes", ""));
        check("group", ("", "group"));
    }

    #[test]
    fn a_first_word_of_two_companies_stands_for_neither() {
        let names = ["okello shipping", "okello shipping finance", "abera mills", "abera tools"];
        let names = names.map(str::to_owned).into();
        let by_first_word = by_first_word(&names);
        assert_eq!(by_first_word.get("okello"), Some(&"okello shipping"));
        assert_eq!(by_first_word.get("abera"), None);
    }
}
