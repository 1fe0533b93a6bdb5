/**
 * Measures in headless Chromium how fast the views that explore an edition follow a query: the work
 * of each key that a reader types while a view is shown, until the view is painted.
 *
 *   node bench/browser/views.mjs ADDRESS [ROUNDS]
 *
 * The texts are the first letters of titles, as in `keystrokes.mjs`. Each view is opened at its own
 * address and typed in once before it is measured, so that code has run and parts have arrived.
 *
 * Prints JSON: `items`, and `views`, each with its `view`, the number of `keys`, and `p50`, `p95`
 * and `worst` of their times in ms. The time of a key is its median over the rounds.
 */
import { launch } from './chrome.mjs';
import { median, percentile } from './statistics.mjs';

const [address, rounds = '3'] = process.argv.slice(2);

/** The number of titles to type, and the number of letters of each. */
const TITLES = 6;
const LETTERS = 10;

/** The views by their names, with their addresses. Trends compares five terms. */
const VIEWS = {
  timeline: 'timeline/',
  trends: 'trends/?term=the&term=new&term=said&term=release&term=year',
  places: 'places/',
  together: 'together/',
  matrix: 'together/?as=matrix',
  quotes: 'quotes/',
  figures: 'figures/',
  stories: 'stories/',
  lists: 'lists/',
};

/** Functions for the page. */
const TOOLS = `
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (condition, what) => {
    for (let waited = 0; !condition(); waited += 20) {
      if (waited > 60000) throw new Error(what + ' does not happen');
      await pause(20);
    }
  };
  const box = () => document.querySelector('input[type=search]');
  const status = () => document.querySelector('.status').textContent;
`;

/** Waits for the program, and until no part of the edition has arrived for a while. */
const SETTLE = `
  await until(() => !document.getElementById('still'), 'the start of the program');
  const arrived = () => performance.getEntriesByType('resource').length;
  for (let before = -1; before !== arrived(); ) {
    before = arrived();
    await pause(1000);
  }
`;

/** Returns the number of items and the titles to type. */
const TITLES_OF_ITEMS = `
  const headings = [...document.querySelectorAll('.results h2')].slice(0, ${TITLES});
  const titles = headings.map((heading) => heading.textContent.slice(0, ${LETTERS}));
  return { items: Number(status().match(/[0-9][0-9,]*/)[0].replaceAll(',', '')), titles };
`;

/** Types titles, each key at the start of a frame, and returns the times of the keys. */
const TYPE = (titles) => `
  const type = (text) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    box().value = text;
    box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    const painted = new MessageChannel();
    painted.port1.onmessage = () => resolve(performance.now() - start);
    // The message follows the page's microtasks and first timer, and the frame's layout and paint.
    Promise.resolve().then(() => Promise.resolve()).then(() => {
      setTimeout(() => painted.port2.postMessage(0));
    });
  }));
  const times = [];
  const before = status();
  let hasChanged = false;
  for (const title of ${JSON.stringify(titles)}) {
    await type('');
    await pause(400);
    for (let end = 1; end <= title.length; end++) {
      times.push(await type(title.slice(0, end)));
      await pause(30);
      hasChanged ||= status() !== before;
    }
  }
  if (!hasChanged) throw new Error('keys do not change the results');
  return times;
`;

const SAVE_DATA =
  "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
const WINDOW = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };

async function round() {
  const browser = await launch();
  try {
    const run = (script) => browser.evaluate(`(async () => { ${TOOLS} ${script} })()`);
    await browser.send('Emulation.setDeviceMetricsOverride', WINDOW);
    // The service worker would store files while the keys are measured.
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVE_DATA });
    await browser.open(address);
    await run(SETTLE);
    const { items, titles } = await run(TITLES_OF_ITEMS);
    const times = {};
    for (const [view, path] of Object.entries(VIEWS)) {
      await browser.open(new URL(path, address).href);
      await run(SETTLE);
      await run(TYPE(titles.slice(0, 2)));
      await run(SETTLE);
      times[view] = await run(TYPE(titles));
    }
    return { items, times };
  } finally {
    await browser.close();
  }
}

const runs = [];
for (let number = 0; number < Number(rounds); number++) runs.push(await round());

const rounded = (ms) => Math.round(ms * 10) / 10;
const views = Object.keys(VIEWS).map((view) => {
  const keys = runs[0].times[view].map((_, key) => median(runs.map(({ times }) => times[view][key])));
  const share = (share) => rounded(percentile(keys, share));
  return { view, keys: keys.length, p50: share(0.5), p95: share(0.95), worst: share(1) };
});
process.stdout.write(JSON.stringify({ items: runs[0].items, views }));
