// @ts-check
// Loads the page's typefaces after the first paint and the program, and shows them only where all
// of the text is new: a text that gets another typeface while it is read moves.
//
// On a first visit the take-over does not show them: the text has been read for a second or more,
// and browsers count text of another width as a new, late largest paint. On a later visit the
// service worker has them, and the take-over follows the first paint at once.

const root = document.documentElement;

/** The fonts that text and controls use (`scripts/typefaces/build.mjs`), as CSS writes them. */
const FACES = ["", "italic ", "600 "].map((style) => `${style}1em Cuttings Serif`);
FACES.push("1em Cuttings Sans");

// A published page names the stylesheet on the boot script; a single-file edition has none.
const { typefaces } = document.currentScript?.dataset ?? {};

/** True if the service worker of an earlier visit answers this one's requests. */
export const isReturning = Boolean(navigator.serviceWorker?.controller);

let pending = Boolean(typefaces && !navigator.connection?.saveData);
let ready = false;

/** Returns true while the take-over waits for typefaces that are about to arrive. */
export const typefacesPending = () => pending && isReturning;

/** Loads what the text needs of the typefaces. */
export const loadTypefaces = async () => {
  if (!typefaces || !pending) return;
  const link = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: typefaces,
  });
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      document.head.append(link);
    });
    const text = document.body.textContent ?? "";
    await Promise.all(FACES.map((face) => document.fonts.load(face, text)));
    ready = true;
  } catch {
    // The installed fonts stay.
  }
  pending = false;
};

/**
 * Shows the typefaces at once if this is a later visit and they have arrived; otherwise once they
 * have and another page or, after the reader's first action, other results are shown.
 * @param {ParentNode} page
 */
export const showTypefaces = (page) => {
  const show = () => {
    if (ready) root.dataset.typefaces = "";
    return ready;
  };
  const content = page.querySelector(".page");
  if ((isReturning && show()) || !content) return;
  const isNew = (/** @type {Node} */ changed) =>
    changed === content ||
    (navigator.userActivation?.hasBeenActive && content.querySelector(".results") === changed);
  new MutationObserver((changes, observer) => {
    if (changes.some(({ target }) => isNew(target)) && show()) observer.disconnect();
  }).observe(content, { childList: true, subtree: true });
};
