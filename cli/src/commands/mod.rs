//! The commands of the program, one module each.

pub(crate) mod documents;
pub(crate) mod importing;
pub(crate) mod inspect;
pub(crate) mod publishing;
pub(crate) mod serve;
pub(crate) mod starter;
pub(crate) mod trunk;
