/**
 * Computes medians and percentiles by nearest rank, so that each is a measured value.
 */

/** Returns the value that `share` of the values do not exceed, or `undefined` for no values. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Returns the median. */
export const median = (values) => percentile(values, 0.5);
