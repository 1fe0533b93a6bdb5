// @ts-check
// Makes a button that turns the title of a collection into a text field: Enter saves it, Escape
// leaves it.

import { append, isComposing } from "../tools/dom.js";

/** The most characters of a title. */
const LONGEST = 200;

/**
 * Adds the button to the item of a collection, and returns it.
 * @param {Element} item
 * @param {HTMLElement} link the title, which the field replaces meanwhile
 * @param {(title: string) => unknown} rename gets another title
 */
export const renamer = (item, link, rename) => {
  const title = link.textContent ?? "";
  /** @type {HTMLFormElement | undefined} */
  let form;

  const leave = () => {
    form?.replaceWith(link);
    form = undefined;
    button.focus();
  };

  const edit = () => {
    const opened = document.createElement("form");
    const field = append("input", opened, "", {
      type: "text",
      value: title,
      maxLength: LONGEST,
      required: true,
      enterKeyHint: "done",
      ariaLabel: msg("title-of-collection", { title }),
    });
    opened.addEventListener("submit", (event) => {
      event.preventDefault();
      const wanted = field.value.trim();
      leave();
      if (wanted && wanted !== title) rename(wanted);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || isComposing(event)) return;
      // The dialog stays open.
      event.preventDefault();
      event.stopPropagation();
      leave();
    });
    link.replaceWith(opened);
    form = opened;
    field.select();
    field.focus();
  };

  const button = append("button", item, msg("rename"), {
    type: "button",
    className: "plain",
    ariaLabel: msg("rename-collection", { title }),
    onclick: () => (form ? form.requestSubmit() : edit()),
  });
  return button;
};
