//! What of the page's program is the search engine, by the names of its functions.

use std::path::Path;

/// Whose functions the engine's are, also where another crate's code is made for their types.
const ENGINE: [&str; 2] = ["cuttings_search", "rust_stemmers"];

/// The bodies of a module's functions: all, and those that are not the engine's. Nothing if the bytes are no module, or one
/// whose names have been stripped.
pub(crate) fn functions(path: &Path) -> Option<(Vec<u8>, Vec<u8>)> {
    split(&std::fs::read(path).ok()?)
}

fn split(module: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut bodies = Vec::new();
    let mut names: Vec<(usize, &[u8])> = Vec::new();
    let mut imported = 0;
    let mut at = Reader(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    while let Some(kind) = at.byte() {
        let mut section = Reader(at.bytes()?);
        match kind {
            2 => imported = section.imported_functions()?,
            10 => {
                for _ in 0..section.number()? {
                    bodies.push(section.bytes()?);
                }
            }
            0 if section.bytes()? == b"name" => {
                while let Some(kind) = section.byte() {
                    let mut part = Reader(section.bytes()?);
                    if kind == 1 {
                        for _ in 0..part.number()? {
                            names.push((part.number()?, part.bytes()?));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let is_engine =
        |name: &[u8]| ENGINE.iter().any(|own| name.windows(own.len()).any(|window| window == own.as_bytes()));
    let engine: Vec<usize> = names
        .iter()
        .filter(|(_, name)| is_engine(name))
        .filter_map(|(number, _)| number.checked_sub(imported))
        .collect();
    if engine.is_empty() {
        return None;
    }
    let others = bodies.iter().enumerate().filter(|(number, _)| !engine.contains(number));
    Some((bodies.concat(), others.flat_map(|(_, body)| body.iter().copied()).collect()))
}

/// Reads WebAssembly's binary format.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// As many bytes as the number before them says.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Of the section of imports, whose functions have the first numbers.
    fn imported_functions(&mut self) -> Option<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            self.bytes()?;
            self.bytes()?;
            match self.byte()? {
                0 => {
                    functions += 1;
                    self.number()?;
                }
                // A table is limits behind a type, a memory is limits.
                kind @ (1 | 2) => {
                    if kind == 1 {
                        self.byte()?;
                    }
                    let has_most = self.byte()? & 1 == 1;
                    self.number()?;
                    if has_most {
                        self.number()?;
                    }
                }
                _ => {
                    self.byte()?;
                    self.byte()?;
                }
            }
        }
        Some(functions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections of a module with one imported function and two bodies, named so.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let section = |kind: u8, contents: &[u8]| [&[kind, contents.len() as u8], contents].concat();
        let name = |number: u8, name: &str| [&[number, name.len() as u8], name.as_bytes()].concat();
        let functions = [vec![2], name(1, names[0]), name(2, names[1])].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(2, b"\x02\x01e\x01m\x02\x00\x01\x01e\x01f\x00\x00"),
            section(10, b"\x02\x03one\x03two"),
            section(0, &[b"\x04name".to_vec(), section(1, &functions)].concat()),
        ]
        .concat()
    }

    #[test]
    fn functions_are_told_by_their_names() {
        let check = |names, expected: Option<(&str, &str)>| {
            let found = split(&module(names));
            assert_eq!(found, expected.map(|(all, others)| (all.into(), others.into())), "{names:?}");
        };
        check(["_ZN15cuttings_search4plan", "other"], Some(("onetwo", "two")));
        check(["other", "_R13rust_stemmers"], Some(("onetwo", "one")));
        check(["other", "another"], None);
        assert_eq!(split(b"\0asm"), None);
        let whole = module(["cuttings_search", "b"]);
        assert!((0..whole.len()).all(|end| split(&whole[..end]).is_none_or(|(all, _)| all.len() <= 6)));
    }
}
