// @ts-check
// Downloads and starts the program: wasm-bindgen's glue and the WebAssembly module.

import { needsProgram } from "./address.js";

/** Above this, in milliseconds since navigation, the line is slow and requests are not delayed. */
const SLOW_START = 300;

/** The longest wait for the first paint, in milliseconds: a tab in the background never paints. */
const PAINT_TIMEOUT = 1000;

// A page names the program's files on this script, and links neither: see prepareProgram.
const { program, glue, hash, edition, messages } = document.currentScript?.dataset ?? {};

/**
 * Requests both files.
 * @param {string} glue
 * @param {string} program
 */
const request = (glue, program) => {
  // Only `modulepreload` carries an integrity hash for a module.
  const preload = Object.assign(document.createElement("link"), {
    rel: "modulepreload",
    integrity: hash,
    href: glue,
  });
  document.head.append(preload);
  return Promise.all([import(glue), fetch(program), requestEdition()]);
};

/**
 * Downloads an edition that the program does not contain, and its messages, for the program to take
 * (`src/browser/separate_edition.rs`).
 */
const requestEdition = async () => {
  if (!edition) return;
  const answers = [edition, messages].map(async (address) => {
    if (!address) return undefined;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  });
  const [bytes, texts] = await Promise.all(answers);
  window.cuttingsEdition = {
    bytes: new Uint8Array((await bytes?.arrayBuffer()) ?? []),
    messages: await texts?.text(),
  };
};

/**
 * Returns a function that starts the program.
 *
 * The page's text comes before the search, so the program is requested after the first paint. It is
 * requested at once if the page shows nothing without it, or if the page was slow to load: then the
 * request delays nothing, and a later one would cost a round trip.
 */
export const prepareProgram = () => {
  const files =
    glue && program && (needsProgram || performance.now() > SLOW_START)
      ? request(glue, program)
      : undefined;
  return async () => {
    if (window.cuttings) {
      await window.cuttings.start();
    } else if (glue && program) {
      const [{ default: start }, code] = await (files ?? request(glue, program));
      await start({ module_or_path: code });
    }
  };
};

/** Resolves when the program has been downloaded, or has failed to be. */
export const programArrived = () =>
  new Promise((resolve) => {
    if (!program) return;
    const search = (/** @type {PerformanceObserverEntryList} */ list) => {
      if (list.getEntries().some(({ name }) => name.endsWith(program))) resolve(undefined);
    };
    new PerformanceObserver(search).observe({ type: "resource", buffered: true });
  });

/** Resolves after the first paint, or when it is overdue. */
export const firstPaint = () =>
  new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, PAINT_TIMEOUT);
  });
