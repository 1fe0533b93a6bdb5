// @ts-check
// Handles the keyboard shortcuts.

import { moveToCard, toggleSaved } from "./cards.js";
import { find, root, searchBox } from "./dom.js";
import { moveToHit } from "./hits.js";
import { openKeysDialog } from "./keys-dialog.js";
import { nextTheme } from "./preferences.js";

/** Opens the list of shortcuts. */
export const showKeys = () => openKeysDialog(KEYS);

/**
 * Each key, its description, and its action. The browser or the program handles those without one.
 * @type {[key: string, description: string, action?: () => void][]}
 */
const KEYS = [
  ["/", msg("key-search"), () => searchBox()?.select()],
  ["Esc", msg("key-clear")],
  ["↓", msg("key-suggestions")],
  ["j", msg("key-next-result"), () => moveToCard(1)],
  ["k", msg("key-previous-result"), () => moveToCard(-1)],
  ["Enter", msg("key-open")],
  ["n", msg("key-next-hit"), () => moveToHit(1)],
  ["p", msg("key-previous-hit"), () => moveToHit(-1)],
  ["]", msg("key-next-article"), () => find("a[rel=next]")?.click()],
  ["[", msg("key-previous-article"), () => find("a[rel=prev]")?.click()],
  ["s", msg("key-save"), toggleSaved],
  ["t", msg("key-theme"), nextTheme],
  ["?", msg("key-keys"), showKeys],
];

/** Elements that take keys themselves. */
const TAKES_KEYS =
  "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog[open] *";

/** @type {Record<string, number>} */
const PAGE_KEYS = { PageDown: 1, PageUp: -1 };

/** Listens for shortcuts. */
export const handleKeys = () => {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof Element && target.matches(TAKES_KEYS)) return;
    // Within the results these keys move by results, as the ARIA practices say for feeds.
    const by = PAGE_KEYS[key];
    if (by) {
      if (moveToCard(by, { onlyWithin: true })) event.preventDefault();
      return;
    }
    const action = KEYS.find(([name]) => name === key)?.[2];
    if (!action || root.dataset.keys === "off") return;
    event.preventDefault();
    action();
  });
};
