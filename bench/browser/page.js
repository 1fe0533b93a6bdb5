/**
 * What runs in the page: opens one engine, asks it the queries and takes the time. Driven from `visit.mjs` through the
 * global `bench`.
 *
 * The clock ticks every 5 µs, so a query that takes less than a hundred ticks is asked as often as it takes to fill them,
 * and the mean of those is its time.
 */

const TICKS = 0.5; // ms
const AT_MOST = 2000;

let engine;
let kept; // the last answer: nothing that was computed may be optimized away

globalThis.bench = {
  isolated: () => crossOriginIsolated,

  /** Fetches the engine's files, opens it and asks it once. Times in ms, each from the end of the one before. */
  async open(name, base, files, query) {
    const contents = new Map();
    for (const file of files) contents.set(file, await (await fetch(`${base}/${file}`)).arrayBuffer());
    const read = Object.assign((file) => contents.get(file), { names: files, base });
    const began = performance.now();
    const module = await import(`/engines/${name}.js`);
    const code = await module.start?.(read);
    const started = performance.now();
    engine = await module.open(read, code);
    const opened = performance.now();
    kept = await engine.words(query);
    const answered = performance.now();
    contents.clear();
    return { start: started - began, open: opened - started, first: answered - opened, found: kept.length };
  },

  methods: () => Object.keys(engine),

  wasmBytes: () => engine.memory?.().buffer.byteLength ?? 0,

  /** Asks the queries until the time is up, once each, unmeasured: caches fill, hot code is compiled. */
  async warm(method, queries, budget) {
    const end = performance.now() + budget;
    for (const query of queries) {
      kept = await engine[method](query);
      if (performance.now() > end) return;
    }
  },

  /** The time of each query, in ms, in order; ends early, after a whole query, when `budget` ms are used up. */
  async measure(method, queries, budget) {
    const end = performance.now() + budget;
    const ask = engine[method];
    const times = [];
    for (const query of queries) {
      times.push(await time(ask, query));
      if (performance.now() > end) break;
    }
    return times;
  },

  /** The first ten documents for each query. */
  async answers(method, queries, budget) {
    const end = performance.now() + budget;
    const lists = [];
    for (const query of queries) {
      const found = await engine[method](query);
      lists.push(await Promise.all(found.map((one) => engine.identify?.(one) ?? one.id)));
      if (performance.now() > end) break;
    }
    return lists;
  },
};

async function time(ask, query) {
  const began = performance.now();
  kept = ask(query);
  const waits = typeof kept?.then === 'function';
  if (waits) kept = await kept;
  const once = performance.now() - began;
  if (once >= TICKS) return once;
  const times = Math.min(AT_MOST, Math.ceil(TICKS / Math.max(once, 0.001)));
  const start = performance.now();
  // An engine that answers at once is not made to wait for a promise.
  if (waits) for (let turn = 0; turn < times; turn++) kept = await ask(query);
  else for (let turn = 0; turn < times; turn++) kept = ask(query);
  return (performance.now() - start) / times;
}
