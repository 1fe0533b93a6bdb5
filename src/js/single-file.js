// @ts-check
// The entry of the script in a single-file edition: starts the program from the page's own data,
// and hands the tools to boot.js.

import start from "glue";
import * as tools from "./tools.js";

window.cuttings = {
  tools,
  start: async () => {
    const base64 = document.getElementById("program")?.textContent ?? "";
    const compressed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const program = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
    await start({ module_or_path: await new Response(program).arrayBuffer() });
  },
};
