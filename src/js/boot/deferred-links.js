// @ts-check
// Adds the links that no first view needs: the manifest, and on the results page the styles for
// reading. The page has them in templates, so that they take no connection from what it waits for.
// The styles are for print until the program has taken over.

/** @returns {NodeListOf<HTMLTemplateElement>} */
const templates = () => document.querySelectorAll("template.deferred");

/** Adds the links to the page, unless it has them already. */
export const addDeferredLinks = () => {
  for (const { content } of templates()) document.head.append(content);
};

/** Applies the styles for reading: the reader can now open articles without a page load. */
export const applyDeferredStyles = () => {
  for (const place of [document, ...[...templates()].map(({ content }) => content)]) {
    /** @type {NodeListOf<HTMLLinkElement>} */
    const links = place.querySelectorAll('link[media="print"]');
    for (const link of links) link.media = "all";
  }
};
