// @ts-check
// Tells which parts of an edition the page will need first, before the program can. A search that
// the address asks for then has its parts when the program has arrived. Whatever this misses, or
// names in vain, the program fetches by itself, or leaves alone.

/** The bytes of a head before its numbers: see `crates/parts/src/format.rs`. */
const PREFIX_BYTES = 28;

/** The most words of a query whose parts are fetched ahead. */
const MAX_WORDS = 6;

/** The most parts after the first one of a word, with longer words that begin with it. */
const MAX_NEXT = 2;

/**
 * Returns the numbers of the parts that a page needs first: those of the words of its query, and
 * those that every search needs. Without a query the published page is the answer.
 * @param {Uint8Array} head
 * @param {string} query
 */
export const firstParts = (head, query) => {
  let at = PREFIX_BYTES;
  const number = () => {
    let value = 0;
    for (let shift = 0; at < head.length; shift += 7) {
      const byte = head[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value;
  };
  const text = (/** @type {number} */ length) =>
    new TextDecoder().decode(head.subarray(at, (at += length)));
  number(); // the length of the edition
  number(); // the parts that searches read
  const starts = Array.from({ length: number() }, () => {
    number(); // the anchor
    return text(number());
  });
  number(); // the front
  number(); // its items
  const always = Array.from({ length: number() }, number);
  const folded = query.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu);
  const parts = (words ?? []).slice(0, MAX_WORDS).flatMap((word) => {
    // The last part that begins at the word or before it, and the next ones that begin with it.
    const first = starts.findLastIndex((start) => start <= word) + 1;
    const next = starts.slice(first, first + MAX_NEXT).filter((start) => start.startsWith(word));
    return [first, ...next.map((_, number) => first + 1 + number)];
  });
  return new Set([...parts, ...always].filter((part) => words && part > 0));
};
