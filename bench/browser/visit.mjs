/**
 * One visit: a fresh browser, one engine opened, every row of queries asked, the memory weighed.
 */
import { launch } from './chrome.mjs';

/** Each row of queries, and by which of the engine's ways it is asked. */
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
    for (const [row, method] of Object.entries(ROWS)) {
      if (!methods.includes(method)) continue;
      const texts = queries[row].map(({ text }) => text);
      await call('warm', method, texts, pace.warm);
      rows[row] = await call('measure', method, texts, pace.row);
      if (pace.answers) answers[row] = await call('answers', method, texts, pace.row);
    }
    const full = await heap(browser);
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

async function heap(browser) {
  for (let turn = 0; turn < 2; turn++) await browser.send('HeapProfiler.collectGarbage');
  return browser.send('Runtime.getHeapUsage');
}
