// What a page that has its program within itself adds to the glue: how to start it.
import start from "glue";

window.cuttings = async () => {
  const text = document.getElementById("program").textContent;
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await start({ module_or_path: await new Response(plain).arrayBuffer() });
};
