//! What seeds come to, as data: real and made-up listings, Markdown, and what is wrong with broken ones.

mod outline;
mod seed;
