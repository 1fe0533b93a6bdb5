// @ts-check
// Applies the stored preferences to the document, and stores a theme that is chosen before the
// program runs. `src/store/preferences.rs` owns the storage key and the format.

const STORAGE_KEY = "cuttings.preferences.1";

const root = document.documentElement;

const stored = () => new URLSearchParams(localStorage.getItem(STORAGE_KEY) ?? "");

/** Sets each stored preference as a data attribute of the document, for the stylesheets. */
export const applyStoredPreferences = () => {
  try {
    for (const [key, value] of stored()) {
      if (/^[a-z]+$/.test(key + value)) root.dataset[key] = value;
    }
  } catch {
    // Storage is blocked: the defaults apply.
  }
};

/**
 * Applies and stores a theme.
 * @param {string} theme
 */
export const setTheme = (theme) => {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  try {
    const preferences = stored();
    preferences.set("theme", theme);
    localStorage.setItem(STORAGE_KEY, `${preferences}`);
  } catch {
    // Storage is blocked: the theme lasts as long as the page.
  }
};
