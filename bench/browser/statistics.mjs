/**
 * Medians and percentiles, by the nearest rank: a value that was measured, never one between two.
 */

/** The value that `share` of the values do not exceed; `undefined` for no values. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The middle value. */
export const median = (values) => percentile(values, 0.5);
