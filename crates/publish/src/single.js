// What a page that has everything within itself adds to the glue: how to start the program, and where the tools are.
import start from "glue";
import * as tools from "tools";

window.tools = tools;

window.cuttings = async () => {
  const text = document.getElementById("program").textContent;
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await start({ module_or_path: await new Response(plain).arrayBuffer() });
};
