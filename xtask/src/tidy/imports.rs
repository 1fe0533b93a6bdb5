//! Checks which file imports which: no circle between the files of a crate, and nothing under
//! `crates/` that reaches into the page.
//!
//! A file imports another if a `use` or a path in its code resolves to an item of the other file.
//! `mod` declarations are not imports, re-exports are followed to the file that defines the item,
//! and items behind `#[cfg(test)]` do not count. A module may use the items of the modules that
//! contain it: a parent and its children are one unit, whose public face is the parent.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree, Visibility};

/// A path of segments, such as `["crate", "store", "Library"]`.
type Segments = Vec<String>;

/// Returns one line per circle of imports below the crate root `root` (`src/lib.rs`).
///
/// `sources` holds the text of every file of the workspace by its path.
pub(crate) fn circles(root: &Path, sources: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let mut tree = ModuleTree::default();
    tree.load(root, Vec::new(), sources);
    let edges = tree.edges();
    let mut found = Vec::new();
    let mut reported = BTreeSet::new();
    for start in edges.keys() {
        if reported.contains(start) {
            continue;
        }
        if let Some(circle) = shortest_circle(start, &edges) {
            let names: Vec<String> = circle.iter().map(|file| file.display().to_string()).collect();
            found.push(format!("imports in a circle: {}", names.join(" → ")));
            reported.extend(circle);
        }
    }
    found
}

/// Returns the fault of a file below `crates/` that imports from the page, if it does.
pub(crate) fn import_of_page(path: &Path, text: &str) -> Option<String> {
    if !path.starts_with("crates") {
        return None;
    }
    // `crates/a/src/x.rs` leaves its crate by one `..` for each folder below `crates/a`, and the
    // folder `crates` by one more.
    let up = "../".repeat(path.components().count().saturating_sub(3)) + "../../src/";
    let of_crate = ["../../src/".to_owned(), up];
    let line = text.lines().position(|line| {
        of_crate.iter().any(|path| line.contains(path.as_str()))
            || line.contains("cuttings::")
            || line.trim_start().starts_with("cuttings.workspace")
            || line.trim_start().starts_with("cuttings =")
    })?;
    Some(format!("reaches into the page in line {}; crates/ must not know src/", line + 1))
}

/// The modules below one crate root.
#[derive(Default)]
struct ModuleTree {
    modules: BTreeMap<Segments, Module>,
}

/// A module: where it stands, and what its paths can name.
struct Module {
    file: PathBuf,
    /// Re-exports and imports by the name under which they are known here.
    uses: BTreeMap<String, Segments>,
    /// Modules whose items a glob import brings here.
    globs: Vec<Segments>,
    /// Names that this module defines.
    items: BTreeSet<String>,
    /// Every path that its code mentions, imports included.
    paths: Vec<Segments>,
}

impl ModuleTree {
    /// Loads the module at `name` from `file`, and its child modules.
    fn load(&mut self, file: &Path, name: Segments, sources: &BTreeMap<PathBuf, String>) {
        let Some(parsed) = sources.get(file).and_then(|text| syn::parse_file(text).ok()) else {
            return;
        };
        self.add(file, name, &parsed.items, sources);
    }

    fn add(
        &mut self,
        file: &Path,
        name: Segments,
        items: &[Item],
        sources: &BTreeMap<PathBuf, String>,
    ) {
        let mut module = Module {
            file: file.to_owned(),
            uses: BTreeMap::new(),
            globs: Vec::new(),
            items: BTreeSet::new(),
            paths: Vec::new(),
        };
        let mut paths = Paths::default();
        for item in items {
            if let Item::Mod(declared) = item {
                if is_test(&declared.attrs) {
                    continue;
                }
                let mut child = name.clone();
                child.push(declared.ident.to_string());
                if let Some((_, items)) = &declared.content {
                    self.add(file, child, items, sources);
                } else if let Some(file) = child_file(file, &declared.ident.to_string(), sources) {
                    self.load(&file, child, sources);
                }
                continue;
            }
            if let Item::Use(item) = item {
                if !is_test(&item.attrs) {
                    let names = names_of(&item.tree);
                    // A re-export is no import: whoever uses the name imports from its file.
                    if matches!(item.vis, Visibility::Inherited) {
                        module.paths.extend(names.iter().map(|(_, path)| path.clone()));
                    }
                    for (name, path) in names {
                        match name {
                            Some(name) => drop(module.uses.insert(name, path)),
                            None => module.globs.push(path),
                        }
                    }
                }
                continue;
            }
            module.items.extend(item_name(item));
            paths.visit_item(item);
        }
        module.paths.append(&mut paths.found);
        self.modules.insert(name, module);
    }

    /// Returns the files that each file imports.
    fn edges(&self) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let mut edges: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
        for (name, module) in &self.modules {
            let containing: Vec<&Path> = (0..=name.len())
                .filter_map(|end| Some(self.modules.get(name.get(..end)?)?.file.as_path()))
                .collect();
            let imports = module.paths.iter().filter_map(|path| self.resolve(name, path, 0));
            let imports = imports.filter(|file| !containing.contains(&file.as_path()));
            edges.entry(module.file.clone()).or_default().extend(imports);
        }
        edges
    }

    /// Returns the file that defines what `path` names in module `from`, if it is in this crate.
    fn resolve(&self, from: &Segments, path: &[String], depth: usize) -> Option<PathBuf> {
        // Names that import one another in a circle resolve to nothing.
        if depth > 16 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let (mut at, mut rest) = match first.as_str() {
            "crate" => (Vec::new(), rest),
            "self" => (from.clone(), rest),
            "super" => (from.split_last()?.1.to_vec(), rest),
            _ => (from.clone(), path),
        };
        while rest.first().is_some_and(|segment| segment == "super") {
            at.pop();
            rest = rest.get(1..)?;
        }
        while let Some((segment, further)) = rest.split_first() {
            let mut child = at.clone();
            child.push(segment.clone());
            if self.modules.contains_key(&child) {
                (at, rest) = (child, further);
                continue;
            }
            let module = self.modules.get(&at)?;
            if let Some(target) = module.uses.get(segment) {
                let target: Segments = target.iter().chain(further).cloned().collect();
                return self.resolve(&at, &target, depth + 1);
            }
            if module.items.contains(segment) {
                return Some(module.file.clone());
            }
            return module.globs.iter().find_map(|glob| {
                let target: Segments = glob.iter().chain(rest).cloned().collect();
                self.resolve(&at, &target, depth + 1)
            });
        }
        // A module as a whole: the import is used by its paths, which count by themselves.
        None
    }
}

/// Collects the paths of items, those within macros included.
#[derive(Default)]
struct Paths {
    found: Vec<Segments>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast Item) {
        if !item_attributes(item).is_some_and(|attributes| is_test(attributes)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.found.extend(names_of(&item.tree).into_iter().map(|(_, path)| path));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.found.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        collect_tokens(item.tokens.clone(), &mut self.found);
        visit::visit_macro(self, item);
    }
}

/// Collects every `a::b::c` of the tokens of a macro call.
fn collect_tokens(tokens: TokenStream, found: &mut Vec<Segments>) {
    let mut path: Segments = Vec::new();
    let mut colons = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons < 2 {
                    found.push(std::mem::take(&mut path));
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                found.push(std::mem::take(&mut path));
                collect_tokens(group.stream(), found);
                colons = 0;
            }
            _ => {
                found.push(std::mem::take(&mut path));
                colons = 0;
            }
        }
    }
    found.push(path);
    found.retain(|path| !path.is_empty());
}

/// Returns what a `use` brings to a module: the name, `None` for a glob, and the path.
fn names_of(tree: &UseTree) -> Vec<(Option<String>, Segments)> {
    let with = |ident: &syn::Ident, (name, path): (Option<String>, Segments)| {
        let path: Segments = std::iter::once(ident.to_string()).chain(path).collect();
        // `use a::{self}` is known as `a`.
        (name.map(|name| if name == "self" { ident.to_string() } else { name }), path)
    };
    match tree {
        UseTree::Path(path) => {
            names_of(&path.tree).into_iter().map(|found| with(&path.ident, found)).collect()
        }
        UseTree::Name(name) if name.ident == "self" => vec![(Some("self".into()), Vec::new())],
        UseTree::Name(name) => vec![(Some(name.ident.to_string()), vec![name.ident.to_string()])],
        UseTree::Rename(rename) => {
            vec![(Some(rename.rename.to_string()), vec![rename.ident.to_string()])]
        }
        UseTree::Glob(_) => vec![(None, Vec::new())],
        UseTree::Group(group) => group.items.iter().flat_map(names_of).collect(),
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.meta.require_list();
        attribute.path().is_ident("cfg")
            && condition.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

fn item_attributes(item: &Item) -> Option<&Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        _ => return None,
    })
}

fn item_name(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Union(item) => item.ident.to_string(),
        _ => return None,
    })
}

/// Returns the file of the module `name` that `parent` declares.
fn child_file(parent: &Path, name: &str, sources: &BTreeMap<PathBuf, String>) -> Option<PathBuf> {
    let stem = parent.file_stem()?.to_str()?;
    let folder = parent.parent()?;
    let folder =
        if matches!(stem, "lib" | "main" | "mod") { folder.to_owned() } else { folder.join(stem) };
    let candidates = [folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")];
    candidates.into_iter().find(|file| sources.contains_key(file))
}

/// Returns the shortest chain of imports that leads from `start` back to it, if there is one.
fn shortest_circle(
    start: &PathBuf,
    edges: &BTreeMap<PathBuf, BTreeSet<PathBuf>>,
) -> Option<Vec<PathBuf>> {
    let mut seen = BTreeSet::new();
    let mut chains = vec![vec![start.clone()]];
    while !chains.is_empty() {
        let mut longer = Vec::new();
        for chain in chains {
            for next in chain.last().and_then(|last| edges.get(last)).into_iter().flatten() {
                let mut chain = chain.clone();
                chain.push(next.clone());
                if next == start {
                    return Some(chain);
                }
                if seen.insert(next.clone()) {
                    longer.push(chain);
                }
            }
        }
        chains = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the circles of a crate whose files are given as (path below `src`, text).
    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let sources = files
            .iter()
            .map(|(name, text)| (Path::new("src").join(name), (*text).to_owned()))
            .collect();
        assert_eq!(circles(Path::new("src/lib.rs"), &sources), expected);
    }

    #[test]
    fn a_chain_is_not_a_circle() {
        check(
            &[
                ("lib.rs", "mod a; mod b; pub use a::A;"),
                ("a.rs", "use crate::b::B; pub struct A(B);"),
                ("b.rs", "pub struct B;"),
            ],
            &[],
        );
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() {
        let circle = ["imports in a circle: src/a.rs → src/b.rs → src/a.rs"];
        let a = "use crate::b::B; pub struct A(B);";
        let lib = "mod a; mod b;";
        check(
            &[("lib.rs", lib), ("a.rs", a), ("b.rs", "use super::a::A; pub struct B(A);")],
            &circle,
        );
        // By a path without an import, by a module, in a macro, and in a `use` with braces.
        for b in [
            "pub struct B; fn f() -> crate::a::A { todo!() }",
            "use crate::a; pub struct B; fn f(_: &a::A) {}",
            "pub struct B; fn f() { println!(\"{}\", crate::a::A.len()); }",
            "use crate::{a::{A as Other}}; pub struct B(Other);",
            "use crate::a::*; pub struct B(A);",
        ] {
            check(&[("lib.rs", lib), ("a.rs", a), ("b.rs", b)], &circle);
        }
    }

    #[test]
    fn re_exports_are_followed_to_the_file_that_defines_the_item() {
        check(
            &[
                ("lib.rs", "mod a; mod b; pub use a::A;"),
                ("a.rs", "use crate::b::B; pub struct A(B);"),
                ("b.rs", "use crate::A; pub struct B(A);"),
            ],
            &["imports in a circle: src/a.rs → src/b.rs → src/a.rs"],
        );
    }

    #[test]
    fn a_child_may_use_its_parent() {
        let child = ("a/c.rs", "use super::A; pub fn f(_: A) {}");
        let parent = ("a.rs", "mod c; pub struct A; fn g() { c::f(A) }");
        check(&[("lib.rs", "mod a;"), parent, child], &[]);
    }

    #[test]
    fn siblings_that_import_each_other_are_a_circle() {
        check(
            &[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", "mod b; mod c;"),
                ("a/b.rs", "use super::c::C; pub struct B(C);"),
                ("a/c.rs", "pub struct C; fn f(_: super::b::B) {}"),
            ],
            &["imports in a circle: src/a/b.rs → src/a/c.rs → src/a/b.rs"],
        );
    }

    #[test]
    fn tests_may_import_anything() {
        check(
            &[
                ("lib.rs", "mod a; mod b;"),
                ("a.rs", "use crate::b::B; pub struct A(B);"),
                ("b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::a::A; fn f(_: A) {} }"),
            ],
            &[],
        );
    }

    #[test]
    fn crates_do_not_reach_into_the_page() {
        let fault = |path, text| import_of_page(Path::new(path), text);
        let message = "reaches into the page in line 1; crates/ must not know src/";
        assert_eq!(fault("crates/a/src/lib.rs", "use cuttings_search::Query;"), None);
        assert_eq!(fault("cli/src/lib.rs", "use cuttings::route::Route;"), None);
        for (path, text) in [
            ("crates/a/src/lib.rs", "use cuttings::route::Route;"),
            ("crates/a/tests/it/main.rs", "include_str!(\"../../../../src/messages/en.ftl\")"),
            ("crates/a/tests/it/main.rs", "root.join(\"../../src/messages\")"),
            ("crates/a/Cargo.toml", "cuttings.workspace = true"),
        ] {
            assert_eq!(fault(path, text).as_deref(), Some(message), "{path}: {text}");
        }
    }
}
