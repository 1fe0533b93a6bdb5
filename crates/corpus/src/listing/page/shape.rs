//! Distinguishes a whole copied page from a clean listing, by the shape of the file.

use super::super::line_table::{Kind, LineTable};

/// The fewest short lines in a row that are a menu, not the start of an article.
const MIN_MENU_LINES: usize = 8;

/// Returns whether a file is a whole page.
pub(super) fn is_page(lines: &LineTable<'_>) -> bool {
    let (mut longest, mut menu, mut run) = (0, 0, 0);
    for at in 0..=lines.len() {
        match lines.kind(at) {
            Some(Kind::Short | Kind::Byline | Kind::Date | Kind::Boilerplate | Kind::Separator) => run += 1,
            _ => {
                longest = longest.max(run);
                if run >= MIN_MENU_LINES {
                    menu += run;
                }
                run = 0;
            }
        }
    }
    #[cfg(test)]
    println!("{longest} {menu} {}", lines.len());
    if std::env::var_os("PAGE_DEBUG").is_some() { eprintln!("PAGE longest {longest} menu {menu} of {}", lines.len()); }
    longest >= 12 && menu * 8 >= lines.len()
}
