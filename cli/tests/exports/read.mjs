// Reads the citations of a published edition as other programs do: BibTeX and RIS with Citation.js,
// CSL-JSON by its schema. Prints what a program would read otherwise than was meant.
//
//   node read.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.CUTTINGS_NPM}/x`);
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const Ajv = require("ajv");

const schema = JSON.parse(readFileSync(new URL("csl-data.json", import.meta.url), "utf8"));
const isCslJson = new Ajv({ strict: false }).compile(schema);

let faults = 0;
const expectEqual = (place, found, expected) => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one === other) return;
  faults += 1;
  console.log(`${place}: ${one} instead of ${other}`);
};

/** White space as TeX reads it. */
const words = (text) => (text ?? "").split(/\s+/).filter(Boolean).join(" ");

/** A name with all its parts, as it is spoken. */
const spoken = ({ literal, given, family, suffix, ...particles }) => {
  const particle = particles["dropping-particle"] ?? particles["non-dropping-particle"] ?? "";
  const joined = /[-'’]$/.test(particle) ? particle + family : `${particle} ${family ?? ""}`;
  return words(literal ?? `${given ?? ""} ${joined} ${suffix ?? ""}`);
};

const folder = `${process.argv[2]}/article`;
let count = 0;
for (const slug of readdirSync(folder)) {
  const rows = JSON.parse(readFileSync(`${folder}/${slug}/cite.json`, "utf8"));
  const styles = Object.fromEntries(rows);
  const csl = JSON.parse(styles["CSL-JSON"]);
  if (!isCslJson(csl)) expectEqual(`${slug}: CSL-JSON`, isCslJson.errors, null);
  const [meant] = csl;
  for (const [style, forceType] of [["BibTeX", "@biblatex/text"], ["RIS", "@ris/file"]]) {
    const [read, ...others] = new Cite(styles[style], { forceType }).data;
    const expect = (part, found, expected) => expectEqual(`${slug}: ${style}: ${part}`, found, expected);
    expect("entries", others.length, 0);
    expect("title", words(read.title), words(meant.title));
    expect("authors", read.author?.map(spoken), meant.author?.map(spoken));
    expect("date", read.issued?.["date-parts"], meant.issued?.["date-parts"]);
    expect("address", read.URL, meant.URL);
  }
  count += 1;
}
console.log(`${count} articles read, ${faults} faults`);
process.exitCode = faults || count === 0 ? 1 : 0;
