/**
 * What it costs that the program comes to a page that is already read, and what is lost by it: in headless Chromium, for
 * one built edition or for two that take turns.
 *
 *   node bench/browser/take-over.mjs ADDRESS [ADDRESS2] [--rounds N]
 *
 * Each visit is a fresh browser. As soon as the page can be typed into, something is, and the page is live when that is
 * answered by results: however the program comes, that is what it comes for. Prints Markdown, times in ms, medians; with
 * `--rounds 0` only what is lost.
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
  throw new Error('say where: node bench/browser/take-over.mjs ADDRESS [ADDRESS2] [--rounds N]');
}

const WIDE = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
const NARROW = { ...WIDE, width: 400 };

/** Lighthouse's phone, as its throttling by the browser itself has it. */
const PHONE = { offline: false, latency: 562.5, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 };

/** On what a page is loaded. */
const MACHINES = [
  { machine: 'this machine', slower: 1 },
  { machine: 'a processor slowed down fourfold', slower: 4 },
  { machine: 'the same and a slow line', slower: 4, line: PHONE },
];

/** How long a page may take to be live, in ms. */
const PATIENCE = 60_000;

/**
 * In the page, before its own scripts. A timer that looks every few milliseconds is no load; while the program works it
 * waits, and has its turn right behind the task that answers.
 */
const TYPE_EARLY = `globalThis.live = new Promise((done) => addEventListener('DOMContentLoaded', () => setTimeout(() => {
  const said = () => {
    const status = document.querySelector('.status');
    return status && !status.closest('[hidden]') ? status.textContent : undefined;
  };
  const before = said();
  const box = document.querySelector('input[type=search]');
  box.focus();
  box.value = document.querySelector('article h1, .results h2').textContent.slice(0, 4);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const timer = setInterval(() => {
    const now = said();
    if (now === undefined || now === before) return;
    clearInterval(timer);
    const live = performance.mark('live').startTime;
    const arrived = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).responseEnd;
    done({ live, arrived });
  }, 4);
})))`;

/** Who saves data has nothing kept for when the network is gone, which would go on beside. */
const SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

/** A browser in which a page can be opened that is not kept. */
async function visitor(size) {
  const browser = await launch();
  await browser.send('Emulation.setDeviceMetricsOverride', size);
  await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: SAVES_DATA });
  return browser;
}

/** One visit: when the page was live, and what the main thread did from the program's arrival to then. */
async function load(address, { slower, line }) {
  const browser = await visitor(WIDE);
  try {
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: TYPE_EARLY });
    await browser.send('Emulation.setCPUThrottlingRate', { rate: slower });
    if (line) {
      await browser.send('Network.enable');
      await browser.send('Network.emulateNetworkConditions', line);
    }
    const events = [];
    browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    const traced = new Promise((done) => browser.on('Tracing.tracingComplete', done));
    await browser.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] } });
    await browser.open(address);
    const { live, arrived } = await browser.evaluate('live');
    await browser.send('Tracing.end');
    await traced;
    const tasks = tasksBetween(events, arrived, live);
    const sum = (part) => tasks.reduce((sum, task) => sum + task[part], 0);
    const longest = Math.max(0, ...tasks.map(({ took }) => took));
    return { live, arrived, busy: sum('took'), worked: sum('worked'), longest };
  } finally {
    await browser.close();
  }
}

/**
 * How long each task of the page's main thread took that ran between two times of the page's own clock, and for how much of
 * that it had a processor: on a machine that does other things besides, it is the steadier figure.
 */
function tasksBetween(events, from, to) {
  const mark = events.find(({ name, cat }) => name === 'live' && cat.includes('user_timing'));
  const [first, last] = [mark.ts - (to - from) * 1000, mark.ts];
  return events
    .filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X')
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .map(({ ts, dur, tdur }) => {
      const took = (Math.min(ts + dur, last) - Math.max(ts, first)) / 1000;
      return { took, worked: tdur ? (took * tdur) / dur : 0 };
    })
    .filter(({ took }) => took > 0);
}

/**
 * What a person may have done before the program comes: in which page, in what window, how, and what has to be so before
 * and after. `look` is evaluated in the page; what it comes to must stay the same.
 */
const DONE = [
  {
    what: 'focus in the search box',
    act: (page) => page.click('#search'),
    look: "document.activeElement.id === 'search' && 'there'",
  },
  {
    what: 'text typed into it, and the caret in the middle',
    act: async (page) => {
      await page.click('#search');
      await page.write('and so');
      for (let turn = 0; turn < 3; turn++) await page.press('ArrowLeft', 37);
    },
    look: "['value', 'selectionStart', 'selectionEnd'].map((name) => document.querySelector('#search')[name]).join()",
  },
  {
    what: 'focus on a link of the article',
    article: true,
    act: (page) => page.run("document.querySelector('article a').focus()"),
    look: "document.activeElement.closest('article a')?.href",
  },
  {
    what: 'text of the article selected by mouse',
    article: true,
    act: (page) => page.drag('.prose p'),
    look: 'getSelection().toString()',
  },
  {
    what: 'paragraphs selected, as from the keyboard',
    article: true,
    act: (page) =>
      page.run(`{
        const [first, second] = document.querySelectorAll('.prose p');
        getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
      }`),
    look: 'getSelection().toString()',
  },
  {
    what: 'how far the article is scrolled',
    article: true,
    act: (page) => page.run('scrollTo(0, 500)'),
    look: 'scrollY',
  },
  {
    what: 'filters, opened in a narrow window',
    size: NARROW,
    act: (page) => page.click('[popovertarget=facets]'),
    look: "document.querySelector('#facets:popover-open') && 'open'",
  },
  {
    what: 'a filter ticked',
    act: (page) => page.click('#facets input[type=checkbox]'),
    look: "document.querySelector('#facets input[type=checkbox]').checked",
  },
  {
    what: 'the element that a screen reader stands on',
    article: true,
    act: (page) => page.run("globalThis.stood = document.querySelector('.prose p')"),
    look: "globalThis.stood?.isConnected && 'there'",
  },
];

/** Whether what was done to a page before the program came is as it was afterwards. */
async function survives(address, { act, look, size = WIDE }) {
  const browser = await visitor(size);
  try {
    const held = new Promise((done) => browser.on('Fetch.requestPaused', done));
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*.wasm' }] });
    await browser.open(address);
    const { requestId } = await held;
    await act(hands(browser));
    const before = await browser.evaluate(look);
    if (!before) throw new Error(`nothing to lose: ${look} is ${before}`);
    await browser.send('Fetch.continueRequest', { requestId });
    // By then it has written its entry in the history, and all that it does late is done.
    await browser.evaluate(`(async () => {
      const pause = (ms) => new Promise((done) => setTimeout(done, ms));
      for (let waited = 0; history.state === null || document.getElementById('still'); waited += 50) {
        if (waited > ${PATIENCE}) throw new Error('the program does not come');
        await pause(50);
      }
      await pause(1000);
    })()`);
    return (await browser.evaluate(look)) === before;
  } finally {
    await browser.close();
  }
}

/** What a person does to a page. */
function hands({ send, evaluate }) {
  const run = (script) => evaluate(`{ ${script} } undefined`);
  const box = (selector) => evaluate(`document.querySelector('${selector}').getBoundingClientRect().toJSON()`);
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
    /** Over some words of a text that lead nowhere: a link would be dragged away. */
    async drag(selector) {
      const [from, to, y] = await evaluate(`(() => {
        const text = [...document.querySelector('${selector}').childNodes].find(({ data }) => data?.length > 20);
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

/** The address of an edition's first article. */
async function article(address) {
  const browser = await visitor(WIDE);
  try {
    await browser.open(address);
    return await browser.evaluate("document.querySelector('.results h2 a, .results a:has(h2)').href");
  } finally {
    await browser.close();
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
const row = (cells) => say(`| ${cells.join(' | ')} |`);
const articles = await Promise.all(addresses.map(article));

if (rounds > 0) {
  say(`Load of the machine before: ${loadavg()[0].toFixed(1)}. ${rounds} visits each.\n`);
  row(['page', 'on', 'edition', 'program there', 'live', 'busy from there to live', 'of it processor', 'longest task']);
  say('|---|---|---|---:|---:|---:|---:|---:|');
  for (const [page, places] of [['results', addresses], ['reader', articles]]) {
    for (const how of MACHINES) {
      const runs = places.map(() => []);
      for (let round = 0; round < rounds; round++) {
        const turns = [...places.keys()];
        // Neither is always the first.
        for (const turn of round % 2 ? turns.reverse() : turns) runs[turn].push(await load(places[turn], how));
      }
      for (const [place, visits] of runs.entries()) {
        const of = (figure) => median(visits.map((visit) => visit[figure])).toFixed(1);
        row([page, how.machine, addresses[place], of('arrived'), of('live'), of('busy'), of('worked'), of('longest')]);
      }
    }
  }
  say(`\nLoad of the machine after: ${loadavg()[0].toFixed(1)}.\n`);
}

row(['done before the program comes', ...addresses]);
say(`|---|${addresses.map(() => '---|').join('')}`);
for (const deed of DONE) {
  const outcomes = [];
  for (const [place, address] of addresses.entries()) {
    outcomes.push((await survives(deed.article ? articles[place] : address, deed)) ? 'kept' : 'lost');
  }
  row([deed.what, ...outcomes]);
}
