// @ts-check
// Keeps the focus in place when a click removes the focused control, for example a filter's chip.

import { find, findAll } from "./dom.js";

/** The delay before the next look, in milliseconds, while the program waits for something. */
const RETRY_DELAY = 50;

const CONTROLS = "a[href], button, input, select, textarea";

/** Moves the focus to the control that takes the place of a removed one. */
export const restoreFocus = () => {
  document.addEventListener(
    "click",
    ({ pointerType }) => {
      const clicked = document.activeElement;
      const controls = findAll(CONTROLS);
      const index = controls.findIndex((control) => control === clicked);
      // Among the results, the filters beside them may change as well.
      const area = clicked?.closest(".result-area") ?? document;
      const isCandidate = (/** @type {Element} */ control) =>
        control.checkVisibility() && (!area.isConnected || area.contains(control));
      const earlier = controls.slice(0, Math.max(index, 0)).reverse();
      const restore = () => {
        const active = document.activeElement;
        if (active !== clicked && active !== document.body) return;
        if (clicked?.checkVisibility()) {
          // The result of the click may be on its way.
          if (find(".page[aria-busy]")) setTimeout(restore, RETRY_DELAY);
          return;
        }
        const before = earlier.find(isCandidate);
        const visible = findAll(CONTROLS).filter(isCandidate);
        const after = visible[before ? visible.indexOf(before) + 1 : 0];
        // The page does not scroll for readers who point.
        (after ?? before)?.focus({ preventScroll: Boolean(pointerType) });
      };
      // The program has rendered the result of the click by the next task.
      setTimeout(restore);
    },
    true,
  );
};
