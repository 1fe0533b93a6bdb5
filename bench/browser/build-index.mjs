/**
 * Builds one engine's index. Each engine has a process of its own, so that the garbage of one does
 * not slow down another:
 *
 *   node build-index.mjs BUNDLE DOCUMENTS FOLDER [INDEXER]
 *
 * Prints JSON: the time in seconds, and the peak memory of the process in bytes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [bundle, source, folder, indexer] = process.argv.slice(2);
const { build } = await import(pathToFileURL(bundle));
const documents = readFileSync(source, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name, contents) => writeFileSync(join(folder, name), contents);
const start = performance.now();
// An engine whose index a separate program builds returns that program's figures.
const reported = await build(documents, write, folder, { source, indexer });
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify(reported ?? { seconds, memory: process.resourceUsage().maxRSS * 1024 }));
process.exit(0); // Some engines leave timers running.
