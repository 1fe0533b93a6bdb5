/**
 * Our own: a module compiled to WebAssembly and an index that is opened in place. It has one way of searching: what is
 * typed is at once words, the beginning of a word, or a typo, and phrases are in quotation marks.
 */
import init, { Engine } from 'cuttings-bench';

export const about = { name: 'Cuttings', ranks: true, ours: true };

export async function build(documents, write, folder, { source, indexer }) {
  return index(folder, source, indexer);
}

/** Runs the native program that builds the index, which tells its own time and memory. */
export async function index(folder, source, indexer, ...options) {
  const { execFileSync } = await import('node:child_process');
  const output = execFileSync(indexer, [source, `${folder}/cuttings.index`, ...options], { encoding: 'utf8' });
  return JSON.parse(output);
}

/** Compiles the module. */
export async function start(read) {
  return init({ module_or_path: read('engine.wasm') });
}

export async function open(read, { memory }) {
  const engine = new Engine(new Uint8Array(read('cuttings.index')));
  const top = (query) => {
    const found = engine.search(query);
    const hits = [];
    for (let at = 0; at < found.length; at += 2) hits.push({ id: found[at], score: found[at + 1] });
    return hits;
  };
  return {
    words: top,
    typed: top,
    typo: top,
    phrase: (query) => top(`"${query}"`),
    memory: () => memory,
  };
}
