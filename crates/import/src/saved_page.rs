//! Pages that browsers save with a folder for their files: `page.html` and `page_files`.

use std::collections::HashSet;

/// The ends of the names of folders in which browsers save the files of a page, after the name of
/// the page. Browsers translate the word.
const ENDS: &[&str] = &[
    "-Dateien",
    "-filer",
    ".files",
    "_archivos",
    "_arquivos",
    "_bestanden",
    "_datoteke",
    "_dosyalar",
    "_elemei",
    "_fajlovi",
    "_ficheiros",
    "_fichiers",
    "_file",
    "_files",
    "_fitxers",
    "_pliki",
    "_soubory",
    "_tiedostot",
    "_файлы",
];

/// The extensions of pages that browsers save with a folder.
const PAGES: &[&str] = &["htm", "html", "xhtml"];

/// Returns whether a browser names the folder with the files of a page so. Both are names without
/// folders.
pub fn is_folder_of_page(folder: &str, page: &str) -> bool {
    let Some(stem) = page_stem(page) else { return false };
    folder.strip_prefix(stem).is_some_and(|end| ENDS.contains(&end))
}

/// Returns those of the paths that are in the folder of a page among them. They are parts of the
/// page, whatever their forms: frames, scripts, pictures.
pub fn parts_of_pages<'p>(paths: impl Iterator<Item = &'p str> + Clone) -> HashSet<&'p str> {
    let stems: HashSet<&str> = paths.clone().filter_map(page_stem).collect();
    let is_part = |path: &&str| {
        let folders = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        folders.into_iter().any(|folder| {
            let stem = |end: &&str| folder.strip_suffix(*end);
            ENDS.iter().filter_map(stem).any(|stem| stems.contains(stem))
        })
    };
    if stems.is_empty() { HashSet::new() } else { paths.filter(is_part).collect() }
}

/// Returns the path of a page without its extension, or `None` if it is not one.
fn page_stem(path: &str) -> Option<&str> {
    let (stem, extension) = path.rsplit_once('.')?;
    PAGES.contains(&&*extension.to_ascii_lowercase()).then_some(stem)
}

/// Returns the message about files that belong to pages and were not read.
pub(crate) fn unread_parts(count: usize) -> String {
    match count {
        1 => "1 file is a style, script, font, frame or picture, and was not read.".to_owned(),
        _ => format!(
            "{count} files are styles, scripts, fonts, frames or pictures, and were not read."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_pages_are_known_in_many_languages() {
        for (folder, page, expected) in [
            ("Ferry Returns_files", "Ferry Returns.html", true),
            ("Fähre – Norheim-Dateien", "Fähre – Norheim.htm", true),
            ("a_fichiers", "a.HTML", true),
            ("a.files", "a.xhtml", true),
            ("b_files", "a.html", false),
            ("a-posts", "a.html", false),
            ("a", "a.html", false),
            ("a_files", "a.md", false),
            ("..", "a.html", false),
        ] {
            assert_eq!(is_folder_of_page(folder, page), expected, "{folder} {page}");
        }
    }

    #[test]
    fn parts_are_in_the_folder_of_a_page() {
        let paths = [
            "x/a.html",
            "x/a_files/frame.html",
            "x/a_files/deep/b.png",
            "a_files/b.png",
            "x/blog.html",
            "x/blog-posts/b.md",
            "x/a_files.html",
        ];
        let mut parts: Vec<&str> = parts_of_pages(paths.into_iter()).into_iter().collect();
        parts.sort_unstable();
        assert_eq!(parts, ["x/a_files/deep/b.png", "x/a_files/frame.html"]);
    }
}
