// @ts-check
// Forwards clicks on elements with `data-do` to the tools, which are loaded when first needed.

import { loadTools } from "../on-demand.js";

const root = document.documentElement;

/** Records in `data-can` which optional features the browser has, and listens for clicks. */
export const forwardActions = () => {
  const features = {
    copy: navigator.clipboard,
    share: navigator.share,
    listen: window.speechSynthesis,
  };
  root.dataset.can = Object.entries(features)
    .filter(([, feature]) => feature)
    .map(([name]) => name)
    .join(" ");

  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-do]");
    if (!(button instanceof HTMLElement)) return;
    (await loadTools()).act(button);
  });
};
