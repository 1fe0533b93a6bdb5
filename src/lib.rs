//! The page.

pub mod state;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod fixture;
