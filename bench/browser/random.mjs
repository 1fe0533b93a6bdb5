/**
 * Generates random numbers that are the same on every machine and in every run.
 */

/** Returns a generator of numbers in [0, 1) for a seed (SplitMix32). */
export function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Draws an integer from 0 to `limit`, exclusive. */
export const below = (next, limit) => Math.floor(next() * limit);

/** Draws an element of `list`. */
export const pick = (next, list) => list[below(next, list.length)];

/** Returns a shuffled copy of `list`. */
export function shuffled(next, list) {
  const items = [...list];
  for (let end = items.length - 1; end > 0; end--) {
    const other = below(next, end + 1);
    [items[end], items[other]] = [items[other], items[end]];
  }
  return items;
}

/** Draws from the standard normal distribution, by the Box–Muller transform. */
export const normal = (next) =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
