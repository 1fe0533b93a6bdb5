/**
 * Measures the responsiveness of the page in headless Chromium: the time from a key to painted
 * results, and the main thread's longest task while the page starts, and while a reader types,
 * scrolls, opens the longest article and unfolds the facets.
 *
 *   node bench/browser/keystrokes.mjs ADDRESS [ROUNDS]
 *
 * A person types the same texts twice, one key per 120 ms: the first time right after the page has
 * started, when code runs for the first time and parts of the edition arrive, and a second time
 * when what the texts need is there. Everything else is measured after that.
 *
 * Prints JSON, times in ms:
 *
 * - `items`, and `painted`, the first contentful paint;
 * - `keys`, `p50`, `p95`: the work of each key, without waiting for a frame;
 * - `interactions`: from a key to the next paint, as the browser reports it: `p50`, `p95` and
 *   `worst` of the `first` and the `second` time;
 * - `tasks`: of each activity the `duration` of the longest task, and the longest `processor` time
 *   of a task.
 */
import { launch } from './chrome.mjs';
import { median, percentile } from './statistics.mjs';
import { recordTasks } from './tasks.mjs';
import { firstTitles, PAGE_FUNCTIONS, SAVE_DATA, SETTLE, TYPE, WINDOW } from './typing.mjs';

const [address, rounds = '3'] = process.argv.slice(2);

/** The number of titles to type, and the number of letters of each. */
const TITLES = 12;
const LETTERS = 14;

/** The time between two keys of a person who types fast, in ms. */
const KEY_INTERVAL = 120;

/** The shortest time that the browser reports for an interaction, in ms. */
const SHORTEST_REPORTED = 16;

/** Waits for the program, and returns the number of items and the titles to type. */
const START = `
  performance.setResourceTimingBufferSize(1e6);
  await until(() => !document.getElementById('still'), 'the start of the program');
  await pause(500);
  ${firstTitles(TITLES, LETTERS)}
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  return { items, titles, painted };
`;

/** Types titles letter by letter, and returns the times of the keys. */
const PRESS = (titles) => `
  ${TYPE}
  const times = [];
  const before = status();
  for (const title of ${JSON.stringify(titles)}) {
    // Start from an empty box with all items shown, as a reader does.
    await type('');
    await pause(400);
    for (let end = 1; end <= title.length; end++) {
      times.push(await type(title.slice(0, end)));
      await pause(20);
    }
  }
  // Texts may all match every item.
  if (status() === before && !document.querySelector('.results mark')) {
    throw new Error('keys do not change the results');
  }
  await type('');
  await pause(500);
  return times;
`;

const SCROLL = `
  for (let y = 0; y < document.documentElement.scrollHeight && y < 30000; y += 150) {
    await frame();
    scrollTo(0, y);
  }
  await pause(300);
  scrollTo(0, 0);
`;

/** Records the interactions from now on. Later events of one key count if they take longer. */
const OBSERVE = `
  globalThis.interactions = new Map();
  globalThis.observer?.disconnect();
  globalThis.observer = new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (!interactionId) continue;
      interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
    }
  });
  observer.observe({ type: 'event', durationThreshold: ${SHORTEST_REPORTED} });
  box().focus();
`;

/** Empties the box at once, and waits for the results. */
const EMPTY = `
  box().select();
  document.execCommand('delete');
  await pause(400);
`;

/** Opens the longest article by its link, as a reader does, and waits for its last block. */
const LONGEST = `
  const order = document.querySelector('#sort, select[name=sort]');
  order.value = 'longest';
  order.dispatchEvent(new Event('change', { bubbles: true }));
  await pause(1500);
`;
const OPEN = `
  document.querySelector('.results .card h2 a').click();
  await until(() => document.querySelector('.reader'), 'the article');
  await complete();
  await pause(300);
  for (let turn = 0; turn < 60; turn++) {
    await frame();
    scrollBy(0, 400);
  }
  scrollTo(0, document.documentElement.scrollHeight);
  await pause(500);
  history.back();
  await until(() => document.querySelector('.results'), 'the way back');
  await complete();
  await pause(500);
`;

/**
 * Unfolds each long facet, asks for two more pages of its values, finds values by letters, and
 * folds it.
 */
const UNFOLD = `
  const groups = () => [...document.querySelectorAll('.facet')];
  const unfold = (group) => group.querySelector('button[aria-expanded=false]');
  for (let number = 0; number < groups().length; number++) {
    const group = groups()[number];
    if (!unfold(group)) continue;
    unfold(group).click();
    await pause(500);
    for (let page = 0; page < 2; page++) {
      group.querySelector('button:not([aria-expanded])')?.click();
      await pause(300);
    }
    const find = group.querySelector('.facet-search');
    for (const text of find ? ['a', 'an', 'and', ''] : []) {
      find.value = text;
      find.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await pause(300);
    }
    group.querySelector('button[aria-expanded=true]')?.click();
    await pause(300);
  }
`;

/** Types a text as a person does: with trusted events, one key per interval. */
async function write(browser, text) {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let next = performance.now();
  for (const key of text) {
    next += KEY_INTERVAL;
    const release = async () => {
      await pause(KEY_INTERVAL / 2);
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    };
    // A page that is busy answers late; the next key does not wait for that.
    await Promise.all([
      browser.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }),
      release(),
      pause(next - performance.now()),
    ]);
  }
}

async function round() {
  const browser = await launch();
  try {
    const run = (script) => browser.evaluate(`(async () => { ${PAGE_FUNCTIONS} ${script} })()`);
    const tasks = recordTasks(browser);
    await browser.send('Emulation.setDeviceMetricsOverride', WINDOW);
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVE_DATA });
    let opened;
    const start = await tasks.longest(async () => {
      await browser.open(address);
      opened = await run(START);
    });
    const { items, titles, painted } = opened;
    const typeAll = async () => {
      await run(OBSERVE);
      const longest = await tasks.longest(async () => {
        for (const title of titles) {
          await write(browser, title);
          await run(EMPTY);
        }
      });
      const reported = await run('return [...interactions.values()]');
      // The browser does not report the shortest ones.
      const keys = titles.reduce((sum, title) => sum + [...title].length, 0);
      const missing = Math.max(0, keys - reported.length);
      return { longest, times: [...reported, ...Array(missing).fill(SHORTEST_REPORTED)] };
    };
    const first = await typeAll();
    await run(SETTLE);
    const second = await typeAll();
    const times = await run(PRESS(titles));
    const scroll = await tasks.longest(() => run(SCROLL));
    const unfold = await tasks.longest(() => run(UNFOLD));
    await run(LONGEST);
    const open = await tasks.longest(() => run(OPEN));
    return {
      items,
      painted,
      times,
      interactions: { first: first.times, second: second.times },
      tasks: { start, first: first.longest, second: second.longest, scroll, open, unfold },
    };
  } finally {
    await browser.close();
  }
}

const runs = [];
for (let number = 0; number < Number(rounds); number++) runs.push(await round());

const medianOf = (figure) => median(runs.map(figure));
const rounded = (ms) => Math.round(ms * 100) / 100;
/** Returns what `figure` gives for each key of an object, by that key. */
const each = (keys, figure) => Object.fromEntries(keys.map((key) => [key, figure(key)]));
/** The time of each key: the median over the rounds. */
const keys = runs[0].times.map((_, key) => medianOf(({ times }) => times[key]));
const interactions = (time) => {
  const share = (share) =>
    rounded(medianOf(({ interactions }) => percentile(interactions[time], share)));
  return { p50: share(0.5), p95: share(0.95), worst: share(1) };
};
/** The longest task of an activity: the median over the rounds. */
const task = (activity) =>
  each(['duration', 'processor'], (kind) => rounded(medianOf(({ tasks }) => tasks[activity][kind])));
process.stdout.write(
  JSON.stringify({
    items: runs[0].items,
    painted: rounded(medianOf(({ painted }) => painted)),
    keys: keys.length,
    p50: rounded(percentile(keys, 0.5)),
    p95: rounded(percentile(keys, 0.95)),
    interactions: each(['first', 'second'], interactions),
    tasks: each(Object.keys(runs[0].tasks), task),
  }),
);
