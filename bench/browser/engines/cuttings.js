/**
 * Our own: a module compiled to WebAssembly and an index that is opened in place. It has one way of searching: what is
 * typed is at once words, the beginning of a word, or a typo, and phrases are in quotation marks. Its index tells where a
 * phrase may stand; it asks the page for the texts that tell whether one does.
 */
import init, { Engine } from 'cuttings-bench';

/** The texts, which a page has whatever it searches with: neither index nor memory of an engine. */
const TEXTS = 'documents.texts';
const STARTS = 'documents.starts';

export const about = { name: 'Cuttings', ranks: true, ours: true, ignored: ['/documents\\.'] };

export async function build(documents, write, folder, { source, indexer }) {
  texts(documents, write);
  return index(folder, source, indexer);
}

/** Writes all texts, one after the other, and where each begins and the last one ends. */
export function texts(documents, write) {
  const contents = documents.map(({ title, text }) => Buffer.from(`${title.replace(/\s+/g, ' ')}\n${text}`));
  const starts = new Uint32Array(documents.length + 1);
  contents.forEach((content, number) => {
    starts[number + 1] = starts[number] + content.length;
  });
  write(TEXTS, Buffer.concat(contents));
  write(STARTS, starts);
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
  const [texts, starts] = [new Uint8Array(read(TEXTS)), new Uint32Array(read(STARTS))];
  const text = (document) => texts.subarray(starts[document], starts[document + 1]);
  const engine = new Engine(new Uint8Array(read('cuttings.index')), { text });
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
    texts: () => texts.byteLength + starts.byteLength,
  };
}
