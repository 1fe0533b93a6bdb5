/**
 * One visit: a fresh browser, one engine opened, every row of queries asked, the memory weighed.
 */
import { launch } from './chrome.mjs';

/** The rows: which queries each asks and by which of the engine's ways. */
export const ROWS = {
  word: { queries: 'word', method: 'words', title: 'single word' },
  words: { queries: 'words', method: 'words', title: 'several words' },
  typed: { queries: 'typed', method: 'typed', title: 'each keystroke' },
  typo: { queries: 'typo', method: 'typo', title: 'typo' },
  phrase: { queries: 'phrase', method: 'phrase', title: 'phrase' },
  none: { queries: 'none', method: 'words', title: 'no hit' },
};

/**
 * Visits one engine. `pace` says how long, in ms, each row may warm up and be measured, and whether its answers are
 * wanted. Answers `{ version, load, memory, rows, answers }`.
 */
export async function visit({ engine, files, origin, base, queries, pace }) {
  const browser = await launch();
  try {
    await browser.open(`${origin}/page.html`);
    const call = (name, ...parameters) =>
      browser.evaluate(`bench.${name}(${parameters.map((value) => JSON.stringify(value)).join(', ')})`);
    if (!(await call('isolated'))) throw new Error('the page is not isolated; its clock would be too coarse');
    const empty = await heap(browser);
    const load = await call('open', engine, base, files, queries.words[0].text);
    const methods = await call('methods');
    const rows = {};
    const answers = {};
    // A row by another way of asking is measured like any other, under its own name.
    const extra = methods
      .filter((method) => method.startsWith('words_'))
      .flatMap((method) => ['word', 'words'].map((row) => [`${row}${method.slice(5)}`, { queries: row, method }]));
    for (const [row, { queries: from, method }] of [...Object.entries(ROWS), ...extra]) {
      if (!methods.includes(method)) continue;
      const texts = queries[from].map(({ text }) => text);
      await call('warm', method, texts, pace.warm);
      rows[row] = await call('measure', method, texts, pace.row);
      if (pace.answers) answers[row] = await call('answers', method, texts, pace.row);
    }
    const full = await heap(browser);
    const wasm = await call('wasmBytes');
    const memory = { heap: full.usedSize - empty.usedSize, buffers: full.backingStorageSize - empty.backingStorageSize, wasm };
    return { version: browser.version, load, memory, rows, answers };
  } finally {
    await browser.close();
  }
}

async function heap(browser) {
  for (let turn = 0; turn < 2; turn++) await browser.send('HeapProfiler.collectGarbage');
  return browser.send('Runtime.getHeapUsage');
}
