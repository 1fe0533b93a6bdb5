// @ts-check
// Runs the importer in a worker of its own, and passes on what it tells.

import { mergeRecords } from "./records.js";

/** @typedef {import("../collections/protocol.js").Job} Job */
/** @typedef {import("../collections/protocol.js").News} News */

/** A run of the importer: an event target whose events `news` carry what the importer tells. */
export class Import extends EventTarget {
  /**
   * Begins to read files.
   * @param {(url: string) => string} trustedUrl
   * @param {Job} job
   */
  constructor(trustedUrl, job) {
    super();
    this.job = job;
    const url = new URL(IMPORTER, import.meta.url).href;
    this.worker = new Worker(trustedUrl(url), { type: "module" });
    /** Resolves at the end, also if the import fails or is cancelled. */
    this.outcome = new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      this.end = resolve;
      this.worker.onmessage = ({ data }) => this.receive(data);
      // A script that does not arrive has no message.
      this.worker.onerror = ({ message: reason }) =>
        this.receive({ failed: reason ? "other" : "unavailable", reason });
      this.worker.postMessage(job);
    });
  }

  /** @param {News} news */
  receive(news) {
    if ("records" in news) mergeRecords(this.job.id, news.records);
    this.dispatchEvent(new CustomEvent("news", { detail: news }));
    const isEnd = "failed" in news || "renamed" in news;
    if (isEnd || ("saved" in news && news.saved.hasNames)) this.stop();
  }

  /** Ends the import. What has been stored stays. */
  stop() {
    this.worker.terminate();
    this.end?.();
  }
}
