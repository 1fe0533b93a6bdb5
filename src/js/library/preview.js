// @ts-check
// Shows the first articles of an import as they arrive, to be read while the others are imported.

import { append } from "../tools/dom.js";

/**
 * An article as the importer tells it.
 * @typedef {{ title: string, blocks: { kind: "heading" | "paragraph" | "code", text: string }[] }}
 *   Article
 */

const ELEMENTS = /** @type {const} */ ({ heading: "h4", paragraph: "p", code: "pre" });

export class Preview {
  /** @param {Element} parent */
  constructor(parent) {
    this.list = append("ul", parent, "", { className: "preview", hidden: true });
    this.list.ariaLabel = msg("first-articles");
  }

  /** Returns true while the reader reads an article. */
  get isRead() {
    return this.list.querySelector("details[open]") !== null;
  }

  clear() {
    this.list.replaceChildren();
    this.list.hidden = true;
  }

  /**
   * Adds an article.
   * @param {string} preview an {@link Article} in JSON
   */
  add(preview) {
    /** @type {Article} */
    const { title, blocks } = JSON.parse(preview);
    this.list.hidden = false;
    const details = append("details", append("li", this.list, ""), "");
    append("summary", details, title);
    const article = append("article", details, "");
    // Most are never opened.
    details.addEventListener(
      "toggle",
      () => blocks.forEach(({ kind, text }) => append(ELEMENTS[kind], article, text)),
      { once: true },
    );
  }
}
