/**
 * Random numbers that come out the same on every machine: nothing in the bench is drawn from the clock.
 */

/** A source of numbers in [0, 1) for a seed (SplitMix32). */
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

/** A whole number below `limit`. */
export const below = (next, limit) => Math.floor(next() * limit);

/** One of `list`. */
export const pick = (next, list) => list[below(next, list.length)];

/** The same items in another order. */
export function shuffled(next, list) {
  const items = [...list];
  for (let end = items.length - 1; end > 0; end--) {
    const other = below(next, end + 1);
    [items[end], items[other]] = [items[other], items[end]];
  }
  return items;
}

/** From the standard normal distribution (Box and Muller). */
export const normal = (next) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
