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
 * Copies the selected passage or a link to it, or the citation in front of the button.
 * @param {string} what `citation`, `link` or a quotation
 * @param {HTMLElement} button
 */
export const copy = (what, button) => {
  if (what === "citation") return write(button.previousElementSibling?.textContent ?? "");
  const { block, words: text = "" } = passage();
  const link = `${articleUrl()}#p${block}`;
  if (what === "link") return write(link);
  return write(`${msg("quoted", { text })}\n— ${find("h1")?.textContent}, ${link}`);
};
