/**
 * Our own engine: a WebAssembly module that opens an index in place. All its queries work alike:
 * the last word may be a prefix, any word may have a typo, and phrases stand in quotation marks.
 * The index says where a phrase may occur, and the engine reads the texts from the page to decide
 * whether it does.
 */
import init, { Engine } from 'cuttings-bench';

/**
 * The texts and their offsets. A page with any engine has the texts anyway, so they count neither
 * as index nor as memory of the engine.
 */
const TEXTS = 'documents.texts';
const STARTS = 'documents.starts';

export const about = { name: 'Cuttings', ranks: true, ours: true, ignored: ['/documents\\.'] };

export async function build(documents, write, folder, { source, indexer }) {
  writeTexts(documents, write);
  return buildIndex(folder, source, indexer);
}

/** Writes all texts in one file, and the start of each and the end of the last in another. */
export function writeTexts(documents, write) {
  const contents = documents.map(({ title, text }) =>
    Buffer.from(`${title.replace(/\s+/g, ' ')}\n${text}`),
  );
  const starts = new Uint32Array(documents.length + 1);
  contents.forEach((content, number) => {
    starts[number + 1] = starts[number] + content.length;
  });
  write(TEXTS, Buffer.concat(contents));
  write(STARTS, starts);
}

/** Builds the index with the native program `indexer`, which prints its time and memory. */
export async function buildIndex(folder, source, indexer, ...options) {
  const { execFileSync } = await import('node:child_process');
  const index = `${folder}/cuttings.index`;
  return JSON.parse(execFileSync(indexer, [source, index, ...options], { encoding: 'utf8' }));
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
    // The engine returns ids and scores in turn.
    const answer = engine.search(query);
    const hits = [];
    for (let at = 0; at < answer.length; at += 2) {
      hits.push({ id: answer[at], score: answer[at + 1] });
    }
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
