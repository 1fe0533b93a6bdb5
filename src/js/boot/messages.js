// @ts-check
// Downloads the page's messages that the program does not contain. Where a site offers several
// languages, the reader's browser chooses. The published page stays in the language of the site
// until the program takes over.

import { chooseLanguage } from "./choose-language.js";
import { download } from "./download.js";

/** The index of the writing direction among the entries of a catalogue. The language is first. */
const DIRECTION = 5;

const root = document.documentElement;

// A published page names the messages on the boot script, if they are not in the program, and the
// folder of those in other languages with these languages. A single-file edition has one language.
const { messages, languages } = document.currentScript?.dataset ?? {};
const [folder, ...others] = languages?.split(" ") ?? [];

/** Returns the catalogue of the reader's language, unless the published page is in it. */
const readersMessages = async () => {
  const own = root.lang.toLowerCase();
  const wanted = navigator.languages.map((tag) => tag.toLowerCase());
  const language = chooseLanguage(wanted, [own, ...others]) ?? own;
  if (language === own) return;
  try {
    const text = await (await download(`${folder + language}.txt`)).text();
    const entries = text.split("\n");
    // A host may have answered with a page.
    if (entries[0].toLowerCase() !== language) return;
    window.cuttingsTexts = entries;
    return text;
  } catch {
    // The language of the site stays.
  }
};

/** Downloads the messages for the program to take (`src/browser/catalogue.rs`). */
export const requestMessages = async () => {
  window.cuttingsMessages =
    (await readersMessages()) ?? (messages && (await (await download(messages)).text()));
};

/**
 * Sets the language of an element to that of the messages.
 * @param {HTMLElement | null} element
 */
export const showLanguage = (element) => {
  const { cuttingsTexts: entries } = window;
  if (element && entries) Object.assign(element, { lang: entries[0], dir: entries[DIRECTION] });
};

/** Sets the language of the notice, which may show an error before the program takes over. */
export const translateNotice = () => {
  const heading = document.getElementById("notice-title");
  if (heading) heading.textContent = msg("something-went-wrong");
  showLanguage(document.getElementById("notice"));
};
