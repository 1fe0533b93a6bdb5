// @ts-check
// Shows a footnote beside its mark, while the pointer or the focus is on the mark.

import { append, find, isComposing } from "./dom.js";

/** The space between a mark and its footnote, and to the edges of the window, in pixels. */
const GAP = 8;

/** @type {HTMLElement | undefined} */
let shown;

const hide = () => {
  shown?.remove();
  shown = undefined;
};

/** @param {Element} mark */
const show = (mark) => {
  hide();
  const block = mark.getAttribute("href")?.split("#").pop() ?? "";
  const note = find(`.footnotes #${CSS.escape(block)}`)?.closest("li");
  if (!note) return;
  shown = append("div", find(".prose") ?? document.body, "", { className: "peek" });
  // The copy is for those who see the mark; others follow the link.
  shown.ariaHidden = "true";
  shown.popover = "manual";
  for (const child of note.cloneNode(true).childNodes) shown.append(child.cloneNode(true));
  for (const copied of shown.querySelectorAll("[id], a")) {
    copied.removeAttribute("id");
    copied.removeAttribute("href");
  }
  shown.showPopover();
  const { left, top, bottom } = mark.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = shown;
  const room = document.documentElement.clientWidth - offsetWidth - GAP;
  const below = bottom + GAP + offsetHeight < innerHeight;
  shown.style.left = `${Math.max(GAP, Math.min(left, room))}px`;
  shown.style.top = `${below ? bottom + GAP : Math.max(GAP, top - GAP - offsetHeight)}px`;
};

/** Follows the pointer and the focus. */
export const showFootnotes = () => {
  /** @param {Event} event */
  const enter = ({ target }) => {
    const mark = target instanceof Element ? target.closest(".note-mark") : null;
    if (mark) show(mark);
    else if (!(target instanceof Node && shown?.contains(target))) hide();
  };
  document.addEventListener("pointerover", enter);
  document.addEventListener("focusin", enter);
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isComposing(event)) hide();
  });
};
