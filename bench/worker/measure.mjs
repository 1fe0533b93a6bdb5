// Measures an import with the worker's program in Node.js: time, processor time and memory of each
// step.
//
//     cargo build --profile worker --target wasm32-unknown-unknown -p cuttings-worker
//     wasm-bindgen --target nodejs --out-dir DIR --out-name worker …/worker/cuttings-importer.wasm
//     node bench/worker/measure.mjs DIR ARCHIVE [NAMES]
//
// NAMES is the file with the lists of names; without it the edition with names is left out. Node.js
// has no FileReaderSync and no file system of the browser, so files are in memory here, which is
// not that of the program.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

/** A file in memory, as far as the program reads it. */
class MemoryBlob {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }
  get size() {
    return this.bytes.length;
  }
  /** @param {number} start @param {number} end */
  slice(start, end) {
    return new MemoryBlob(this.bytes.subarray(start, end));
  }
}

Object.assign(globalThis, {
  Blob: MemoryBlob,
  FileReaderSync: class {
    /** @param {MemoryBlob} blob */
    readAsArrayBuffer({ bytes }) {
      return bytes.slice().buffer;
    }
  },
});

const [folder, archive, names] = process.argv.slice(2);
if (!folder || !archive) {
  console.error("usage: node bench/worker/measure.mjs DIR ARCHIVE [NAMES]");
  process.exit(2);
}

// The only memory that the program makes.
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memory = this.exports.memory;
  }
};
const { Collection, provideNames } = createRequire(import.meta.url)(resolve(join(folder, "worker.js")));

/** A file that grows while it is written. */
class GrowingFile {
  bytes = new Uint8Array(1 << 24);
  end = 0;
  /** @param {Uint8Array} bytes @param {number} place */
  write = (bytes, place = this.end) => {
    const end = place + bytes.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(bytes, place);
    this.end = Math.max(this.end, end);
  };
  /** @param {number} place @param {number} length */
  read = (place, length) => this.bytes.slice(place, Math.min(place + length, this.end));
}

/**
 * Runs a step and prints what it took.
 *
 * @template T
 * @param {string} name
 * @param {() => T} run
 * @returns {T}
 */
function step(name, run) {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const megabytes = memory.buffer.byteLength / 1e6;
  console.log(
    `${name.padEnd(18)} ${time.toFixed(0)} ms, processor ${((user + system) / 1000).toFixed(0)} ms, ` +
      `memory ${megabytes.toFixed(1)} MB`,
  );
  return result;
}

/**
 * Has an edition written, as the importer does.
 *
 * @param {string} name
 * @param {boolean} hasNames
 */
function edition(name, hasNames) {
  const items = new GrowingFile();
  collection.save(items.write);
  collection.release(items.read);
  const file = new GrowingFile();
  step(name, () => collection.writeEdition(hasNames, hasNames, file.write, file.read));
  const hash = createHash("sha256").update(file.read(0, file.end)).digest("hex");
  console.log(`${"".padEnd(18)} ${file.end} bytes, SHA-256 ${hash.slice(0, 16)}`);
  return items;
}

const blob = new MemoryBlob(readFileSync(archive));
const collection = new Collection(JSON.stringify({ title: "Bench", language: "en" }));
const start = performance.now();
let isFirst = true;
const preview = () => {
  if (isFirst) console.log(`first article      ${(performance.now() - start).toFixed(0)} ms`);
  isFirst = false;
};
const report = step("add", () =>
  collection.add([basename(archive)], [blob], () => {}, () => {}, preview),
);
const { diagnostics, ...numbers } = JSON.parse(report);
console.log(JSON.stringify({ ...numbers, messages: diagnostics.length }));
edition("edition", false);
if (names) {
  provideNames(readFileSync(names));
  edition("edition with names", true);
}
