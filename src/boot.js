// The script that every page begins with. Before the first paint it applies what is remembered of a reader's choices; when the document
// is there it loads the program, keeps what is typed and chosen until the program can do it, and says in words why it cannot
// come.
//
// What it says to readers is written msg(name), and stands in the catalogue: crates/publish puts the text there.
//
// Not a module, because a module would wait for the first paint.
(() => {
  "use strict";

  const root = document.documentElement;
  const { program, glue, hash, tools } = document.currentScript.dataset;

  // The name and the form are those of `src/store/preferences.rs`.
  const STORED_AS = "cuttings.preferences.1";
  const remembered = () => new URLSearchParams(localStorage.getItem(STORED_AS) ?? "");
  const setTheme = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  try {
    for (const [key, value] of remembered()) if (/^[a-z]+$/.test(key + value)) root.dataset[key] = value;
  } catch {
    // Storage is blocked: everything is as it is for everyone.
  }

  // An address that asks for something is answered by the program; until then there are no results that would go again.
  // A page that is a single file has its addresses behind `#/`.
  const [place, search] = "fragments" in root.dataset ? location.hash.slice(2).split("?") : ["", location.search];
  if (place || search) root.dataset.asked = "";

  // The program and what starts it, from the files that the page names. By a link alone does a browser learn the hash that
  // a module has to have.
  const ask = () => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", integrity: hash, href: glue }));
    return Promise.all([import(glue), fetch(program)]);
  };
  // What is read comes before what searches, so the program is asked for when the page was seen; but at once if the page
  // shows nothing without it, or was slow to come: a request more holds nothing up then, and a late one takes long.
  const coming = glue && (place || search || performance.now() > 300) && ask();

  const say = (text) => {
    delete root.dataset.asked;
    const notice = document.getElementById("notice");
    if (!notice.hidden) return;
    notice.hidden = false;
    notice.querySelector("p").textContent = text;
  };

  // A panic stops the program; the browser knows it as a trap.
  const stopped = (error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      say(msg("program-stopped"));
    }
  };
  addEventListener("error", (event) => stopped(event.error));
  addEventListener("unhandledrejection", (event) => stopped(event.reason));

  // The page as it was published, and the empty place that the program fills. When that is done, one takes the place of
  // the other within a task, so that nothing is seen of it, and whatever was done to the first is done to the second.
  const awaitProgram = () => {
    const still = document.getElementById("still");
    const page = document.getElementById("page");
    if (!still) return;

    const asked = new URLSearchParams(search);
    const named = (name) => still.querySelector(`[name="${CSS.escape(name)}"]`);
    if (!place && ![...asked.keys()].some(named)) delete root.dataset.asked;
    const box = named("q");
    if (asked.get("q")) box.value = asked.get("q");

    // Both are one tree of elements, so a control is known by what it is and does.
    const key = ({ tagName, id, name, type, value, textContent, href }) =>
      [tagName, id, name, href, type === "checkbox" && value, tagName === "BUTTON" && textContent].join();
    const done = new Map();
    let pressed = false;
    let composing = false;
    const listen = {
      input: ({ target }) => done.set(target, "input"),
      change: ({ target }) => {
        done.set(target, target === box ? "input" : "change");
        if (target.name !== "theme") return;
        setTheme(target.value);
        try {
          const preferences = remembered();
          preferences.set("theme", target.value);
          localStorage.setItem(STORED_AS, preferences);
        } catch {
          // It holds for this page then.
        }
      },
      click: ({ target }) => {
        const button = target.closest("button");
        // What is done without the program is done by then.
        if (button && !/^(copy|share|print|listen|hit)$/.test(button.dataset.do)) done.set(button, "click");
      },
      // What was typed is searched for when the program is there.
      submit: (event) => event.preventDefault(),
      pointerdown: () => (pressed = true),
      pointerup: () => (pressed = false),
      pointercancel: () => (pressed = false),
      compositionstart: () => (composing = true),
      compositionend: () => (composing = false),
    };
    for (const type in listen) still.addEventListener(type, listen[type]);

    const takeOver = () => {
      // The program fills the page in parts. Neither a click that has begun nor a word that is being composed is broken off.
      if (pressed || composing || page.querySelector("[aria-busy]")) return setTimeout(takeOver, 9);
      const now = new Map([...page.querySelectorAll("a, button, input, select")].map((each) => [key(each), each]));
      const focused = still.contains(document.activeElement) && document.activeElement;
      const { selectionStart, selectionEnd } = focused;
      const place = scrollY;
      still.remove();
      page.hidden = false;
      // What only articles need was no hurry; from here one gets to them without loading a page.
      for (const link of document.querySelectorAll('link[media="print"]')) link.media = "all";
      if (place) scrollTo(scrollX, place); // WebKit cuts it in between, when the focus was in what is gone
      // The browser knows no such place in a page that is a single file.
      else if ("fragments" in root.dataset) document.getElementById(location.hash.split("#").pop())?.scrollIntoView();
      delete root.dataset.asked;
      for (const [was, type] of done) {
        const is = now.get(key(was));
        if (!is) continue;
        if (type === "click") {
          is.click();
          continue;
        }
        is.value = was.value;
        is.checked = was.checked;
        is.dispatchEvent(new Event(type, { bubbles: true }));
      }
      const focus = focused && now.get(key(focused));
      if (focus) {
        focus.focus({ preventScroll: true });
        if (focus === now.get(key(box))) focus.setSelectionRange(selectionStart, selectionEnd);
      }
    };
    new MutationObserver((_, observer) => {
      observer.disconnect();
      setTimeout(takeOver); // a task of its own, so that neither is long
    }).observe(page, { childList: true });
  };

  // What only some readers ask for, and only later: `src/tools.js` comes when the program is there, or when it is asked for.
  // A page that is a single file has it within itself.
  const askForTools = async () => window.tools ?? import(tools);
  const can = { copy: navigator.clipboard, share: navigator.share, listen: window.speechSynthesis };
  root.dataset.can = Object.keys(can).filter((name) => can[name]).join(" ");
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) (await askForTools()).act(button);
  });

  // Where nothing is painted, in a tab behind others, say, that is not waited for long.
  const seen = () =>
    new Promise((done) => {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, 1000);
    });

  // What the program calls: see `src/browser/stored.rs`.
  window.room = {
    rowsOf: (json) => {
      try {
        return JSON.parse(json)
          .map((row) => row.map((text) => text.replace(/[\x1e\x1f]/g, " ")).join("\x1f"))
          .join("\x1e");
      } catch {
        return undefined;
      }
    },
    jsonOf: (rows) => JSON.stringify(rows.split("\x1e").map((row) => row.split("\x1f"))),
    take: async (form, items) => (await askForTools()).take(form, items.split(" ")),
    download: async (name, type, text) => (await askForTools()).download(name, type, text),
  };

  document.addEventListener("DOMContentLoaded", async () => {
    awaitProgram();
    try {
      if (!("asked" in root.dataset)) await seen();
      if (typeof WebAssembly !== "object") say(msg("needs-webassembly"));
      else if (window.cuttings) await window.cuttings();
      else {
        const [{ default: start }, code] = await (coming || ask());
        await start({ module_or_path: code });
      }
      if (!document.getElementById("notice").hidden) delete root.dataset.asked;
    } catch (error) {
      stopped(error);
      say(msg("program-not-loaded"));
      throw error;
    } finally {
      askForTools().catch(() => {}); // whoever asks for them later asks again
    }
  });
})();
