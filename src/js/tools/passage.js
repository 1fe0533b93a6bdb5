// @ts-check
// Tracks the selected passage of an article, and shows the buttons for it.

import { find } from "./dom.js";

/**
 * The number of the block in which the selection begins, and the selected words; empty without one.
 * @type {{ block?: string, words?: string }}
 */
let selected = {};

/** Returns the selected passage. */
export const passage = () => selected;

/** Returns the article's own URL, without the query and the block that led to it. */
export const articleUrl = () => location.href.replace(/[?].*|#p\d+$/, "");

const update = () => {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const node = range?.startContainer;
  const element = node instanceof Element ? node : node?.parentElement;
  // Between the runs of a long text a selection has line breaks, which the text has not.
  const words = String((element?.closest(".run") ? range : selection) ?? "").trim();
  const block = words && element?.closest(".prose [id^=p]");
  const bar = find(".passage");
  if (!bar) return;
  selected = block ? { block: block.id.slice(1), words } : {};
  bar.hidden = !block;
  Object.assign(find("[data-mark]")?.dataset ?? {}, selected);
};

/** Follows the selection, which may precede this script. */
export const trackSelection = () => {
  document.addEventListener("selectionchange", update);
  update();
  document.addEventListener("mousedown", (event) => {
    // The selection would be lost with the focus.
    if (event.target instanceof Element && event.target.closest(".passage")) event.preventDefault();
  });
};
