// @ts-check
// Keeps the focus in place when a click removes the focused control, for example a filter's chip.

import { findAll } from "./dom.js";

const CONTROLS = "a[href], button, input, select, textarea";

/** Moves the focus to the control that takes the place of a removed one. */
export const restoreFocus = () => {
  document.addEventListener(
    "click",
    ({ pointerType }) => {
      const clicked = document.activeElement;
      const controls = findAll(CONTROLS);
      const index = controls.findIndex((control) => control === clicked);
      const earlier = controls.slice(0, Math.max(index, 0)).reverse();
      // The program has rendered the result of the click by the next task.
      setTimeout(() => {
        const active = document.activeElement;
        if (clicked?.checkVisibility() || (active !== clicked && active !== document.body)) return;
        const before = earlier.find((control) => control.checkVisibility());
        const visible = findAll(CONTROLS).filter((control) => control.checkVisibility());
        const after = visible[before ? visible.indexOf(before) + 1 : 0];
        // The page does not scroll for readers who point.
        (after ?? before)?.focus({ preventScroll: Boolean(pointerType) });
      });
    },
    true,
  );
};
