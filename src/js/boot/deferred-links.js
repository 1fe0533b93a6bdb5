// @ts-check
// Adds the links that no first view needs: the manifest, and on the results page the styles for
// reading. The page has them in templates, so that they take no connection from what it waits for.

/** Adds them to the page, unless it has them already. */
export const addDeferredLinks = () => {
  /** @type {NodeListOf<HTMLTemplateElement>} */
  const templates = document.querySelectorAll("template.deferred");
  for (const { content } of templates) document.head.append(content);
};
