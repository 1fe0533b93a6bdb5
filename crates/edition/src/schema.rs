//! The facets and sort keys of the search index in every edition.

/// The facets, in the order in which the page shows them.
pub mod facet {
    use cuttings_search::FacetId;
    /// The section of an item, as the seed spells it.
    pub const SECTION: FacetId = FacetId(0);
    /// `article` or `teaser`.
    pub const KIND: FacetId = FacetId(1);
    /// `short`, `medium` or `long`; teasers have none. See [`Length`](crate::Length).
    pub const LENGTH: FacetId = FacetId(2);
    /// The people whom an item mentions.
    pub const PERSON: FacetId = FacetId(3);
    /// The places that an item mentions.
    pub const PLACE: FacetId = FacetId(4);
    /// The organisations that an item mentions.
    pub const ORGANISATION: FacetId = FacetId(5);
    /// The weapons, and other products with names, that an item mentions.
    pub const WEAPON: FacetId = FacetId(6);
    /// The tags of an article.
    pub const TAG: FacetId = FacetId(7);
    /// The authors of an article.
    pub const AUTHOR: FacetId = FacetId(8);
    /// The publication that an article is from.
    pub const SOURCE: FacetId = FacetId(9);
    /// The BCP 47 tag of an item's language, the edition's if it names none.
    pub const LANGUAGE: FacetId = FacetId(10);
    /// The facet of the first custom field that is one. The others follow.
    pub const FIRST_CUSTOM: FacetId = FacetId(11);
}

/// The sort keys.
pub mod column {
    use cuttings_search::ColumnId;
    /// The item's rank in the alphabetical order of titles, from 1.
    pub const TITLE: ColumnId = ColumnId(0);
    /// One more than the number of words in the item's text; 1 for a teaser.
    pub const WORD_COUNT: ColumnId = ColumnId(1);
    /// The day of publication ([`Day::to_number`](crate::Day::to_number)); 0 if it is not known.
    pub const DATE: ColumnId = ColumnId(2);
    /// The change of the item since the reader's last visit ([`change`](super::change)); 0 if there
    /// is none. No edition has this column: the page adds it.
    pub const CHANGE: ColumnId = ColumnId(3);
}

/// The keys of [`column::CHANGE`].
pub mod change {
    /// The item was not there at the last visit.
    pub const NEW: u32 = 1;
    /// The item had another text.
    pub const CHANGED: u32 = 2;
}
