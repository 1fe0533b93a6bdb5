//! The tests, one file for each part of the page's contract.

mod accidents;
mod address;
mod filters;
mod harness;
mod hostile;
mod looks;
mod preferences;
mod privacy;
mod reader;
mod results;
mod search;
mod single;
mod takeover;

use crate::runner::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [
        harness::tests(),
        search::tests(),
        results::tests(),
        filters::tests(),
        reader::tests(),
        address::tests(),
        preferences::tests(),
        accidents::tests(),
        takeover::tests(),
        single::tests(),
        privacy::tests(),
        looks::tests(),
        hostile::tests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
