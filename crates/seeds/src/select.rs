//! Decides by its path whether a file of the folder is an article, a picture, or neither.

use cuttings_corpus::{MARKDOWN_EXTENSIONS, Site};
use fast_glob::glob_match;

use crate::picture_file::EXTENSIONS as PICTURES;

/// The extensions of files that the importer reads.
const IMPORTED: [&str; 16] = [
    "atom", "bib", "docx", "eml", "epub", "htm", "html", "mbox", "mht", "mhtml", "opml", "pdf",
    "ris", "rss", "wacz", "xhtml",
];

/// The extensions of files that the importer reads, too, and that programs use for other things as
/// well.
const AMBIGUOUS: [&str; 4] = ["csv", "json", "xml", "zip"];

/// The part that a file plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A text that may hold articles.
    Seed,
    /// A file in another form that may hold articles.
    Imported,
    /// The same if its contents show it, and otherwise nothing, for this reason.
    Ambiguous { reason: String, group: String },
    /// A picture that an article may use.
    Picture,
    /// Nothing, for this reason. The group stands for all files with the reason.
    Skipped { reason: String, group: String },
}

/// Returns the part of the file at a path within the folder.
pub(crate) fn part(path: &str, site: &Site) -> Part {
    let matches = |globs: &[String]| globs.iter().any(|glob| is_match(glob, path));
    if matches(&site.exclude) || !site.include.is_empty() && !matches(&site.include) {
        let group = "left out by include or exclude in site.toml";
        return Part::Skipped { reason: format!("This file is {group}."), group: group.to_owned() };
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension =
        name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    let extension = extension.as_str();
    if extension == "txt" || MARKDOWN_EXTENSIONS.contains(&extension) {
        return Part::Seed;
    }
    if PICTURES.contains(&extension) {
        return Part::Picture;
    }
    if IMPORTED.contains(&extension) && cfg!(feature = "import") {
        return Part::Imported;
    }
    let (what, remedy) = match extension {
        _ if IMPORTED.contains(&extension) => (
            format!("`.{extension}` files are read only by the program"),
            "Build with `cuttings build`.",
        ),
        _ if AMBIGUOUS.contains(&extension) && !cfg!(feature = "import") => (
            format!("`.{extension}` files are not read"),
            "If it is an export of articles, `cuttings build` reads it.",
        ),
        _ if AMBIGUOUS.contains(&extension) => (
            format!("`.{extension}` files without articles are not read"),
            "Exports of articles, feeds and bibliographies are.",
        ),
        "" => ("files without an extension are not read".to_owned(), "Add .md or .txt."),
        _ => {
            (format!("`.{extension}` files are not read"), "Articles are .md, .mdx or .txt files.")
        }
    };
    let mut reason = what.clone();
    reason.replace_range(..1, &what.get(..1).unwrap_or_default().to_uppercase());
    let reason = format!("{reason}. {remedy}");
    match AMBIGUOUS.contains(&extension) && cfg!(feature = "import") {
        true => Part::Ambiguous { reason, group: what },
        false => Part::Skipped { reason, group: what },
    }
}

/// Returns whether a glob matches a path. A glob without a slash matches names in all folders, and
/// one that names a folder everything in it.
fn is_match(glob: &str, path: &str) -> bool {
    let glob = glob.trim_start_matches("./").trim_end_matches('/');
    let in_all_folders = !glob.contains('/') && glob_match(format!("**/{glob}"), path);
    in_all_folders
        || glob_match(glob.trim_start_matches('/'), path)
        || glob_match(format!("{}/**", glob.trim_start_matches('/')), path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_names_paths_and_folders() {
        for (glob, path, expected) in [
            ("*.md", "a.md", true),
            ("*.md", "b/a.md", true),
            ("b/*.md", "b/a.md", true),
            ("b/*.md", "b/c/a.md", false),
            ("b/**/*.md", "b/c/a.md", true),
            ("b", "b/c/a.md", true),
            ("b/", "b/a.md", true),
            ("/b", "b/a.md", true),
            ("b", "c/b.md", false),
            ("*.{md,txt}", "a.txt", true),
            ("README.md", "b/README.md", true),
        ] {
            assert_eq!(is_match(glob, path), expected, "{glob} {path}");
        }
    }

    #[test]
    fn a_file_is_a_seed_a_picture_or_skipped_with_a_reason() {
        let site = Site::default();
        for path in ["a.md", "b/a.MDX", "a.markdown", "a.txt"] {
            assert_eq!(part(path, &site), Part::Seed, "{path}");
        }
        for path in ["a.png", "a.JPG", "a.jpeg", "a.gif", "a.webp", "a.avif", "a.svg"] {
            assert_eq!(part(path, &site), Part::Picture, "{path}");
        }
        for (path, expected) in [
            ("a.css", "`.css` files are not read. Articles are .md, .mdx or .txt files."),
            ("LICENSE", "Files without an extension are not read. Add .md or .txt."),
        ] {
            let Part::Skipped { reason, .. } = part(path, &site) else { panic!("{path}") };
            assert_eq!(reason, expected);
        }
        for path in ["a.zip", "a.JSON", "b/a.csv", "a.xml"] {
            let is_ambiguous = matches!(part(path, &site), Part::Ambiguous { .. });
            assert_eq!(is_ambiguous, cfg!(feature = "import"), "{path}");
        }
        let is_skipped = matches!(part("page.html", &site), Part::Skipped { .. });
        assert_eq!(is_skipped, !cfg!(feature = "import"));
        let site = Site { exclude: vec!["drafts".into()], ..Site::default() };
        assert!(matches!(part("drafts/a.md", &site), Part::Skipped { .. }));
        assert!(matches!(part("drafts/a.zip", &site), Part::Skipped { .. }));
        let site = Site { include: vec!["posts/**".into()], ..Site::default() };
        assert_eq!(part("posts/a.md", &site), Part::Seed);
        assert!(matches!(part("a.md", &site), Part::Skipped { .. }));
    }
}
