//! The English stemmer against Snowball's vocabulary.
//!
//! `snowball/english.txt` has every twelfth line of Snowball's sample vocabulary with its stems, as
//! of October 2023 (licence in `snowball/COPYING`). `rust-stemmers` implements that revision of the
//! algorithm; later ones stem some fifty words of the whole vocabulary differently ("geologist",
//! "evening").

use rust_stemmers::{Algorithm, Stemmer};

#[test]
fn english_words_have_snowball_s_stems() {
    let stemmer = Stemmer::create(Algorithm::English);
    let lines = include_str!("../snowball/english.txt").lines();
    let pairs: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(' ')).collect();
    assert!(pairs.len() > 3500);
    for (word, stem) in pairs {
        assert_eq!(stemmer.stem(word), stem, "{word}");
    }
}
