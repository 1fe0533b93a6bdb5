//! Adds the page's typefaces, which `scripts/typefaces` has cut: the fonts, the stylesheet that
//! names them, and their licence.

use crate::publish::esbuild::minify_css;
use crate::publish::files::{Files, Kind};
use crate::publish::profile::Profile;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The stylesheet in the folder of typefaces.
const STYLESHEET: &str = "typefaces.css";

/// The licence of the fonts, which goes wherever they go.
const LICENCE: &str = "licence.txt";

/// The end of the names of fonts that every reader of a Latin script needs. Others are requested
/// for the letters that a page has.
const LATIN: &str = "-latin";

/// The page's typefaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typefaces {
    /// The stylesheet, which names the fonts.
    pub(crate) sheet: String,
    /// The fonts by their names.
    pub(crate) fonts: BTreeMap<String, Vec<u8>>,
    pub(crate) licence: Vec<u8>,
}

impl Typefaces {
    /// Reads the typefaces in `folder`.
    ///
    /// # Errors
    /// If a file is missing, or esbuild rejects the stylesheet.
    pub(crate) fn read(folder: &Path, profile: Profile) -> io::Result<Typefaces> {
        let at = |name: &str, error: io::Error| {
            let path = folder.join(name).display().to_string();
            io::Error::new(error.kind(), format!("{path}: {error}: run scripts/setup build"))
        };
        let read = |name: &str| fs::read(folder.join(name)).map_err(|error| at(name, error));
        let sheet = String::from_utf8(read(STYLESHEET)?)
            .map_err(|error| at(STYLESHEET, io::Error::other(error)))?;
        let sheet = match profile {
            Profile::Development => sheet,
            Profile::Release => minify_css(&sheet)?,
        };
        let mut fonts = BTreeMap::new();
        let mut rest = sheet.as_str();
        while let Some((_, name, after)) = next_url(rest) {
            if !fonts.contains_key(name) {
                fonts.insert(name.to_owned(), read(name)?);
            }
            rest = after;
        }
        Ok(Typefaces { fonts, licence: read(LICENCE)?, sheet })
    }

    /// Adds the typefaces to `files`, and returns the path of their stylesheet.
    pub(crate) fn add(&self, files: &mut Files) -> String {
        // The stylesheet is in the folder of the fonts.
        let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let mut names: BTreeMap<&str, String> = BTreeMap::new();
        for (name, font) in &self.fonts {
            let stem = name.strip_suffix(".woff2").unwrap_or(name);
            let kind = if stem.ends_with(LATIN) { Kind::Font } else { Kind::OnDemandFont };
            names.insert(name, file(&files.add_hashed(stem, "woff2", kind, font.clone())));
        }
        let licence = files.add_hashed("typefaces", "txt", Kind::Text, self.licence.clone());
        let mut sheet = format!("/* Licence of the fonts: {} */\n", file(&licence));
        let mut rest = self.sheet.as_str();
        while let Some((before, name, after)) = next_url(rest) {
            let file = names.get(name).map_or(name, String::as_str);
            sheet.extend([before, "url(", file, ")"]);
            rest = after;
        }
        sheet.push_str(rest);
        files.add_hashed("typefaces", "css", Kind::Css, sheet)
    }
}

/// Returns the text before the next `url(…)`, what that names, and the text after it.
fn next_url(sheet: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = sheet.split_once("url(")?;
    let (name, after) = rest.split_once(')')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_named_by_their_content_and_their_stylesheet_names_them() {
        let folder =
            std::env::temp_dir().join(format!("cuttings-typefaces-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let sheet = "@font-face{src:url(serif-latin.woff2)}@font-face{src:url(serif-greek.woff2)}";
        for (name, text) in [
            (STYLESHEET, sheet),
            (LICENCE, "free"),
            ("serif-latin.woff2", "abc"),
            ("serif-greek.woff2", "αβγ"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let mut files = Files::default();
        let sheet = Typefaces::read(&folder, Profile::Development).unwrap().add(&mut files);
        let text = String::from_utf8(files.get(&sheet).unwrap().bytes.clone()).unwrap();
        for (path, file) in files.iter().filter(|(path, _)| *path != sheet) {
            let name = path.strip_prefix("assets/").unwrap();
            assert!(text.contains(name), "{name} is not in {text}");
            assert_eq!(file.kind == Kind::Font, name.starts_with("serif-latin-"), "{name}");
        }
        assert_eq!(files.iter().count(), 4);

        fs::remove_file(folder.join("serif-greek.woff2")).unwrap();
        let error = Typefaces::read(&folder, Profile::Development).unwrap_err().to_string();
        assert!(error.contains("serif-greek.woff2") && error.contains("scripts/setup"), "{error}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
