//! The weights of evidence: about 1 for a hint, 3 for proof.
//!
//! All weights for the same words in a document are added up, so that a kind wins over another by
//! the sum of its evidence.

/// A text that the settings list as a name. It outweighs all other evidence.
pub(super) const SETTINGS: f32 = 100.0;
/// A person after a title.
pub(super) const TITLE: f32 = 4.0;
/// A person after a title, if a place has the same name ("Lord Sydney").
pub(super) const TITLE_BEFORE_PLACE: f32 = 1.0;
/// A person beside a reporting verb, before an apposition, or with a personal particle.
pub(super) const PERSON_CONTEXT: f32 = 2.0;
/// A run of words that begins with a given name.
pub(super) const GIVEN_NAME: f32 = 1.5;
/// A run of words in brackets of its own.
pub(super) const BRACKETED: f32 = 1.0;
/// Unlisted words in a headline.
pub(super) const UNLISTED_WORDS: f32 = 1.2;
/// A country of the gazetteer.
pub(super) const COUNTRY: f32 = 3.0;
/// A capital or large town of the gazetteer.
pub(super) const LARGE_TOWN: f32 = 2.2;
/// A state or smaller town of the gazetteer.
pub(super) const STATE: f32 = 0.8;
/// A place beside a word or place that implies one ("the X region").
pub(super) const PLACE_CONTEXT: f32 = 2.5;
/// A place after a preposition such as "in".
pub(super) const PLACE_PREPOSITION: f32 = 0.8;
/// A place that contains a head noun such as "river".
pub(super) const PLACE_HEAD: f32 = 1.5;
/// An organisation of the gazetteer.
pub(super) const KNOWN_ORGANISATION: f32 = 3.0;
/// An organisation of the gazetteer whose name has other meanings ("Apple").
pub(super) const AMBIGUOUS_ORGANISATION: f32 = 0.7;
/// An organisation with a head noun such as "ministry".
pub(super) const ORGANISATION_HEAD: f32 = 3.0;
/// A firm by the partners in its name ("Goldman, Sachs and Co").
pub(super) const FIRM: f32 = 4.0;
/// An organisation with an ambiguous head noun such as "house".
pub(super) const AMBIGUOUS_HEAD: f32 = 1.2;
/// A team that begins with its town ("Boston Braves").
pub(super) const TEAM: f32 = 2.4;
/// An acronym without other evidence.
pub(super) const ACRONYM: f32 = 0.7;
/// A name with a noun that describes it ("the band X", "X is a village").
pub(super) const DESCRIBED: f32 = 2.0;
/// A weapon by its type number or after "known as".
pub(super) const WEAPON: f32 = 4.0;
/// A weapon by the word behind it ("the X missile").
pub(super) const WEAPON_BEFORE_NOUN: f32 = 2.4;
/// The name of an event or a law.
pub(super) const EVENT: f32 = 2.5;
/// An acronym beside the common nouns that it stands for ("a content delivery network (CDN)").
pub(super) const ABBREVIATION: f32 = 6.0;
/// A word in a list of programs, which may have another meaning ("Java").
pub(super) const PROGRAM_IN_LIST: f32 = 3.0;
/// The range of the tagger's weight, which is its mean margin within that range.
pub(super) const TAGGER: (f32, f32) = (0.3, 2.0);
/// The margin of the tagger, in its own units, that corresponds to a weight of 1.
pub(super) const TAGGER_SCALE: f32 = 400.0;
