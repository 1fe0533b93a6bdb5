// @ts-check
// Notices files that are dragged over the page and dropped on it.

/**
 * Listens for files. The browser would otherwise leave the page for the first of them.
 * @param {(event: DragEvent) => unknown} drop
 * @param {(isOver: boolean) => unknown} [hover] learns whether files are over the page
 */
export const onFileDrops = (drop, hover) => {
  const hasFiles = (/** @type {DragEvent} */ { dataTransfer }) =>
    dataTransfer?.types.some((type) => type.toLowerCase() === "files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hover?.(true);
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    // It left the window, not one element for another.
    if (!relatedTarget) hover?.(false);
  });
  addEventListener("drop", (event) => {
    hover?.(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop(event);
  });
};
