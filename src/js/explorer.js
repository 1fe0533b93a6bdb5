// @ts-check
// The entry of the glue of the explorer's program, which `boot/loader.js` imports on the pages that
// explore the edition.

export { initSync } from "glue";
