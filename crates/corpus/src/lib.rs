//! Seed text to typed articles, teasers and diagnostics. Pure: no I/O, no clock, no panic on any input.
