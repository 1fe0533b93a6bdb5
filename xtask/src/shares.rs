//! Attributes the code of the page's wasm to crates, by the names of its functions.

use std::path::Path;

/// The parts of the program and their crates. A function belongs to the first part with a crate in
/// its name, so generic code counts for the part whose types it was instantiated with. Functions
/// without any of these names belong to the standard library.
const PARTS: [(&str, &[&str]); 7] = [
    ("search engine", &["cuttings_search", "rust_stemmers"]),
    ("edition", &["cuttings_edition"]),
    ("page", &["cuttings", "cuttings_body"]),
    (
        "Yew",
        &[
            "yew",
            "implicit_clone",
            "indexmap",
            "hashbrown",
            "tokise",
            "bumpalo",
            "futures",
            "futures_core",
        ],
    ),
    (
        "gloo, serde",
        &[
            "gloo_events",
            "gloo_timers",
            "gloo_utils",
            "gloo_storage",
            "serde",
            "serde_json",
            "serde_core",
        ],
    ),
    ("wasm-bindgen, web-sys", &["wasm_bindgen", "web_sys", "js_sys", "wasm_bindgen_futures"]),
    ("allocator", &["rlsf"]),
];

/// The part of all other functions.
const REST: &str = "standard library and all others";

/// The functions of a module.
pub(crate) struct Functions {
    /// The bodies, each with the index of its part.
    bodies: Vec<(usize, Vec<u8>)>,
}

impl Functions {
    /// Reads a module. Returns `None` if the file is not a wasm module with function names.
    pub(crate) fn of(path: &Path) -> Option<Functions> {
        split(&std::fs::read(path).ok()?)
    }

    /// Returns the bodies of all functions, and of all but the search engine's.
    pub(crate) fn without_engine(&self) -> (Vec<u8>, Vec<u8>) {
        (self.bodies(|_| true), self.bodies(|part| part != 0))
    }

    /// Returns for each part its name, the bodies of its functions, and those of all other
    /// functions.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, Vec<u8>, Vec<u8>)> {
        let names = PARTS.iter().map(|(name, _)| *name).chain([REST]);
        names.enumerate().map(|(at, name)| {
            (name, self.bodies(|part| part == at), self.bodies(|part| part != at))
        })
    }

    fn bodies(&self, wanted: impl Fn(usize) -> bool) -> Vec<u8> {
        self.bodies
            .iter()
            .filter(|(part, _)| wanted(*part))
            .flat_map(|(_, body)| body.iter().copied())
            .collect()
    }
}

/// The part that a function of this name belongs to. Names hold a crate's with its length before
/// it.
fn part(name: &[u8]) -> usize {
    let holds = |krate: &&str| {
        let krate = format!("{}{krate}", krate.len());
        name.windows(krate.len()).any(|window| window == krate.as_bytes())
    };
    PARTS.iter().position(|(_, crates)| crates.iter().any(holds)).unwrap_or(PARTS.len())
}

fn split(module: &[u8]) -> Option<Functions> {
    let mut bodies = Vec::new();
    let mut imported = 0;
    let mut named = false;
    let mut at = Reader(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    while let Some(kind) = at.byte() {
        let mut section = Reader(at.bytes()?);
        match kind {
            2 => imported = section.imported_functions()?,
            10 => {
                for _ in 0..section.number()? {
                    bodies.push((PARTS.len(), section.bytes()?.to_vec()));
                }
            }
            0 if section.bytes()? == b"name" => {
                while let Some(kind) = section.byte() {
                    let mut names = Reader(section.bytes()?);
                    if kind != 1 {
                        continue;
                    }
                    for _ in 0..names.number()? {
                        let (number, name) = (names.number()?, names.bytes()?);
                        let body =
                            number.checked_sub(imported).and_then(|number| bodies.get_mut(number));
                        if let Some((part_of, _)) = body {
                            *part_of = part(name);
                            named |= *part_of < PARTS.len();
                        }
                    }
                }
            }
            _ => {}
        }
    }
    named.then_some(Functions { bodies })
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

    /// Reads a byte string with its length before it.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Counts the functions in the import section; they have the first indices.
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
                // A table is a type and limits, a memory is limits.
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

    /// Returns a module with one imported function and two bodies with these names.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let section =
            |kind: u8, contents: &[u8]| [&[kind, contents.len() as u8], contents].concat();
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
    fn functions_are_attributed_by_name() {
        let check = |names, expected: Option<(&str, &str)>| {
            let found = split(&module(names)).map(|functions| functions.without_engine());
            assert_eq!(
                found,
                expected.map(|(all, others)| (all.into(), others.into())),
                "{names:?}"
            );
        };
        check(["_ZN15cuttings_search4plan", "3yew"], Some(("onetwo", "two")));
        check(["3yew", "_R13rust_stemmers"], Some(("onetwo", "one")));
        check(["other", "another"], None);
        assert!(split(b"\0asm").is_none());
        let whole = module(["15cuttings_search", "3yew"]);
        assert!(
            (0..whole.len()).all(|end| split(&whole[..end]).is_none_or(|it| it
                .without_engine()
                .0
                .len()
                <= 6))
        );
    }

    #[test]
    fn each_function_belongs_to_the_first_matching_part() {
        let check = |name: &str, expected: &str| {
            let names = PARTS.iter().map(|(name, _)| *name).chain([REST]);
            assert_eq!(names.collect::<Vec<_>>()[part(name.as_bytes())], expected, "{name}");
        };
        check("_RNvNtCs1_8cuttings3app3run", "page");
        check("_RINvCs1_3yew6renderNtCs2_8cuttings3AppE", "page");
        check("_RNvCs1_3yew9scheduler", "Yew");
        check("_RNvNtCs1_5alloc3vecINtCs2_15cuttings_search4PlanE", "search engine");
        check("_RNvCs1_4core3fmt", REST);
    }
}
