//! The body of an article as a tree, for whoever writes it: the page, and the writers of HTML and
//! of Markdown.
//!
//! An edition has blocks in reading order, each with the containers around it and with marks that
//! may nest. [`tree`] gives the containers with what is in them, [`inline`] the layers of a block's
//! text, and [`table`] the cells of a table.

pub mod inline;
pub mod table;
pub mod tree;
