/**
 * Makes one visit: starts a fresh browser, opens one engine, runs every row of queries, and
 * measures the memory.
 */
import { launch } from './chrome.mjs';

/** The rows of queries, each with the engine's method that answers it. */
const ROWS = {
  word: 'words',
  words: 'words',
  title: 'words',
  typed: 'typed',
  typo: 'typo',
  phrase: 'phrase',
  none: 'words',
};

/**
 * Visits one engine. `limits` has the times in ms for warming up (`warm`) and for measuring (`row`)
 * each row, and `answers` says whether to return the answers. Returns
 * `{ version, load, memory, rows, answers }`.
 */
export async function visit({ engine, files, origin, base, queries, limits }) {
  const browser = await launch();
  try {
    await browser.open(`${origin}/page.html`);
    const call = (name, ...parameters) => {
      const list = parameters.map((value) => JSON.stringify(value)).join(', ');
      return browser.evaluate(`bench.${name}(${list})`);
    };
    if (!(await call('isolated'))) {
      throw new Error('the page is not cross-origin isolated, so its clock is too coarse');
    }
    const empty = await heapUsage(browser);
    const load = await call('open', engine, base, files, queries.words[0].text);
    const methods = await call('methods');
    const rows = {};
    const answers = {};
    for (const [row, method] of Object.entries(ROWS)) {
      if (!methods.includes(method)) continue;
      const texts = queries[row].map(({ text }) => text);
      await call('warm', method, texts, limits.warm);
      rows[row] = await call('measure', method, texts, limits.row);
      if (limits.answers) answers[row] = await call('answers', method, texts, limits.row);
    }
    const full = await heapUsage(browser);
    const wasm = await call('wasmBytes');
    const memory = {
      heap: full.usedSize - empty.usedSize,
      buffers: full.backingStorageSize - empty.backingStorageSize - (await call('textBytes')),
      wasm,
    };
    return { version: browser.version, load, memory, rows, answers };
  } finally {
    await browser.close();
  }
}

async function heapUsage(browser) {
  for (let turn = 0; turn < 2; turn++) await browser.send('HeapProfiler.collectGarbage');
  return browser.send('Runtime.getHeapUsage');
}
