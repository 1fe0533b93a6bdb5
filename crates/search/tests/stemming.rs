//! Snowball's own vocabulary test for English: every twelfth line of the sample vocabulary and its stems, as of October
//! 2023 (`snowball/english.txt`, under the licence in `snowball/COPYING`). That is the revision of the algorithm that
//! `rust-stemmers` has; later ones treat some fifty words of the whole vocabulary otherwise ("geologist", "evening").

use rust_stemmers::{Algorithm, Stemmer};

#[test]
fn the_vocabulary_has_the_stems_that_snowball_says() {
    let stemmer = Stemmer::create(Algorithm::English);
    let lines = include_str!("snowball/english.txt").lines();
    let pairs: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(' ')).collect();
    assert!(pairs.len() > 3500);
    for (word, stem) in pairs {
        assert_eq!(stemmer.stem(word), stem, "{word}");
    }
}
