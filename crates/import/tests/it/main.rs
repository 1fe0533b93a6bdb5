//! Imports fixtures that are made by hand to the published forms.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod archive;
mod bibliographies;
mod docx;
mod epub;
mod feeds;
mod folders;
mod html;
mod lists;
mod mail;
mod mhtml;
mod omnivore;
mod pdf;
mod print;
mod properties;
mod web_archives;

use base64::Engine as _;

/// Returns a picture of 16 by 16 pixels.
fn png() -> Vec<u8> {
    let text = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}
