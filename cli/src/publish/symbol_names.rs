//! Shortens the names of imports and exports that the program and its glue share.
//!
//! wasm-bindgen names each import and export by its purpose and a hash
//! (`__wbg_lastChild_d03af7c29f69e2ad`). Nothing else uses these names, and hashes do not compress
//! (see bench/RESULTS.md).

use std::collections::{HashMap, HashSet};
use std::io;
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The prefixes of the names that wasm-bindgen generates. All others are somebody's interface.
const GENERATED: [&str; 2] = ["__wb", "wasm_bindgen_"];

/// Returns the program and its glue with short names in both.
///
/// # Errors
/// If `program` is not valid WebAssembly, or imports a name that is missing from `glue`: then the
/// two do not belong together.
pub(crate) fn shorten(program: &[u8], glue: &str) -> io::Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let program = names.shorten_program(program).map_err(io::Error::other)?;
    let glue = names.shorten_glue(glue)?;
    Ok((program, glue))
}

#[derive(Default)]
struct Names<'a> {
    short: HashMap<&'a str, String>,
    imported: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(&mut self, name: &'a str) -> String {
        if !GENERATED.iter().any(|prefix| name.starts_with(prefix)) {
            return name.to_owned();
        }
        let next = self.short.len();
        self.short.entry(name).or_insert_with(|| format!("_{next}")).clone()
    }

    fn shorten_program(
        &mut self,
        program: &'a [u8],
    ) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(section) => {
                    let mut imports = ImportSection::new();
                    for import in section.into_imports() {
                        let import = import?;
                        let kind = EntityType::try_from(import.ty)?;
                        self.imported.insert(import.name);
                        imports.import(import.module, &self.of(import.name), kind);
                    }
                    module.section(&imports);
                }
                Payload::ExportSection(section) => {
                    let mut exports = ExportSection::new();
                    for export in section {
                        let export = export?;
                        exports.export(
                            &self.of(export.name),
                            ExportKind::from(export.kind),
                            export.index,
                        );
                    }
                    module.section(&exports);
                }
                other => {
                    if let Some((id, range)) = other.as_section() {
                        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                        let data =
                            program.get(range).ok_or("a section beyond the end of the program")?;
                        module.section(&RawSection { id, data });
                    }
                }
            }
        }
        Ok(module.finish())
    }

    fn shorten_glue(&mut self, glue: &str) -> io::Result<String> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::with_capacity(glue.len());
        let mut rest = glue;
        while !rest.is_empty() {
            let (name, after) = rest.split_at(rest.find(|c| !is_name(c)).unwrap_or(rest.len()));
            self.imported.remove(name);
            out.push_str(self.short.get(name).map_or(name, String::as_str));
            let (between, next) = after.split_at(after.find(is_name).unwrap_or(after.len()));
            out.push_str(between);
            rest = next;
        }
        match self.imported.iter().min() {
            Some(name) => Err(io::Error::other(format!(
                "the program imports {name}, which is missing from its glue"
            ))),
            None => Ok(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, TypeSection};

    /// A program that imports one function, and exports a second one that calls it.
    fn program(import: &str, export: &str) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", import, EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export(export, ExportKind::Func, 1).export("main", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().call(0).end();
        code.function(&body);
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    #[test]
    fn program_and_glue_get_the_same_names() {
        let (wasm, glue) = shorten(
            &program("__wbg_now_0123456789abcdef", "__wbindgen_start"),
            r#"const i = { "./glue.js": { __wbg_now_0123456789abcdef: now } }; wasm.__wbindgen_start(); wasm.main();"#,
        )
        .unwrap();
        assert_eq!(wasm, program("_0", "_1"));
        assert_eq!(glue, r#"const i = { "./glue.js": { _0: now } }; wasm._1(); wasm.main();"#);
    }

    #[test]
    fn replaces_whole_names_only() {
        let (_, glue) = shorten(
            &program("__wbg_now_1", "run"),
            "__wbg_now_1 $__wbg_now_1 __wbg_now_12 («__wbg_now_1»)",
        )
        .unwrap();
        assert_eq!(glue, "_0 $__wbg_now_1 __wbg_now_12 («_0»)");
    }

    #[test]
    fn rejects_mismatched_files() {
        let refused = |program: &[u8], glue: &str| shorten(program, glue).unwrap_err().to_string();
        assert_eq!(
            refused(&program("__wbg_now_1", "run"), "wasm.run()"),
            "the program imports __wbg_now_1, which is missing from its glue"
        );
        assert!(!refused(b"not a program", "").is_empty());
    }
}
