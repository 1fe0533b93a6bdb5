// @ts-check
// Moves through the hits of a search within an article.

import { announce } from "./announce.js";
import { find, findAll } from "./dom.js";
import { grouped } from "./numbers.js";
import { step } from "./step.js";

/**
 * Scrolls to the hit `by` places further on, and shows and announces its number.
 * @param {number} by
 */
export const moveToHit = (by) => {
  const marks = findAll(".reader mark:not([class])");
  const index = marks.findIndex((mark) => "here" in mark.dataset);
  const mark = step(marks, index, by);
  if (!mark) return;
  for (const other of marks) delete other.dataset.here;
  mark.dataset.here = "";
  mark.scrollIntoView({ block: "center" });
  const [hit, hits] = [marks.indexOf(mark) + 1, marks.length].map(grouped);
  const text = msg("hit-of", { hit, hits });
  const count = find(".hits span")?.firstChild;
  if (count) count.nodeValue = text;
  announce(text);
};
