// @ts-check
// Downloads and starts the program, through wasm-bindgen's glue.

import { initSync } from "glue";
import { needsProgram, search } from "./address.js";
import { download } from "./download.js";
import { requestMessages, translateNotice } from "./messages.js";
import { firstParts } from "./parts.js";

/** Above this, in milliseconds since navigation, the line is slow and requests are not delayed. */
const SLOW_START = 300;

/** The longest wait for the first paint, in milliseconds: a tab in the background never paints. */
const PAINT_TIMEOUT = 1000;

/** The time without downloads of parts, in milliseconds, after which others delay none. */
const QUIET = 300;

/**
 * The script within the page, which names the program's files. The page links none of them: see
 * prepareProgram.
 * @type {HTMLElement | null}
 */
const names = document.querySelector("script[data-program]");
const { program, pageProgram, edition, filesOf, glue } = names?.dataset ?? {};

const { dataset } = document.documentElement;

/** True on the pages of a collection of the reader's own. Its edition does not travel. */
export const isOwn = "collection" in dataset;

/**
 * Requests the program, and what it does not contain, unless the script within the page has done
 * so.
 * @param {string} program
 */
const request = (program) =>
  Promise.all([download(program), requestMessages(), requestEdition()]);

/**
 * Returns the bytes of an edition, or of its head or a part. The file is packed with gzip, unless
 * the host has sent its smaller copy by Brotli, which the browser has unpacked. Those of a
 * collection are not packed, whatever they begin with.
 * @param {string} address
 * @param {RequestCache} [cache]
 */
const unpacked = async (address, cache) => {
  const bytes = new Uint8Array(await (await download(address, { cache })).arrayBuffer());
  if (isOwn || bytes[0] !== 31 || bytes[1] !== 139) return bytes;
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(content).arrayBuffer());
};

/**
 * The downloads of parts that are on their way, or have not been asked for yet.
 * @type {Map<string, Promise<Uint8Array>>}
 */
const downloads = new Map();

/** The number of downloads on their way. */
let underway = 0;

/**
 * Begins to download a part.
 * @param {string} address
 * @param {RequestCache} [cache]
 */
const begin = (address, cache) => {
  const bytes = unpacked(address, cache);
  downloads.set(address, bytes);
  underway += 1;
  const end = () => void (underway -= 1);
  bytes.then(end, end);
  return bytes;
};

/**
 * Returns the bytes of a part. One that is on its way is not requested twice.
 * @param {string} address
 * @param {RequestCache} [cache]
 */
const read = (address, cache) => {
  const begun = cache === "reload" ? undefined : downloads.get(address);
  const bytes = begun ?? begin(address, cache);
  const forget = () => void downloads.delete(address);
  bytes.then(forget, forget);
  return bytes;
};

/** Resolves when no part has been on its way for a while. */
export const partsArrived = async () => {
  do await new Promise((resolve) => setTimeout(resolve, QUIET));
  while (underway > 0);
};

/**
 * Downloads an edition for the program to take (`src/browser/separate_edition.rs`): that of the
 * site, which the program may contain, or a collection of the reader's own. The program reads the
 * parts of a large edition by itself.
 */
const requestEdition = async () => {
  if (!edition) return;
  const bytes = await unpacked(edition);
  if (!SEPARATE_EDITION) {
    window.cuttingsEdition = { bytes };
    return;
  }
  if (String.fromCharCode(...bytes.subarray(0, 4)) === "CTPT") {
    const query = new URLSearchParams(search).get("q") ?? "";
    for (const part of firstParts(bytes, query)) {
      begin(edition.replace(/\.bin$/, `/${part}.bin`)).catch(() => {});
    }
  }
  window.cuttingsEdition = { bytes, address: edition, filesOf, read };
};

/**
 * Compiles the program while it arrives, or afterwards if the host declares another type.
 * @param {Response} response
 */
const compiled = async (response) =>
  response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

/**
 * Returns a function that starts the program. The glue's own function for that also downloads,
 * which is half a kilobyte more.
 *
 * The page's text comes before the search, so the program is requested after the first paint. It is
 * requested at once if the page shows nothing without it, or if the page was slow to load: then the
 * request delays nothing, and a later one would cost a round trip.
 */
export const prepareProgram = () => {
  const isUrgent = needsProgram || performance.now() > SLOW_START;
  const files = program && isUrgent ? request(program) : undefined;
  return async () => {
    if (window.cuttings) {
      initSync({ module: await WebAssembly.compile(await window.cuttings.unpack()) });
    } else if (program) {
      // Changes since the last visit are stored under the name of the edition.
      dataset.edition = edition ?? pageProgram ?? program;
      // Pages that explore the edition have a program of their own, with its glue in a file.
      const own = glue && import(new URL(glue, document.baseURI).href);
      const [response] = await (files ?? request(program));
      translateNotice();
      const module = await compiled(response);
      (own ? (await own).initSync : initSync)({ module });
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
