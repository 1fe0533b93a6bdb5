/**
 * Computes an engine's figures from its visits, and finds results that cannot be right.
 */
import { version } from './bundle.mjs';
import { median, percentile } from './statistics.mjs';

/** Returns one engine's figures from its visits. */
export function summary({ about, built, sizes, visits }, queries) {
  const medianOf = (figure) => median(visits.map(figure));
  const rows = {};
  for (const row of Object.keys(visits[0].rows)) {
    const asked = Math.min(...visits.map((visit) => visit.rows[row].length));
    const times = Array.from({ length: asked }, (_, query) =>
      medianOf((visit) => visit.rows[row][query]),
    );
    rows[row] = {
      queries: queries[row].length,
      asked,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      ...correctness(visits[0].answers[row], queries[row]),
    };
  }
  return {
    ...about,
    version: about.package ? version(about.package) : undefined,
    build: { seconds: built.seconds, memory: built.memory },
    wire: sizes,
    load: {
      start: medianOf(({ load }) => load.start),
      open: medianOf(({ load }) => load.open),
      first: medianOf(({ load }) => load.first),
    },
    memory: {
      heap: medianOf(({ memory }) => memory.heap),
      buffers: medianOf(({ memory }) => memory.buffers),
      wasm: medianOf(({ memory }) => memory.wasm),
    },
    rows,
  };
}

/**
 * Counts the answers and the empty ones. Of the queries that have a source document (`looked`) it
 * counts those with that document as the first hit, and among the first ten (`right`).
 */
function correctness(answers, queries) {
  const ranks = answers
    .map((ids, query) => ({ ids, source: queries[query].source }))
    .filter(({ source }) => source !== undefined)
    .map(({ ids, source }) => ids.indexOf(source));
  return {
    answered: answers.length,
    empty: answers.filter((ids) => ids.length === 0).length,
    looked: ranks.length,
    first: ranks.filter((rank) => rank === 0).length,
    right: ranks.filter((rank) => rank >= 0).length,
  };
}

/** Returns the faults of a run. Each rule holds on any corpus, however short the run. */
export function faults({ engines }) {
  return engines.flatMap(({ name, ours, scans, rows }) => {
    const { word, words, title, typo, phrase, none } = rows;
    const faults = [];
    if (word.empty > 0) faults.push('finds nothing for a word of the corpus');
    if (words.right / words.looked < 0.9) {
      faults.push(`finds ${words.right} of ${words.looked} documents by words of their titles`);
    }
    if (!scans && none.empty < none.answered) faults.push('finds documents for random letters');
    if (ours && title.first / title.looked < 1) {
      faults.push(`ranks ${title.first} of ${title.looked} documents first for their titles`);
    }
    if (ours && typo.right / typo.looked < 0.9) {
      faults.push(`finds ${typo.right} of ${typo.looked} documents in spite of a typo`);
    }
    if (ours && phrase.empty > 0) faults.push('misses a phrase of the corpus');
    return faults.map((fault) => `${name} ${fault}`);
  });
}
