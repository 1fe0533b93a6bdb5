/**
 * Provides the documents: reads them from a file of JSON lines, or generates the same ones each
 * time.
 *
 * A generated corpus replaces a real one that is not available. Its words are pronounceable, their
 * frequencies follow Zipf's law, and each document keeps to one of a few dozen topics, so that
 * words occur together as they do in real text. It shows whether a change made something slower.
 * For figures to publish, use real text.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { below, normal, pick, random } from './random.mjs';

/** The default size of a generated corpus, in documents. */
const GENERATED_DOCUMENTS = 10_000;
const VOCABULARY = 40_000;
const TOPICS = 48;
/** The share of a document's words that come from its topic. */
const TOPICAL = 0.3;
/** The median length of a body in words, and the standard deviation of its logarithm. */
const BODY = { median: 180, deviation: 0.7 };

/**
 * Returns the corpus: `{ name, documents }`, each document `{ id, title, text, facets }`, with ids
 * from 0. `facets` has lists of values to filter by, by facet name.
 *
 * If a file has more than `size` documents, the longest are taken, in the order of the file: news
 * archives are full of one-line items that would flatter every engine.
 */
export function corpus(file, size) {
  const all = file ? fromFile(file) : generate(size ?? GENERATED_DOCUMENTS);
  const documents = size && size < all.length ? longest(all, size) : all;
  const name = file ? basename(dirname(resolve(file))) : 'generated text';
  return { name, documents: documents.map((document, id) => ({ id, ...document })) };
}

function fromFile(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter(Boolean).map(fromJson);
}

function fromJson(line) {
  const { title = '', text = '', category, people, places, orgs, topics } = JSON.parse(line);
  const facets = {
    category: [category ?? topics?.[0]].filter(Boolean),
    people,
    places,
    organisations: orgs,
    length: [lengthFacet(text)],
  };
  return { title, text, facets };
}

const lengthFacet = (text) =>
  text.length < 1000 ? 'short' : text.length < 3000 ? 'medium' : 'long';

function longest(documents, size) {
  const length = ({ title, text }) => title.length + text.length;
  const selected = documents
    .map((document, position) => ({ position, length: length(document) }))
    .sort((a, b) => b.length - a.length || a.position - b.position)
    .slice(0, size)
    .sort((a, b) => a.position - b.position);
  return selected.map(({ position }) => documents[position]);
}

function generate(size) {
  const next = random(1);
  const words = vocabulary(next);
  const drawRank = zipf(words.length);
  const drawWord = (topic) => {
    const rank = drawRank(next);
    // Each topic permutes the rarer words. All topics share the hundred most frequent ones.
    return rank > 100 && next() < TOPICAL
      ? words[(rank * 7 + topic * 811) % words.length]
      : words[rank];
  };
  return Array.from({ length: size }, () => {
    const topic = below(next, TOPICS);
    const title = Array.from({ length: 4 + below(next, 6) }, () => drawWord(topic));
    const length = Math.max(20, Math.round(BODY.median * Math.exp(BODY.deviation * normal(next))));
    const body = [];
    while (body.length < length) {
      const sentence = Array.from({ length: 6 + below(next, 20) }, () =>
        next() < 0.06 ? pick(next, title) : drawWord(topic),
      );
      sentence[0] = capitalize(sentence[0]);
      sentence[sentence.length - 1] += '.';
      body.push(...sentence);
    }
    const text = body.join(' ');
    const places = Array.from({ length: below(next, 3) }, () =>
      capitalize(words[200 + Math.floor(200 * next() ** 3)]),
    );
    const facets = {
      category: [`topic ${topic}`],
      places: [...new Set(places)],
      length: [lengthFacet(text)],
    };
    return { title: title.map(capitalize).join(' '), text, facets };
  });
}

/** Generates words of one to five syllables. Short words come first, because they are frequent. */
function vocabulary(next) {
  const onset = 'b br c ch d dr f fl g gr h j k l m n p pl r s sh st t tr v w z '.split(' ');
  const nucleus = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'y'];
  const coda = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck'];
  const words = new Set();
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor((words.size / VOCABULARY) ** 0.3 * 3 + next() * 1.5);
    let word = '';
    for (let count = 0; count < syllables; count++) {
      word += pick(next, onset) + pick(next, nucleus) + pick(next, coda);
    }
    if (word.length > 1) words.add(word);
  }
  return [...words];
}

/**
 * Returns a function that draws a rank below `count`. Rank r has the weight 1 / (r + 2.7), which is
 * Mandelbrot's form of Zipf's law.
 */
function zipf(count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 2.7);
  return (next) => {
    const target = next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const capitalize = (word) => word[0].toUpperCase() + word.slice(1);
