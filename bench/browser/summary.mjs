/**
 * From what the visits measured to an engine's figures, and what in them cannot be right.
 */
import { version } from './bundle.mjs';
import { median, percentile } from './statistics.mjs';

/** One engine's figures from its visits. */
export function summary({ about, built, weights, visits }, queries) {
  const over = (pick) => median(visits.map(pick));
  const rows = {};
  for (const row of Object.keys(visits[0].rows)) {
    const asked = Math.min(...visits.map((one) => one.rows[row].length));
    const times = Array.from({ length: asked }, (_, query) => over((one) => one.rows[row][query]));
    rows[row] = {
      queries: queries[row].length,
      asked,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      ...found(visits[0].answers[row], queries[row]),
    };
  }
  return {
    ...about,
    version: about.package ? version(about.package) : undefined,
    build: { seconds: built.seconds, memory: built.memory },
    wire: weights,
    load: {
      start: over(({ load }) => load.start),
      open: over(({ load }) => load.open),
      first: over(({ load }) => load.first),
    },
    memory: {
      heap: over(({ memory }) => memory.heap),
      buffers: over(({ memory }) => memory.buffers),
      wasm: over(({ memory }) => memory.wasm),
    },
    rows,
  };
}

/** What was found: how many answers were empty; and of those to queries made from a document, where that document is. */
function found(answers, queries) {
  const places = answers
    .map((ids, query) => ({ ids, from: queries[query].from }))
    .filter(({ from }) => from !== undefined)
    .map(({ ids, from }) => ids.indexOf(from));
  return {
    answered: answers.length,
    empty: answers.filter((ids) => ids.length === 0).length,
    looked: places.length,
    first: places.filter((place) => place === 0).length,
    right: places.filter((place) => place >= 0).length,
  };
}

/** What must be so on any corpus, however short the run. */
export function faults({ engines: measured }) {
  return measured.flatMap(({ name, ours: own, scans, rows }) => {
    const share = (row, what) => rows[row][what] / rows[row].looked;
    const wrong = [];
    if (rows.word.empty > 0) wrong.push('finds nothing for a word that is there');
    if (share('words', 'right') < 0.9)
      wrong.push(`finds ${rows.words.right} of ${rows.words.looked} by words of their titles`);
    if (!scans && rows.none.empty < rows.none.answered) wrong.push('finds something for letters that are no word');
    if (own && share('title', 'first') < 1)
      wrong.push(`ranks ${rows.title.first} of ${rows.title.looked} first by their titles`);
    if (own && share('typo', 'right') < 0.9)
      wrong.push(`finds ${rows.typo.right} of ${rows.typo.looked} in spite of a typo`);
    if (own && rows.phrase.empty > 0) wrong.push('misses a phrase');
    return wrong.map((fault) => `${name} ${fault}`);
  });
}
