// @ts-check
// Chooses among languages that a page is offered in. Languages are BCP 47 tags in lower case.

const primary = (/** @type {string} */ tag) => tag.split("-")[0];

/**
 * Returns the offered language that a reader prefers: for each wanted one, in their order, the same
 * or else another variety of it, such as `pt-br` for `pt-pt`. Undefined if none is offered.
 * @param {string[]} wanted
 * @param {string[]} offered
 */
export const chooseLanguage = (wanted, offered) => {
  for (const tag of wanted) {
    if (offered.includes(tag)) return tag;
    const other = offered.find((other) => primary(other) === primary(tag));
    if (other) return other;
  }
};
