/**
 * Asks a published site and other engines the same queries, and prints what each answers.
 *
 *   scripts/with bench node bench/browser/answers.mjs --documents FILE --pagefind FOLDER
 *        --work FOLDER -- SITE QUERY…
 *
 * SITE is a published site, whose page is opened at each query. The file of --documents has a line
 * of JSON {id, title, text, address} for each of its articles, in their order; the other engines
 * index these. The folder of --pagefind is Pagefind's index of a page ID.html for each of them. All
 * engines run in a headless browser, and answer with their method `search`. Prints JSON: the
 * browser's version, and for each engine its name, version and the addresses of its first ten
 * results for each query.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, version } from './bundle.mjs';
import { launch } from './chrome.mjs';
import { serve } from './server.mjs';

/** The other engines in the order of the report. */
const ENGINES = ['minisearch', 'orama', 'lunr', 'flexsearch', 'pagefind'];

/** The limit for the answers to all queries, in ms. */
const LIMIT = 600_000;

/** The limit for the page's answer to one query, in ms. */
const PAGE_LIMIT = 30_000;

/** The time in ms after which an answer of the page counts as final, unless it changes. */
const SETTLED = 1000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string' },
    pagefind: { type: 'string' },
    work: { type: 'string' },
  },
});
const [site, ...queries] = positionals;
if (!values.documents || !values.pagefind || !values.work || queries.length === 0) {
  throw new Error(
    'usage: answers.mjs --documents FILE --pagefind FOLDER --work FOLDER -- SITE QUERY…',
  );
}
const addresses = readFileSync(values.documents, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).address);
const log = (text) => process.stderr.write(`bench: ${text}\n`);

/**
 * An expression that returns the addresses of the first ten results in a page of Cuttings and their
 * contents, or `undefined` while the page or their records are on their way.
 */
const SHOWN = `(() => {
  if (!document.querySelector('#page main') || document.getElementById('still')) return undefined;
  const items = [...document.querySelectorAll('#page .result-area > div > .results > li')].slice(0, 10);
  if (items.some((item) => !item.querySelector('a'))) return undefined;
  const addresses = items.map((item) => new URL(item.querySelector('a').href).pathname);
  return { addresses, contents: items.map((item) => item.textContent) };
})()`;

/** Opens the site's page at each query. */
async function askSite(browser) {
  const host = await serve({ '/': resolve(site) });
  const answers = [];
  for (const query of queries) {
    await browser.open(`${host.origin}/?q=${encodeURIComponent(query)}`);
    answers.push(await settledAnswer(browser, query));
  }
  await host.close();
  return answers;
}

async function settledAnswer(browser, query) {
  const end = performance.now() + PAGE_LIMIT;
  let last;
  let since = performance.now();
  while (performance.now() < end) {
    const shown = JSON.stringify(await browser.evaluate(SHOWN));
    if (shown !== last) {
      last = shown;
      since = performance.now();
    }
    if (last && performance.now() - since > SETTLED) return JSON.parse(last).addresses;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${query}: the page has no answer in ${PAGE_LIMIT / 1000} s`);
}

/** Builds the index of another engine, unless it is Pagefind's, and asks it in an empty page. */
async function askEngine(browser, name, host, packed) {
  const isPagefind = name === 'pagefind';
  const base = isPagefind ? '/pagefind' : `/data/${name}`;
  const files = {};
  if (!isPagefind) {
    const data = resolve(values.work, name);
    const script = join(import.meta.dirname, 'build-index.mjs');
    const program = join(packed, 'node', `${name}.mjs`);
    execFileSync(process.execPath, [script, program, values.documents, data]);
    for (const file of readdirSync(data)) files[file] = `${base}/${file}`;
  }
  await browser.open(`${host.origin}/page.html`);
  const call = (method, ...parameters) => {
    const list = parameters.map((value) => JSON.stringify(value)).join(', ');
    return browser.evaluate(`bench.${method}(${list})`);
  };
  await call('open', name, base, files, queries[0]);
  const ids = await call('answers', 'search', queries, LIMIT);
  return ids.map((found) => found.map((id) => addresses[id]));
}

const packed = resolve(values.work, 'packed');
await bundle(ENGINES, packed);
const browser = await launch();
try {
  log('asking the site');
  const engines = [{ name: 'Cuttings', answers: await askSite(browser) }];
  const host = await serve({
    '/engines/': join(packed, 'browser'),
    '/data/': resolve(values.work),
    '/pagefind/': resolve(values.pagefind),
    '/': import.meta.dirname,
  });
  for (const engine of ENGINES) {
    const { about } = await import(pathToFileURL(join(packed, 'node', `${engine}.mjs`)));
    log(`asking ${about.name}`);
    const answers = await askEngine(browser, engine, host, packed);
    engines.push({ name: about.name, version: version(about.package), answers });
  }
  await host.close();
  console.log(JSON.stringify({ browser: browser.version, engines }));
} finally {
  await browser.close();
}
