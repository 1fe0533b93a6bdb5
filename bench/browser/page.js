/**
 * Runs in the page: opens one engine, asks it the queries and measures the times. `visit.mjs` calls
 * it through the global `bench`.
 *
 * The clock has a resolution of 5 µs. A query that takes less than a hundred times that is repeated
 * until it does, and the mean is one sample. The time of a query is the median of three samples, so
 * that other work on the machine seldom counts. Slow queries, of which such work is a small share,
 * have one sample.
 */

/** The minimum duration of a sample, in ms. */
const MIN_SAMPLE = 0.5;
/** The maximum number of repetitions in a sample. */
const MAX_REPEATS = 2000;
/** The duration from which a query has one sample, in ms. */
const SLOW = 30;

let engine;
/** The last answer. Storing it keeps the browser from optimizing the query away. */
let lastAnswer;

globalThis.bench = {
  isolated: () => crossOriginIsolated,

  /**
   * Fetches the engine's files (URLs by name), opens it and asks it one query. Returns times in ms,
   * each from the end of the step before.
   */
  async open(name, base, files, query) {
    const contents = new Map();
    for (const [file, url] of Object.entries(files)) {
      contents.set(file, await (await fetch(url)).arrayBuffer());
    }
    const read = Object.assign((file) => contents.get(file), {
      names: Object.keys(files),
      base: location.origin + base,
    });
    // The code comes from memory, so that the start does not include a request to the server.
    const source = await (await fetch(`/engines/${name}.js`)).blob();
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const began = performance.now();
    const module = await import(url);
    const started = await module.start?.(read);
    const startEnd = performance.now();
    engine = await module.open(read, started);
    const openEnd = performance.now();
    lastAnswer = await engine.words(query);
    const answerEnd = performance.now();
    contents.clear();
    return {
      start: startEnd - began,
      open: openEnd - startEnd,
      first: answerEnd - openEnd,
      found: lastAnswer.length,
    };
  },

  methods: () => Object.keys(engine),

  textBytes: () => engine.texts?.() ?? 0,

  wasmBytes: () => engine.memory?.().buffer.byteLength ?? 0,

  /**
   * Asks each query once, unmeasured, until `budget` ms are over, so that caches fill and the
   * browser compiles hot code.
   */
  async warm(method, queries, budget) {
    const end = performance.now() + budget;
    for (const query of queries) {
      lastAnswer = await engine[method](query);
      if (performance.now() > end) return;
    }
  },

  /**
   * Returns the time of each query in ms, in order. Stops after the query during which `budget` ms
   * are over.
   */
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

  /** Returns the ids of the first ten documents for each query. */
  async answers(method, queries, budget) {
    const end = performance.now() + budget;
    const lists = [];
    for (const query of queries) {
      const hits = await engine[method](query);
      lists.push(await Promise.all(hits.map((hit) => engine.identify?.(hit) ?? hit.id)));
      if (performance.now() > end) break;
    }
    return lists;
  },
};

async function time(ask, query) {
  const first = await sample(ask, query, 1);
  if (first >= SLOW) return first;
  const repeats =
    first >= MIN_SAMPLE
      ? 1
      : Math.min(MAX_REPEATS, Math.ceil(MIN_SAMPLE / Math.max(first, 0.001)));
  const others = [await sample(ask, query, repeats), await sample(ask, query, repeats)];
  const samples = [repeats === 1 ? first : await sample(ask, query, repeats), ...others];
  return samples.sort((a, b) => a - b)[1];
}

/** Returns the mean time of asking the query `repeats` times. */
async function sample(ask, query, repeats) {
  const start = performance.now();
  for (let turn = 0; turn < repeats; turn++) {
    lastAnswer = ask(query);
    // Awaiting the answer of a synchronous engine would add a microtask to its time.
    if (typeof lastAnswer?.then === 'function') lastAnswer = await lastAnswer;
  }
  return (performance.now() - start) / repeats;
}
