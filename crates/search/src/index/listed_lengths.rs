//! The lengths of a document's fields, as far as a posting list has them.

#[cfg(feature = "parts")]
use super::frequencies::Frequencies;
use crate::document::Field;

/// The lengths of a document's fields, encoded as in [`field_length`](super::field_length), if the
/// list of a term in the document has them. A field without the term has the length 0.
///
/// Lists have none in an index that is read as a whole, and this then takes no space.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ListedLengths(#[cfg(feature = "parts")] Option<[u8; Field::COUNT]>);

impl ListedLengths {
    /// Takes the lengths of the fields in which a term has these frequencies from an iterator.
    #[cfg(feature = "parts")]
    pub(super) fn read<'l>(
        frequencies: Frequencies,
        lengths: impl IntoIterator<Item = &'l u8>,
    ) -> Self {
        let mut codes = [0; Field::COUNT];
        let fields = codes.iter_mut().zip(frequencies.0).filter(|(_, count)| *count > 0);
        fields.zip(lengths).for_each(|((code, _), length)| *code = *length);
        Self(Some(codes))
    }

    /// Returns the length of a field, or `None` if the list has no lengths.
    #[inline(always)]
    pub(crate) fn get(self, field: Field) -> Option<u8> {
        #[cfg(feature = "parts")]
        return self.0.map(|codes| codes.get(field.index()).copied().unwrap_or_default());
        #[cfg(not(feature = "parts"))]
        {
            let _ = field;
            None
        }
    }
}
