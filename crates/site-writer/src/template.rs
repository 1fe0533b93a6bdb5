//! The page of a published site, as its service worker and its manifest describe it. The publisher
//! writes both (`cli/src/publish/{worker,manifest}.rs`).

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use xxhash_rust::xxh3::xxh3_64;

/// The folder of the files that are named by their contents.
const ASSETS: &str = "assets/";

/// The reason why the files of a site are no template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// The service worker does not begin with its declarations.
    Worker,
    /// The manifest is no object in JSON.
    Manifest,
}

impl Display for TemplateError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TemplateError::Worker => "the site's worker.js does not begin with its declarations",
            TemplateError::Manifest => "the site's manifest is not readable",
        })
    }
}

impl std::error::Error for TemplateError {}

/// The page of a published site, for another edition.
#[derive(Clone, Debug)]
pub struct Template {
    /// The names of the service worker's constants, as it declares them.
    names: String,
    /// Their values, by these names.
    declared: Value,
    /// The rest of the service worker.
    script: String,
    manifest: Value,
    /// The HTML of every page, without content, with addresses relative to the base.
    pub(crate) shell: String,
}

/// The program of the pages that explore an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Explorer<'a> {
    /// The paths of these pages, without slashes at their ends.
    pub(crate) pages: Vec<&'a str>,
    /// The path of the program.
    pub(crate) program: &'a str,
    /// The path of its glue.
    pub(crate) glue: &'a str,
}

impl Template {
    /// Reads the service worker and the manifest of a site.
    ///
    /// # Errors
    /// If they are not those of a site that `cuttings` has published.
    pub fn read(worker: &str, manifest: &str) -> Result<Template, TemplateError> {
        let read = || {
            let (declarations, script) = worker.split_once('\n')?;
            let declarations = declarations.strip_prefix("const{")?.strip_suffix(';')?;
            let (names, values) = declarations.split_once("}=")?;
            let declared: Value = serde_json::from_str(values).ok()?;
            let shell = relative(declared.get("SHELL")?.as_str()?)?;
            Some((names.to_owned(), declared, script.to_owned(), shell))
        };
        let (names, declared, script, shell) = read().ok_or(TemplateError::Worker)?;
        let manifest: Value =
            serde_json::from_str(manifest).map_err(|_| TemplateError::Manifest)?;
        if !manifest.is_object() {
            return Err(TemplateError::Manifest);
        }
        Ok(Template { names, declared, script, manifest, shell })
    }

    /// Returns the paths of the files that a site with this page has, relative to the base: those
    /// that belong to no edition.
    pub fn files(&self) -> Vec<String> {
        let mut paths: BTreeSet<String> = BTreeSet::new();
        for list in ["FILES", "FILES_ON_DEMAND"] {
            let entries = self.declared.get(list).and_then(Value::as_object);
            paths.extend(entries.into_iter().flat_map(|entries| entries.keys().cloned()));
        }
        // The shell and the manifest name icons that no worker keeps.
        paths.extend(self.shell.split('"').map(str::to_owned));
        let icons = self.manifest.get("icons").and_then(Value::as_array);
        let icons = icons.into_iter().flatten().filter_map(|icon| icon.get("src")?.as_str());
        paths.extend(icons.map(str::to_owned));
        let is_file = |path: &String| {
            path.starts_with(ASSETS) && !path.contains(['?', ' ']) && !path.ends_with('/')
        };
        paths.into_iter().filter(|path| is_file(path) && !self.is_edition(path)).collect()
    }

    /// Returns true for a file of the edition that the page was published with.
    fn is_edition(&self, path: &str) -> bool {
        let name = self.declared.pointer("/PARTS/0").and_then(Value::as_str).unwrap_or_default();
        !name.is_empty() && path.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', '/']))
    }

    /// Returns the name of the site.
    pub(crate) fn title(&self) -> &str {
        self.text("TITLE")
    }

    /// Returns the program of the pages that explore the edition. A site that was published before
    /// there were any has no such pages.
    pub(crate) fn explorer(&self) -> Explorer<'_> {
        let at = |pointer| self.declared.pointer(pointer);
        let text = |pointer| at(pointer).and_then(Value::as_str).unwrap_or_default();
        let pages = at("/EXPLORER/0").and_then(Value::as_array).into_iter().flatten();
        Explorer {
            pages: pages.filter_map(Value::as_str).collect(),
            program: text("/EXPLORER/1"),
            glue: text("/EXPLORER/2"),
        }
    }

    fn text(&self, name: &str) -> &str {
        self.declared.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns the service worker of a site with this title, escaped, and this page without
    /// content. `edition` is the path of its edition, and `hash` stands for its content.
    pub(crate) fn worker(&self, title: &str, shell: &str, edition: &str, hash: &str) -> String {
        let kept = |list: &str| {
            let entries = self.declared.get(list).and_then(Value::as_object);
            let entries = entries.into_iter().flatten();
            // Data of articles are those of the other edition.
            let ours =
                entries.filter(|(path, _)| path.starts_with(ASSETS) && !self.is_edition(path));
            ours.map(|(path, hash)| (path.clone(), hash.clone())).collect::<serde_json::Map<_, _>>()
        };
        let mut files = kept("FILES");
        files.insert(edition.to_owned(), json!(""));
        let mut declared = self.declared.clone();
        for (name, value) in [
            ("DATA", json!(format!("?{hash}"))),
            ("TITLE", json!(title)),
            ("SHELL", json!(shell)),
            ("FILES", files.into()),
            ("FILES_ON_DEMAND", kept("FILES_ON_DEMAND").into()),
            ("PARTS", json!([edition.strip_suffix(".bin").unwrap_or(edition), 0])),
            // The page cannot do without the edition, so it is kept, however large it is.
            ("LARGE", json!(false)),
        ] {
            declared[name] = value;
        }
        let name = xxh3_64(declared.to_string().as_bytes());
        declared["EDITION"] = json!(format!("{name:016x}"));
        format!("const{{{}}}={declared};\n{}", self.names, self.script)
    }

    /// Returns the headers that a host should send with every file.
    pub(crate) fn headers(&self) -> Vec<(&str, &str)> {
        let declared = self.declared.get("HEADERS").and_then(Value::as_object);
        let is_line = |text: &str| !text.contains(['\n', '\r', '"']);
        let mut headers = Vec::new();
        for (name, value) in declared.into_iter().flatten() {
            // The worker's own pages are HTML. Other files are not.
            let is_of_all = name != "Content-Type";
            if let Some(value) =
                value.as_str().filter(|it| is_of_all && is_line(name) && is_line(it))
            {
                headers.push((name.as_str(), value));
            }
        }
        headers
    }

    /// Returns the manifest of a site with this title.
    pub(crate) fn manifest(&self, title: &str) -> String {
        let mut manifest = self.manifest.clone();
        for name in ["name", "short_name"] {
            manifest[name] = json!(title);
        }
        if let Some(members) = manifest.as_object_mut() {
            members.remove("description");
        }
        manifest.to_string()
    }
}

/// Returns the shell with addresses relative to its base, and without what belongs to its edition.
fn relative(shell: &str) -> Option<String> {
    let base = attribute(shell, "<base href=\"")?;
    let mut out = shell.to_owned();
    for path in [ASSETS, "worker.js", "manifest.webmanifest"] {
        out = out.replace(&format!("=\"{base}{path}"), &format!("=\"{path}"));
    }
    for name in ["data-edition", "data-files-of", "data-offline"] {
        if let Some(value) = attribute(&out, &format!(" {name}=\"")) {
            out = out.replacen(&format!(" {name}=\"{value}\""), "", 1);
        }
    }
    Some(out)
}

/// Returns the value of the first attribute that starts with `start`, which ends with a quotation
/// mark. It is still escaped.
pub(crate) fn attribute<'a>(html: &'a str, start: &str) -> Option<&'a str> {
    let (_, value) = html.split_once(start)?;
    value.split('"').next()
}
