// @ts-check
// Shows which items are new or changed since the reader's last visit: on their cards, in the title,
// and once in a notice. Keeps the texts of the articles that the reader opens, so that the view of
// the changes can tell what has changed in them.

import { find, findAll, root } from "./dom.js";
import { showNotice } from "./notice.js";
import { CHANGED, identity, keep, keepNewest, kept, NEW, visit } from "./visits.js";

/** The pause in changes of the page, in milliseconds, after which what it shows is looked at. */
const PAUSE = 200;

/** The number of articles whose texts are kept. */
const MOST_TEXTS = 200;

/** The longest text that is kept, in characters. */
const LONGEST = 200_000;

/**
 * The texts of an article: its title, its standfirst, which may be empty, and its blocks.
 * @typedef {object} Kept
 * @property {string[]} texts as the reader last saw them
 * @property {string[]} [before] as they were before they last changed
 */

/**
 * Returns the name under which the texts of an article are kept.
 * @param {string} slug
 */
const nameOf = (slug) => `text/${encodeURIComponent(slug)}`;

/**
 * Returns what is kept of an article, for the program: two lists of texts in JSON, as the reader
 * last saw them and as they were before; or an empty text.
 * @param {string} slug
 */
export const keptTexts = async (slug) => {
  try {
    /** @type {Kept | undefined} */
    const found = await kept(nameOf(slug));
    return found ? JSON.stringify([found.texts, found.before ?? []]) : "";
  } catch {
    // Storage is blocked: nothing is kept.
    return "";
  }
};

/** Looks for changes, and shows them on this page and on those that follow. */
export const watchChanges = async () => {
  const { visit: found, isOther } = await visit();
  const changes = new Map(Object.entries(found.changes).map(([key, it]) => [Number(key), it]));
  if (isOther) tellProgram();
  const show = () => {
    markCards(changes);
    countInTitle(changes.size);
    keepArticle().catch(() => {}); // there is no space
  };
  show();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  };
  const observer = new MutationObserver(later);
  observer.observe(document, { childList: true, subtree: true });
  // The reader has just added what is new in a collection.
  if (isOther && changes.size && !root.dataset.collection) announceChanges([...changes.values()]);
};

/** Has the program read the changes. Results that depend on them are made again. */
const tellProgram = () => {
  const asked = /(^|[\s(+-])new:/i.test(new URLSearchParams(location.search).get("q") ?? "");
  if (asked || find("#since")) location.reload();
  // Without a key, it means that anything in the storage may be different.
  else dispatchEvent(new StorageEvent("storage"));
};

/**
 * Marks the cards of new and changed items.
 * @param {Map<number, number>} changes
 */
const markCards = (changes) => {
  if (!changes.size) return;
  /** @type {Record<number, string>} */
  const labels = { [NEW]: msg("new"), [CHANGED]: msg("changed") };
  for (const card of findAll(".card, .teaser")) {
    const link = card.querySelector("h2 a");
    const text = link ? link.id.replace(/^to-/, "") : card.querySelector("h2")?.textContent;
    const change = changes.get(identity(text ?? ""));
    /** @type {HTMLElement | null} */
    const mark = card.querySelector(".eyebrow");
    if (mark && change) mark.dataset.change = labels[change];
    else delete mark?.dataset.change;
  }
};

/**
 * Begins the title with the number of changes.
 * @param {number} count
 */
const countInTitle = (count) => {
  const start = `(${new Intl.NumberFormat(root.lang).format(count)}) `;
  if (count && !document.title.startsWith(start)) document.title = start + document.title;
};

/**
 * Tells of changes, and leads to the view that lists them.
 * @param {number[]} changes
 */
const announceChanges = (changes) => {
  const count = (/** @type {number} */ kind) => changes.filter((it) => it === kind).length;
  const added = count(NEW);
  const changed = count(CHANGED);
  const text = msg("changes-found", { added, changed });
  showNotice(text, msg("changes-show"), () => location.assign(new URL("since/", document.baseURI)));
};

/** Keeps the texts of the open article. */
const keepArticle = async () => {
  const article = find(".reader");
  const slug = location.pathname.match(/article\/([^/]+)\/$/)?.[1];
  if (!article || !slug || find(".page[aria-busy]")) return;
  const texts = [article.querySelector("h1"), article.querySelector(".standfirst")].map(plain);
  for (const block of article.querySelectorAll(".prose [id]")) {
    // Code and tables are not compared.
    const isProse = /^p\d+$/.test(block.id) && !/^(PRE|TABLE|HR)$/.test(block.tagName);
    if (isProse) texts.push(plain(block));
  }
  if (texts.join("").length > LONGEST) return;
  const name = nameOf(decodeURIComponent(slug));
  /** @type {Kept | undefined} */
  const known = await kept(name);
  if (JSON.stringify(known?.texts) === JSON.stringify(texts)) return;
  await keep(name, { texts, before: known?.texts });
  await keepNewest("text/", MOST_TEXTS);
};

/**
 * Returns the text of an element without what is not part of it, such as the signs of footnotes.
 * @param {Element | null} element
 */
const plain = (element) => {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const added of copy?.querySelectorAll("sup:has(> a), button, .pilcrow") ?? []) {
    added.remove();
  }
  return copy?.textContent ?? "";
};
