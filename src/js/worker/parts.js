// @ts-check
// Serves a large edition of a collection in parts: each is some ranges of the edition's file with a
// few bytes behind them. A second file has the table of these (`crates/parts/src/part_table.rs`).
// So a page opens the edition without reading all of it.

import { partTableOf } from "../collections/names.js";
import { storeOf } from "../collections/store.js";
import { scope } from "./scope.js";

/** @typedef {(part: number) => Blob | undefined} Parts returns a part, or the head as part 0 */

/** The bytes before the offsets of the entries. */
const FIXED_BYTES = 16;

const store = storeOf(scope);

/**
 * Opens an edition in parts. Returns nothing if it is small, if an earlier version has stored it,
 * or if the page's program reads other parts: the page then gets the whole edition.
 * @param {string} id
 * @param {string} name
 * @returns {Promise<Parts | undefined>}
 */
const open = async (id, name) => {
  const read = (/** @type {string} */ name) => store.read(id, name);
  const [edition, file] = await Promise.all([name, partTableOf(name)].map(read));
  if (!edition || !file) return;
  const table = await file.arrayBuffer();
  const view = new DataView(table);
  const number = (/** @type {number} */ at) => view.getUint32(at, true);
  const [version, count, headLength] = [number(4), number(8), number(12)];
  if (version !== PARTS_VERSION) return;
  return (part) => {
    if (!part) {
      const start = FIXED_BYTES + 4 * (count + 1);
      return new Blob([table.slice(start, start + headLength)]);
    }
    if (part > count) return;
    const offset = FIXED_BYTES + 4 * (part - 1);
    const [start, end] = [number(offset), number(offset + 4)];
    const ranges = Array.from({ length: number(start) }, (_, range) => start + 4 + 8 * range);
    const pieces = ranges.map((at) => edition.slice(number(at), number(at) + number(at + 4)));
    return new Blob([...pieces, table.slice(start + 4 + 8 * ranges.length, end)]);
  };
};

/**
 * The last edition, with the promise of its parts. A page asks for many.
 * @type {{ key: string, parts: Promise<Parts | undefined> } | undefined}
 */
let last;

/**
 * Returns the parts of an edition; see `open`.
 * @param {string} id
 * @param {string} name
 */
export const partsOf = (id, name) => {
  if (!PARTS_VERSION) return;
  const key = `${id}/${name}`;
  if (last?.key !== key) {
    const parts = open(id, name);
    last = { key, parts };
    parts.catch(forgetParts);
  }
  return last.parts;
};

/** Reads the last edition again, when it is needed next. */
export const forgetParts = () => {
  last = undefined;
};
