// @ts-check
// Reads what the page's address asks for, before the program can answer it.

const root = document.documentElement;

// A single-file edition has its addresses behind `#/`.
const [path, query] =
  "fragments" in root.dataset ? location.hash.slice(2).split("?") : ["", location.search];

/** The path behind `#/` in a single-file edition; empty on a published site. */
export const fragmentPath = path;

/** The query string. */
export const search = query;

/** True if the published page is not the answer to the address. */
export const needsProgram = Boolean(path || query);

/** Hides the published results until the program has answered the address: they would change. */
export const markPendingRequest = () => {
  if (needsProgram) root.dataset.asked = "";
};
