//! The presence of the records and texts of results. A page that contains its edition has them all,
//! and spends no byte on this.

#[cfg(feature = "parts")]
use std::rc::Rc;

/// The presence of each result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PresentResults(#[cfg(feature = "parts")] Rc<[ResultPresence]>);

/// The presence of a result.
#[cfg(feature = "parts")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultPresence {
    /// Nothing.
    Absent,
    /// The record, with the title and the metadata.
    Record,
    /// The record and the text.
    Text,
}

/// The presence of a result, of which all is there.
#[cfg(not(feature = "parts"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultPresence();

#[cfg(feature = "parts")]
impl PresentResults {
    /// Creates the list from an entry for each result. Results without one are there.
    pub fn new(results: Vec<ResultPresence>) -> PresentResults {
        PresentResults(results.into())
    }

    /// Returns what is there of a result, by its number from 0.
    pub fn of(&self, result: usize) -> ResultPresence {
        self.0.get(result).copied().unwrap_or(ResultPresence::Text)
    }
}

#[cfg(not(feature = "parts"))]
impl PresentResults {
    /// Returns that all of a result is there.
    pub fn of(&self, _result: usize) -> ResultPresence {
        ResultPresence()
    }
}

impl ResultPresence {
    /// Returns whether the record is there.
    pub fn has_record(self) -> bool {
        #[cfg(feature = "parts")]
        return self != ResultPresence::Absent;
        #[cfg(not(feature = "parts"))]
        true
    }

    /// Returns whether the text is there.
    pub fn has_text(self) -> bool {
        #[cfg(feature = "parts")]
        return self == ResultPresence::Text;
        #[cfg(not(feature = "parts"))]
        true
    }
}
