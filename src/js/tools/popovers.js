// @ts-check
// Manages the focus of popovers.

import { findAll } from "./dom.js";

/** Moves the focus into a popover that opens, and closes one that the focus leaves. */
export const managePopovers = () => {
  // The focus would otherwise be behind the popover. The browser returns it when a key closes that.
  document.addEventListener(
    "toggle",
    (event) => {
      const { target, newState } = /** @type {ToggleEvent} */ (event);
      if (!(target instanceof HTMLElement)) return;
      if (newState !== "open" || target.contains(document.activeElement)) return;
      // One that a script shows beside the focus, such as a footnote, does not take it.
      if (target.popover === "manual") return;
      target.tabIndex = -1;
      target.focus();
    },
    true,
  );
  // A popover does not cover the control that the tab key reaches behind it.
  document.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLButtonElement} */ (event.target);
    for (const popover of findAll(":popover-open")) {
      if (!popover.contains(target) && target.popoverTargetElement !== popover) {
        popover.hidePopover();
      }
    }
  });
};
