//! The tests, one file for each part of the page's contract.

mod harness;

use crate::runner::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [harness::tests()].into_iter().flatten().collect()
}
