/**
 * The documents: read from a file of JSON lines, or made up, the same ones each time.
 *
 * A made-up corpus stands in where there is no real one. Its words are pronounceable, their frequencies follow Zipf's
 * law, and each document keeps to one of a few dozen topics, so that words occur together as they do in real text. It is
 * good for seeing whether a change made something slower; figures to be quoted want real text.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { below, normal, pick, random } from './random.mjs';

/** How many documents are made up where no size is asked for. */
const MADE_UP = 10_000;
const VOCABULARY = 40_000;
const TOPICS = 48;
/** Of the words in a document, how many come from its topic rather than from the language at large. */
const TOPICAL = 0.3;
/** The median body in words, and how far lengths spread (the deviation of their logarithm). */
const BODY = { median: 180, spread: 0.7 };

/**
 * The corpus: `{ name, documents }`, each document `{ id, title, text, facets }`, ids from 0 up. `facets` are what
 * it could be filtered by: lists of values by name.
 *
 * Of a file that holds more than `size` documents the longest are taken, in the file's order: news archives are full of
 * one-line items that would flatter every engine.
 */
export function corpus(file, size) {
  const all = file ? fromFile(file) : madeUp(size ?? MADE_UP);
  const documents = size && size < all.length ? longest(all, size) : all;
  const name = file ? basename(dirname(resolve(file))) : 'made-up text';
  return { name, documents: documents.map((document, id) => ({ id, ...document })) };
}

function fromFile(file) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const { title = '', text = '', category, people, places, orgs, topics } = JSON.parse(line);
    const facets = { category: [category ?? topics?.[0]].filter(Boolean), people, places, organisations: orgs };
    return { title, text, facets: { ...facets, length: [lengthOf(text)] } };
  });
}

const lengthOf = (text) => (text.length < 1000 ? 'short' : text.length < 3000 ? 'medium' : 'long');

function longest(documents, size) {
  const length = ({ title, text }) => title.length + text.length;
  const kept = documents
    .map((document, position) => ({ position, length: length(document) }))
    .sort((one, other) => other.length - one.length || one.position - other.position)
    .slice(0, size)
    .sort((one, other) => one.position - other.position);
  return kept.map(({ position }) => documents[position]);
}

function madeUp(size) {
  const next = random(1);
  const words = vocabulary(next);
  const zipf = ranks(words.length);
  const draw = (topic) => {
    const rank = zipf(next);
    // A topic has its own order of the rarer words; the hundred most frequent belong to every text.
    return rank > 100 && next() < TOPICAL ? words[(rank * 7 + topic * 811) % words.length] : words[rank];
  };
  return Array.from({ length: size }, () => {
    const topic = below(next, TOPICS);
    const title = Array.from({ length: 4 + below(next, 6) }, () => draw(topic));
    const length = Math.max(20, Math.round(BODY.median * Math.exp(BODY.spread * normal(next))));
    const body = [];
    while (body.length < length) {
      const sentence = Array.from({ length: 6 + below(next, 20) }, () =>
        next() < 0.06 ? pick(next, title) : draw(topic),
      );
      sentence[0] = capital(sentence[0]);
      sentence[sentence.length - 1] += '.';
      body.push(...sentence);
    }
    const text = body.join(' ');
    const places = Array.from({ length: below(next, 3) }, () => capital(words[200 + Math.floor(200 * next() ** 3)]));
    const facets = { category: [`topic ${topic}`], places: [...new Set(places)], length: [lengthOf(text)] };
    return { title: title.map(capital).join(' '), text, facets };
  });
}

/** Words of one to five syllables, the short ones first: frequent words are short. */
function vocabulary(next) {
  const onset = 'b br c ch d dr f fl g gr h j k l m n p pl r s sh st t tr v w z '.split(' ');
  const nucleus = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'y'];
  const coda = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck'];
  const words = new Set();
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor((words.size / VOCABULARY) ** 0.3 * 3 + next() * 1.5);
    let word = '';
    for (let count = 0; count < syllables; count++) word += pick(next, onset) + pick(next, nucleus) + pick(next, coda);
    if (word.length > 1) words.add(word);
  }
  return [...words];
}

/** A drawer of ranks: rank r as often as 1 / (r + 2.7), as Mandelbrot put Zipf's law. */
function ranks(count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 2.7);
  return (next) => {
    const wanted = next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);
