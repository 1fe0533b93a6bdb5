// @ts-check
// Loads what lies beside the script of a worker.

/**
 * Downloads a file.
 * @param {string} file relative to the worker's script
 */
export const download = async (file) => {
  const response = await fetch(new URL(file, location.href));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
};

/**
 * Downloads and compiles a program.
 * @param {string} file relative to the worker's script
 */
export const compiled = async (file) => {
  const response = await download(file);
  // Not every host knows the type.
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};
