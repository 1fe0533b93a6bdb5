// @ts-check
// Shows a notice at the foot of the window, with something that the reader may do about it.

import { append, find } from "./dom.js";

/** The delay, in milliseconds, after which a new live region is known to screen readers. */
const REGION_DELAY = 200;

/**
 * Shows a notice, unless there is one.
 * @param {string} text
 * @param {string} label what the reader may do; empty if there is nothing
 * @param {() => void} action does it
 * @param {string} [dismissal] the label of the button that closes the notice
 */
export const showNotice = (text, label, action, dismissal = msg("new-edition-later")) => {
  if (find("#edition-update")) return;
  const region = append("div", document.body, "", { id: "edition-update", role: "status" });
  // Screen readers speak changes of a region that they know already.
  setTimeout(() => {
    region.append(text, " ");
    const button = (/** @type {string} */ label, /** @type {() => void} */ onclick) =>
      append("button", region, label, { type: "button", className: "plain", onclick });
    if (label) button(label, action);
    region.append(" ");
    button(dismissal, () => region.remove());
  }, REGION_DELAY);
};
