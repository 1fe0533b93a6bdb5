// @ts-check
// Moves the focus through the results, and saves the article in focus.

import { find, findAll } from "./dom.js";
import { step } from "./step.js";

const activeCard = () => document.activeElement?.closest("article");

/**
 * Focuses the result `by` places further on, and returns it.
 * @param {number} by
 * @param {{ onlyWithin?: boolean }} [options] `onlyWithin`: only if a result has the focus already
 */
export const moveToCard = (by, { onlyWithin = false } = {}) => {
  const active = activeCard();
  const links = findAll(".results :is(.card h2 a, .teaser)");
  const index = links.findIndex((link) => active?.contains(link));
  const link = onlyWithin && index < 0 ? undefined : step(links, index, by);
  link?.focus();
  return link;
};

/** Saves the result in focus or the open article, or removes it from the saved ones. */
export const toggleSaved = () => {
  /** @type {HTMLElement | null | undefined} */
  const button = activeCard()?.querySelector(".toggle");
  (button ?? find(".reader .toggle"))?.click();
};
