/**
 * Measures the responsiveness of the page in headless Chromium: the time from a key to painted
 * results, and the longest task of the main thread while the page scrolls.
 *
 *   node bench/browser/keystrokes.mjs ADDRESS [ROUNDS]
 *
 * Prints JSON: `{ items, painted, keys, p50, p95, longest }`, times in ms. `painted` is the first
 * contentful paint.
 */
import { launch } from './chrome.mjs';
import { median, percentile } from './statistics.mjs';

const [address, rounds = '3'] = process.argv.slice(2);

/** The number of titles to type, and the number of letters of each. */
const TITLES = 12;
const LETTERS = 14;

/**
 * Runs in the page. It dispatches each key at the start of a frame, so that the time is that of the
 * work, without waiting for the next frame.
 */
const MEASURE = `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let waited = 0; document.getElementById('still'); waited += 50) {
    if (waited > 60000) throw new Error('the program does not start');
    await pause(50);
  }
  await pause(500);
  const box = document.querySelector('input[type=search]');
  const status = () => document.querySelector('.status').textContent;
  const items = Number(status().match(/[0-9]+/)[0]);
  const headings = [...document.querySelectorAll('.results h2')].slice(0, ${TITLES});
  const titles = headings.map((heading) => heading.textContent);
  const type = (text) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const painted = new MessageChannel();
    painted.port1.onmessage = () => resolve(performance.now() - start);
    // The message follows the page's microtasks and first timer, and the frame's layout and paint.
    Promise.resolve().then(() => Promise.resolve()).then(() => {
      setTimeout(() => painted.port2.postMessage(0));
    });
  }));
  const times = [];
  for (const title of titles) {
    // Start from an empty box with all items shown, as a reader does.
    await type('');
    await pause(400);
    for (let end = 1; end <= Math.min(title.length, ${LETTERS}); end++) {
      times.push(await type(title.slice(0, end)));
      await pause(20);
    }
  }
  if (status().startsWith(items + ' items')) throw new Error('keys do not change the results');
  await type('');
  await pause(500);
  const tasks = [0];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map((entry) => entry.duration));
  });
  observer.observe({ type: 'longtask' });
  for (let y = 0; y < document.documentElement.scrollHeight && y < 30000; y += 150) {
    await new Promise(requestAnimationFrame);
    scrollTo(0, y);
  }
  await pause(300);
  observer.disconnect();
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  return { items, times, longest: Math.max(...tasks), painted };
})()`;

/**
 * Runs in the page before its own scripts: asks the page to save data, so that the service worker
 * stores nothing. On a first visit it would store files while the keys are measured.
 */
const SAVE_DATA =
  "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

const WINDOW = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };

const runs = [];
for (let round = 0; round < Number(rounds); round++) {
  const browser = await launch();
  try {
    await browser.send('Emulation.setDeviceMetricsOverride', WINDOW);
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVE_DATA });
    await browser.open(address);
    runs.push(await browser.evaluate(MEASURE));
  } finally {
    await browser.close();
  }
}
/** The time of each key: the median over the rounds. */
const keys = runs[0].times.map((_, key) => median(runs.map((run) => run.times[key])));
const medianOf = (figure) => median(runs.map((run) => run[figure]));
const rounded = (ms) => Math.round(ms * 100) / 100;
process.stdout.write(
  JSON.stringify({
    items: runs[0].items,
    painted: rounded(medianOf('painted')),
    keys: keys.length,
    p50: rounded(percentile(keys, 0.5)),
    p95: rounded(percentile(keys, 0.95)),
    longest: rounded(medianOf('longest')),
  }),
);
