/**
 * The whole comparison: every engine, on the same documents and the same queries, in one headless Chromium of one run.
 *
 *   scripts/with test node bench/browser/run.mjs --work DIR --out FILE
 *                                                [--engine DIR --indexer PROGRAM] [--rounds N] [--quick]
 *
 * `--engine` is where wasm-bindgen wrote our own engine, `--indexer` the program that builds its index; without them the
 * peers are measured alone. BENCH_CORPUS, BENCH_DOCS and BENCH_ENGINES say which documents, how many of them and which
 * engines (all by default); several files or numbers with commas make several runs.
 *
 * Engines take turns: a round visits each once, in a fresh browser; a query's time is the median over the rounds. A run
 * is written when it ends; those that FILE has of other documents stay there.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, names } from './bundle.mjs';
import { corpus } from './corpus.mjs';
import { queries as drawQueries } from './queries.mjs';
import { serve } from './server.mjs';
import { faults, summary } from './summary.mjs';
import { visit } from './visit.mjs';
import { scale } from './wire.mjs';

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

/** How long each row of a visit may take, in ms, and how many rounds there are. */
const PACE = options.quick ? { rounds: 1, warm: 10, row: 100 } : { rounds: 5, warm: 300, row: 4000 };
if (options.rounds) PACE.rounds = Number(options.rounds);
const QUICK_DOCUMENTS = 300;
/** An engine whose visit takes longer than this, in ms, gets so many rounds: what takes long varies little. */
const LONG_VISIT = 25_000;
const LONG_ROUNDS = 2;

/** What wasm-bindgen calls the module. */
const WASM = 'cuttings_bench_bg.wasm';

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const work = resolve(options.work);
const packedIn = join(work, 'packed');

const ours = options.engine && options.indexer && resolve(options.engine);
const list = (variable, otherwise) => process.env[variable]?.split(',').filter(Boolean) ?? otherwise;
const engines = list('BENCH_ENGINES', names()).filter((name) => ours || !name.startsWith('cuttings'));
await bundle(engines, packedIn, ours);

const wire = scale(join(work, 'wire.json'), options.quick);
const files = options.quick ? [undefined] : list('BENCH_CORPUS', [undefined]);
const sizes = options.quick ? [QUICK_DOCUMENTS] : list('BENCH_DOCS', ['10000']).map(Number);
const runs = [];
for (const file of files) {
  for (const size of sizes) {
    const chosen = corpus(file, size);
    // A file that has fewer documents has its turn with a smaller number.
    if (chosen.documents.length !== size) continue;
    const done = await run(chosen);
    runs.push(done);
    keep(done);
  }
}
if (runs.length === 0) throw new Error('no corpus has as many documents as BENCH_DOCS says');
if (options.quick) {
  const found = runs.flatMap(faults);
  found.forEach((fault) => console.error(`bench: FAULT: ${fault}`));
  process.exitCode = found.length > 0 ? 1 : 0;
}

/** Puts a run into the output, in the place of one of the same documents. */
function keep(done) {
  const before = existsSync(options.out) ? JSON.parse(readFileSync(options.out, 'utf8')).runs : [];
  const isSame = ({ corpus: { name, documents } }) =>
    name === done.corpus.name && documents === done.corpus.documents;
  const others = before.filter((one) => !isSame(one));
  writeFileSync(options.out, JSON.stringify({ runs: [...others, done] }, null, 1));
}

async function run({ name, documents }) {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  const folder = join(work, createHash('sha256').update(lines).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true });
  const source = join(folder, 'documents.jsonl');
  writeFileSync(source, lines);
  const queries = drawQueries(documents, options.quick);
  say(`${name}: ${documents.length} documents, ${(lines.length / 1e6).toFixed(1)} MB`);

  const taking = [];
  for (const engine of engines) {
    const { about } = await import(pathToFileURL(join(packedIn, 'node', `${engine}.mjs`)));
    if (about.upTo && documents.length > about.upTo) continue;
    const data = join(folder, engine);
    const built = buildIndex(engine, source, data);
    say(`${about.name}: built in ${built.seconds.toFixed(1)} s`);
    taking.push({ engine, about, data, built, visits: [] });
  }
  // Packing takes as long as everything else: all at once, when nothing is measured.
  await Promise.all(
    taking.map(async (one) => {
      const { code, index } = filesOf(one.engine, one.about, one.data);
      const [codeWeight, indexWeight] = await Promise.all([wire.weigh(code), wire.weigh(index)]);
      one.weights = { code: codeWeight, index: indexWeight };
      say(`${one.about.name}: ${(indexWeight.brotli / 1e6).toFixed(2)} MB brotli`);
    }),
  );

  const server = await serve({
    '/engines/': join(packedIn, 'browser'),
    '/data/': folder,
    ...(ours && { '/ours/': ours }),
    '/': here,
  });
  try {
    for (let round = 0; round < PACE.rounds; round++) {
      for (const one of taking) {
        if (one.took > LONG_VISIT && round >= LONG_ROUNDS) continue;
        const began = performance.now();
        await visitOnce(one, round, server, queries);
        one.took = performance.now() - began;
        if (round === 0) say(`${one.about.name}: visited in ${(one.took / 1000).toFixed(1)} s`);
      }
      say(`round ${round + 1} of ${PACE.rounds}`);
    }
  } finally {
    await server.close();
  }
  const texts = documents.reduce((sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text), 0);
  return {
    corpus: { name, documents: documents.length, bytes: texts },
    rounds: PACE.rounds,
    browser: taking[0]?.visits[0]?.version,
    engines: taking.map((one) => summary(one, queries)),
  };
}

/** Builds an engine's index unless the one that is there was built of the same things. */
function buildIndex(engine, source, data) {
  const program = join(packedIn, 'node', `${engine}.mjs`);
  const about = createHash('sha256')
    .update(readFileSync(program))
    .update(readFileSync(join(here, 'package-lock.json')));
  if (options.indexer) about.update(readFileSync(options.indexer));
  const key = about.digest('hex');
  const note = `${data}.json`;
  if (existsSync(note)) {
    const built = JSON.parse(readFileSync(note, 'utf8'));
    if (built.key === key) return built;
  }
  const output = execFileSync(
    process.execPath,
    ['--max-old-space-size=12000', join(here, 'build.mjs'), program, source, data, options.indexer ?? ''],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
  );
  const built = { key, ...JSON.parse(output.trim().split('\n').at(-1)) };
  writeFileSync(note, JSON.stringify(built));
  return built;
}

/** The files that a page with this engine loads, as paths: its code, and what holds the documents. */
function filesOf(engine, about, data) {
  const all = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const packed = join(packedIn, 'browser', `${engine}.js`);
  const isCode = (file) => about.code?.some((pattern) => new RegExp(pattern).test(file));
  const isIgnored = (file) => about.ignored?.some((pattern) => new RegExp(pattern).test(file));
  return {
    code: [...(about.fetches ? [] : [packed]), ...(about.ours ? [join(ours, WASM)] : []), ...all.filter(isCode)],
    index: all.filter((file) => !isCode(file) && !isIgnored(file)),
  };
}

async function visitOnce(one, round, server, queries) {
  const { engine, about, data, visits } = one;
  const sentBefore = server.sent.length;
  const base = `/data/${engine}`;
  const files = about.fetches ? {} : Object.fromEntries(readdirSync(data).map((name) => [name, `${base}/${name}`]));
  if (about.ours) files['engine.wasm'] = `/ours/${WASM}`;
  const pace = { ...PACE, answers: round === 0 };
  const visited = await visit({ engine, files, origin: server.origin, base, queries, pace });
  visited.fetched = server.sent.slice(sentBefore).filter(({ path }) => path.startsWith(base));
  visits.push(visited);
}
