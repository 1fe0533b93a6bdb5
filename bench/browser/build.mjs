/**
 * Builds one engine's index, in a process of its own so that one engine's garbage is not another's:
 *
 *   node build.mjs PACKED-ENGINE DOCUMENTS FOLDER [INDEXER]
 *
 * Prints how long it took, in seconds, and the most memory the process held, in bytes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packed, source, folder, indexer] = process.argv.slice(2);
const { build } = await import(pathToFileURL(packed));
const documents = readFileSync(source, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name, contents) => writeFileSync(join(folder, name), contents);
const began = performance.now();
const told = await build(documents, write, folder, { source, indexer });
const seconds = (performance.now() - began) / 1000;
// An engine that is built by a program of its own tells that program's figures.
console.log(JSON.stringify(told ?? { seconds, memory: process.resourceUsage().maxRSS * 1024 }));
process.exit(0); // some engines leave timers behind
