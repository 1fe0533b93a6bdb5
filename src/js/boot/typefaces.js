// @ts-check
// Loads the page's typefaces after the first paint and the program, and shows them only where all
// of the text is new: a text that gets another typeface while it is read moves.

const root = document.documentElement;

/** The fonts that text and controls use (`scripts/typefaces/build.mjs`), as CSS writes them. */
const FACES = ["", "italic ", "600 "].map((style) => `${style}1em Cuttings Serif`);
FACES.push("1em Cuttings Sans");

// A published page names the stylesheet on the boot script; a single-file edition has none.
const { typefaces } = document.currentScript?.dataset ?? {};

let pending = Boolean(typefaces && !navigator.connection?.saveData);
let ready = false;

/** Returns true until the typefaces have arrived, or cannot. */
export const typefacesPending = () => pending;

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
 * Shows the typefaces if they have arrived; otherwise once they have and another page is shown.
 * @param {ParentNode} page
 */
export const showTypefaces = (page) => {
  const show = () => {
    if (ready) root.dataset.typefaces = "";
    return ready;
  };
  const content = page.querySelector(".page");
  if (show() || !content) return;
  new MutationObserver((_, observer) => {
    if (show()) observer.disconnect();
  }).observe(content, { childList: true });
};
