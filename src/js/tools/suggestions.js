// @ts-check
// Suggests names, headlines and recent searches below the search box.
//
// The list has the keys of the ARIA practices' combobox with manual selection. It opens on demand,
// by the arrow key or by a click on the empty box, and closes at the next letter, so it is never in
// the way of plain typing. The box keeps the role `searchbox`.

import { append, findAll, isComposing, searchBox } from "./dom.js";
import { clearRecentSearches, recentSearches, rememberSearch } from "./recent-searches.js";

/** The most headlines that are suggested. */
const MAX_ARTICLES = 3;

/** @typedef {{ text: string, kind: string, choose: () => void }} Suggestion */

/** @type {HTMLElement | null} */
let list = null;

/** @type {HTMLElement | null} */
let active = null;

/**
 * Searches for `text` as if the reader had typed it.
 * @param {string} text
 */
const search = (text) => {
  const box = searchBox();
  if (!box) return;
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

/** Returns the suggestions for the text in the search box. */
const suggestions = () => {
  const typed = searchBox()?.value.trim() ?? "";
  /**
   * @param {string} kind
   * @param {HTMLElement[]} links
   * @returns {Suggestion[]}
   */
  const fromLinks = (kind, links) =>
    links.map((link) => ({ text: link.textContent ?? "", kind, choose: () => link.click() }));
  const recent = recentSearches().filter(
    (text) => text !== typed && text.toLowerCase().startsWith(typed.toLowerCase()),
  );

  const all = fromLinks(msg("suggested-name"), findAll(".entity-suggestions a"));
  if (typed) {
    const headlines = findAll(".results .headline a:has(mark)").slice(0, MAX_ARTICLES);
    all.push(...fromLinks(msg("suggested-article"), headlines));
  }
  for (const text of recent) {
    all.push({ text, kind: msg("suggested-search"), choose: () => search(text) });
  }
  if (recent.length && !typed) {
    all.push({ text: msg("clear-recent-searches"), kind: "", choose: clearRecentSearches });
  }
  return all;
};

const open = () => {
  close();
  const box = searchBox();
  const offered = suggestions();
  if (!box?.form || !offered.length) return;
  const opened = append("ul", box.form, "", {
    id: "suggested",
    className: "suggested",
    role: "listbox",
    ariaLabel: msg("suggestions"),
  });
  offered.forEach(({ text, kind, choose }, index) => {
    const option = append("li", opened, text, {
      id: `suggested-${index}`,
      role: "option",
      ariaSelected: "false",
    });
    if (kind) {
      option.append(" ");
      append("span", option, kind);
    }
    option.addEventListener("click", () => {
      close();
      choose();
    });
  });
  // The focus stays in the box.
  opened.addEventListener("mousedown", (event) => event.preventDefault());
  box.setAttribute("aria-controls", opened.id);
  list = opened;
};

const close = () => {
  select(null);
  searchBox()?.removeAttribute("aria-controls");
  list?.remove();
  list = null;
};

/** @param {ChildNode | null | undefined} node */
const select = (node) => {
  const option = node instanceof HTMLElement ? node : null;
  active?.setAttribute("aria-selected", "false");
  active = option;
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) searchBox()?.setAttribute("aria-activedescendant", option.id);
  else searchBox()?.removeAttribute("aria-activedescendant");
};

/**
 * Handles a key in the search box, and returns true if the list used it.
 * @param {string} key
 */
const handleKey = (key) => {
  if (key === "Escape" && list) {
    close();
  } else if (key === "Enter" && active) {
    active.click();
  } else if (key === "ArrowDown" && list) {
    select(active ? active.nextSibling : list.firstChild);
  } else if (key === "ArrowDown") {
    open();
    select(list?.firstChild);
    return list !== null;
  } else if (key === "ArrowUp" && list) {
    select(active ? active.previousSibling : list.lastChild);
  } else {
    return false;
  }
  return true;
};

/** @param {EventTarget | null} target */
const isSearchBox = (target) => target instanceof HTMLInputElement && target.id === "search";

/** Attaches the list to the search box. */
export const offerSuggestions = () => {
  // In the capture phase, because the program clears the box on Escape.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!isSearchBox(event.target) || isComposing(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!handleKey(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  document.addEventListener("input", ({ target }) => {
    if (isSearchBox(target)) close();
  });
  document.addEventListener("click", ({ target }) => {
    if (isSearchBox(target) && !searchBox()?.value) open();
  });
  document.addEventListener("submit", close);
  document.addEventListener("focusout", ({ target }) => {
    if (!isSearchBox(target)) return;
    close();
    rememberSearch(searchBox()?.value.trim() ?? "");
  });
  searchBox()?.setAttribute("aria-autocomplete", "list");
};
