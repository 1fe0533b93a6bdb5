// @ts-check
// The dialog that lists the keyboard shortcuts, with a switch for single keys (WCAG 2.1.4).

import { append, find, root } from "./dom.js";
import { setPreference } from "./preferences.js";

/** @param {[key: string, description: string, action?: () => void][]} keys */
const createDialog = (keys) => {
  const dialog = append("dialog", document.body, "", { id: "keys", className: "sheet keys" });
  dialog.setAttribute("aria-labelledby", "keys-title");
  append("h2", dialog, msg("keyboard-shortcuts"), { id: "keys-title" });
  const list = append("dl", dialog, "");
  for (const [key, description] of keys) {
    const row = append("div", list, "");
    append("kbd", append("dt", row, ""), key);
    append("dd", row, description);
  }
  const label = append("label", dialog, "", { className: "value" });
  const checkbox = append("input", label, "", { type: "checkbox" });
  checkbox.addEventListener("change", () => setPreference("keys", checkbox.checked ? "on" : "off"));
  label.append(" ");
  append("span", label, msg("single-keys"), { className: "name" });
  append("p", dialog, msg("single-keys-help"), { className: "hint" });
  const form = append("form", dialog, "", { method: "dialog" });
  append("button", form, msg("close"), { className: "solid" });
  return dialog;
};

/**
 * Opens the dialog, which is created when it is first opened.
 * @param {[key: string, description: string, action?: () => void][]} keys
 */
export const openKeysDialog = (keys) => {
  const dialog = /** @type {HTMLDialogElement} */ (find("#keys") ?? createDialog(keys));
  const checkbox = dialog.querySelector("input");
  if (checkbox) checkbox.checked = root.dataset.keys !== "off";
  dialog.showModal();
};
