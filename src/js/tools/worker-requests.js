// @ts-check
// Asks the service worker, which answers on a port (`src/js/worker/requests.js`).

/** The reason why a worker could not do what it was asked. */
export class RequestError extends Error {
  /** @param {"full" | "failed"} reason */
  constructor(reason) {
    super(reason);
    this.isFull = reason === "full";
  }
}

/**
 * Sends a request and returns the answer.
 * @param {ServiceWorker} worker
 * @param {string} request
 * @param {unknown} [argument]
 * @returns {Promise<any>}
 */
const ask = (worker, request, argument) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      if (data.error) reject(new RequestError(data.error));
      else resolve(data.value);
    };
    worker.postMessage({ request, argument }, [port2]);
  });

/**
 * Returns the requests that a worker answers.
 * @param {ServiceWorker} worker
 */
export const requestsTo = (worker) => ({
  /**
   * Returns the name of the worker's edition.
   * @returns {Promise<string>}
   */
  edition: () => ask(worker, "edition"),

  /**
   * Returns the parts that are not kept, and true if the reader wants all of them.
   * @returns {Promise<{ missing: string[], total: number, isChosen: boolean }>}
   */
  state: () => ask(worker, "state"),

  /**
   * Has the worker keep what the page has loaded before.
   * @param {string[]} urls
   */
  adopt: (urls) => ask(worker, "adopt", urls),

  /** Has the worker remember that the reader wants whole editions for offline. */
  choose: () => ask(worker, "choose"),

  /** Has it forget that. */
  unchoose: () => ask(worker, "unchoose"),

  /**
   * Has it download a part and keep it.
   * @param {string} path
   */
  keep: (path) => ask(worker, "keep", path),

  /** Has it remove all parts, and forget that the reader wants them. */
  remove: () => ask(worker, "remove"),
});
