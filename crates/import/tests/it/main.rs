//! Imports fixtures that are made by hand to the published forms.

mod archive;
mod html;
mod lists;
mod mhtml;
mod omnivore;
mod print;
mod properties;
