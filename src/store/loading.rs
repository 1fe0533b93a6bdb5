//! The parts of the edition that the page waits for.
//!
//! A search or a page that lacks parts is not shown: the page stays as it is until they have
//! arrived. Cards appear without their texts, each of which may be in a part of its own, and get
//! them one by one; facets get their counts after that. Whatever else is read in vain while the
//! page is rendered is fetched as well, and the page then renders again.

use super::result_presence::PresentResults;
use super::ui_state::UiState;
use cuttings_parts::PartId;
use std::rc::Rc;

/// The number of results that the page waits for, and whose texts are fetched before the reader
/// scrolls.
pub(super) const FIRST_RESULTS: usize = 10;

/// The parts of the edition that the page waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// The state that the reader asked for, if the page cannot show it yet.
    pub requested: Option<Rc<UiState>>,
    /// The parts that this state lacks.
    pub needed: Vec<PartId>,
    /// The parts that rendering has read in vain.
    pub missed: Vec<PartId>,
    /// The parts with the first results, or with small facets once these results are there.
    pub wanted: Vec<PartId>,
    /// The parts with the other cards and with large facets, to fetch when there is time.
    pub ahead: Vec<PartId>,
    /// The facets that have arrived; see `Library::facets_there`.
    pub facets: Vec<[bool; 2]>,
    /// The presence of each result.
    pub presence: PresentResults,
    /// The number of results, from the first, whose records and texts are wanted.
    pub reach: usize,
    /// True if a part did not come, until the reader tries again or needs none.
    pub failed: bool,
    /// The number of times that the reader has tried again.
    pub attempts: u32,
}

impl Default for Loading {
    fn default() -> Self {
        Self {
            requested: None,
            needed: Vec::new(),
            missed: Vec::new(),
            wanted: Vec::new(),
            ahead: Vec::new(),
            facets: Vec::new(),
            presence: PresentResults::default(),
            reach: FIRST_RESULTS,
            failed: false,
            attempts: 0,
        }
    }
}

impl Loading {
    /// Returns whether the reader waits for something.
    pub fn is_waiting(&self) -> bool {
        !(self.needed.is_empty() && self.missed.is_empty())
    }
}

/// A change to what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadingAction {
    /// Parts have arrived.
    Arrived,
    /// A part did not come.
    Failed,
    /// Rendering has read these parts in vain.
    Missed(Vec<PartId>),
    /// The reader has scrolled: so many results are within reach.
    Reached(usize),
    /// The reader tries again.
    Retried,
}
