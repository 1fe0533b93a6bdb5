//! Reorders the program's functions so that similar ones are neighbours, which makes it compress
//! better (see bench/RESULTS.md).

use crate::publish::brotli::{FIRST_QUALITY, brotli};
use rayon::prelude::*;
use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// A call of a function below this index takes one byte. The optimizer gave these indices to the
/// functions that are called most, and they keep them.
const ONE_BYTE_INDICES: usize = 128;

/// The length of the byte sequences by which functions are compared.
const SHINGLE_LENGTH: usize = 4;

/// Sequences that occur in more functions than this are ignored: they say nothing about similarity.
const MAX_OCCURRENCES: usize = 1024;

/// The powers of a function's length by which its similarity is divided, to be tried. Which is best
/// changes with each program, by about 200 bytes.
const LENGTH_POWERS: [f64; 4] = [0.7, 0.75, 0.8, 0.85];

/// The weights, to be tried, of the similarity to the function before the last, beside that to the
/// last; and so on for those before. This saves about 300 bytes.
const DECAYS: [f64; 2] = [0.5, 0.6];

/// Returns the program with its functions ordered by similarity: of several orders, the one that
/// compresses best.
///
/// # Errors
/// If `program` is not valid WebAssembly, or cannot be encoded again.
pub(crate) fn by_similarity(program: &[u8]) -> io::Result<Vec<u8>> {
    let (imported, bodies) = functions(program).map_err(io::Error::other)?;
    let kept = ONE_BYTE_INDICES.saturating_sub(imported);
    let ordered = |(power, decay): (f64, f64)| -> io::Result<(usize, Vec<u8>)> {
        let mut module = Module::new();
        let order = similarity_order(&bodies, kept, power, decay);
        let mut reordered = Reordered::new(imported, order);
        reordered
            .parse_core_module(&mut module, Parser::new(0), program)
            .map_err(io::Error::other)?;
        let module = module.finish();
        Ok((brotli(&module, FIRST_QUALITY)?.len(), module))
    };
    let tried: Vec<(f64, f64)> =
        LENGTH_POWERS.into_iter().flat_map(|power| DECAYS.map(|decay| (power, decay))).collect();
    let modules = tried.into_par_iter().map(ordered).collect::<io::Result<Vec<_>>>()?;
    let smallest = modules.into_iter().min_by_key(|(size, _)| *size);
    Ok(smallest.map_or_else(|| program.to_owned(), |(_, module)| module))
}

/// Returns the number of imported functions, and the bodies of the others.
fn functions(program: &[u8]) -> Result<(usize, Vec<&[u8]>), wasmparser::BinaryReaderError> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported +=
                        usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// Returns an order of the bodies, by index: the first `kept` unchanged, then repeatedly the one
/// most similar to the last ones, relative to a power of its length. Each of them counts `decay`
/// times as much as the one after it.
fn similarity_order(bodies: &[&[u8]], kept: usize, power: f64, decay: f64) -> Vec<usize> {
    let mut occurrences: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (index, body) in bodies.iter().enumerate() {
        for shingle in body.windows(SHINGLE_LENGTH) {
            let occurrences = occurrences.entry(shingle).or_default();
            if occurrences.last() != Some(&index) {
                occurrences.push(index);
            }
        }
    }
    let mut order: Vec<usize> = (0..bodies.len().min(kept)).collect();
    let mut is_unplaced: Vec<bool> = (0..bodies.len()).map(|index| index >= kept).collect();
    let mut common = vec![0.0_f64; bodies.len()];
    while order.len() < bodies.len() {
        let last = order.last().and_then(|&index| bodies.get(index)).copied().unwrap_or_default();
        common.iter_mut().for_each(|common| *common *= decay);
        for shingle in last.windows(SHINGLE_LENGTH) {
            for &index in occurrences
                .get(shingle)
                .filter(|occurrences| occurrences.len() <= MAX_OCCURRENCES)
                .into_iter()
                .flatten()
            {
                if let Some(common) = common.get_mut(index) {
                    *common += 1.0;
                }
            }
        }
        let similarity = |index: usize| {
            let length = bodies.get(index).map_or(0, |body| body.len()) + SHINGLE_LENGTH;
            common.get(index).copied().unwrap_or_default() / (length as f64).powf(power)
        };
        let left = (0..bodies.len()).filter(|&index| is_unplaced.get(index) == Some(&true));
        // Ties go to the first, so that the result is deterministic.
        let next = left
            .reduce(|best, index| if similarity(index) > similarity(best) { index } else { best });
        let Some(next) = next else { return order };
        order.push(next);
        if let Some(left) = is_unplaced.get_mut(next) {
            *left = false;
        }
    }
    order
}

/// Encodes a program again, with its own functions in another order.
struct Reordered {
    imported: usize,
    /// The old index of each function, in the new order.
    order: Vec<usize>,
    /// The new index of each function, in the old order.
    index: Vec<usize>,
}

impl Reordered {
    fn new(imported: usize, order: Vec<usize>) -> Reordered {
        let mut index = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(index) = index.get_mut(old) {
                *index = new;
            }
        }
        Reordered { imported, order, index }
    }

    /// Returns one value per function, in the new order.
    fn sorted<T: Copy>(&self, all: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|&old| all.get(old)).copied().collect()
    }
}

impl Reencode for Reordered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        let own =
            (function as usize).checked_sub(self.imported).and_then(|own| self.index.get(own));
        Ok(own.map_or(function, |index| (self.imported + index) as u32))
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
    fn similar_functions_become_neighbours() {
        let bodies: [&[u8]; 5] = [
            b"first of all",
            b"the ferry returns",
            b"a storm is near",
            b"the ferry retires",
            b"a storm is over",
        ];
        assert_eq!(similarity_order(&bodies, 1, 0.8, 0.5), [0, 1, 3, 2, 4]);
        assert_eq!(similarity_order(&bodies, 3, 0.8, 0.5), [0, 1, 2, 4, 3]);
        assert_eq!(similarity_order(&bodies, 9, 0.8, 0.5), [0, 1, 2, 3, 4]);
        assert_eq!(similarity_order(&[], 1, 0.8, 0.5), [0; 0]);
    }

    /// A program whose functions return numbers; the last calls all others, in order.
    fn program(numbers: &[i32]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let (mut functions, mut code, mut exports) =
            (FunctionSection::new(), CodeSection::new(), ExportSection::new());
        let mut all = Function::new([]);
        all.instructions().i32_const(0);
        for (index, number) in numbers.iter().enumerate() {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().i32_const(*number).end();
            code.function(&body);
            all.instructions().call(index as u32).i32_add();
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
    fn calls_keep_their_targets() {
        let numbers = [7, 8, 9];
        let mut module = Module::new();
        let old = program(&numbers);
        Reordered::new(0, vec![3, 1, 0, 2])
            .parse_core_module(&mut module, Parser::new(0), &old)
            .unwrap();
        let new = module.finish();
        let (_, before) = functions(&old).unwrap();
        let (_, after) = functions(&new).unwrap();
        assert_eq!(after[1..], [before[1], before[0], before[2]]);
        // No locals, 0, then calls of what were 0, 1 and 2, each followed by an addition.
        assert_eq!(after[0], [0, 0x41, 0, 0x10, 2, 0x6A, 0x10, 1, 0x6A, 0x10, 3, 0x6A, 0x0B]);
    }

    #[test]
    fn an_ordered_program_does_not_change() {
        assert_eq!(by_similarity(&program(&[1, 2])).unwrap(), program(&[1, 2]));
        assert!(by_similarity(b"not a program").is_err());
    }
}
