// Cuts the page's typefaces from the fontsource packages: `node build.mjs PACKAGES FOLDER` reads
// the folder of npm packages and writes WOFF2 files, their stylesheet and their licences.
//
// A cut has one place on the axes of weight and optical size (or the range that the page uses), so
// that everything a reader of a Latin script loads stays small (docs/decisions/0057). The same
// packages give the same bytes, and no font leaves this machine.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { renamed } from "./sfnt.mjs";

const [packages, folder] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(packages, "build.mjs"));
const subset = require("subset-font");
const fontverter = require("fontverter");

// The weights and optical sizes that the stylesheets use: text, emphasis in it, headlines and
// strong words; and controls.
const FAMILIES = [
  {
    family: "Cuttings Serif",
    from: "source-serif-4",
    cuts: [
      { name: "text", style: "normal", weight: "400", axes: { wght: 400, opsz: 20 } },
      { name: "italic", style: "italic", weight: "400", axes: { wght: 400, opsz: 20 } },
      { name: "display", style: "normal", weight: "600", axes: { wght: 600, opsz: 32 } },
    ],
    files: "standard",
  },
  {
    family: "Cuttings Sans",
    from: "source-sans-3",
    cuts: [
      {
        name: "text",
        style: "normal",
        weight: "400 600",
        axes: { wght: { min: 400, max: 600 } },
      },
    ],
    files: "wght",
  },
];

// Source Sans has tabular figures unless `pnum` is on, Source Serif proportional ones unless `tnum`.
const FEATURES = ["kern", "liga", "locl", "pnum", "tnum"];

// Other scripts combine letters with marks, so their cuts keep the rules for those as well.
const MARKS = ["ccmp", "mark", "mkmk"];

const span = (first, last) => Array.from({ length: last - first + 1 }, (_, nth) => first + nth);

// The letters of the languages of western Europe, and the signs of ordinary text.
const LATIN = [
  ...span(0x20, 0x7e),
  ...[..."\u00a0¡£§©«°±²³·»½¿×÷Œœ–—‘’‚“”„†•…‹›€™−"].map((sign) => sign.codePointAt(0)),
  ...span(0xc0, 0xff),
].sort((one, other) => one - other);

// Letters of the other languages of Europe in Latin script. The package's own subset has thousands.
const LATIN_EXT = [...span(0x100, 0x17f), ...span(0x218, 0x21b), 0x1e9e];

const SUBSETS = { latin: LATIN, "latin-ext": LATIN_EXT };

/** Returns code points as the value of `unicode-range`. */
const unicodeRange = (points) => {
  const hex = (point) => point.toString(16).toUpperCase();
  const runs = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  return runs
    .map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ""}`)
    .join(",");
};

await mkdir(folder, { recursive: true });
const rules = [];
const licences = [];
for (const { family, from, cuts, files } of FAMILIES) {
  const source = join(packages, "@fontsource-variable", from);
  const sheet = await readFile(join(source, "index.css"), "utf8");
  const rule = new RegExp(`/\\* ${from}-(\\S+)-wght-normal \\*/[^}]*unicode-range: ([^;]+);`, "g");
  const subsets = [...sheet.matchAll(rule)].map(([, name, range]) => ({ name, range }));
  licences.push(`${family} is a subset of:\n\n${await readFile(join(source, "LICENSE"), "utf8")}`);
  for (const { name, range } of subsets) {
    const points = SUBSETS[name];
    for (const cut of cuts) {
      const font = await readFile(
        join(source, "files", `${from}-${name}-${files}-${cut.style}.woff2`),
      );
      const sfnt = await subset(font, points && String.fromCodePoint(...points), {
        targetFormat: "truetype",
        variationAxes: cut.axes,
        keepAllGlyphs: !points,
        keepFeatures: points ? FEATURES : [...FEATURES, ...MARKS],
        noHinting: true,
        dropTables: ["STAT", "DSIG", "meta"],
      });
      const style = { text: "Regular", italic: "Italic", display: "Display" }[cut.name];
      const file = `${family.split(" ")[1].toLowerCase()}-${cut.name}-${name}.woff2`;
      await writeFile(join(folder, file), await fontverter.convert(renamed(sfnt, family, style), "woff2"));
      rules.push(
        `@font-face{font-family:"${family}";font-style:${cut.style};font-weight:${cut.weight};` +
          `font-display:optional;src:url(${file}) format("woff2");` +
          `unicode-range:${points ? unicodeRange(points) : range}}`,
      );
    }
  }
}
await writeFile(join(folder, "typefaces.css"), `${rules.join("\n")}\n`);
await writeFile(join(folder, "licence.txt"), licences.join("\n\n"));
