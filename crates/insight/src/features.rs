//! The features of the tagger: for each token, hashes of what is known about it and its neighbours.
//!
//! A feature is identified by the hash of its name and parts. The weights in `data/tagger.bin`
//! refer to these hashes, so changing a name, a part or a flag means training the tagger again.
//!
//! The features come in groups by what they depend on, so that `emissions` can keep the sum of the
//! weights of each group that recurs.

use crate::capitals::CaseUsage;
use crate::flags::{Flag, Flags};
use crate::gazetteer::PlaceKind;
use crate::lexicon::Word;
use crate::sentence::Sentence;

/// A sentence with everything that its features depend on.
pub(crate) struct AnnotatedSentence<'r> {
    pub(crate) tokens: Vec<AnnotatedToken<'r>>,
    is_headline: bool,
}

/// A token with everything that is known about it apart from its neighbours.
pub(crate) struct AnnotatedToken<'r> {
    pub(crate) word: &'r Word,
    /// The flags of the word, and those that depend on the document and the words beside it.
    flags: Flags,
    /// The first and last token of the capitalised run that contains it, or the token itself.
    run: (usize, usize),
}

/// Returns the features of each token of a sentence.
#[cfg(feature = "train")]
pub(crate) fn features(sentence: &Sentence<'_, '_>, case_usage: &CaseUsage<'_>) -> Vec<Vec<u32>> {
    let sentence = AnnotatedSentence::new(sentence, case_usage);
    let features = sentence.tokens.iter().enumerate().map(|(at, token)| {
        let mut features = Vec::with_capacity(64);
        let mut add = |feature: Feature| features.push(feature.id());
        add_word_features(token.word, &mut add);
        let neighbours = NEIGHBOURS.into_iter();
        neighbours.for_each(|(offset, name)| add(name.text(lower(sentence.word_near(at, offset)))));
        add_shape_features(sentence.shapes(at).map(shape), &mut add);
        add_flag_features(&sentence.flags_in_place(at), &token.word.shape, &mut add);
        add_context_features(&sentence.context(at), &mut add);
        add(flags_after(&sentence, at));
        add_run_features(&sentence, at, &mut add);
        features
    });
    features.collect()
}

impl<'r> AnnotatedSentence<'r> {
    pub(crate) fn new(sentence: &Sentence<'r, '_>, case_usage: &CaseUsage<'_>) -> Self {
        let tokens = sentence.words.iter().enumerate();
        let tokens = tokens.map(|(at, word)| {
            let mut flags = word.flags;
            if word.has_letters && case_usage.has_lower(&word.lower) {
                flags.insert(Flag::WrittenLower);
            }
            if word.has_letters && case_usage.has_capitalised(&word.lower) {
                flags.insert(Flag::WrittenCapitalised);
            }
            AnnotatedToken { word, flags, run: (at, at) }
        });
        let mut tokens: Vec<AnnotatedToken<'r>> = tokens.collect();
        for (place, kind) in &sentence.places {
            let places = tokens.iter_mut().skip(place.start).take(place.len());
            for (token, is_first) in
                places.zip(std::iter::once(true).chain(std::iter::repeat(false)))
            {
                token.flags.insert(match (kind, is_first) {
                    (PlaceKind::Country, true) => Flag::Country,
                    (PlaceKind::Country, false) => Flag::InCountry,
                    (PlaceKind::Metropolis, true) => Flag::Metropolis,
                    (PlaceKind::State | PlaceKind::City, true) => Flag::StateOrCity,
                    (PlaceKind::Town, true) => Flag::Town,
                    (_, false) => Flag::InPlace,
                });
            }
        }
        let mut end = 0;
        for organisation in &sentence.organisations {
            // An organisation within another one is part of it.
            if organisation.start >= end {
                let words = tokens.iter_mut().skip(organisation.start).take(organisation.len());
                words.for_each(|token| token.flags.insert(Flag::Organisation));
                end = organisation.end;
            }
        }
        set_runs(&mut tokens);
        Self { tokens, is_headline: sentence.is_headline }
    }

    fn near(&self, at: usize, offset: isize) -> Option<&AnnotatedToken<'r>> {
        at.checked_add_signed(offset).and_then(|at| self.tokens.get(at))
    }

    /// Returns the word at a distance, or `None` outside of the sentence.
    pub(crate) fn word_near(&self, at: usize, offset: isize) -> Option<&'r Word> {
        self.near(at, offset).map(|token| token.word)
    }

    fn flags_near(&self, at: usize, offset: isize) -> Flags {
        self.near(at, offset).map(|token| token.flags).unwrap_or_default()
    }

    /// Returns the words whose shapes [`add_shape_features`] reads.
    pub(crate) fn shapes(&self, at: usize) -> [Option<&'r Word>; 3] {
        [-1, 0, 1].map(|offset| self.word_near(at, offset))
    }

    pub(crate) fn flags_in_place(&self, at: usize) -> FlagsInPlace {
        let follows_mark = || at == 1 && self.near(at, -1).is_some_and(|token| !token.word.is_word);
        FlagsInPlace {
            flags: self.flags_near(at, 0),
            is_first_word: at == 0 || follows_mark(),
            in_headline: self.is_headline,
        }
    }

    pub(crate) fn context(&self, at: usize) -> FlagContext {
        FlagContext {
            flags: [-1, 0, 1].map(|offset| self.flags_near(at, offset)),
            is_capitalised: self.near(at, 0).is_some_and(|token| token.word.is_capitalised),
        }
    }
}

/// Sets the capitalised run of each token.
fn set_runs(tokens: &mut [AnnotatedToken<'_>]) {
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.iter_mut().skip(at);
        let length = rest.take_while(|token| token.word.is_capitalised).count();
        for token in tokens.iter_mut().skip(at).take(length) {
            token.run = (at, at + length - 1);
        }
        at += length.max(1);
    }
}

/// The flags of a token, and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FlagsInPlace {
    flags: Flags,
    is_first_word: bool,
    in_headline: bool,
}

/// The flags of a token and of those beside it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FlagContext {
    flags: [Flags; 3],
    is_capitalised: bool,
}

/// Returns the lower case of a word, which is empty outside of the sentence.
fn lower(word: Option<&Word>) -> &str {
    word.map_or("", |word| &word.lower)
}

/// Returns the shape of a word, which is empty outside of the sentence.
pub(crate) fn shape(word: Option<&Word>) -> &str {
    word.map_or("", |word| &word.shape)
}

/// Adds the features of a token that depend on its word alone.
pub(crate) fn add_word_features(word: &Word, add: &mut dyn FnMut(Feature)) {
    let case = if word.is_capitalised { "X" } else { "x" };
    add(const { Feature::new("always") });
    add(const { Feature::new("word") }.text(&word.lower));
    add(const { Feature::new("shape") }.text(&word.shape));
    let letters = word.lower.chars().count();
    for length in [2, 3, 4] {
        if letters > length {
            let start = word.lower.char_indices().nth(letters - length);
            let ending = start.and_then(|(start, _)| word.lower.get(start..)).unwrap_or_default();
            add(const { Feature::new("ending") }.text(ending).text(case));
        }
    }
    if word.is_capitalised
        && let Some((end, _)) = word.lower.char_indices().nth(3)
    {
        let beginning = word.lower.get(..end).unwrap_or_default();
        add(const { Feature::new("beginning") }.text(beginning));
    }
}

/// The features of the words beside a token, each by its distance and its name. The lower case of
/// the word is their only part.
pub(crate) const NEIGHBOURS: [(isize, Feature); 4] = [
    (-1, Feature::new("before")),
    (1, Feature::new("after")),
    (-2, Feature::new("before 2")),
    (2, Feature::new("after 2")),
];

/// Adds the features of a token by the shapes of the token before it, of its own, and of the token
/// after it.
pub(crate) fn add_shape_features(shapes: [&str; 3], add: &mut dyn FnMut(Feature)) {
    let [before, this, after] = shapes;
    add(const { Feature::new("shapes before") }.text(before).text(this));
    add(const { Feature::new("shapes after") }.text(this).text(after));
    add(const { Feature::new("shapes") }.text(before).text(this).text(after));
}

/// Adds the features of a token by its flags and its shape.
pub(crate) fn add_flag_features(
    in_place: &FlagsInPlace,
    shape: &str,
    add: &mut dyn FnMut(Feature),
) {
    let FlagsInPlace { flags, is_first_word, in_headline } = *in_place;
    let mark = |is| if is { "1" } else { "" };
    add(const { Feature::new("known") }.flags(flags).text(shape));
    for flag in flags.letters() {
        add(const { Feature::new("flag") }.letter(flag));
        add(const { Feature::new("flag and shape") }.letter(flag).text(shape));
    }
    let opens = const { Feature::new("opens") }.text(mark(is_first_word));
    add(opens.text(shape).flags(flags));
    let headline = const { Feature::new("headline") }.text(mark(in_headline));
    add(headline.text(shape).flags(flags));
}

/// Adds the features of a token by its flags and those of the tokens beside it.
pub(crate) fn add_context_features(context: &FlagContext, add: &mut dyn FnMut(Feature)) {
    let [before, this, after] = context.flags;
    let case = if context.is_capitalised { "X" } else { "x" };
    add(const { Feature::new("known before") }.flags(before).flags(this));
    add(const { Feature::new("known after") }.flags(this).flags(after));
    add(const { Feature::new("known around") }.flags(before).flags(this).flags(after));
    for flag in before.letters() {
        add(const { Feature::new("flag before") }.letter(flag).text(case));
    }
    for flag in after.letters() {
        add(const { Feature::new("flag after") }.letter(flag).text(case));
    }
}

/// Returns the feature of a token by its flags and those of the two tokens after it.
pub(crate) fn flags_after(sentence: &AnnotatedSentence<'_>, at: usize) -> Feature {
    let [this, next, second] = [0, 1, 2].map(|offset| sentence.flags_near(at, offset));
    const { Feature::new("known after 2") }.flags(this).flags(next).flags(second)
}

/// Adds the features of a capitalised token by the run that contains it and the words beside that.
pub(crate) fn add_run_features(
    sentence: &AnnotatedSentence<'_>,
    at: usize,
    add: &mut dyn FnMut(Feature),
) {
    let Some(this) = sentence.tokens.get(at).filter(|token| token.word.is_capitalised) else {
        return;
    };
    let (first, last) = this.run;
    let position = if first == last {
        "only"
    } else if at == first {
        "first"
    } else if at == last {
        "last"
    } else {
        "inner"
    };
    let length = match last - first {
        0 => "1",
        1 => "2",
        2 => "3",
        3 => "4",
        _ => "5",
    };
    let word = |at, offset| lower(sentence.word_near(at, offset));
    let flags = |at, offset| sentence.flags_near(at, offset);
    let (before, before_2) = (word(first, -1), word(first, -2));
    let (after, after_2) = (word(last, 1), word(last, 2));
    add(const { Feature::new("place in run") }.text(position).text(length));
    add(const { Feature::new("run after") }.text(before).text(position));
    add(const { Feature::new("run before") }.text(after).text(position));
    add(const { Feature::new("run between") }.text(before).text(after));
    add(const { Feature::new("run after 2") }.text(before_2).text(before));
    add(const { Feature::new("run before 2") }.text(after).text(after_2));
    add(const { Feature::new("run ends") }.text(word(last, 0)).text(position));
    add(const { Feature::new("run starts") }.text(word(first, 0)).text(position));
    add(const { Feature::new("run ends as") }.flags(flags(last, 0)).text(position));
    add(const { Feature::new("run starts as") }.flags(flags(first, 0)).text(position));
    let is = const { Feature::new("run is") }.flags(flags(first, 0)).flags(flags(last, 0));
    add(is.text(length).text(position));
    add(const { Feature::new("run before known") }.flags(flags(last, 1)).text(position));
    add(const { Feature::new("run after known") }.flags(flags(first, -1)).text(position));
}

/// A feature as the hash of its name and of the parts that are added so far, by FNV-1a.
#[derive(Clone, Copy)]
pub(crate) struct Feature(u64);

impl Feature {
    /// The prime of FNV-1a.
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    /// Ends the name and each part. UTF-8 does not contain it.
    const END: u8 = 0xFF;

    /// Creates a feature without parts.
    pub(crate) const fn new(name: &str) -> Self {
        let mut feature = Self(0xcbf2_9ce4_8422_2325);
        let mut rest = name.as_bytes();
        while let [byte, after @ ..] = rest {
            feature = feature.byte(*byte);
            rest = after;
        }
        feature.byte(Self::END)
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(Self::PRIME))
    }

    /// Adds a text as a part.
    pub(crate) fn text(self, text: &str) -> Self {
        text.bytes().fold(self, Self::byte).byte(Self::END)
    }

    /// Adds the letters of flags as a part.
    fn flags(self, flags: Flags) -> Self {
        flags.letters().fold(self, Self::byte).byte(Self::END)
    }

    /// Adds the letter of one flag as a part.
    fn letter(self, letter: u8) -> Self {
        self.byte(letter).byte(Self::END)
    }

    /// Returns the number that stands for the feature in the model.
    pub(crate) fn id(self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }
}
