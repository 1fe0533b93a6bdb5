// @ts-check
// The entry of the script in a single-file edition: hands the program, from the page's own data,
// and the tools to boot.js.

import * as tools from "./tools.js";

/**
 * Returns the bytes that an element contains, compressed and in base 64.
 * @param {string} id
 */
const unpacked = (id) => {
  const base64 = document.getElementById(id)?.textContent ?? "";
  const compressed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bytes = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
};

window.cuttings = {
  tools,
  unpack: async () => {
    const has = (/** @type {string} */ id) => document.getElementById(id);
    if (has("edition")) {
      window.cuttingsEdition = { bytes: new Uint8Array(await unpacked("edition")) };
    }
    if (has("messages")) {
      window.cuttingsMessages = new TextDecoder().decode(await unpacked("messages"));
    }
    return unpacked("program");
  },
};
