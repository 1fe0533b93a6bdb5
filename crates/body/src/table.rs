//! The rows and cells of a table's text.

use std::ops::Range;

/// Returns the byte ranges of the cells of each row. The first row is the header.
pub fn rows(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for row in text.split('\n') {
        let mut cells = Vec::new();
        for cell in row.split('\t') {
            cells.push(start..start + cell.len());
            start += cell.len() + 1;
        }
        rows.push(cells);
    }
    rows
}

/// Returns whether a column below the header consists of numbers.
pub fn is_numeric(text: &str, rows: &[Vec<Range<usize>>], column: usize) -> bool {
    let cells = rows.iter().skip(1).filter_map(|row| text.get(row.get(column)?.clone()));
    let mut has_digit = false;
    for cell in cells {
        // Digits with few letters around them, such as a unit: "12.5 %", "−3", "40 km".
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        let letters = cell.bytes().filter(u8::is_ascii_alphabetic).count();
        if letters > 2 || digits == 0 && !cell.is_empty() && cell != "–" && cell != "-" {
            return false;
        }
        has_digit |= digits > 0;
    }
    has_digit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_ranges_of_the_text() {
        let text = "a\tb\n\tlong";
        let cells: Vec<Vec<&str>> = rows(text)
            .into_iter()
            .map(|row| row.into_iter().map(|cell| &text[cell]).collect())
            .collect();
        assert_eq!(cells, [vec!["a", "b"], vec!["", "long"]]);
    }

    #[track_caller]
    fn check(cells: &[&str], expected: bool) {
        let text = [&["head"][..], cells].concat().join("\n");
        assert_eq!(is_numeric(&text, &rows(&text), 0), expected, "{cells:?}");
    }

    #[test]
    fn columns_of_numbers_are_numeric() {
        check(&["1", "2.5", "-3,000", "", "–", "12 %", "40 km"], true);
        check(&["1", "two"], false);
        check(&["7 May 2024"], false);
        check(&["", "–"], false);
        check(&[], false);
    }
}
