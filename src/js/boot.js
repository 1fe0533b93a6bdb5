// @ts-check
// The entry of the script that every page begins with. Before the first paint it applies the
// stored preferences; once the document is parsed it loads the program and hands the page over.
//
// It is bundled as a classic script, because a module would wait until after the first paint.

import { loadTools } from "./on-demand.js";
import { forwardActions } from "./boot/actions.js";
import { markPendingRequest, needsProgram } from "./boot/address.js";
import { addDeferredLinks } from "./boot/deferred-links.js";
import { reportTrap, showError, watchForTraps } from "./boot/errors.js";
import { firstPaint, isOwn, partsArrived, prepareProgram, programArrived } from "./boot/loader.js";
import { applyStoredPreferences } from "./boot/preferences.js";
import { prepareTakeOver } from "./boot/take-over.js";
import { isReturning, loadTypefaces } from "./boot/typefaces.js";

const root = document.documentElement;

applyStoredPreferences();
markPendingRequest();
const startProgram = prepareProgram();
const loaded = new Promise((resolve) => addEventListener("load", resolve));
if (!needsProgram) loaded.then(addDeferredLinks);
watchForTraps();
forwardActions();

document.addEventListener("DOMContentLoaded", async () => {
  const takenOver = prepareTakeOver();
  // The take-over changes which styles apply, and browsers then forget fonts that no text uses.
  const shown = isReturning || takenOver;
  // Typefaces and tools delay no part.
  const answered = SEPARATE_EDITION ? Promise.resolve(shown).then(partsArrived) : shown;
  // The parts of a collection do not travel, and its first page would wait for the typefaces.
  const before = isOwn ? [] : [firstPaint(), programArrived(), loaded, answered];
  Promise.all(before).then(loadTypefaces);
  try {
    if (!("asked" in root.dataset)) await firstPaint();
    if (typeof WebAssembly !== "object") showError(msg("needs-webassembly"));
    else await startProgram();
    // The program shows errors of its own, for example an edition that it cannot open.
    if (!document.getElementById("notice")?.hidden) delete root.dataset.asked;
  } catch (error) {
    reportTrap(error);
    showError(msg("program-not-loaded"));
    throw error;
  } finally {
    if (SEPARATE_EDITION) await partsArrived();
    addDeferredLinks(); // at the latest
    loadTools().catch(() => {}); // the next click on a tool tries again
  }
});
