/**
 * Draws the queries from the documents with a fixed seed: the same documents give the same queries.
 *
 * Each query is `{ text, source }`. `source` is the id of the document that it was drawn from, if a
 * correct answer must contain it.
 */
import { below, pick, random, shuffled } from './random.mjs';

/**
 * The number of queries in each row. `typed` counts the typed texts; each of their prefixes is a
 * query.
 */
const FULL = { word: 100, words: 100, title: 40, typed: 40, typo: 60, phrase: 60, none: 30 };
const QUICK = { word: 10, words: 10, title: 8, typed: 4, typo: 8, phrase: 8, none: 4 };

/**
 * Words that some engines do not index. A query of such a word alone would measure only whether
 * they do.
 */
const FUNCTION_WORDS = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does
  for from had has have he her him his how i if in into is it its just like may me might more most
  much must my no nor not of off on only or other our out over own said same says she should since
  so some such than that the their them then there these they this those though to too under until
  up us very was we were what when where which while who whom why will with would yet you your`.split(/\s+/),
);
/** The share of documents above which a word counts as a function word. */
const TOO_FREQUENT = 0.25;

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** The bounds of the frequency bands, as shares of the documents. Each gives equally many words. */
const BANDS = [TOO_FREQUENT, 0.05, 0.01, 0.001, 0];

/** Returns the rows by name: `word`, `words`, `title`, `typed`, `typo`, `phrase`, `none`. */
export function queries(documents, quick) {
  const counts = quick ? QUICK : FULL;
  const next = random(2);
  const frequencies = documentFrequencies(documents);
  const isContentWord = (word) =>
    word.length > 2 &&
    !FUNCTION_WORDS.has(word) &&
    frequencies.get(word) <= TOO_FREQUENT * documents.length;
  const titleWords = documents.map(({ title }) =>
    [...new Set(wordsOf(title))].filter(isContentWord),
  );

  const single = bands(frequencies, documents.length, isContentWord).map((words) =>
    shuffled(next, words),
  );
  const word = Array.from({ length: counts.word }, (_, turn) => {
    const band = single[turn % single.length];
    return { text: band[Math.floor(turn / single.length) % band.length] };
  });
  const words = distinct(counts.words, () => severalWords(next, titleWords));
  const title = distinct(counts.title, () => wholeTitle(next, documents, titleWords));
  const typed = distinct(counts.typed, (turn) =>
    turn % 3 === 2 ? severalWords(next, titleWords) : { text: pick(next, pick(next, single)) },
  ).flatMap(({ text }) => keystrokes(text));
  const typo = distinct(counts.typo, (turn) =>
    typoQuery(next, titleWords, frequencies, turn % 2 === 0),
  );
  const phrase = distinct(counts.phrase, () => phraseQuery(next, documents));
  const none = distinct(counts.none, () => ({ text: randomLetters(next, frequencies) }));
  return { word, words, title, typed, typo, phrase, none };
}

/** Returns the words of a text in lower case that every engine parses as one word. */
const wordsOf = (text) =>
  text.toLowerCase().match(/(?<![\p{L}\p{N}'’.-])[a-z]+(?![\p{L}\p{N}'’-])/gu) ?? [];

function documentFrequencies(documents) {
  const frequencies = new Map();
  for (const { title, text } of documents) {
    for (const word of new Set(wordsOf(`${title}\n${text}`))) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    }
  }
  return frequencies;
}

/** Returns the content words of each frequency band, without empty bands. */
function bands(frequencies, documents, isContentWord) {
  const lists = BANDS.slice(1).map(() => []);
  for (const [word, frequency] of frequencies) {
    if (!isContentWord(word)) continue;
    const share = frequency / documents;
    lists[BANDS.slice(1).findIndex((bound) => share > bound)].push(word);
  }
  return lists.filter((words) => words.length > 0);
}

/** Draws two or three words of one document's title. */
function severalWords(next, titleWords) {
  const source = below(next, titleWords.length);
  const count = 2 + below(next, 2);
  if (titleWords[source].length < count) return undefined;
  return { text: shuffled(next, titleWords[source]).slice(0, count).join(' '), source };
}

/** Draws a title with at least five content words. */
function wholeTitle(next, documents, titleWords) {
  const source = below(next, titleWords.length);
  if (titleWords[source].length < 5) return undefined;
  // Most punctuation marks are an operator in some engine.
  const text = documents[source].title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();
  return { text, source };
}

/** Returns the queries after each key while `text` is typed. */
function keystrokes(text) {
  return Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1))
    .filter((prefix) => !prefix.endsWith(' '))
    .map((prefix) => ({ text: prefix }));
}

/**
 * Draws a title's rarest word with one edit, alone or with another word of the title. At most ten
 * documents contain the correct word, so its source belongs among the first ten hits.
 */
function typoQuery(next, titleWords, frequencies, alone) {
  const source = below(next, titleWords.length);
  const [rarest, other] = [...titleWords[source]]
    .filter((word) => word.length > 4)
    .sort((a, b) => frequencies.get(a) - frequencies.get(b));
  if (!rarest || frequencies.get(rarest) > 10 || frequencies.get(rarest) < 2) return undefined;
  if (!alone && !other) return undefined;
  const mistyped = misspell(next, rarest);
  if (frequencies.has(mistyped)) return undefined;
  return { text: alone ? mistyped : `${mistyped} ${other}`, source };
}

/** Deletes, inserts or replaces a letter, or swaps it with its neighbour. */
function misspell(next, word) {
  // One typo in eight is in the first letter, as when people type.
  const at = next() < 0.125 ? 0 : 1 + below(next, word.length - 2);
  const letter = String.fromCharCode(97 + below(next, 26));
  const [before, here, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  switch (below(next, 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + here + after;
    case 2:
      return before + letter + after;
    default:
      return before + after[0] + here + after.slice(1);
  }
}

/**
 * Draws two to four consecutive words of a body that neither start nor end with a function word.
 */
function phraseQuery(next, documents) {
  const source = below(next, documents.length);
  const runs = documents[source].text.match(/\b[A-Za-z]+(?: [A-Za-z]+)+\b/g) ?? [];
  if (runs.length === 0) return undefined;
  const words = pick(next, runs).split(' ');
  const length = 2 + below(next, 3);
  if (words.length < length) return undefined;
  const start = below(next, words.length - length + 1);
  const phrase = words.slice(start, start + length).map((word) => word.toLowerCase());
  const isShort = (word) => word.length < 3 || FUNCTION_WORDS.has(word);
  if (isShort(phrase[0]) || isShort(phrase.at(-1))) return undefined;
  return { text: phrase.join(' '), source };
}

/** Draws consonants, so that no word of the corpus starts with them or is within an edit or two. */
function randomLetters(next, frequencies) {
  for (;;) {
    const letters = Array.from({ length: 7 + below(next, 5) }, () => pick(next, CONSONANTS));
    const text = letters.join('');
    if (!frequencies.has(text)) return text;
  }
}

/** Draws until there are `count` different queries, or until the documents give no more. */
function distinct(count, draw) {
  const drawn = new Map();
  for (let tries = 0; drawn.size < count && tries < count * 1000; tries++) {
    const query = draw(drawn.size);
    if (query && !drawn.has(query.text)) drawn.set(query.text, query);
  }
  return [...drawn.values()];
}
