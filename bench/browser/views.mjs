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
import { firstTitles, PAGE_FUNCTIONS, SAVE_DATA, SETTLE, TYPE, WINDOW } from './typing.mjs';

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

/** Waits for the program, and for the parts of the edition. */
const START = `
  await until(() => !document.getElementById('still'), 'the start of the program');
  ${SETTLE}
`;

/** Types titles letter by letter, and returns the times of the keys. */
const PRESS = (titles) => `
  ${TYPE}
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

async function round() {
  const browser = await launch();
  try {
    const run = (script) => browser.evaluate(`(async () => { ${PAGE_FUNCTIONS} ${script} })()`);
    await browser.send('Emulation.setDeviceMetricsOverride', WINDOW);
    // The service worker would store files while the keys are measured.
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVE_DATA });
    await browser.open(address);
    await run(START);
    const { items, titles } = await run(`${firstTitles(TITLES, LETTERS)} return { items, titles };`);
    const times = {};
    for (const [view, path] of Object.entries(VIEWS)) {
      await browser.open(new URL(path, address).href);
      await run(START);
      await run(PRESS(titles.slice(0, 2)));
      await run(SETTLE);
      times[view] = await run(PRESS(titles));
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
  const ofKey = (key) => median(runs.map(({ times }) => times[view][key]));
  const keys = runs[0].times[view].map((_, key) => ofKey(key));
  const share = (share) => rounded(percentile(keys, share));
  return { view, keys: keys.length, p50: share(0.5), p95: share(0.95), worst: share(1) };
});
process.stdout.write(JSON.stringify({ items: runs[0].items, views }));
