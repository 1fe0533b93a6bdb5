//! The known word nearest to a misspelt one, for "Did you mean …?".

/// Only this many characters of a word are compared, so that a long line costs no more than a word.
const COMPARED_CHARS: usize = 40;

/// Returns the candidate with the smallest edit distance to `word`, ignoring the case of `word`.
///
/// Returns `None` if the distance exceeds a third of the candidate's length, because a wrong guess
/// helps less than a list of the known words. One edit is allowed in a word of any length.
/// Candidates are in lower case; among equally near ones the first wins.
///
/// ```
/// use cuttings_diagnostics::nearest;
///
/// assert_eq!(nearest("tilte", &["title", "date"]), Some("title"));
/// assert_eq!(nearest("tags", &["title", "date"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().take(COMPARED_CHARS).collect();
    let (distance, candidate) = candidates
        .iter()
        .map(|candidate| (edit_distance(&word, &candidate.chars().collect::<Vec<_>>()), *candidate))
        .min_by_key(|(distance, _)| *distance)?;
    let allowed = (candidate.chars().count() / 3).max(1);
    (distance <= allowed).then_some(candidate)
}

/// Returns the optimal string alignment distance: Levenshtein's, in which a swap of two neighbours
/// counts as one edit.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut two_rows_above: Vec<usize> = Vec::new();
    let mut row_above: Vec<usize> = (0..=b.len()).collect();
    let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX / 2);
    for (i, char_a) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, char_b) in b.iter().enumerate() {
            let deletion = at(&row_above, j + 1) + 1;
            let insertion = at(&row, j) + 1;
            let substitution = at(&row_above, j) + usize::from(char_a != char_b);
            let mut least = deletion.min(insertion).min(substitution);
            let swapped =
                i > 0 && j > 0 && a.get(i - 1) == Some(char_b) && b.get(j - 1) == Some(char_a);
            if swapped {
                least = least.min(at(&two_rows_above, j - 1) + 1);
            }
            row.push(least);
        }
        two_rows_above = std::mem::replace(&mut row_above, row);
    }
    row_above.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_misspelt_words_only() {
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
