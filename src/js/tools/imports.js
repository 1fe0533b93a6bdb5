// @ts-check
// Passes a file of saved articles that the reader chooses on to the program.

import { announce } from "./announce.js";

/** Listens for chosen files. The program reads the text from session storage. */
export const acceptImports = () => {
  document.addEventListener("change", async ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-bring]")) return;
    try {
      const [file] = target.files ?? [];
      sessionStorage.setItem("cuttings.brought", await file.text());
      dispatchEvent(new StorageEvent("storage", { key: "cuttings.brought" }));
    } catch {
      announce(msg("file-unreadable"));
    }
  });
};
