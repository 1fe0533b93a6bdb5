// @ts-check
// Formats numbers.

import { root } from "./dom.js";

/**
 * Returns a number with its digits grouped as the program groups those of the page's language.
 * @param {number} number
 */
export const grouped = (number) => {
  try {
    return new Intl.NumberFormat(root.lang, { numberingSystem: "latn" }).format(number);
  } catch {
    // A site may name a language that no browser accepts.
    return `${number}`;
  }
};
