//! Runs of characters that fold by one rule: the compressed form of the folding table.

/// The mapping of the characters in a [`FoldRun`].
#[derive(Clone, Copy)]
pub(super) enum Mapping {
    /// Every character maps to the same target.
    Constant,
    /// Every character maps to the target at the same distance.
    Offset,
    /// Every other character maps to the target at the same distance; those between map to
    /// themselves.
    AlternateOffset,
}

/// A run of consecutive characters with one mapping.
#[derive(Clone, Copy)]
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

    /// Folds `code`, which is not below [`FoldRun::first`]. Returns `None` for a character that the
    /// run does not map, and `Some(0)` for one that folds to nothing.
    pub(super) fn fold(&self, code: u32) -> Option<u32> {
        let distance = code - self.first;
        match self.mapping {
            _ if distance >= u32::from(self.len) => None,
            Mapping::Constant => Some(self.target),
            Mapping::Offset => Some(self.target + distance),
            Mapping::AlternateOffset => {
                distance.is_multiple_of(2).then_some(self.target + distance)
            }
        }
    }
}
