//! Puts the program's functions in an order in which those that are alike are neighbours: what packs a program finds what
//! was there before the easier the shorter ago that was. A hundredth less to download.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// Functions below this number are called by one byte. Those that are called most have these numbers, as the optimizer
/// left them, and keep them.
const IN_A_BYTE: usize = 128;

/// How many bytes stand for what functions have in common.
const SHINGLE: usize = 6;

/// What more functions than this have in common tells nothing of any two of them.
const COMMON: usize = 64;

/// The program with its functions in such an order.
///
/// # Errors
/// If `program` is no WebAssembly that can be written again.
pub(crate) fn by_likeness(program: &[u8]) -> io::Result<Vec<u8>> {
    let (imported, bodies) = functions(program).map_err(io::Error::other)?;
    let mut module = Module::new();
    let mut reordered = Reordered::new(imported, neighbours(&bodies, IN_A_BYTE.saturating_sub(imported)));
    reordered.parse_core_module(&mut module, Parser::new(0), program).map_err(io::Error::other)?;
    Ok(module.finish())
}

/// How many functions a program imports, and the bodies of its own.
fn functions(program: &[u8]) -> Result<(usize, Vec<&[u8]>), wasmparser::BinaryReaderError> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// An order of the bodies, by their places: the first `kept` as they are, then always the one that has most in common
/// with the last, for its length.
fn neighbours(bodies: &[&[u8]], kept: usize) -> Vec<usize> {
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (place, body) in bodies.iter().enumerate() {
        for shingle in body.windows(SHINGLE) {
            let having = having.entry(shingle).or_default();
            if having.last() != Some(&place) {
                having.push(place);
            }
        }
    }
    let mut order: Vec<usize> = (0..bodies.len().min(kept)).collect();
    let mut is_left: Vec<bool> = (0..bodies.len()).map(|place| place >= kept).collect();
    let mut common = vec![0_u32; bodies.len()];
    while order.len() < bodies.len() {
        let last = order.last().and_then(|&place| bodies.get(place)).copied().unwrap_or_default();
        common.fill(0);
        for shingle in last.windows(SHINGLE) {
            for &place in having.get(shingle).filter(|having| having.len() <= COMMON).into_iter().flatten() {
                if let Some(common) = common.get_mut(place) {
                    *common += 1;
                }
            }
        }
        let likeness = |place: usize| {
            let length = bodies.get(place).map_or(0, |body| body.len()) + SHINGLE;
            f64::from(common.get(place).copied().unwrap_or_default()) / (length as f64).sqrt()
        };
        let left = (0..bodies.len()).filter(|&place| is_left.get(place) == Some(&true));
        // Of those that are equally alike the first: the same program is always written the same.
        let next = left.reduce(|best, place| if likeness(place) > likeness(best) { place } else { best });
        let Some(next) = next else { return order };
        order.push(next);
        if let Some(left) = is_left.get_mut(next) {
            *left = false;
        }
    }
    order
}

/// Writes a program again with its own functions in another order.
struct Reordered {
    imported: usize,
    /// The functions' old places, in their new order.
    order: Vec<usize>,
    /// Their new places, in the old order.
    place: Vec<usize>,
}

impl Reordered {
    fn new(imported: usize, order: Vec<usize>) -> Reordered {
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(place) = place.get_mut(old) {
                *place = new;
            }
        }
        Reordered { imported, order, place }
    }

    /// What belongs to each function, in the new order.
    fn sorted<T: Copy>(&self, all: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|&old| all.get(old)).copied().collect()
    }
}

impl Reencode for Reordered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        let own = (function as usize).checked_sub(self.imported).and_then(|own| self.place.get(own));
        Ok(own.map_or(function, |place| (self.imported + place) as u32))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for of_type in self.sorted(&types) {
            functions.function(of_type);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let mut bodies = Vec::new();
        for body in section {
            let body = body?;
            let mut written = self.new_function_with_parsed_locals(&body)?;
            let mut reader = body.get_operators_reader()?;
            while !reader.eof() {
                written.instruction(&self.parse_instruction(&mut reader)?);
            }
            bodies.push(written.into_raw_body());
        }
        for body in self.sorted(&bodies.iter().collect::<Vec<_>>()) {
            code.raw(body);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, ExportSection, Function, TypeSection};

    #[test]
    fn those_alike_are_neighbours() {
        let bodies: [&[u8]; 5] = [
            b"first of all",
            b"the ferry returns",
            b"a storm is near",
            b"the ferry retires",
            b"a storm is over",
        ];
        assert_eq!(neighbours(&bodies, 1), [0, 1, 3, 2, 4]);
        assert_eq!(neighbours(&bodies, 3), [0, 1, 2, 4, 3]);
        assert_eq!(neighbours(&bodies, 9), [0, 1, 2, 3, 4]);
        assert_eq!(neighbours(&[], 1), [0; 0]);
    }

    /// A program whose functions return numbers; the last calls all others, in their order.
    fn program(numbers: &[i32]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let (mut functions, mut code, mut exports) =
            (FunctionSection::new(), CodeSection::new(), ExportSection::new());
        let mut all = Function::new([]);
        all.instructions().i32_const(0);
        for (place, number) in numbers.iter().enumerate() {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().i32_const(*number).end();
            code.function(&body);
            all.instructions().call(place as u32).i32_add();
        }
        all.instructions().end();
        functions.function(0);
        code.function(&all);
        exports.export("all", ExportKind::Func, numbers.len() as u32);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn calls_go_where_they_went() {
        let numbers = [7, 8, 9];
        let mut module = Module::new();
        let old = program(&numbers);
        Reordered::new(0, vec![3, 1, 0, 2]).parse_core_module(&mut module, Parser::new(0), &old).unwrap();
        let new = module.finish();
        let (_, before) = functions(&old).unwrap();
        let (_, after) = functions(&new).unwrap();
        assert_eq!(after[1..], [before[1], before[0], before[2]]);
        // No locals, 0, then calls of what were 0, 1 and 2, each with an addition behind it.
        assert_eq!(after[0], [0, 0x41, 0, 0x10, 2, 0x6A, 0x10, 1, 0x6A, 0x10, 3, 0x6A, 0x0B]);
    }

    #[test]
    fn a_program_that_is_in_order_stays_as_it_is() {
        assert_eq!(by_likeness(&program(&[1, 2])).unwrap(), program(&[1, 2]));
        assert!(by_likeness(b"not a program").is_err());
    }
}
