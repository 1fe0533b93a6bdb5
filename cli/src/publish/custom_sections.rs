//! Removes the custom sections of a program: names for debuggers, and notes about tools.

use wasm_encoder::{Module, RawSection};
use wasmparser::{BinaryReaderError, Parser, Payload};

/// Returns a program without custom sections. wasm-opt does this for the page's program.
///
/// # Errors
/// If the program is not WebAssembly.
pub(crate) fn removed(program: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let range = range.start as usize..range.end as usize;
            module.section(&RawSection { id, data: program.get(range).unwrap_or_default() });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{CodeSection, CustomSection, Function, FunctionSection, TypeSection};

    #[test]
    fn only_custom_sections_go() {
        let (mut types, mut functions, mut code) =
            (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let custom = CustomSection { name: Cow::Borrowed("name"), data: Cow::Borrowed(b"main") };
        let module = |has_names: bool| {
            let mut module = Module::new();
            module.section(&types).section(&functions).section(&code);
            if has_names {
                module.section(&custom);
            }
            module.finish()
        };
        assert_eq!(removed(&module(true)).unwrap(), module(false));
        assert!(removed(b"<!DOCTYPE html>").is_err());
    }
}
