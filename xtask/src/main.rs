//! What developers run: `cargo xtask COMMAND`.
fn main() {}
