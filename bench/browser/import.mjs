/**
 * Measures how a published page takes in a reader's own files: the time from choosing the files to
 * the first article that can be read, to the search, and to the names, with the longest task of the
 * page meanwhile, and the memory of the importer's program until the search and until the names:
 * all of its linear memory, which never shrinks; then the time in which the collection opens again
 * with a query's results, and the number of highlights that the files brought along.
 *
 *   node bench/browser/import.mjs SITE FILE QUERY [--rounds 3]
 *
 * SITE is a published site, FILE what a reader chooses, and QUERY must have results. Each round has
 * a fresh browser, and one more measures the memory. Prints the medians in ms and bytes as JSON.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chrome.mjs';
import { serve } from './server.mjs';
import { median } from './statistics.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const [site, file, query] = positionals;
if (!query) {
  console.error('usage: node bench/browser/import.mjs SITE FILE QUERY [--rounds 3]');
  process.exit(2);
}

/** The longest wait for anything, in ms. */
const TIMEOUT = 300_000;

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until `expression` is true in the page, also across navigations. */
async function until(browser, expression) {
  for (const end = Date.now() + TIMEOUT; Date.now() < end; await pause(10)) {
    if (await browser.evaluate(expression).catch(() => false)) return;
  }
  throw new Error(`waited too long for ${expression}`);
}

/** Presses the button that opens the library, when it is there. */
const OPEN = `(() => {
  const buttons = [...document.querySelectorAll('#page .settings button')];
  const button = buttons.find((it) => it.textContent === 'Library');
  button?.click();
  return Boolean(button);
})()`;

/** Has a worker add the bytes of its program's memory to each of its messages. */
const TELL_MEMORY = `(() => {
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = function (...all) {
    const instance = new Instance(...all);
    ({ memory } = instance.exports);
    return instance;
  };
  const post = postMessage;
  self.postMessage = (news) => post({ ...news, memory: memory?.buffer.byteLength ?? 0 });
})()`;

/** Has every worker of the page tell its memory. */
async function watchWorkers(browser) {
  browser.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') {
      await browser.sendTo(sessionId, 'Runtime.evaluate', { expression: TELL_MEMORY });
    }
    await browser.sendTo(sessionId, 'Runtime.runIfWaitingForDebugger');
  });
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await browser.send('Target.setAutoAttach', options);
}

/** Records when the first article and the link to the collection come, long tasks, and memory. */
const WATCH = `(() => {
  const library = document.querySelector('#library');
  Object.assign(window, { longest: 0, times: {}, memory: {} });
  const Silent = Worker;
  window.Worker = class extends Silent {
    constructor(...all) {
      super(...all);
      this.addEventListener('message', ({ data }) => {
        if (data.saved) memory[data.saved.hasNames ? 'namesMemory' : 'searchMemory'] = data.memory;
      });
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  const input = library.querySelector('input');
  input.addEventListener('change', () => (times.start = performance.now()), true);
  new MutationObserver(() => {
    const now = performance.now() - times.start;
    if (library.querySelector('.preview li')) times.first ??= now;
    if (library.querySelector('#library-open')) times.search ??= now;
    if (times.search && library.querySelector('.running').hidden) times.names ??= now;
  }).observe(library, { childList: true, subtree: true, attributes: true });
})()`;

async function measure(origin, isOfMemory = false) {
  const browser = await launch();
  try {
    await browser.open(`${origin}/`);
    await until(browser, OPEN);
    await until(browser, `Boolean(document.querySelector('#library')?.open)`);
    await pause(2000); // the service worker
    await browser.evaluate(WATCH);
    if (isOfMemory) await watchWorkers(browser);
    const { root } = await browser.send('DOM.getDocument');
    const selector = '#library input';
    const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await browser.send('DOM.setFileInputFiles', { nodeId, files: [resolve(file)] });
    await until(browser, `Boolean(document.querySelector('#library .preview summary'))`);
    // A reader who reads stays in the dialog.
    await browser.evaluate(`document.querySelector('#library .preview details').open = true, 0`);
    await until(browser, `Boolean(times.names)`);
    const { times, longest, memory } = await browser.evaluate(`({ times, longest, memory })`);
    if (isOfMemory) return memory;
    const address = await browser.evaluate(`document.querySelector('#library-open').href`);
    const notes = await browser.evaluate(
      `(localStorage.getItem('cuttings.shelf ${address.split('/').at(-2)}') ?? '').split('["note",').length - 1`,
    );
    await browser.open(`${origin}/`);
    await pause(1500);
    const start = performance.now();
    await browser.send('Page.navigate', { url: `${address}?q=${encodeURIComponent(query)}` });
    const answered = `location.href.startsWith(${JSON.stringify(address)}) &&
      !document.querySelector('#still') && document.querySelectorAll('#page .results mark').length > 0`;
    await until(browser, answered);
    return { ...times, longest, notes, reopened: performance.now() - start };
  } finally {
    await browser.close();
  }
}

const server = await serve({ '/': resolve(site) });
const rounds = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  rounds.push(await measure(server.origin));
}
const names = ['first', 'search', 'names', 'longest', 'reopened', 'notes'];
const medians = names.map((name) => [name, median(rounds.map((round) => round[name]))]);
// Watching a worker delays it, so this is a round of its own.
const memory = await measure(server.origin, true);
console.log(JSON.stringify({ ...Object.fromEntries(medians), ...memory }));
await server.close();
