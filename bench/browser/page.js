/**
 * What runs in the page: opens one engine, asks it the queries and takes the time. Driven from `visit.mjs` through the
 * global `bench`.
 *
 * The clock ticks every 5 µs, so a query that takes less than a hundred ticks is asked as often as it takes to fill
 * them, and the mean of those is one sample. A query's time is the middle one of three samples, so that what else the
 * machine does seldom counts; slow queries, of which that is a small part, are asked once.
 */

const TICKS = 0.5; // ms
const AT_MOST = 2000;
const SLOW = 30; // ms

let engine;
let kept; // the last answer: nothing that was computed may be optimized away

globalThis.bench = {
  isolated: () => crossOriginIsolated,

  /**
   * Fetches the engine's files (by name, their addresses), opens it and asks it once. Times in ms, each from the end of
   * the one before.
   */
  async open(name, base, files, query) {
    const contents = new Map();
    for (const [file, url] of Object.entries(files)) contents.set(file, await (await fetch(url)).arrayBuffer());
    const read = Object.assign((file) => contents.get(file), {
      names: Object.keys(files),
      base: location.origin + base,
    });
    // From memory, so that starting is the browser's work on the code and not a server's on a request.
    const source = await (await fetch(`/engines/${name}.js`)).blob();
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const began = performance.now();
    const module = await import(address);
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

  textBytes: () => engine.texts?.() ?? 0,

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
  const first = await sample(ask, query, 1);
  if (first >= SLOW) return first;
  const times = first >= TICKS ? 1 : Math.min(AT_MOST, Math.ceil(TICKS / Math.max(first, 0.001)));
  const others = [await sample(ask, query, times), await sample(ask, query, times)];
  const samples = [times === 1 ? first : await sample(ask, query, times), ...others];
  return samples.sort((one, other) => one - other)[1];
}

/** The mean time of asking so many times. */
async function sample(ask, query, times) {
  const began = performance.now();
  for (let turn = 0; turn < times; turn++) {
    kept = ask(query);
    // An engine that answers at once is not made to wait for a promise.
    if (typeof kept?.then === 'function') kept = await kept;
  }
  return (performance.now() - began) / times;
}
