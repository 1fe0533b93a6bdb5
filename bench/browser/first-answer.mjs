/**
 * Measures the first answer on a slow line: from the navigation to the titles of a query's results,
 * and to the texts of the first ten, with the bytes until either and the requests until then.
 *
 *   node bench/browser/first-answer.mjs SITE QUERY… [--pagefind FOLDER] [--minisearch FOLDER]
 *        [--kilobits 1440] [--latency 150] [--rounds 3] [--files] [--json]
 *
 * SITE is a published site. The folder of --pagefind is what Pagefind wrote for the same articles;
 * its page loads Pagefind's script, searches, and reads the data of ten results. The folder of
 * --minisearch is what minisearch-site.mjs wrote; its page downloads the library and the index,
 * searches, and shows ten titles. It has no texts. The host sends compressed copies where they lie
 * beside the files, and is the slow line itself: the browser's own throttling does not reach
 * requests of workers, which Pagefind makes. Each visit has a fresh browser that asks to save data,
 * so that nothing is fetched ahead. Prints a Markdown table of medians, or with --json an object
 * for other programs, in ms and bytes; with --files also the files of the last visit, each with its
 * bytes and the ms since the first request.
 */
import { launch } from './chrome.mjs';
import { median } from './statistics.mjs';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pagefind: { type: 'string' },
    minisearch: { type: 'string' },
    kilobits: { type: 'string', default: '1440' },
    latency: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    files: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [site, ...queries] = positionals;
if (!site || queries.length === 0) {
  throw new Error('usage: node bench/browser/first-answer.mjs SITE QUERY… [--pagefind FOLDER] …');
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Keeps the browser from requesting an icon that the pages of the other engines do not have. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** The page that searches with Pagefind. */
const PAGEFIND_PAGE = `<!doctype html><meta charset="utf-8"><title>Pagefind</title>${NO_ICON}
<script type="module">
  const pagefind = await import('/pagefind/pagefind.js');
  await pagefind.init();
  const { results } = await pagefind.search(new URLSearchParams(location.search).get('q'));
  const items = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  document.body.append(...items.map(({ meta, excerpt }) => {
    const item = document.createElement('p');
    item.innerHTML = meta.title + ' ' + excerpt;
    return item;
  }));
  const now = performance.now();
  globalThis.firstAnswer = { titles: now, texts: now, shown: items.length };
</script><body>`;

/** The page that searches with MiniSearch. Library and index arrive side by side. */
const MINISEARCH_PAGE = `<!doctype html><meta charset="utf-8"><title>MiniSearch</title>${NO_ICON}
<script type="module">
  const [{ MiniSearch, OPTIONS }, index] = await Promise.all([
    import('/minisearch.js'),
    fetch('/index.json').then((response) => response.text()),
  ]);
  const search = MiniSearch.loadJSON(index, OPTIONS);
  const results = search.search(new URLSearchParams(location.search).get('q'));
  const items = results.slice(0, 10);
  document.body.append(...items.map(({ title }) => {
    const item = document.createElement('p');
    item.textContent = title;
    return item;
  }));
  globalThis.firstAnswer = { titles: performance.now(), shown: items.length };
</script><body>`;

/** Runs in a page of Cuttings before its own scripts, and notes when the answer is there. */
const WATCH = `
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  const noted = {};
  const timer = setInterval(() => {
    if (!document.body || document.getElementById('still')) return;
    const cards = [...document.querySelectorAll('#page .result-area > div > .results > li')].slice(0, 10);
    if (cards.length === 0) return;
    if (noted.titles === undefined) {
      noted.titles = performance.now();
      const entries = performance.getEntries().filter((it) => it.responseEnd <= noted.titles);
      noted.bytesOfTitles = entries.reduce((sum, it) => sum + (it.encodedBodySize ?? 0), 0);
    }
    if (!cards.every((card) => card.querySelector('.summary')?.textContent.trim())) return;
    noted.texts = performance.now();
    noted.shown = cards.length;
    clearInterval(timer);
    globalThis.firstAnswer = noted;
  }, 5);`;

/** The number of bytes that the line carries at a time: responses take turns. */
const PIECE = 2048;

/** Sends responses over a line of a fixed rate, in turns. */
function slowLine() {
  const bytesPerMillisecond = Number(values.kilobits) / 8;
  const waiting = [];
  let isBusy = false;
  const carry = async () => {
    isBusy = true;
    let free = performance.now();
    for (let next; (next = waiting.shift()); ) {
      const { response, body } = next;
      const piece = body.subarray(0, PIECE);
      free += piece.length / bytesPerMillisecond;
      // Timers are late, and later pieces make up for it.
      const delay = free - performance.now();
      if (delay > 1) await new Promise((resolve) => setTimeout(resolve, delay));
      response.write(piece);
      if (body.length > PIECE) waiting.push({ response, body: body.subarray(PIECE) });
      else response.end();
    }
    isBusy = false;
  };
  return (response, body) => {
    waiting.push({ response, body });
    if (!isBusy) carry();
  };
}

/** Serves a folder with its compressed copies, and counts what it sends. */
async function serve(folder, extra = {}) {
  const sent = { bytes: 0, requests: 0, files: [] };
  const send = slowLine();
  const server = createServer(async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, Number(values.latency)));
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const exists = (name) => statSync(name, { throwIfNoEntry: false })?.isFile();
    const copy = exists(`${file}.br`);
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
    if (copy) headers['Content-Encoding'] = 'br';
    // As in `_headers`: these files are named by their content.
    if (path.startsWith('/assets/')) headers['Cache-Control'] = 'max-age=31536000, immutable';
    const read = () => (exists(file) ? readFileSync(copy ? `${file}.br` : file) : undefined);
    const body = extra[path] ?? read();
    sent.requests += 1;
    sent.bytes += body?.length ?? 0;
    sent.files.push({ path, bytes: body?.length ?? 0, time: performance.now() });
    response.writeHead(body === undefined ? 404 : 200, headers);
    send(response, Buffer.from(body ?? ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, close };
}

/** The limit for an answer in minutes. A whole index of a large edition takes long to arrive. */
const LIMIT = 10;

/** The time, in ms, for the work of a browser that has just started. Readers' browsers run. */
const SETTLING = 1500;

let browserVersion;
/** Opens an address, and returns the times in ms, the bytes and the requests. */
async function visit({ origin, sent }, path, script) {
  const browser = await launch();
  browserVersion = browser.version;
  try {
    if (script) await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    Object.assign(sent, { bytes: 0, requests: 0, files: [] });
    await browser.send('Page.navigate', { url: origin + path });
    const end = performance.now() + LIMIT * 60_000;
    while (performance.now() < end) {
      const answer = await browser.evaluate('globalThis.firstAnswer').catch(() => undefined);
      if (answer) return { bytesOfTitles: sent.bytes, ...answer, ...sent };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${path}: no answer in ${LIMIT} minutes; does the query have results?`);
  } finally {
    await browser.close();
  }
}

/**
 * Returns the medians of the visits, in ms and bytes, with the number of results that were shown,
 * at most ten. Without texts, `texts` is `undefined`.
 */
function medians(visits) {
  const middle = (key) => median(visits.map((one) => one[key]));
  const keys = ['titles', 'bytesOfTitles', 'texts', 'bytes', 'requests', 'shown'];
  return Object.fromEntries(keys.map((key) => [key, middle(key)]));
}

const seconds = (milliseconds) =>
  milliseconds === undefined ? '–' : (milliseconds / 1000).toFixed(2);
const kilobytes = (bytes) => (bytes / 1000).toFixed(0);

function printFiles(files) {
  const [{ time: first }] = files;
  for (const { path, bytes, time } of files) {
    const columns = [(time - first).toFixed(0).padStart(6), String(bytes).padStart(8), path];
    console.error(columns.join(' '));
  }
}

function printTable(answers) {
  console.log('| query | page | titles, s | KB | texts of ten, s | KB | requests |');
  console.log('|---|---|---:|---:|---:|---:|---:|');
  for (const { query, page, titles, bytesOfTitles, texts, bytes, requests } of answers) {
    const cells = [query, page, seconds(titles), kilobytes(bytesOfTitles), seconds(texts)];
    console.log(`| ${[...cells, kilobytes(bytes), requests].join(' | ')} |`);
  }
}

const pages = [['Cuttings', await serve(site), WATCH]];
if (values.pagefind) {
  const page = await serve(join(values.pagefind, '..'), { '/': PAGEFIND_PAGE });
  pages.push(['Pagefind', page, undefined]);
}
if (values.minisearch) {
  pages.push(['MiniSearch', await serve(values.minisearch, { '/': MINISEARCH_PAGE }), undefined]);
}
const answers = [];
for (const query of queries) {
  // The pages take turns, so that other work on the machine slows all of them.
  const visits = pages.map(() => []);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [number, [, host, script]] of pages.entries()) {
      visits[number].push(await visit(host, `/?q=${encodeURIComponent(query)}`, script));
    }
  }
  for (const [number, [page, host]] of pages.entries()) {
    answers.push({ query, page, ...medians(visits[number]) });
    if (values.files) printFiles(host.sent.files);
  }
}
await Promise.all(pages.map(([, host]) => host.close()));
if (values.json) console.log(JSON.stringify({ browser: browserVersion, answers }));
else printTable(answers);
