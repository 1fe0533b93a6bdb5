// @ts-check
// Shows the citations of an article in its dialog.

import { append, find } from "./dom.js";
import { readPublished, withSiteUrl } from "./published-data.js";

/**
 * Loads an article's citations and shows each with a button that copies it.
 * @param {string} file
 */
export const showCitations = async (file) => {
  const dialog = find("#cite");
  if (!dialog) return;
  dialog.replaceChildren();
  /** @type {[style: string, text: string][]} */
  const citations = await readPublished(file);
  for (const [style, text] of citations) {
    const section = append("section", dialog, "");
    append("h2", section, style);
    append("pre", section, withSiteUrl(text), { tabIndex: 0 });
    const button = append("button", section, msg("copy"), {
      type: "button",
      className: "plain",
      ariaLabel: msg("copy-citation", { style }),
    });
    Object.assign(button.dataset, { do: "copy-before", needs: "copy" });
  }
};
