//! The known word nearest to an unknown one, for "did you mean".

/// The candidate with the fewest letters to insert, remove, change or swap with the next; `None` if even that one differs in
/// more than a third of its letters, since a wrong guess helps less than the list of what is known.
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().take(40).collect();
    let distances =
        candidates.iter().map(|c| (distance(&word, &c.chars().collect::<Vec<_>>()), *c));
    let (distance, candidate) = distances.min_by_key(|(d, _)| *d)?;
    // One edit is forgiven in any word, "lng" for "lang".
    (distance <= (candidate.chars().count() / 3).max(1)).then_some(candidate)
}

/// Optimal string alignment distance: Levenshtein's with swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&above, j + 1) + 1)
                .min(at(&row, j) + 1)
                .min(at(&above, j) + usize::from(ca != cb));
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_no_more() {
        let known = ["title", "section", "standfirst", "author", "date", "source", "lang"];
        for (word, expected) in [
            ("tilte", Some("title")),
            ("Titel", Some("title")),
            ("sections", Some("section")),
            ("standfrist", Some("standfirst")),
            ("authors", Some("author")),
            ("lng", Some("lang")),
            ("tags", None),
            ("description", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &known), expected, "{word}");
        }
    }
}
