// @ts-check
// Stores the reader's recent searches.

const STORAGE_KEY = "cuttings.lately.1";
const LIMIT = 5;

/**
 * Returns the recent searches, the newest first.
 * @returns {string[]}
 */
export const recentSearches = () => {
  try {
    const texts = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "");
    return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
  } catch {
    return []; // storage is blocked or holds something else
  }
};

/** @param {string[]} texts */
const store = (texts) => {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(texts));
  } catch {
    // Storage is blocked: there are no recent searches.
  }
};

/**
 * Adds a search, unless it is empty.
 * @param {string} text
 */
export const rememberSearch = (text) => {
  if (!text) return;
  const others = recentSearches().filter((other) => other !== text);
  store([text, ...others].slice(0, LIMIT));
};

/** Removes all of them. */
export const clearRecentSearches = () => store([]);
