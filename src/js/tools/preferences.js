// @ts-check
// Changes preferences. The program stores and applies them.

import { find, root } from "./dom.js";

/**
 * Sets a preference, in the way in which another tab would: the program listens for that
 * (`src/browser/personal.rs`).
 * @param {string} name
 * @param {string} value
 */
export const setPreference = (name, value) => {
  const preferences = /** @type {Record<string, string>} */ ({ ...root.dataset, [name]: value });
  const newValue = `${new URLSearchParams(preferences)}`;
  dispatchEvent(new StorageEvent("storage", { key: "cuttings.preferences.1", newValue }));
};

/** Chooses the next theme of the page's own list. */
export const nextTheme = () => {
  const themes = /** @type {HTMLSelectElement | null} */ (find("select[name=theme]"));
  if (!themes) return;
  themes.selectedIndex = (themes.selectedIndex + 1) % themes.length;
  themes.dispatchEvent(new Event("change", { bubbles: true }));
};
