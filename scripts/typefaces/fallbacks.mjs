// Prints `styles/fallbacks.css`: installed fonts with the widths and heights of the page's own, so
// that little moves when those arrive. Run it after a change of the cuts:
//
//   npm install --prefix FONTS @fontsource/gelasio @fontsource/tinos @fontsource/noto-serif \
//     @fontsource/arimo @fontsource/roboto
//   node scripts/typefaces/fallbacks.mjs PACKAGES CUTS FONTS/node_modules DEJAVU
//
// PACKAGES and CUTS are the folders that `build.mjs` reads and writes, and DEJAVU the folder of the
// DejaVu fonts. Gelasio has the metrics of Georgia, Tinos those of Times, and Arimo those of Arial.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { tables } from "./sfnt.mjs";

const [packages, cuts, fonts, dejavu] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(packages, "fallbacks.mjs"));
const [fontverter, subset] = [require("fontverter"), require("subset-font")];

// English prose and a headline: the widths of letters count as often as readers see them.
const SAMPLE =
  "The harbour was quiet when the first boat left at dawn. Nobody on the quay had expected the " +
  "ferry to return before winter, and yet its lights moved slowly past the breakwater, as they " +
  "had every morning for forty years. “We never stopped waiting,” said the harbour master, who " +
  "keeps a list of every crossing since 1984. The council voted 12 to 3 for the new timetable. " +
  "Ferry Returns to the Northern Route After a Winter of Repairs";

const fontsource = (name, weight, style) =>
  join(fonts, "@fontsource", name, "files", `${name}-latin-${weight}-${style}.woff2`);
const own = (name) => join(cuts, `${name}-latin.woff2`);

/** Each family: its name in CSS, and per style the installed fonts, one with their metrics, ours. */
const FAMILIES = [
  ["Serif 1", serif(["Georgia"], "gelasio")],
  ["Serif 2", serif(["Times New Roman", "Liberation Serif"], "tinos")],
  ["Serif 3", serif(["Noto Serif"], "noto-serif")],
  ["Serif 4", serif(["DejaVu Serif"])],
  // Segoe UI cannot be read where it is not installed; its letters are as wide as Roboto's within a
  // hundredth.
  ["Sans 1", sans(["Roboto", "Segoe UI"], "roboto")],
  ["Sans 2", sans(["Arial", "Liberation Sans"], "arimo")],
  ["Sans 3", sans(["DejaVu Sans"])],
];

function serif(locals, metrics) {
  const file = (weight, style, dejavuName) =>
    metrics ? fontsource(metrics, weight, style) : join(dejavu, `DejaVuSerif${dejavuName}.ttf`);
  return [
    [400, "normal", locals, file(400, "normal", ""), own("serif-text")],
    [400, "italic", locals.map((name) => `${name} Italic`), file(400, "italic", "-Italic"), own("serif-italic")],
    [600, "normal", locals.map((name) => `${name} Bold`), file(700, "normal", "-Bold"), own("serif-display")],
  ];
}

function sans(locals, metrics) {
  const file = (weight, dejavuName) =>
    metrics ? fontsource(metrics, weight, "normal") : join(dejavu, `DejaVuSans${dejavuName}.ttf`);
  return [
    [400, "normal", locals, file(400, ""), own("sans-text")],
    [600, "normal", locals.map((name) => `${name} Bold`), file(700, "-Bold"), own("sans-text")],
  ];
}

/** Returns the width of the sample, the ascent and the descent, all in parts of the font size. */
const metrics = async (path, weight) => {
  let font = await fontverter.convert(readFileSync(path), "truetype");
  // Only the sans-serif has a range of weights.
  if (tables(font).has("fvar")) {
    font = await subset(font, SAMPLE, { targetFormat: "truetype", variationAxes: { wght: weight } });
  }
  const parts = tables(font);
  const em = parts.get("head").readUInt16BE(18);
  const hhea = parts.get("hhea");
  const glyph = glyphs(parts.get("cmap"));
  const last = hhea.readUInt16BE(34) - 1;
  const advance = (index) => parts.get("hmtx").readUInt16BE(4 * Math.min(index, last));
  const width = [...SAMPLE].reduce((sum, sign) => sum + advance(glyph(sign.codePointAt(0))), 0);
  return { width: width / em, ascent: hhea.readInt16BE(4) / em, descent: -hhea.readInt16BE(6) / em };
};

/** Returns a function from code points to glyphs, from the format that every font has (4). */
const glyphs = (cmap) => {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, nth) => cmap.readUInt32BE(8 + 8 * nth));
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  const segments = cmap.readUInt16BE(at + 6) / 2;
  return (point) => {
    for (let nth = 0; nth < segments; nth += 1) {
      const end = at + 14 + 2 * nth;
      const [start, delta, range] = [1, 2, 3].map((part) => end + 2 + 2 * segments * part);
      if (point > cmap.readUInt16BE(end)) continue;
      if (point < cmap.readUInt16BE(start)) return 0;
      const offset = cmap.readUInt16BE(range);
      const index = offset
        ? cmap.readUInt16BE(range + offset + 2 * (point - cmap.readUInt16BE(start)))
        : point;
      return (index + cmap.readUInt16BE(delta)) & 0xffff;
    }
    return 0;
  };
};

// DejaVu Sans also has scripts that ours lacks, such as Arabic. They keep their size, which another
// font then sets.
const RANGE = "\n  unicode-range: U+0-52F, U+1E00-2FFF;";

const percent = (share) => `${(100 * share).toFixed(1)}%`;
for (const [family, faces] of FAMILIES) {
  for (const [weight, style, locals, installed, wanted] of faces) {
    const [theirs, ours] = [await metrics(installed, weight), await metrics(wanted, weight)];
    const scale = ours.width / theirs.width;
    const source = locals.map((name) => `local("${name}")`).join(", ");
    console.log(`@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  src: ${source};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(ours.ascent / scale)};
  descent-override: ${percent(ours.descent / scale)};
  line-gap-override: 0%;${locals[0].startsWith("DejaVu Sans") ? RANGE : ""}
}
`);
  }
}
