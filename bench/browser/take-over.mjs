/**
 * Measures the take-over of the published page by the program: its cost, and the input and focus
 * that it loses. Runs in headless Chromium, on one built edition or on two that take turns.
 *
 *   node bench/browser/take-over.mjs ADDRESS [ADDRESS2] [--rounds N]
 *
 * Each visit has a fresh browser. The script types as soon as the page accepts input, and the page
 * is live when results answer those letters. That moment is the same for every way of starting the
 * program. Prints Markdown: medians in ms, and what is kept or lost. With `--rounds 0` it prints
 * only the latter.
 */
import { launch } from './chrome.mjs';
import { median } from './statistics.mjs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

const { positionals: addresses, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '25' } },
});
const rounds = Number(values.rounds);
if (addresses.length < 1 || addresses.length > 2 || !(rounds >= 0)) {
  throw new Error('usage: node bench/browser/take-over.mjs ADDRESS [ADDRESS2] [--rounds N]');
}

const WIDE = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
const NARROW = { ...WIDE, width: 400 };

/** The network of Lighthouse's mobile preset, as it has the browser throttle it. */
const SLOW_LINE = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_440_000 / 8,
  uploadThroughput: 675_000 / 8,
};

/** The machines to load the pages on: a name, the slow-down of the processor, and the network. */
const MACHINES = [
  { name: 'this machine', slowdown: 1 },
  { name: 'a processor slowed down fourfold', slowdown: 4 },
  { name: 'the same and a slow line', slowdown: 4, network: SLOW_LINE },
];

/** The timeout for the start of the program, in ms. */
const TIMEOUT = 60_000;

/**
 * Runs in the page before its own scripts: types into the search box, and waits for the results.
 * The timer is negligible work. While the program works it waits, and it fires right after the task
 * that answers.
 */
const TYPE_EARLY = `globalThis.live = new Promise((resolve) => {
  const typeAndWait = () => {
    const visibleStatus = () => {
      const status = document.querySelector('.status');
      return status && !status.closest('[hidden]') ? status.textContent : undefined;
    };
    const before = visibleStatus();
    const box = document.querySelector('input[type=search]');
    box.focus();
    box.value = document.querySelector('article h1, .results h2').textContent.slice(0, 4);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const timer = setInterval(() => {
      const now = visibleStatus();
      if (now === undefined || now === before) return;
      clearInterval(timer);
      const live = performance.mark('live').startTime;
      const resources = performance.getEntriesByType('resource');
      const loaded = resources.find(({ name }) => name.endsWith('.wasm')).responseEnd;
      resolve({ live, loaded });
    }, 4);
  };
  addEventListener('DOMContentLoaded', () => setTimeout(typeAndWait));
})`;

/**
 * Runs in the page before its own scripts: asks the page to save data, so that the service worker
 * does not store files while the visit is measured.
 */
const SAVE_DATA =
  "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

/** Starts a browser with a window of this size that asks pages to save data. */
async function startBrowser(size) {
  const browser = await launch();
  await browser.send('Emulation.setDeviceMetricsOverride', size);
  await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVE_DATA });
  return browser;
}

/**
 * Loads a page once. Returns times in ms: when the program was loaded and when the page was live,
 * and between these the main thread's busy time, its processor time, and its longest task.
 */
async function load(address, { slowdown, network }) {
  const browser = await startBrowser(WIDE);
  try {
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: TYPE_EARLY });
    await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (network) {
      await browser.send('Network.enable');
      await browser.send('Network.emulateNetworkConditions', network);
    }
    const events = [];
    browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    const traced = new Promise((resolve) => browser.on('Tracing.tracingComplete', resolve));
    const includedCategories = ['toplevel', 'blink.user_timing'];
    await browser.send('Tracing.start', { traceConfig: { includedCategories } });
    await browser.open(address);
    const { live, loaded } = await browser.evaluate('live');
    await browser.send('Tracing.end');
    await traced;
    const tasks = tasksBetween(events, loaded, live);
    const sum = (figure) => tasks.reduce((sum, task) => sum + task[figure], 0);
    const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
    return { loaded, live, busy: sum('duration'), processor: sum('processor'), longest };
  } finally {
    await browser.close();
  }
}

/**
 * Returns the main thread's tasks between two times of the page's clock, each with its duration and
 * its processor time in ms. Processor time varies less on a machine that does other work as well.
 */
function tasksBetween(events, from, to) {
  const mark = events.find(({ name, cat }) => name === 'live' && cat.includes('user_timing'));
  const [first, last] = [mark.ts - (to - from) * 1000, mark.ts];
  return events
    .filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X')
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .map(({ ts, dur, tdur }) => {
      const duration = (Math.min(ts + dur, last) - Math.max(ts, first)) / 1000;
      return { duration, processor: tdur ? (duration * tdur) / dur : 0 };
    })
    .filter(({ duration }) => duration > 0);
}

/**
 * Actions of a reader before the program runs: on the results page or an article, in a window of a
 * size. `state` is evaluated in the page before and after the take-over. It must be truthy before,
 * and the action is kept if it is equal after.
 */
const EARLY_ACTIONS = [
  {
    name: 'focus in the search box',
    act: (page) => page.click('#search'),
    state: "document.activeElement.id === 'search' && 'there'",
  },
  {
    name: 'text typed into it, and the caret in the middle',
    act: async (page) => {
      await page.click('#search');
      await page.write('and so');
      for (let turn = 0; turn < 3; turn++) await page.press('ArrowLeft', 37);
    },
    state: `['value', 'selectionStart', 'selectionEnd']
      .map((name) => document.querySelector('#search')[name])
      .join()`,
  },
  {
    name: 'focus on a link of the article',
    article: true,
    act: (page) => page.run("document.querySelector('article a').focus()"),
    state: "document.activeElement.closest('article a')?.href",
  },
  {
    name: 'text of the article selected with the mouse',
    article: true,
    act: (page) => page.drag('.prose p'),
    state: 'getSelection().toString()',
  },
  {
    name: 'paragraphs selected, as with the keyboard',
    article: true,
    act: (page) =>
      page.run(`{
        const [first, second] = document.querySelectorAll('.prose p');
        getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
      }`),
    state: 'getSelection().toString()',
  },
  {
    name: 'scroll position in the article',
    article: true,
    act: (page) => page.run('scrollTo(0, 500)'),
    state: 'scrollY',
  },
  {
    name: 'filters, opened in a narrow window',
    size: NARROW,
    act: (page) => page.click('[popovertarget=facets]'),
    state: "document.querySelector('#facets:popover-open') && 'open'",
  },
  {
    name: 'a ticked filter',
    act: (page) => page.click('#facets input[type=checkbox]'),
    state: "document.querySelector('#facets input[type=checkbox]').checked",
  },
  {
    name: 'the element that a screen reader is on',
    article: true,
    act: (page) => page.run("globalThis.current = document.querySelector('.prose p')"),
    state: "globalThis.current?.isConnected && 'there'",
  },
];

/** Returns whether the take-over keeps the result of an action. */
async function isKept(address, { act, state, size = WIDE }) {
  const browser = await startBrowser(size);
  try {
    const paused = new Promise((resolve) => browser.on('Fetch.requestPaused', resolve));
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*.wasm' }] });
    await browser.open(address);
    const { requestId } = await paused;
    await act(input(browser));
    const before = await browser.evaluate(state);
    if (!before) throw new Error(`the action has no effect: ${state} is ${before}`);
    await browser.send('Fetch.continueRequest', { requestId });
    // The program has started when it has written the history entry and removed the published page.
    // The pause is for its deferred work.
    await browser.evaluate(`(async () => {
      const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const isRunning = () => history.state !== null && !document.getElementById('still');
      for (let waited = 0; !isRunning(); waited += 50) {
        if (waited > ${TIMEOUT}) throw new Error('the program does not start');
        await pause(50);
      }
      await pause(1000);
    })()`);
    return (await browser.evaluate(state)) === before;
  } finally {
    await browser.close();
  }
}

/** Returns functions that send a reader's input to the page. */
function input({ send, evaluate }) {
  const run = (script) => evaluate(`{ ${script} } undefined`);
  const box = (selector) =>
    evaluate(`document.querySelector('${selector}').getBoundingClientRect().toJSON()`);
  const mouse = (type, x, y, buttons) =>
    send('Input.dispatchMouseEvent', { type, x, y, buttons, button: 'left', clickCount: 1 });
  const key = (type, name, code) =>
    send('Input.dispatchKeyEvent', { type, key: name, code: name, windowsVirtualKeyCode: code });
  return {
    run,
    write: (text) => send('Input.insertText', { text }),
    async press(name, code) {
      await key('rawKeyDown', name, code);
      await key('keyUp', name, code);
    },
    async click(selector) {
      await run(`document.querySelector('${selector}').scrollIntoView({ block: 'nearest' })`);
      const { x, y, width, height } = await box(selector);
      const at = [x + width / 2, y + height / 2];
      await mouse('mousePressed', ...at, 1);
      await mouse('mouseReleased', ...at, 0);
    },
    /** Selects some words outside of a link, because dragging a link does not select its text. */
    async drag(selector) {
      const [from, to, y] = await evaluate(`(() => {
        const nodes = [...document.querySelector('${selector}').childNodes];
        const text = nodes.find(({ data }) => data?.length > 20);
        text.parentElement.scrollIntoView({ block: 'center' });
        const words = document.createRange();
        words.setStart(text, 3);
        words.setEnd(text, 15);
        const { left, right, top, height } = words.getClientRects()[0];
        return [left, right, top + height / 2];
      })()`);
      await mouse('mousePressed', from, y, 1);
      await mouse('mouseMoved', to, y, 1);
      await mouse('mouseReleased', to, y, 0);
    },
  };
}

/** Returns the address of an edition's first article. */
async function firstArticle(address) {
  const browser = await startBrowser(WIDE);
  try {
    await browser.open(address);
    const link = '.results h2 a, .results a:has(h2)';
    return await browser.evaluate(`document.querySelector('${link}').href`);
  } finally {
    await browser.close();
  }
}

const print = (line) => process.stdout.write(`${line}\n`);
const printRow = (cells) => print(`| ${cells.join(' | ')} |`);
const articles = await Promise.all(addresses.map(firstArticle));

if (rounds > 0) {
  print(`Load of the machine before: ${loadavg()[0].toFixed(1)}. ${rounds} visits each.\n`);
  printRow([
    'page',
    'on',
    'edition',
    'program loaded',
    'live',
    'busy from loaded to live',
    'of this processor time',
    'longest task',
  ]);
  print('|---|---|---|---:|---:|---:|---:|---:|');
  for (const [page, pageAddresses] of [['results', addresses], ['reader', articles]]) {
    for (const machine of MACHINES) {
      const runs = pageAddresses.map(() => []);
      for (let round = 0; round < rounds; round++) {
        // The order alternates, so that no edition is always the first.
        const turns = [...pageAddresses.keys()];
        if (round % 2) turns.reverse();
        for (const turn of turns) runs[turn].push(await load(pageAddresses[turn], machine));
      }
      for (const [edition, visits] of runs.entries()) {
        const figures = ['loaded', 'live', 'busy', 'processor', 'longest'].map((figure) =>
          median(visits.map((visit) => visit[figure])).toFixed(1),
        );
        printRow([page, machine.name, addresses[edition], ...figures]);
      }
    }
  }
  print(`\nLoad of the machine after: ${loadavg()[0].toFixed(1)}.\n`);
}

printRow(['done before the program runs', ...addresses]);
print(`|---|${addresses.map(() => '---|').join('')}`);
for (const action of EARLY_ACTIONS) {
  const outcomes = [];
  for (const [edition, address] of addresses.entries()) {
    const page = action.article ? articles[edition] : address;
    outcomes.push((await isKept(page, action)) ? 'kept' : 'lost');
  }
  printRow([action.name, ...outcomes]);
}
