// @ts-check
// Converts between JSON and rows of texts with separators, which the program reads without a
// JSON parser of its own (`src/browser/stored.rs`).

/**
 * Returns the rows of texts in `json`, or nothing if it holds something else.
 * @param {string} json
 * @returns {string | undefined}
 */
export const parseRows = (json) => {
  try {
    /** @type {string[][]} */
    const rows = JSON.parse(json);
    return rows
      .map((row) => row.map((text) => text.replace(/[\x1e\x1f]/g, " ")).join("\x1f"))
      .join("\x1e");
  } catch {
    return undefined;
  }
};

/**
 * Returns rows of texts as JSON.
 * @param {string} rows
 */
export const printRows = (rows) =>
  JSON.stringify(rows.split("\x1e").map((row) => row.split("\x1f")));
