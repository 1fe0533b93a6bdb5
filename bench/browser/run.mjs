/**
 * Compares all engines on the same documents and the same queries, in headless Chromium.
 *
 *   scripts/with test node bench/browser/run.mjs --work DIR --out FILE
 *                                                [--engine DIR --indexer PROGRAM] [--rounds N]
 *                                                [--quick]
 *
 * `--engine` is the folder with wasm-bindgen's output for our own engine, `--indexer` the program
 * that builds its index. Without them, only the other libraries are measured. The environment
 * variables BENCH_CORPUS, BENCH_DOCS and BENCH_ENGINES choose the files of documents, the numbers
 * of documents, and the engines (all by default). Each combination of file and number is a run.
 *
 * Engines take turns: a round visits each once, in a fresh browser. The time of a query is the
 * median over the rounds. A run is written when it ends, and replaces the run in FILE on the same
 * documents.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, engineNames } from './bundle.mjs';
import { corpus } from './corpus.mjs';
import { queries as drawQueries } from './queries.mjs';
import { serve } from './server.mjs';
import { fileSizes } from './sizes.mjs';
import { faults, summary } from './summary.mjs';
import { visit } from './visit.mjs';

const here = import.meta.dirname;

const { values: options } = parseArgs({
  options: {
    work: { type: 'string' },
    out: { type: 'string' },
    engine: { type: 'string' },
    indexer: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

/** The number of rounds, and the time limits in ms for warming up and for measuring a row. */
const LIMITS = options.quick
  ? { rounds: 1, warm: 10, row: 100 }
  : { rounds: 5, warm: 300, row: 4000 };
if (options.rounds) LIMITS.rounds = Number(options.rounds);
const QUICK_DOCUMENTS = 300;
/**
 * The duration of a visit in ms above which an engine has only `LONG_ROUNDS` rounds. Long times
 * vary little.
 */
const LONG_VISIT = 25_000;
const LONG_ROUNDS = 2;

/** The module's file name in wasm-bindgen's output. */
const WASM = 'cuttings_bench_bg.wasm';

const log = (text) => process.stderr.write(`bench: ${text}\n`);
const work = resolve(options.work);
const bundleFolder = join(work, 'packed');

const wasmFolder = options.engine && options.indexer && resolve(options.engine);
const list = (variable, fallback) =>
  process.env[variable]?.split(',').filter(Boolean) ?? fallback;
const engines = list('BENCH_ENGINES', engineNames()).filter(
  (name) => wasmFolder || !name.startsWith('cuttings'),
);
await bundle(engines, bundleFolder, wasmFolder);

const measureFiles = fileSizes(join(work, 'wire.json'), options.quick);
const files = options.quick ? [undefined] : list('BENCH_CORPUS', [undefined]);
const counts = options.quick ? [QUICK_DOCUMENTS] : list('BENCH_DOCS', ['10000']).map(Number);
const runs = [];
for (const file of files) {
  for (const count of counts) {
    const documents = corpus(file, count);
    // A file with fewer documents has runs for the smaller numbers only.
    if (documents.documents.length !== count) continue;
    const result = await run(documents);
    runs.push(result);
    store(result);
  }
}
if (runs.length === 0) throw new Error('no corpus has as many documents as BENCH_DOCS asks for');
if (options.quick) {
  const found = runs.flatMap(faults);
  found.forEach((fault) => console.error(`bench: FAULT: ${fault}`));
  process.exitCode = found.length > 0 ? 1 : 0;
}

/** Writes a run to the output file, in place of an earlier one on the same documents. */
function store(result) {
  const before = existsSync(options.out) ? JSON.parse(readFileSync(options.out, 'utf8')).runs : [];
  const isSame = ({ corpus: { name, documents } }) =>
    name === result.corpus.name && documents === result.corpus.documents;
  const others = before.filter((run) => !isSame(run));
  writeFileSync(options.out, JSON.stringify({ runs: [...others, result] }, null, 1));
}

async function run({ name, documents }) {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  const hash = createHash('sha256').update(lines).digest('hex').slice(0, 12);
  const folder = join(work, hash);
  mkdirSync(folder, { recursive: true });
  const source = join(folder, 'documents.jsonl');
  writeFileSync(source, lines);
  const queries = drawQueries(documents, options.quick);
  log(`${name}: ${documents.length} documents, ${(lines.length / 1e6).toFixed(1)} MB`);

  const contestants = [];
  for (const engine of engines) {
    const { about } = await import(pathToFileURL(join(bundleFolder, 'node', `${engine}.mjs`)));
    if (about.upTo && documents.length > about.upTo) continue;
    const data = join(folder, engine);
    const built = buildIndex(engine, source, data);
    log(`${about.name}: index built in ${built.seconds.toFixed(1)} s`);
    contestants.push({ engine, about, data, built, visits: [] });
  }
  // Compression takes as long as all the rest, so it runs in parallel before anything is measured.
  await Promise.all(
    contestants.map(async (contestant) => {
      const paths = filesOf(contestant.engine, contestant.about, contestant.data);
      const [code, index] = await Promise.all([
        measureFiles(paths.code),
        measureFiles(paths.index),
      ]);
      contestant.sizes = { code, index };
      log(`${contestant.about.name}: ${(index.brotli / 1e6).toFixed(2)} MB of brotli`);
    }),
  );

  const server = await serve({
    '/engines/': join(bundleFolder, 'browser'),
    '/data/': folder,
    ...(wasmFolder && { '/ours/': wasmFolder }),
    '/': here,
  });
  try {
    for (let round = 0; round < LIMITS.rounds; round++) {
      for (const contestant of contestants) {
        if (contestant.duration > LONG_VISIT && round >= LONG_ROUNDS) continue;
        const start = performance.now();
        await visitOnce(contestant, round, server, queries);
        contestant.duration = performance.now() - start;
        if (round === 0) {
          log(`${contestant.about.name}: visited in ${(contestant.duration / 1000).toFixed(1)} s`);
        }
      }
      log(`round ${round + 1} of ${LIMITS.rounds}`);
    }
  } finally {
    await server.close();
  }
  const bytes = documents.reduce(
    (sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text),
    0,
  );
  return {
    corpus: { name, documents: documents.length, bytes },
    rounds: LIMITS.rounds,
    browser: contestants[0]?.visits[0]?.version,
    engines: contestants.map((contestant) => summary(contestant, queries)),
  };
}

/** Builds an engine's index, unless a stored one was built from the same inputs. */
function buildIndex(engine, source, data) {
  const program = join(bundleFolder, 'node', `${engine}.mjs`);
  const hash = createHash('sha256')
    .update(readFileSync(program))
    .update(readFileSync(join(here, 'package-lock.json')));
  if (options.indexer) hash.update(readFileSync(options.indexer));
  const key = hash.digest('hex');
  const record = `${data}.json`;
  if (existsSync(record)) {
    const built = JSON.parse(readFileSync(record, 'utf8'));
    if (built.key === key) return built;
  }
  const script = join(here, 'build-index.mjs');
  const output = execFileSync(
    process.execPath,
    ['--max-old-space-size=12000', script, program, source, data, options.indexer ?? ''],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
  );
  const built = { key, ...JSON.parse(output.trim().split('\n').at(-1)) };
  writeFileSync(record, JSON.stringify(built));
  return built;
}

/** Returns the paths of the files that a page with this engine loads: its code, and its index. */
function filesOf(engine, about, data) {
  const all = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const script = join(bundleFolder, 'browser', `${engine}.js`);
  const isCode = (file) => about.code?.some((pattern) => new RegExp(pattern).test(file));
  const isIgnored = (file) => about.ignored?.some((pattern) => new RegExp(pattern).test(file));
  return {
    code: [
      ...(about.fetches ? [] : [script]),
      ...(about.ours ? [join(wasmFolder, WASM)] : []),
      ...all.filter(isCode),
    ],
    index: all.filter((file) => !isCode(file) && !isIgnored(file)),
  };
}

async function visitOnce({ engine, about, data, visits }, round, server, queries) {
  const sentBefore = server.sent.length;
  const base = `/data/${engine}`;
  const files = about.fetches
    ? {}
    : Object.fromEntries(readdirSync(data).map((name) => [name, `${base}/${name}`]));
  if (about.ours) files['engine.wasm'] = `/ours/${WASM}`;
  const limits = { ...LIMITS, answers: round === 0 };
  const visited = await visit({ engine, files, origin: server.origin, base, queries, limits });
  visited.fetched = server.sent.slice(sentBefore).filter(({ path }) => path.startsWith(base));
  visits.push(visited);
}
