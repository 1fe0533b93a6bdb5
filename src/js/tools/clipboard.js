// @ts-check
// Copies passages, links to them, and citations.

import { announce } from "./announce.js";
import { find } from "./dom.js";
import { articleUrl, passage } from "./passage.js";

/** @param {string} text */
const write = (text) =>
  navigator.clipboard.writeText(text).then(
    () => announce(msg("copied")),
    () => announce(msg("copy-refused")),
  );

/**
 * Copies the text in front of a button, such as a citation or lines of code.
 * @param {HTMLElement} button
 */
export const copyBefore = (button) => write(button.previousElementSibling?.textContent ?? "");

/**
 * Copies the selected passage or a link to it.
 * @param {string} what `link` or a quotation
 */
export const copy = (what) => {
  const { block, words: text = "" } = passage();
  const link = `${articleUrl()}#p${block}`;
  if (what === "link") return write(link);
  return write(`${msg("quoted", { text })}\n— ${find("h1")?.textContent}, ${link}`);
};
