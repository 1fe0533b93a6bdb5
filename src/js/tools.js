// @ts-check
// The entry of the tools: everything that needs the browser but not the program, such as keys and
// the clipboard. It loads after all that searching and reading need.
//
// As script this weighs about a third of what it would weigh in the program.

import { act } from "./tools/actions.js";
import { keptTexts, watchChanges } from "./tools/changes.js";
import { exportItems, saveText } from "./tools/exports.js";
import { restoreFocus } from "./tools/focus.js";
import { showFootnotes } from "./tools/footnotes.js";
import { handleKeys } from "./tools/keys.js";
import { trackSelection } from "./tools/passage.js";
import { offerLibrary } from "./tools/own-articles.js";
import { managePopovers } from "./tools/popovers.js";
import { refuseArticles } from "./tools/refuse-articles.js";
import { keepEdition } from "./tools/service-worker.js";
import { offerSuggestions } from "./tools/suggestions.js";

export { act, exportItems, keptTexts, saveText };

/** The delay of the service worker, in milliseconds: its start takes a core for a moment. */
const WORKER_DELAY = 1000;

trackSelection();
handleKeys();
restoreFocus();
managePopovers();
showFootnotes();
offerSuggestions();
// A single-file edition is on the reader's device already.
if (SINGLE_FILE) {
  refuseArticles();
} else {
  setTimeout(() => keepEdition().catch(() => {}), WORKER_DELAY);
  offerLibrary();
  watchChanges().catch(() => {}); // storage is blocked or full: nothing is remembered
}
