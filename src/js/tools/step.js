// @ts-check
// Steps through a list.

/**
 * Returns the element `by` places after `index`, at most the first or the last. With a negative
 * `index` the list is entered at the end from which the step comes.
 * @template T
 * @param {T[]} list
 * @param {number} index
 * @param {number} by
 * @returns {T | undefined}
 */
export const step = (list, index, by) => {
  const last = list.length - 1;
  if (index < 0) return list[by > 0 ? 0 : last];
  return list[Math.min(Math.max(index + by, 0), last)];
};
