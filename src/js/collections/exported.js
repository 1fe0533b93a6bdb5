// @ts-check
// Asks the exporter for what readers take out of a collection of their own.

/** @typedef {import("./protocol.js").Export} Export */
/** @typedef {import("./protocol.js").Exported} Exported */

/**
 * Returns the exporter's answer, which it writes in a worker whose memory ends with it.
 * @param {string} url the exporter's script, as a trusted URL
 * @param {Export} wanted
 * @returns {Promise<{ text?: string, archive?: Blob }>}
 */
export const exported = async (url, wanted) => {
  const worker = new Worker(url, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = (/** @type {MessageEvent<Exported>} */ { data }) => {
        if ("failed" in data) reject(new Error(data.reason));
        else resolve(data);
      };
      worker.postMessage(wanted);
    });
  } finally {
    worker.terminate();
  }
};
