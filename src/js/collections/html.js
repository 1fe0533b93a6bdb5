// @ts-check
// Writes texts into HTML.

/**
 * Returns a text with character references for what has a meaning in HTML.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
