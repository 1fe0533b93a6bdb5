/**
 * Shared by the scripts that type into the search box: code that runs in the page, and the
 * circumstances of a visit.
 */

/** Functions for the page: to wait, and to find the search box and the number of results. */
export const PAGE_FUNCTIONS = `
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (condition, what) => {
    for (let waited = 0; !condition(); waited += 20) {
      if (waited > 60000) throw new Error(what + ' does not happen');
      await pause(20);
    }
  };
  const complete = () => until(() => !document.querySelector('[aria-busy]'), 'the end of rendering');
  const box = () => document.querySelector('input[type=search]');
  const status = () => document.querySelector('.status').textContent;
`;

/**
 * The function `type` for the page: it changes the text of the box at the start of a frame, and
 * returns the time until the results are painted, in ms, without waiting for the next frame.
 */
export const TYPE = `
  const type = (text) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    box().value = text;
    box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    const painted = new MessageChannel();
    painted.port1.onmessage = () => resolve(performance.now() - start);
    // The message follows the page's microtasks and first timer, and the frame's layout and paint.
    Promise.resolve().then(() => Promise.resolve()).then(() => {
      setTimeout(() => painted.port2.postMessage(0));
    });
  }));
`;

/**
 * Returns code for the page of all results that declares `items`, their number, and `titles`, the
 * first letters of the first titles.
 */
export const firstTitles = (count, letters) => `
  const headings = [...document.querySelectorAll('.results h2')].slice(0, ${count});
  const titles = headings.map((heading) => heading.textContent.slice(0, ${letters}));
  const items = Number(status().match(/[0-9][0-9,]*/)[0].replaceAll(',', ''));
`;

/** Waits until no part of the edition has arrived for a while. */
export const SETTLE = `
  const arrived = () => performance.getEntriesByType('resource').length;
  for (let before = -1; before !== arrived(); ) {
    before = arrived();
    await pause(1500);
  }
`;

/**
 * Runs in the page before its own scripts: asks the page to save data, so that the service worker
 * stores nothing. On a first visit it would store files while the keys are measured.
 */
export const SAVE_DATA =
  "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

/** The window of a visit. */
export const WINDOW = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
