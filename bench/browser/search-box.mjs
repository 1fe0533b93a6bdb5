/**
 * Holds the setting that engines share in their method `search`, which answers a reader's query as
 * a search box would: a match in the title counts more, the last word may be a prefix, and words
 * may have a typo, as far as the engine's documentation offers it.
 */

/** The fewest characters of a word that may have a typo. */
export const MIN_FUZZY_LENGTH = 4;
