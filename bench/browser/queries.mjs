/**
 * The queries, drawn from the documents by a fixed seed: the same documents give the same queries.
 *
 * Each query is `{ text, from }`, `from` being the document that it was made from where one is looked for.
 */
import { below, pick, random, shuffled } from './random.mjs';

/** How many queries a row has in a full run. `typed` counts what is typed, each letter of which is a query. */
const FULL = { word: 100, words: 100, title: 40, typed: 40, typo: 60, phrase: 60, none: 30 };
const QUICK = { word: 10, words: 10, title: 8, typed: 4, typo: 8, phrase: 8, none: 4 };

/** Some engines drop these from what they index; a query of one would measure that and nothing else. */
const FUNCTION_WORDS = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does for from had has
  have he her him his how i if in into is it its just like may me might more most much must my no nor not of off on
  only or other our out over own said same says she should since so some such than that the their them then there
  these they this those though to too under until up us very was we were what when where which while who whom why
  will with would yet you your`.split(/\s+/),
);
/** A word that more than this share of the documents hold is as good as a function word. */
const TOO_FREQUENT = 0.25;

/** Shares of the documents that bound the bands from which single words are taken in equal parts. */
const BANDS = [TOO_FREQUENT, 0.05, 0.01, 0.001, 0];

/** Rows of queries by name: `word`, `words`, `title`, `typed`, `typo`, `phrase`, `none`. */
export function queries(documents, quick) {
  const counts = quick ? QUICK : FULL;
  const next = random(2);
  const frequencies = documentFrequencies(documents);
  const telling = (word) =>
    word.length > 2 && !FUNCTION_WORDS.has(word) && frequencies.get(word) <= TOO_FREQUENT * documents.length;
  const titled = documents.map(({ title }) => [...new Set(wordsOf(title))].filter(telling));

  const single = bands(frequencies, documents.length, telling).map((words) => shuffled(next, words));
  const word = Array.from({ length: counts.word }, (_, turn) => {
    const band = single[turn % single.length];
    return { text: band[Math.floor(turn / single.length) % band.length] };
  });
  const words = distinct(counts.words, () => severalWords(next, titled));
  const title = distinct(counts.title, () => wholeTitle(next, documents, titled));
  const typed = distinct(counts.typed, (turn) =>
    turn % 3 === 2 ? severalWords(next, titled) : { text: pick(next, pick(next, single)) },
  ).flatMap(({ text }) => keystrokes(text));
  const typo = distinct(counts.typo, (turn) => typoQuery(next, titled, frequencies, turn % 2 === 0));
  const phrase = distinct(counts.phrase, () => phraseQuery(next, documents));
  const none = distinct(counts.none, () => ({ text: gibberish(next, frequencies) }));
  return { word, words, title, typed, typo, phrase, none };
}

/** The words of a text, folded; only such as every engine takes for one word. */
const wordsOf = (text) => text.toLowerCase().match(/(?<![\p{L}\p{N}'’.-])[a-z]+(?![\p{L}\p{N}'’-])/gu) ?? [];

function documentFrequencies(documents) {
  const frequencies = new Map();
  for (const { title, text } of documents) {
    for (const word of new Set(wordsOf(`${title}\n${text}`))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  return frequencies;
}

/** The words of each band of frequency that has any. */
function bands(frequencies, documents, telling) {
  const lists = BANDS.slice(1).map(() => []);
  for (const [word, frequency] of frequencies) {
    if (!telling(word)) continue;
    const share = frequency / documents;
    lists[BANDS.slice(1).findIndex((bound) => share > bound)].push(word);
  }
  return lists.filter((words) => words.length > 0);
}

/** Two or three words of one document's title. */
function severalWords(next, titled) {
  const from = below(next, titled.length);
  const wanted = 2 + below(next, 2);
  if (titled[from].length < wanted) return undefined;
  return { text: shuffled(next, titled[from]).slice(0, wanted).join(' '), from };
}

/** A title of five telling words or more. */
function wholeTitle(next, documents, titled) {
  const from = below(next, titled.length);
  if (titled[from].length < 5) return undefined;
  // The rest of the line would be an operator in one engine or another.
  return {
    text: documents[from].title
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase(),
    from,
  };
}

/** What is in the box after each key while `text` is being typed. */
function keystrokes(text) {
  return Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1))
    .filter((soFar) => !soFar.endsWith(' '))
    .map((soFar) => ({ text: soFar }));
}

/**
 * A title's rarest word with one edit, alone or beside another word of the title, where at most ten documents hold what
 * was meant: the one it came from then belongs among the first ten.
 */
function typoQuery(next, titled, frequencies, alone) {
  const from = below(next, titled.length);
  const [rarest, other] = [...titled[from]]
    .filter((word) => word.length > 4)
    .sort((one, two) => frequencies.get(one) - frequencies.get(two));
  if (!rarest || frequencies.get(rarest) > 10 || frequencies.get(rarest) < 2 || (!alone && !other)) return undefined;
  const mistyped = misspell(next, rarest);
  if (frequencies.has(mistyped)) return undefined;
  return { text: alone ? mistyped : `${mistyped} ${other}`, from };
}

/** One letter dropped, doubled up, exchanged or swapped with its neighbour. */
function misspell(next, word) {
  // One in eight in the first letter, as people do.
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

/** Two to four words that follow one another in a body; neither the first nor the last is a function word. */
function phraseQuery(next, documents) {
  const from = below(next, documents.length);
  const runs = documents[from].text.match(/\b[A-Za-z]+(?: [A-Za-z]+)+\b/g) ?? [];
  if (runs.length === 0) return undefined;
  const words = pick(next, runs).split(' ');
  const length = 2 + below(next, 3);
  if (words.length < length) return undefined;
  const start = below(next, words.length - length + 1);
  const taken = words.slice(start, start + length).map((word) => word.toLowerCase());
  if ([taken[0], taken.at(-1)].some((word) => word.length < 3 || FUNCTION_WORDS.has(word))) return undefined;
  return { text: taken.join(' '), from };
}

/** Letters that begin no word of the corpus and are near to none. */
function gibberish(next, frequencies) {
  for (;;) {
    const text = Array.from({ length: 7 + below(next, 5) }, () => pick(next, 'bcdfghjklmnpqrstvwxz')).join('');
    if (!frequencies.has(text)) return text;
  }
}

/** `count` queries that differ, from as many draws as it takes (fewer if the documents do not give so many). */
function distinct(count, draw) {
  const found = new Map();
  for (let tries = 0; found.size < count && tries < count * 1000; tries++) {
    const query = draw(found.size);
    if (query && !found.has(query.text)) found.set(query.text, query);
  }
  return [...found.values()];
}
