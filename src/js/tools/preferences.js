// @ts-check
// Changes preferences as the reader would, by the page's own controls.

import { find } from "./dom.js";

/** Chooses the next theme of the page's own list. */
export const nextTheme = () => {
  const themes = /** @type {HTMLSelectElement | null} */ (find("select[name=theme]"));
  if (!themes) return;
  themes.selectedIndex = (themes.selectedIndex + 1) % themes.length;
  themes.dispatchEvent(new Event("change", { bubbles: true }));
};
