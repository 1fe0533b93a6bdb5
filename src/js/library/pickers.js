// @ts-check
// Buttons that open the browser's pickers of files and folders.

import { append } from "../tools/dom.js";

/** @typedef {import("./library.js").NamedFile} NamedFile */

/**
 * Adds the buttons to an element, and returns their group.
 * @param {Element} parent
 * @param {(files: NamedFile[]) => unknown} add gets what the reader chooses
 * @param {string} [title] the collection that files are added to, instead of a new one
 */
export const pickers = (parent, add, title) => {
  const group = append("p", parent, "", { className: "pickers" });
  const picker = (/** @type {string} */ label, /** @type {boolean} */ isFolder) => {
    const input = append("input", group, "", {
      type: "file",
      multiple: true,
      webkitdirectory: isFolder,
      hidden: true,
      ariaLabel: label,
      onchange: () => {
        const files = [...(input.files ?? [])];
        input.value = "";
        add(files.map((blob) => ({ name: blob.webkitRelativePath || blob.name, blob })));
      },
    });
    append("button", group, label, {
      type: "button",
      className: title ? "plain" : "primary",
      onclick: () => input.click(),
    });
  };
  if (title) {
    picker(msg("add-files-to", { title }), false);
  } else {
    picker(msg("choose-files"), false);
    // Phones have no folders to choose from.
    if ("webkitdirectory" in HTMLInputElement.prototype) picker(msg("choose-folder"), true);
  }
  return group;
};
