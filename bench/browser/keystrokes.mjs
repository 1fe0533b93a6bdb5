/**
 * How soon the page answers: in one headless Chromium, from a key to results that are painted, and how long the main
 * thread is busy at most while one scrolls.
 *
 *   node bench/browser/keystrokes.mjs ADDRESS [ROUNDS]
 *
 * Prints JSON: `{ items, painted, keys, p50, p95, longest }`, times in ms; `painted` is the first contentful paint.
 */
import { launch } from './chrome.mjs';
import { median, percentile } from './statistics.mjs';

const [address, rounds = '3'] = process.argv.slice(2);

/** How many titles are typed, and how many letters of each. */
const TITLES = 12;
const LETTERS = 14;

/** In the page. A key is dispatched at the start of a frame, so that what is measured is work and not waiting for the next. */
const MEASURE = `(async () => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let waited = 0; document.getElementById('still'); waited += 50) {
    if (waited > 60000) throw new Error('the program does not come');
    await pause(50);
  }
  await pause(500);
  const box = document.querySelector('input[type=search]');
  const items = Number(document.querySelector('.status').textContent.match(/[0-9]+/)[0]);
  const titles = [...document.querySelectorAll('.results h2')].slice(0, ${TITLES}).map((title) => title.textContent);
  const type = (text) => new Promise((done) => requestAnimationFrame(() => {
    const start = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now() - start);
    // Behind what the page does at once, and the frame's own layout and paint.
    Promise.resolve().then(() => Promise.resolve()).then(() => setTimeout(() => after.port2.postMessage(0)));
  }));
  const times = [];
  for (const title of titles) {
    // From an empty box, as a reader does, with all items shown.
    await type('');
    await pause(400);
    for (let end = 1; end <= Math.min(title.length, ${LETTERS}); end++) {
      times.push(await type(title.slice(0, end)));
      await pause(20);
    }
  }
  if (document.querySelector('.status').textContent.startsWith(items + ' items')) throw new Error('keys do nothing');
  await type('');
  await pause(500);
  const tasks = [0];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
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

const runs = [];
for (let round = 0; round < Number(rounds); round++) {
  const browser = await launch();
  try {
    await browser.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
    // Who saves data has nothing kept for when the network is gone: on a first visit that goes on beside the keys, for as
    // long as the edition is large.
    const source = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source });
    await browser.open(address);
    runs.push(await browser.evaluate(MEASURE));
  } finally {
    await browser.close();
  }
}
// A key's time is the median over the rounds.
const keys = runs[0].times.map((_, key) => median(runs.map((run) => run.times[key])));
const of = (figure) => median(runs.map((run) => run[figure]));
const round = (ms) => Math.round(ms * 100) / 100;
process.stdout.write(
  JSON.stringify({
    items: runs[0].items,
    painted: round(of('painted')),
    keys: keys.length,
    p50: round(percentile(keys, 0.5)),
    p95: round(percentile(keys, 0.95)),
    longest: round(of('longest')),
  }),
);
