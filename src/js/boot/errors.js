// @ts-check
// Shows readers, in the page's notice, why the program does not run.

const root = document.documentElement;

/**
 * Shows a message, unless there is one already: the first error is the cause of later ones.
 * @param {string} text
 */
export const showError = (text) => {
  delete root.dataset.asked;
  const notice = document.getElementById("notice");
  const line = notice?.querySelector("p");
  if (!notice?.hidden || !line) return;
  notice.hidden = false;
  line.textContent = text;
};

/**
 * Shows that the program has stopped, if `error` is a trap. A panic reaches the browser as one.
 * @param {unknown} error
 */
export const reportTrap = (error) => {
  if (error instanceof WebAssembly.RuntimeError) showError(msg("program-stopped"));
};

/** Reports traps wherever the program runs: in event handlers, timers and promises. */
export const watchForTraps = () => {
  addEventListener("error", (event) => reportTrap(event.error));
  addEventListener("unhandledrejection", (event) => reportTrap(event.reason));
};
