// @ts-check
// The dialog of the library: what to add, how an import goes, and the collections.

import { append, find, root } from "../tools/dom.js";
import { addressOf } from "./collections.js";
import { pickers } from "./pickers.js";
import { Preview } from "./preview.js";
import { renamer } from "./rename.js";
import { base } from "./site.js";

/** @typedef {import("./collections.js").Collection} Collection */
/** @typedef {import("./import.js").Import} Import */
/** @typedef {import("../collections/protocol.js").News} News */
/** @typedef {import("./library.js").NamedFile} NamedFile */

/**
 * The actions behind the dialog's buttons.
 * @typedef {object} Actions
 * @property {(files: NamedFile[], collection?: string) => unknown} add
 * @property {(collection: Collection) => unknown} save
 * @property {(collection: Collection) => unknown} saveAsFile
 * @property {(collection: Collection) => unknown} saveAsSite
 * @property {(collection: string) => unknown} remove
 * @property {(collection: string, title: string) => unknown} rename
 * @property {() => boolean} mayLeave returns true if the page may go to a finished collection
 */

/** The number of bytes that readers call a megabyte. */
const MEGABYTE = 1_000_000;

/** The `id` of the dialog's title. */
const TITLE = "library-title";

const number = new Intl.NumberFormat(root.lang);
const megabytes = new Intl.NumberFormat(root.lang, { maximumSignificantDigits: 2 });
const day = new Intl.DateTimeFormat(root.lang, { dateStyle: "long" });

export class Dialog {
  /** @param {Actions} actions */
  constructor(actions) {
    this.actions = actions;
    this.element = append("dialog", document.body, "", {
      id: "library",
      className: "panel library",
    });
    this.element.setAttribute("aria-labelledby", TITLE);
    append("h2", this.element, msg("library"), { id: TITLE });
    append("p", this.element, msg("library-help"), { className: "hint" });
    this.pickers = pickers(this.element, (files) => actions.add(files));
    this.status = append("p", this.element, "", { role: "status" });
    this.waiting = append("p", this.element, "", { role: "status", className: "hint" });
    this.running = append("div", this.element, "", { className: "running", hidden: true });
    this.progress = append("progress", this.running, "", { ariaLabel: msg("importing") });
    this.cancel = append("button", this.running, msg("cancel"), {
      type: "button",
      className: "plain",
    });
    this.problems = append("details", this.element, "", { hidden: true });
    this.preview = new Preview(this.element);
    this.collections = append("ul", this.element, "", {
      className: "collections",
      ariaLabel: msg("collections"),
    });
    const form = append("form", this.element, "", { method: "dialog" });
    append("button", form, msg("close"), { className: "primary" });
  }

  show() {
    if (!this.element.open) this.element.showModal();
  }

  /**
   * Tells something to everyone, also to screen readers.
   * @param {string} text
   */
  say(text) {
    this.status.textContent = text;
  }

  /**
   * Says why there can be no articles here.
   * @param {string} reason
   */
  refuse(reason) {
    this.pickers.hidden = true;
    this.say(reason);
  }

  /**
   * Tells how many requests wait until the one that is shown has ended.
   * @param {number} waiting
   */
  tellWaiting(waiting) {
    const count = number.format(waiting);
    this.waiting.textContent = waiting ? msg("import-waiting", { count }) : "";
  }

  /** Forgets the problems of imports that have ended. */
  clear() {
    this.problems.hidden = true;
    this.problems.replaceChildren();
  }

  /**
   * Shows an import until its end.
   * @param {Import} run
   * @param {Promise<unknown>} [served] resolves when a new collection can be opened
   */
  follow(run, served) {
    this.running.hidden = false;
    this.progress.removeAttribute("value");
    this.preview.clear();
    find("#library-open")?.remove();
    this.say(msg("importing"));
    this.cancel.onclick = () => {
      run.stop();
      this.say(msg("import-cancelled"));
    };
    run.addEventListener("news", (event) => {
      this.receive(run, /** @type {CustomEvent<News>} */ (event).detail, served);
    });
    run.outcome.then(() => (this.running.hidden = true));
  }

  /**
   * @param {Import} run
   * @param {News} news
   * @param {Promise<unknown>} [served]
   */
  receive(run, news, served) {
    if ("progress" in news) {
      const { done, total, items } = news.progress;
      Object.assign(this.progress, { max: total, value: done });
      const count = number.format(items);
      this.say(msg("import-progress", { count }));
    } else if ("preview" in news) {
      this.preview.add(news.preview);
    } else if ("report" in news) {
      this.progress.removeAttribute("value");
      this.report(JSON.parse(news.report));
    } else if ("renamed" in news) {
      const title = news.renamed;
      this.say(msg("collection-renamed", { title }));
    } else if ("saved" in news) {
      const { hasNames } = news.saved;
      served?.then(
        () => this.open(run, hasNames),
        () => this.say(msg("library-unsupported")),
      );
    } else if ("failed" in news) {
      const { reason } = news;
      const text = {
        full: () => msg("offline-no-space"),
        nothing: () => msg("import-nothing"),
        unavailable: () => msg("load-failed"),
        other: () => msg("import-failed", { reason }),
      };
      this.say(text[news.failed]());
      // The next import has other words.
      if (this.waiting.textContent) this.addProblems([`${run.job.title}: ${text[news.failed]()}`]);
    }
  }

  /**
   * Shows what an import has found, and what it could not read.
   * @param {{ articles: number, links: number, duplicates: number,
   *   diagnostics: { severity: string, file: string, line: number, message: string }[] }} report
   */
  report({ articles, links, duplicates, diagnostics }) {
    const [with_text, without, known] = [articles, links, duplicates].map(number.format);
    this.say(msg("import-done", { with_text, without, known }));
    const problems = diagnostics.filter(({ severity }) => severity !== "note");
    this.addProblems(
      problems.map(({ file, line, message }) => `${file}${line > 1 ? `, ${line}` : ""}: ${message}`),
    );
  }

  /**
   * Adds what could not be read to that of the imports before.
   * @param {string[]} problems
   */
  addProblems(problems) {
    const all = [...this.problems.querySelectorAll("li")].map((item) => item.textContent ?? "");
    all.push(...problems);
    this.clear();
    this.problems.hidden = !all.length;
    const count = number.format(all.length);
    append("summary", this.problems, msg("import-problems", { count }));
    const list = append("ul", this.problems, "");
    for (const problem of all) append("li", list, problem);
  }

  /**
   * Leads to the collection: at once at the end, unless the reader is reading or has to know of
   * problems, and before by a button.
   * @param {Import} run
   * @param {boolean} isFinished
   */
  open(run, isFinished) {
    const address = addressOf(run.job.id);
    const { isRead } = this.preview;
    const isDone = isFinished && run.job.files.length && this.actions.mayLeave();
    if (isDone && !isRead && this.problems.hidden) {
      location.assign(address);
    } else if (!find("#library-open")) {
      const link = append("a", this.running, msg("open-collection"), {
        id: "library-open",
        href: address,
      });
      this.status.after(link);
    }
  }

  /**
   * Lists the collections, and the site itself if the page shows a collection.
   * @param {Collection[]} collections
   * @param {string} [focused] the one whose button to rename it gets the focus
   */
  list(collections, focused) {
    this.collections.replaceChildren();
    if (root.dataset.collection) {
      append("a", append("li", this.collections, ""), msg("back-to-site"), { href: base });
    }
    for (const collection of collections) this.item(collection);
    find(`#library [data-renames="${focused}"]`)?.focus();
  }

  /** @param {Collection} collection */
  item(collection) {
    const { id, title, articles, links, bytes, changed } = collection;
    const item = append("li", this.collections, "");
    const link = append("a", item, title, { href: addressOf(id) });
    const [count, size] = [number.format(articles + links), megabytes.format(bytes / MEGABYTE)];
    const date = day.format(new Date(changed));
    append("span", item, msg("collection-facts", { count, size, date }), { className: "hint" });
    pickers(item, (files) => this.actions.add(files, id), title);
    renamer(item, link, (wanted) => this.actions.rename(id, wanted)).dataset.renames = id;
    append("button", item, msg("export"), {
      type: "button",
      className: "plain",
      ariaLabel: msg("export-collection", { title }),
      onclick: () => this.actions.save(collection),
    });
    append("button", item, msg("save-as-file"), {
      type: "button",
      className: "plain",
      ariaLabel: msg("save-collection-as-file", { title }),
      onclick: () => this.actions.saveAsFile(collection),
    });
    append("button", item, msg("save-as-site"), {
      type: "button",
      className: "plain",
      ariaLabel: msg("save-collection-as-site", { title }),
      onclick: () => this.actions.saveAsSite(collection),
    });
    const button = append("button", item, msg("remove"), {
      type: "button",
      className: "plain",
      ariaLabel: msg("remove-collection", { title }),
      onclick: () => {
        // The second press removes it.
        button.textContent = msg("remove-for-good");
        button.ariaLabel = msg("remove-collection-for-good", { title });
        button.onclick = () => this.actions.remove(id);
      },
    });
  }
}
