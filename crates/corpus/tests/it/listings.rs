//! Listings of the kinds that people have, each as a script with the expected structure.

mod bodies;
mod bylines;
mod labels;
mod languages;
mod page_parts;
mod teasers_and_articles;
mod titles;
