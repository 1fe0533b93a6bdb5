// @ts-check
// Finds and makes elements.

export const root = document.documentElement;

/**
 * Returns the first element that a CSS selector matches.
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const find = (selector) => document.querySelector(selector);

/**
 * Returns all elements that a CSS selector matches.
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const findAll = (selector) => [
  .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector)),
];

/** The code of a key that an input method handles. */
const COMPOSING_KEY_CODE = 229;

/**
 * Returns whether a key belongs to the composition of an input method. WebKit reports the key that
 * ends a composition after its end, so that only the code tells.
 * @param {KeyboardEvent} event
 */
export const isComposing = (event) =>
  event.isComposing || event.keyCode === COMPOSING_KEY_CODE;

/** Returns the search box. */
export const searchBox = () => /** @type {HTMLInputElement | null} */ (find("#search"));

/**
 * Appends a new element to `parent` and returns it.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Element} parent
 * @param {string} text
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const append = (name, parent, text, properties) => {
  const element = document.createElement(name);
  Object.assign(element, { textContent: text }, properties);
  parent.append(element);
  return element;
};
