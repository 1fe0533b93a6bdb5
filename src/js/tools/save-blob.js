// @ts-check
// Has the browser save files.

/**
 * @param {Blob} blob
 * @param {string} name
 */
export const saveBlob = (blob, name) => {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
};
