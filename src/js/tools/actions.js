// @ts-check
// Does what an element names in `data-do`. `boot/actions.js` forwards the clicks.

import { announce } from "./announce.js";
import { showCitations } from "./citations.js";
import { copy, copyBefore } from "./clipboard.js";
import { find } from "./dom.js";
import { saveAnnotations, saveArticle } from "./exports.js";
import { moveToHit } from "./hits.js";
import { articleUrl } from "./passage.js";
import { toggleSpeech } from "./speech.js";

/** @type {Record<string, (data: DOMStringMap, element: HTMLElement) => unknown>} */
const ACTIONS = {
  hit: ({ by }) => moveToHit(Number(by)),
  print: () => print(),
  share: () =>
    navigator
      .share({ title: find("h1")?.textContent ?? "", url: articleUrl() })
      .catch(() => {}), // the reader cancelled
  listen: toggleSpeech,
  // The link before it, which a collection does not show, has the name.
  "save-article": (_, { previousElementSibling: link }) =>
    saveArticle(link?.getAttribute("download") ?? ""),
  annotations: saveAnnotations,
  cite: ({ file }) => showCitations(file ?? ""),
  copy: ({ what }) => copy(what ?? ""),
  "copy-before": (_, element) => copyBefore(element),
};

/**
 * Does what `element` names in `data-do`.
 * @param {HTMLElement} element
 */
export const act = async (element) => {
  try {
    await ACTIONS[element.dataset.do ?? ""](element.dataset, element);
  } catch {
    announce(msg("load-failed"));
  }
};
