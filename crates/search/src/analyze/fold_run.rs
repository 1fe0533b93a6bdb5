//! Runs of characters that fold by one rule: the compressed form of the folding table.
//!
//! `fold_table.rs` lists the runs. The program contains them as bytes, which [`pack`] writes at
//! compile time and [`unpack`] reads: they add half as much to the page's download as the runs
//! would (see bench/RESULTS.md).

use crate::index::bytes::Reader;

/// The mapping of the characters in a [`FoldRun`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mapping {
    /// Every character maps to the same target.
    Constant,
    /// Every character maps to the target at the same distance.
    Offset,
    /// Every other character maps to the target at the same distance; those between map to
    /// themselves.
    AlternateOffset,
    /// Every character is a combining mark that maps to itself.
    Kept,
    /// Every character maps to a text: the target is the number of the first character's among all
    /// such texts, and those of the others follow.
    Text,
}

impl Mapping {
    const COUNT: u32 = 5;

    fn from_number(number: u32) -> Mapping {
        match number {
            0 => Mapping::Constant,
            1 => Mapping::Offset,
            2 => Mapping::AlternateOffset,
            3 => Mapping::Kept,
            _ => Mapping::Text,
        }
    }
}

/// The result of folding a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folded {
    /// The character itself.
    Same,
    /// The character itself, which is a combining mark.
    Mark,
    /// The character with this code, or nothing if it is 0.
    Code(u32),
    /// The text with this number.
    Text(usize),
}

/// A run of consecutive characters with one mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoldRun {
    first: u32,
    target: u32,
    len: u16,
    mapping: Mapping,
}

impl FoldRun {
    pub(super) const fn new(first: u32, len: u16, mapping: Mapping, target: u32) -> Self {
        Self { first, target, len, mapping }
    }

    /// Returns the code of the first character.
    pub(super) fn first(&self) -> u32 {
        self.first
    }

    /// Folds `code`, which is not below [`FoldRun::first`].
    pub(super) fn fold(&self, code: u32) -> Folded {
        let distance = code - self.first;
        let target = self.target + distance;
        match self.mapping {
            _ if distance >= u32::from(self.len) => Folded::Same,
            Mapping::Constant => Folded::Code(self.target),
            Mapping::Offset => Folded::Code(target),
            Mapping::AlternateOffset if distance.is_multiple_of(2) => Folded::Code(target),
            Mapping::AlternateOffset => Folded::Same,
            Mapping::Kept => Folded::Mark,
            Mapping::Text => Folded::Text(target as usize),
        }
    }
}

/// Returns the runs, which are sorted, as bytes. `LENGTH` is their [`packed_length`].
///
/// For each run there are varints: the number of characters since the last run; the length minus 1,
/// times the number of mappings, plus the mapping; and if it maps to single characters, the
/// difference between the target and that of the last such run, with the sign in the lowest bit.
pub(super) const fn pack<const LENGTH: usize>(runs: &[FoldRun]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    pack_into(runs, &mut bytes);
    bytes
}

/// Returns the number of bytes of the packed runs.
pub(super) const fn packed_length(runs: &[FoldRun]) -> usize {
    pack_into(runs, &mut [])
}

/// Writes as many bytes of the packed runs as `out` has. Returns how many there are.
const fn pack_into(mut runs: &[FoldRun], out: &mut [u8]) -> usize {
    let (mut at, mut end, mut target) = (0, 0, 0_u32);
    while let [run, rest @ ..] = runs {
        at = push_varint(out, at, run.first - end);
        let form = (run.len as u32 - 1) * Mapping::COUNT + run.mapping as u32;
        at = push_varint(out, at, form);
        if !matches!(run.mapping, Mapping::Kept | Mapping::Text) {
            let change = run.target.wrapping_sub(target) as i32;
            at = push_varint(out, at, ((change << 1) ^ (change >> 31)) as u32);
            target = run.target;
        }
        end = run.first + run.len as u32;
        runs = rest;
    }
    at
}

/// Writes a number at an offset, as far as there is room. Returns the offset after it.
#[expect(clippy::indexing_slicing, reason = "no slice has a constant `get_mut`")]
const fn push_varint(out: &mut [u8], mut at: usize, mut value: u32) -> usize {
    loop {
        let is_last = value < 0x80;
        if at < out.len() {
            out[at] = if is_last { value as u8 } else { value as u8 | 0x80 };
        }
        at += 1;
        if is_last {
            return at;
        }
        value >>= 7;
    }
}

/// Returns packed runs.
pub(super) fn unpack(bytes: &[u8]) -> Vec<FoldRun> {
    let mut reader = Reader::new(bytes, 0);
    let (mut end, mut target, mut texts) = (0, 0_u32, 0);
    let mut runs = Vec::new();
    while !reader.is_at_end() {
        let first = end + reader.varint();
        let form = reader.varint();
        let len = form / Mapping::COUNT + 1;
        let mapping = Mapping::from_number(form % Mapping::COUNT);
        end = first + len;
        let target = match mapping {
            Mapping::Kept => 0,
            Mapping::Text => {
                texts += len;
                texts - len
            }
            _ => {
                let change = reader.varint();
                target = target.wrapping_add((change >> 1) ^ (change & 1).wrapping_neg());
                target
            }
        };
        runs.push(FoldRun::new(first, len as u16, mapping, target));
    }
    runs
}
