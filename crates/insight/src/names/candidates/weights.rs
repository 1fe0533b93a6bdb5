//! The weights of evidence.

pub(super) const TITLE: f32 = 4.0;
pub(super) const HEAD: f32 = 3.0;
pub(super) const COUNTRY: f32 = 3.0;
pub(super) const LARGE_TOWN: f32 = 2.2;
pub(super) const STATE: f32 = 0.8;
pub(super) const AMBIGUOUS: f32 = 0.7;
pub(super) const BESIDE: f32 = 2.5;
pub(super) const EVENT: f32 = 2.5;
pub(super) const CALLED: f32 = 2.0;
pub(super) const WEAK_HEAD: f32 = 1.2;
pub(super) const TEAM: f32 = 2.4;
pub(super) const INTO: f32 = 0.8;
pub(super) const INITIALS: f32 = 0.7;
pub(super) const UNKNOWN: f32 = 1.2;
pub(super) const PRODUCT: f32 = 4.0;
pub(super) const SPEAKS: f32 = 2.0;
pub(super) const GIVEN: f32 = 1.5;
/// The tagger's word counts for as much as its margin, within these bounds.
pub(super) const TAGGER: (f32, f32) = (0.3, 2.0);
/// So much of the tagger's own scale is 1 of ours.
pub(super) const TAGGER_SCALE: f32 = 400.0;
