// @ts-check
// Says that a single-file edition keeps no articles of the reader's, when files are dropped on it:
// it has no place for them, and no service worker.

import { root } from "./dom.js";
import { onFileDrops } from "./file-drops.js";
import { showNotice } from "./notice.js";

/** Listens for files. */
export const refuseArticles = () => {
  onFileDrops(() => {
    // The site of the edition, if it is known.
    const { site } = root.dataset;
    const label = site ? msg("open-site") : "";
    const open = () => location.assign(site ?? "");
    showNotice(msg("file-keeps-no-articles"), label, open, msg("close"));
  });
};
