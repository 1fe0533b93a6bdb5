// @ts-check
// Tells readers what was done and cannot be seen, in the page's status line.

import { append, find } from "./dom.js";

/** @param {string} text */
export const announce = (text) => {
  const line = find(".announcements");
  if (!line) return;
  line.replaceChildren();
  append("p", line, text);
};
