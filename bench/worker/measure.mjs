// Measures an import with the worker's program in Node.js: time, processor time and memory of each
// step.
//
//     cargo build --profile worker --target wasm32-unknown-unknown -p cuttings-worker
//     wasm-bindgen --target nodejs --out-dir DIR --out-name worker …/worker/cuttings-importer.wasm
//     node bench/worker/measure.mjs DIR ARCHIVE [NAMES]
//
// NAMES is the file with the lists of names; without it the edition with names is left out. Node.js
// has no FileReaderSync, so a file is in memory here and read from there.

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
      `memory ${megabytes.toFixed(1)} MB` +
      (result?.byteLength ? `, ${result.byteLength} bytes` : ""),
  );
  return result;
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
step("edition", () => collection.edition(false));
const saved = step("saved", () => collection.saved());
step("reopen", () => Collection.reopen("{}", saved).free());
if (names) {
  provideNames(readFileSync(names));
  step("edition with names", () => collection.edition(true));
}
