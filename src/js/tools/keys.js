// @ts-check
// Handles the keyboard shortcuts.

import { moveToCard, toggleSaved } from "./cards.js";
import { find, isComposing, root, searchBox } from "./dom.js";
import { moveToHit } from "./hits.js";
import { nextTheme } from "./preferences.js";

/**
 * Each key and its action. `src/components/keys_dialog.rs` lists them for readers.
 * @type {Record<string, () => void>}
 */
const KEYS = {
  "/": () => searchBox()?.select(),
  j: () => moveToCard(1),
  k: () => moveToCard(-1),
  n: () => moveToHit(1),
  p: () => moveToHit(-1),
  "]": () => find("a[rel=next]")?.click(),
  "[": () => find("a[rel=prev]")?.click(),
  s: toggleSaved,
  t: nextTheme,
  "?": () => find("button[aria-haspopup=dialog]")?.click(),
};

/** Elements that take keys themselves. */
const TAKES_KEYS =
  "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog[open] *";

/** @type {Record<string, number>} */
const PAGE_KEYS = { PageDown: 1, PageUp: -1 };

/** Listens for shortcuts. */
export const handleKeys = () => {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (target instanceof Element && target.matches(TAKES_KEYS)) return;
    // Within the results these keys move by results, as the ARIA practices say for feeds.
    const by = PAGE_KEYS[key];
    if (by) {
      if (moveToCard(by, { onlyWithin: true })) event.preventDefault();
      return;
    }
    const action = KEYS[key];
    if (!action || root.dataset.keys === "off") return;
    event.preventDefault();
    action();
  });
};
