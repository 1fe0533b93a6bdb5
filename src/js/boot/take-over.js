// @ts-check
// Replaces the published page (#still) by the page that the program has rendered (#page), within
// one task so that nobody sees it, and repeats on the second what the reader did to the first.

import { fragmentPath, search } from "./address.js";
import { applyDeferredStyles } from "./deferred-links.js";
import { showLanguage } from "./messages.js";
import { setTheme } from "./preferences.js";
import { showTypefaces, typefacesPending } from "./typefaces.js";

/** The delay before the next attempt, in milliseconds, while the reader or the program is busy. */
const RETRY_DELAY = 9;

/** The longest time, in milliseconds, for which an idle reader's page waits for its typefaces. */
const TYPEFACES_TIMEOUT = 1000;

/** The same for a page that shows no results before. */
const ASKED_TIMEOUT = 150;

const root = document.documentElement;

/**
 * A control as the search for its counterpart sees it. No element has all of these properties.
 * @typedef {HTMLInputElement & { href?: string }} Control
 */

/**
 * Returns the place of an element within its page.
 * @param {Element} element
 * @returns {string}
 */
const place = (element) => {
  const { parentElement: parent, id } = element;
  if (!parent || /^(still|page)$/.test(id)) return "";
  return `${place(parent)} ${[...parent.children].indexOf(element)}`;
};

/**
 * Identifies a control by its kind and its purpose: both pages are the same tree of elements.
 * Buttons are known by their texts, or, if these are in two languages, by their places.
 * @param {Control} control
 */
const identity = (control) => {
  const { tagName, id, name, type, value, textContent, href } = control;
  const label = () => (window.cuttingsTexts ? place(control) : textContent);
  return [
    tagName,
    id,
    name,
    href,
    type === "checkbox" && value,
    tagName === "BUTTON" && label(),
  ].join();
};

/**
 * Records what the reader does to the published page, and takes over when the program is ready.
 * Returns a promise of the take-over, if there is one to come.
 */
export const prepareTakeOver = () => {
  const still = document.getElementById("still");
  const page = document.getElementById("page");
  if (!still || !page) return;

  /**
   * @param {string} name
   * @returns {HTMLInputElement | null}
   */
  const controlNamed = (name) => still.querySelector(`[name="${CSS.escape(name)}"]`);
  const requested = new URLSearchParams(search);
  if (!fragmentPath && ![...requested.keys()].some(controlNamed)) delete root.dataset.asked;
  const searchBox = controlNamed("q");
  const query = requested.get("q");
  if (searchBox && query) searchBox.value = query;

  /**
   * The event to repeat on each control's counterpart.
   * @type {Map<Control, string>}
   */
  const edited = new Map();
  let pressed = false;
  let composing = false;
  let deadline = 0;
  still.addEventListener("input", ({ target }) => {
    edited.set(/** @type {Control} */ (target), "input");
  });
  still.addEventListener("change", (event) => {
    const target = /** @type {Control} */ (event.target);
    edited.set(target, target === searchBox ? "input" : "change");
    if (target.name === "theme") setTheme(target.value);
  });
  still.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    // The tools have already done what needs no program.
    if (button && !/^(copy|share|print|listen|hit)$/.test(button.dataset.do ?? "")) {
      edited.set(/** @type {Control} */ (/** @type {unknown} */ (button)), "click");
    }
  });
  // The program searches for what was typed.
  still.addEventListener("submit", (event) => event.preventDefault());
  still.addEventListener("pointerdown", () => (pressed = true));
  still.addEventListener("pointerup", () => (pressed = false));
  still.addEventListener("pointercancel", () => (pressed = false));
  still.addEventListener("compositionstart", () => (composing = true));
  still.addEventListener("compositionend", () => (composing = false));

  /** True while a reader who does not need the program yet would see the text change twice. */
  const awaitsTypefaces = () => {
    const timeout = "asked" in root.dataset ? ASKED_TIMEOUT : TYPEFACES_TIMEOUT;
    deadline ||= performance.now() + timeout;
    const idle = !edited.size && !still.contains(document.activeElement);
    return idle && typefacesPending() && performance.now() < deadline;
  };

  const takeOver = (/** @type {(value?: unknown) => void} */ resolve) => {
    // The program renders in batches. `aria-busy` marks the unfinished page, and `data-starting`
    // one whose first results are not there yet. They are enough for a page that shows none, such
    // as that of a collection, unless the reader is further down. A click that has begun and a word
    // that is being composed are not interrupted.
    const showsNone = still.querySelector(".results-page") ?? !still.querySelector("main");
    const needsFirst = "asked" in root.dataset && !scrollY && showsNone;
    const unfinished = needsFirst ? "[data-starting]" : "[aria-busy]";
    const busy = pressed || composing || page.querySelector(unfinished);
    if (busy || awaitsTypefaces()) {
      setTimeout(takeOver, RETRY_DELAY, resolve);
      return;
    }
    /** @type {NodeListOf<Control>} */
    const controls = page.querySelectorAll("a, button, input, select");
    const counterparts = new Map([...controls].map((control) => [identity(control), control]));
    const active = /** @type {Control | null} */ (document.activeElement);
    const focused = active && still.contains(active) ? active : null;
    const { selectionStart = null, selectionEnd = null } = focused ?? {};
    const scrollTop = scrollY;

    still.remove();
    page.hidden = false;
    showLanguage(root);
    applyDeferredStyles();
    showTypefaces(page);
    // WebKit loses the scroll position if the focus was in the removed page.
    if (scrollTop) scrollTo(scrollX, scrollTop);
    else if ("fragments" in root.dataset) scrollToFragment();
    delete root.dataset.asked;

    for (const [control, event] of edited) {
      const counterpart = counterparts.get(identity(control));
      if (!counterpart) continue;
      if (event === "click") {
        counterpart.click();
        continue;
      }
      counterpart.value = control.value;
      counterpart.checked = control.checked;
      counterpart.dispatchEvent(new Event(event, { bubbles: true }));
    }
    const focus = focused && counterparts.get(identity(focused));
    if (focus) {
      focus.focus({ preventScroll: true });
      if (focused === searchBox) focus.setSelectionRange(selectionStart, selectionEnd);
    }
    resolve();
  };

  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      setTimeout(takeOver, 0, resolve); // a separate task, so that neither is long
    }).observe(page, { childList: true });
  });
};

/** Scrolls to the block that a single-file edition's address names; browsers do not know it. */
const scrollToFragment = () => {
  document.getElementById(location.hash.split("#").pop() ?? "")?.scrollIntoView();
};
