// What needs the browser and not the program, and only when a reader asks for it: keys, the clipboard, citing, files, reading
// aloud. It is written here because it would weigh three times as much in the program, and comes after all that is needed
// to search and to read. In the end it has the edition kept for when the network is gone, and says when there is a newer one.
//
// What it says to readers is written msg(name), and stands in the catalogue: crates/publish puts the text there, with
// what is called in here as it is called there.
//
// Elements say in `data-do` what they do; `src/boot.js` brings the click here.

const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const make = (name, of, text, properties) =>
  of.appendChild(Object.assign(document.createElement(name), { textContent: text }, properties));

// Says what was done and cannot be seen.
const say = (words) => {
  const line = find(".done");
  line.replaceChildren();
  make("p", line, words);
};

// A file that was made when the edition was published: rows for what few ask for. A page that is a single file has it
// within itself.
const handOut = async (file) => {
  const within = find(`script[data-file="${file}"]`);
  if (within) return JSON.parse(within.textContent);
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
};
const NOT_THERE = msg("load-failed");
// Where such a file has the address of the site, which only a browser knows: `PLACE` in `src/store/hand_out.rs`.
const site = () => ("fragments" in root.dataset ? `${location.href.split("#", 1)[0]}#/` : document.baseURI);
const placed = (text) => text.replaceAll("https://address.invalid/", site());

const copy = (text) =>
  navigator.clipboard.writeText(text).then(
    () => say(msg("copied")),
    () => say(msg("copy-refused")),
  );
// The article's own address, whatever was searched for.
const address = () => location.href.replace(/[?].*|#p\d+$/, "");

// The passage that is selected: the number of the block in which it begins, and its words.
let passage = {};
const selected = () => {
  const selection = getSelection();
  const words = selection.toString().trim();
  const node = words && selection.getRangeAt(0).startContainer;
  const block = node && (node.closest ? node : node.parentElement).closest(".prose > [id]");
  const bar = find(".passage");
  if (!bar) return;
  passage = block ? { block: block.id.slice(1), words } : {};
  bar.hidden = !block;
  Object.assign(find("[data-mark]").dataset, passage);
};
document.addEventListener("selectionchange", selected);
selected(); // someone was sooner than this
document.addEventListener("mousedown", (event) => {
  // The selection goes with the focus.
  if (event.target.closest(".passage")) event.preventDefault();
});

// The one that is so many further on than the one at `now`, if that is one of them; the ends hold.
const step = (list, now, by) =>
  list[now < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(now + by, 0), list.length - 1)];

const toCard = (by, within) => {
  const on = document.activeElement.closest("article");
  const cards = all(".results :is(.card h2 a, .teaser)");
  const now = cards.findIndex((card) => on?.contains(card));
  const card = within && now < 0 ? null : step(cards, now, by);
  card?.focus();
  return card;
};
const toHit = (by) => {
  const marks = all(".reader mark:not(.noted)");
  const mark = step(marks, marks.findIndex((mark) => "here" in mark.dataset), by);
  if (!mark) return;
  for (const other of marks) delete other.dataset.here;
  mark.dataset.here = "";
  mark.scrollIntoView({ block: "center" });
  const [hit, hits] = [marks.indexOf(mark) + 1, marks.length];
  say(msg("hit-of"));
};
const nextTheme = () => {
  const themes = find("select[name=theme]");
  themes.selectedIndex = (themes.selectedIndex + 1) % themes.length;
  themes.dispatchEvent(new Event("change", { bubbles: true }));
};
const save = () => {
  const card = document.activeElement.closest("article");
  (card?.querySelector(".toggle") ?? find(".reader .toggle"))?.click();
};

// Each key, what it does in words, and what is done. Those without are the browser's or the program's.
const KEYS = [
  ["/", msg("key-search"), () => find("#search").select()],
  ["Esc", msg("key-clear")],
  ["↓", msg("key-suggestions")],
  ["j", msg("key-next-result"), () => toCard(1)],
  ["k", msg("key-previous-result"), () => toCard(-1)],
  ["Enter", msg("key-open")],
  ["n", msg("key-next-hit"), () => toHit(1)],
  ["p", msg("key-previous-hit"), () => toHit(-1)],
  ["]", msg("key-next-article"), () => find("a[rel=next]")?.click()],
  ["[", msg("key-previous-article"), () => find("a[rel=prev]")?.click()],
  ["s", msg("key-save"), save],
  ["t", msg("key-theme"), nextTheme],
  ["?", msg("key-keys"), () => does.keys()],
];
document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const writes = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog[open] *";
  if (target.matches?.(writes)) return;
  // Within the results these go by cards, as the ARIA practices have it for feeds.
  const page = { PageDown: 1, PageUp: -1 }[key];
  const pressed = KEYS.find(([name]) => name === key)?.[2];
  if (page ? !toCard(page, true) : root.dataset.keys === "off" || !pressed) return;
  event.preventDefault();
  if (!page) pressed();
});

// Who presses what goes away by it, a filter's chip, say, goes on with what stands in its place.
const CONTROLS = "a[href], button, input, select, textarea";
document.addEventListener(
  "click",
  ({ pointerType }) => {
    const was = document.activeElement;
    const controls = all(CONTROLS);
    const earlier = controls.slice(0, Math.max(controls.indexOf(was), 0)).reverse();
    // When the program has shown what came of it.
    setTimeout(() => {
      const now = document.activeElement;
      if (was.checkVisibility() || (now !== was && now !== document.body)) return;
      const before = earlier.find((other) => other.checkVisibility());
      const left = all(CONTROLS).filter((other) => other.checkVisibility());
      // For those who point, the page stays where it is.
      (left[left.indexOf(before) + 1] ?? before)?.focus({ preventScroll: Boolean(pointerType) });
    });
  },
  true,
);

// What opens over the page has the focus, which would be under it otherwise; closed by a key, the browser gives it back.
document.addEventListener(
  "toggle",
  ({ target, newState }) => {
    if (newState !== "open" || target.contains(document.activeElement)) return;
    target.tabIndex = -1;
    target.focus();
  },
  true,
);
// And it does not lie over what the tab key comes to behind it.
document.addEventListener("focusin", ({ target }) => {
  for (const sheet of all(":popover-open")) {
    if (!sheet.contains(target) && target.popoverTargetElement !== sheet) sheet.hidePopover();
  }
});

// The search box has the list and the keys of the ARIA practices' combobox with manual selection: names, headlines and what
// was searched for before. It opens when it is asked for, by the arrow key or by a press on the empty box, and closes at
// the next letter, so it is never in the way of plain typing. The box itself stays a `searchbox`.
const LATELY = "cuttings.lately.1";
const MOST_LATELY = 5;
const lately = () => {
  try {
    const texts = JSON.parse(localStorage.getItem(LATELY));
    return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
  } catch {
    return []; // blocked, or not ours
  }
};
const keepLately = (texts) => {
  try {
    localStorage.setItem(LATELY, JSON.stringify(texts));
  } catch {
    // Nothing is lost but a convenience.
  }
};
const searched = (text) => {
  if (text) keepLately([text, ...lately().filter((other) => other !== text)].slice(0, MOST_LATELY));
};
const search = (text) => {
  const box = find("#search");
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const suggestions = {
  list: null,
  active: null,
  // What there is to suggest: words, what they are, and what choosing them does.
  offers() {
    const typed = find("#search").value.trim();
    const begins = (text) => text !== typed && text.toLowerCase().startsWith(typed.toLowerCase());
    const leads = (kind, links) => links.map((link) => [link.textContent, kind, () => link.click()]);
    const texts = lately().filter(begins);
    return [
      ...leads(msg("suggested-name"), all(".offers a")),
      ...(typed ? leads(msg("suggested-article"), all(".results .headline a:has(mark)").slice(0, 3)) : []),
      ...texts.map((text) => [text, msg("suggested-search"), () => search(text)]),
      ...(texts.length && !typed ? [[msg("clear-recent-searches"), "", () => keepLately([])]] : []),
    ];
  },
  open() {
    suggestions.close();
    const offers = suggestions.offers();
    if (!offers.length) return;
    const box = find("#search");
    const list = make("ul", box.form, "", { id: "suggested", className: "suggested", role: "listbox", ariaLabel: msg("suggestions") });
    offers.forEach(([text, kind, choose], number) => {
      const option = make("li", list, text, { id: `suggested-${number}`, role: "option", ariaSelected: "false" });
      if (kind) {
        option.append(" ");
        make("span", option, kind);
      }
      option.addEventListener("click", () => {
        suggestions.close();
        choose();
      });
    });
    // The focus stays in the box.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    box.setAttribute("aria-controls", list.id);
    suggestions.list = list;
  },
  close() {
    suggestions.select(null);
    find("#search")?.removeAttribute("aria-controls");
    suggestions.list?.remove();
    suggestions.list = null;
  },
  select(option) {
    suggestions.active?.setAttribute("aria-selected", "false");
    suggestions.active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) find("#search").setAttribute("aria-activedescendant", option.id);
    else find("#search")?.removeAttribute("aria-activedescendant");
  },
  // Whether the key was for the list.
  key(key) {
    const { list, active } = suggestions;
    if (key === "Escape" && list) suggestions.close();
    else if (key === "Enter" && active) active.click();
    else if (key === "ArrowDown" && !list) {
      suggestions.open();
      suggestions.select(suggestions.list?.firstChild ?? null);
      return suggestions.list !== null;
    } else if (key === "ArrowDown") suggestions.select(active ? active.nextSibling : list.firstChild);
    else if (key === "ArrowUp" && list) suggestions.select(active ? active.previousSibling : list.lastChild);
    else return false;
    return true;
  },
};
// Before the program, which empties the box at Escape.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.target.id !== "search" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!suggestions.key(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);
document.addEventListener("input", ({ target }) => target.id === "search" && suggestions.close());
document.addEventListener("click", ({ target }) => target.id === "search" && !target.value && suggestions.open());
document.addEventListener("submit", () => suggestions.close());
document.addEventListener("focusout", ({ target }) => {
  if (target.id !== "search") return;
  suggestions.close();
  searched(target.value.trim());
});
find("#search")?.setAttribute("aria-autocomplete", "list");

// The list of keys, with a switch for single ones, as WCAG 2.1.4 has it.
const keysDialog = () => {
  const sheet = make("dialog", document.body, "", { id: "keys", className: "sheet keys" });
  sheet.setAttribute("aria-labelledby", "keys-title");
  make("h2", sheet, msg("keyboard-shortcuts"), { id: "keys-title" });
  const list = make("dl", sheet, "");
  for (const [key, words] of KEYS) {
    const row = make("div", list, "");
    make("kbd", make("dt", row, ""), key);
    make("dd", row, words);
  }
  const label = make("label", sheet, "", { className: "value" });
  make("input", label, "", { type: "checkbox", onchange: (event) => prefer("keys", event.target.checked ? "on" : "off") });
  label.append(" ");
  make("span", label, msg("single-keys"), { className: "name" });
  make("p", sheet, msg("single-keys-help"), { className: "hint" });
  make("button", make("form", sheet, "", { method: "dialog" }), msg("close"), { className: "solid" });
  return sheet;
};
// The program keeps what is preferred, as if another tab had changed it: see `src/browser/personal.rs`.
const prefer = (name, value) => {
  const newValue = `${new URLSearchParams({ ...root.dataset, [name]: value })}`;
  dispatchEvent(new StorageEvent("storage", { key: "cuttings.preferences.1", newValue }));
};

const does = {
  keys: () => {
    const sheet = find("#keys") ?? keysDialog();
    sheet.querySelector("input").checked = root.dataset.keys !== "off";
    sheet.showModal();
  },
  hit: ({ by }) => toHit(Number(by)),
  print: () => print(),
  share: () => navigator.share({ title: find("h1").textContent, url: address() }).catch(() => {}),
  listen: () => {
    const speech = speechSynthesis;
    const speaks = speech.speaking || speech.pending;
    speech.cancel();
    if (speaks) return;
    const lang = find(".reader").lang || root.lang;
    // Sentence by sentence: a voice that is given too much at once may fall silent.
    const sentences = new Intl.Segmenter(lang, { granularity: "sentence" });
    for (const block of all(".reader h1, .standfirst, .prose > [id]")) {
      for (const { segment } of sentences.segment(block.textContent)) {
        speech.speak(Object.assign(new SpeechSynthesisUtterance(segment), { lang }));
      }
    }
  },
  cite: async ({ file }) => {
    const sheet = find("#cite");
    sheet.replaceChildren();
    for (const [style, text] of await handOut(file)) {
      const section = make("section", sheet, "");
      make("h2", section, style);
      make("pre", section, placed(text), { tabIndex: 0 });
      const button = make("button", section, msg("copy"), { type: "button", className: "plain", ariaLabel: msg("copy-citation") });
      Object.assign(button.dataset, { do: "copy", needs: "copy", what: "citation" });
    }
  },
  copy: ({ what }, button) => {
    const link = `${address()}#p${passage.block}`;
    const text = passage.words;
    if (what === "citation") copy(button.previousElementSibling.textContent);
    else copy(what === "link" ? link : `${msg("quoted")}\n— ${find("h1").textContent}, ${link}`);
  },
};

// Does what an element says that it does.
export const act = async (element) => {
  try {
    await does[element.dataset.do](element.dataset, element);
  } catch {
    say(NOT_THERE);
  }
};

// Has the browser keep a text as a file.
export const download = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
};

// Has the browser keep items, by their numbers, in one of the forms of `src/store/hand_out.rs`.
export const take = async (form, items) => {
  try {
    const { name, type, head, between, end, rows } = (await handOut("items.json"))[form];
    download(name, type, placed(head + items.map((item) => rows[item]).join(between) + end));
  } catch {
    say(NOT_THERE);
  }
};

// A file that comes back: the program reads it from the tab, see `src/browser/personal.rs`.
document.addEventListener("change", async ({ target }) => {
  if (!target.matches("[data-bring]")) return;
  try {
    sessionStorage.setItem("cuttings.brought", await target.files[0].text());
    dispatchEvent(new StorageEvent("storage", { key: "cuttings.brought" }));
  } catch {
    say(msg("file-unreadable"));
  }
});

// Has `src/worker.js` keep this edition, and says when a newer one is there: the reader changes over when it suits. Nothing
// waits for this, and where it fails the page is as good, but for the network.
const keepEdition = async () => {
  const { serviceWorker, connection } = navigator;
  const { worker } = find("script[data-worker]")?.dataset ?? {};
  if (!worker || !serviceWorker || connection?.saveData) return;
  const policy = window.trustedTypes?.createPolicy("cuttings", { createScriptURL: (url) => url });
  // Who is served by a worker has one: to ask for it again would call back one that is about to leave.
  const registration = serviceWorker.controller
    ? await serviceWorker.getRegistration()
    : await serviceWorker.register(policy ? policy.createScriptURL(worker) : worker);
  if (!registration) return;

  const announce = () => {
    if (document.getElementById("news")) return;
    const news = document.createElement("div");
    news.id = "news";
    news.setAttribute("role", "status");
    document.body.append(news);
    const button = (words, onclick) => {
      const element = document.createElement("button");
      Object.assign(element, { type: "button", className: "plain", textContent: words, onclick });
      return element;
    };
    const change = () => {
      const { waiting } = registration;
      if (!waiting) return location.reload(); // another tab has changed over
      waiting.addEventListener("statechange", () => {
        if (waiting.state === "activated") location.reload();
      });
      waiting.postMessage("take over");
    };
    // What changes in a region is spoken once the region is known.
    setTimeout(() => {
      const buttons = [button(msg("new-edition-show"), change), " ", button(msg("new-edition-later"), () => news.remove())];
      news.append(msg("new-edition"), " ", ...buttons);
    }, 200);
  };
  const look = () => {
    if (registration.waiting && registration.active) announce();
    registration.installing?.addEventListener("statechange", look);
  };
  look();
  registration.addEventListener("updatefound", look);
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", announce);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
};
// A worker's start takes a core for as long as a page's: by then the page is there, and someone reads.
setTimeout(() => keepEdition().catch(() => {}), 1000);
