// @ts-check
// Writes the reader's highlights and notes on the articles of the site as annotations for other
// programs (W3C Web Annotation Data Model). For a collection the exporter writes the same
// (`crates/exports/src/annotations.rs`); here it would have to load the edition first.

import { storedRecords } from "./records.js";
import { base } from "./site.js";

/** The number of characters around a passage by which programs find it again. */
const CONTEXT = 32;

/**
 * Returns the published page of an article; null if the host has none, or cannot be reached.
 * @param {string} url
 * @returns {Promise<Document | null>}
 */
const pageAt = (url) =>
  new Promise((resolve) => {
    // Trusted Types let no script parse a text as HTML. A request may.
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onloadend = () => resolve(request.status === 200 ? request.response : null);
    request.open("GET", url);
    request.send();
  });

/**
 * Returns the selector of a passage, with the text around it if the block has it.
 * @param {string} exact
 * @param {string | null | undefined} text of the block
 */
const selectorOf = (exact, text) => {
  const selector = { type: "TextQuoteSelector", exact };
  const [before, ...rest] = (text ?? "").split(exact);
  if (!rest.length) return selector;
  const prefix = [...before].slice(-CONTEXT).join("");
  const suffix = [...rest.join(exact)].slice(0, CONTEXT).join("");
  return { ...selector, prefix, suffix };
};

/**
 * Returns the annotations of an article.
 * @param {string} slug
 * @param {string[][]} notes the block, the passage and the note of each
 */
const annotationsOf = async (slug, notes) => {
  const source = `${base}article/${encodeURIComponent(slug)}/`;
  const page = await pageAt(source);
  return notes.map(([block, exact, value], index) => ({
    id: `${source}#note-${index + 1}`,
    type: "Annotation",
    motivation: value ? "commenting" : "highlighting",
    ...(value && { body: { type: "TextualBody", format: "text/plain", value } }),
    target: { source, selector: selectorOf(exact, page?.getElementById(`p${block}`)?.textContent) },
  }));
};

/** Returns all annotations as an annotation page in JSON-LD. */
export const annotations = async () => {
  /** @type {string[][]} */
  const [, ...rows] = JSON.parse(storedRecords() || "[]");
  /** @type {Map<string, string[][]>} */
  const bySlug = new Map();
  for (const [kind, slug, ...note] of rows) {
    if (kind === "note") bySlug.set(slug, [...(bySlug.get(slug) ?? []), note]);
  }
  const items = await Promise.all([...bySlug].map((entry) => annotationsOf(...entry)));
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${base}saved/`,
    type: "AnnotationPage",
    items: items.flat(),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
};
