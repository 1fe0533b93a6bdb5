/**
 * Measures builds of a folder after an edit of one article, and how long `cuttings serve` takes
 * until a browser shows an edit.
 *
 *   node bench/browser/edit.mjs FOLDER PROGRAM [PROGRAM…] [--rounds 5] [--page FOLDER]
 *        [--only build|edit|preview|serve] [--json]
 *
 * Each program gets a copy of FOLDER and a cache of its own. The programs take turns in each round,
 * so that other work on the machine slows all of them. `--page` is for programs without a page
 * inside. `--only edit` is the part of `--only build` with the builds after an edit. Prints a
 * Markdown table of medians: seconds of clock and of processor time, user and system together.
 * Processor time under `serve` is that of the server and its builds, on Linux. With --json it
 * prints an object for other programs, with the medians of each program by measurement.
 */
import { launch } from './chrome.mjs';
import { median } from './statistics.mjs';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    page: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [folder, ...programs] = positionals;
if (!folder || programs.length === 0) {
  throw new Error('usage: node bench/browser/edit.mjs FOLDER PROGRAM [PROGRAM…] [--rounds N]');
}
const rounds = Number(options.rounds);
const isWanted = (name) => !options.only || options.only === name;
const temporary = mkdtempSync(join(tmpdir(), 'cuttings-edit-'));

/** A program with its own copy of the folder. */
function subject(program, number) {
  const at = (name) => join(temporary, `${number}-${name}`);
  const articles = at('articles');
  cpSync(folder, articles, { recursive: true });
  return {
    program,
    articles,
    site: at('site'),
    preview: at('preview'),
    cache: at('cache'),
    page: options.page ? ['--page', options.page] : [],
  };
}

/** The files with articles in a folder, sorted, so that rounds edit the same files each time. */
function articleFiles(root) {
  const names = readdirSync(root, { recursive: true }).map(String);
  return names.filter((name) => /\.(md|txt)$/.test(name) && !/(^|\/)\./.test(name)).sort();
}

let edits = 0;
/** Adds a sentence with a word that no other has to one article, and returns the word. */
function edit({ articles }, name) {
  const word = `zyzzyva${(edits += 1)}`;
  const file = join(articles, name);
  const sentence = `The word is ${word}.`;
  const text = readFileSync(file, 'utf8').trimEnd();
  if (name.endsWith('.md')) {
    writeFileSync(file, `${text}\n\n${sentence}\n`);
  } else {
    // A listing has several articles and ends with lines of none. Its longest line is a paragraph.
    const lines = text.split('\n');
    const longest = Math.max(...lines.map((line) => line.length));
    const paragraph = lines.findIndex((line) => line.length === longest);
    lines[paragraph] = `${lines[paragraph].trimEnd()} ${sentence}`;
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  return word;
}

/** Runs a command and returns its seconds by the clock and of processor time. */
function time(command, parameters) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>"$0"';
  const errors = join(temporary, 'errors');
  const run = spawnSync('bash', ['-c', script, errors, command, ...parameters], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(readFileSync(errors, 'utf8'));
  const [clock, user, system] = run.stderr.trim().split(/\s+/).slice(-3).map(Number);
  return { clock, processor: user + system };
}

/** Builds a site, or a preview of it. */
function build({ program, articles, site, preview, cache, page }, isPreview) {
  const out = isPreview ? ['--preview', '--out', preview] : ['--out', site];
  return time(program, ['build', ...out, '--cache', cache, ...page, '--', articles]);
}

/** Builds a site after an edit, and fails if that was an edit of no article. */
function buildEdited(subject, name) {
  // Every page names the edition.
  const page = () => readFileSync(join(subject.site, 'index.html'), 'utf8');
  const before = page();
  edit(subject, name);
  const report = build(subject, false);
  if (page() === before) throw new Error(`${name}: an edit of this file changes no article`);
  return report;
}

/** The processor time of a process with the children that it has waited for, in seconds. */
function processorTime(process) {
  const text = readFileSync(`/proc/${process}/stat`, 'utf8');
  // After the name, which is in parentheses, the third field comes first.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts `cuttings serve` and returns the process and the address. */
async function serve({ program, articles, cache, page }) {
  const parameters = ['serve', articles, '--port', '0', '--cache', cache, ...page];
  const server = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const address = await new Promise((resolve, reject) => {
    const read = (data) => {
      output += data;
      const [, found] = output.match(/ready at (http:\S+)/) ?? [];
      if (found) resolve(found);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(output)));
  });
  return { server, address };
}

/** Evaluates an expression in a page that may be reloading. */
async function holds(browser, expression) {
  try {
    return await browser.evaluate(expression);
  } catch {
    return false;
  }
}

/** Measures how long an open page takes to show an edit of its article. */
async function shown(subject, names, reports) {
  const { server, address } = await serve(subject);
  const browser = await launch();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [kind, { file, slug }] of Object.entries(names)) {
        await browser.open(`${address}article/${slug}/`);
        const isReady = `document.getElementById('still') === null`;
        while (!(await holds(browser, isReady))) await pause(20);
        await pause(300);
        const before = processorTime(server.pid);
        const start = performance.now();
        const word = edit(subject, file);
        const isShown = `document.body.textContent.includes('${word}')`;
        while (!(await holds(browser, isShown))) {
          await pause(5);
          if (performance.now() - start > 60_000) throw new Error(`${file}: never shown`);
        }
        const clock = (performance.now() - start) / 1000;
        await pause(300);
        reports[kind] ??= [];
        reports[kind].push({ clock, processor: processorTime(server.pid) - before });
      }
    }
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

/** The medians of reports by the clock and of processor time, in seconds. */
function medians(reports) {
  const middle = (key) => median(reports.map((one) => one[key]));
  return { clock: middle('clock'), processor: middle('processor') };
}

/** Prints a table with a row for each measurement and two columns for each program. */
function table(rows) {
  const columns = programs.flatMap((_, index) =>
    ['clock', 'processor'].map((kind) => `${index + 1}, ${kind}`),
  );
  console.log(`\n| measurement | ${columns.join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---:').join('|')}|`);
  for (const [name, programs] of rows) {
    const cells = programs.flatMap(({ clock, processor }) => [clock, processor]);
    console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(2)).join(' | ')} |`);
  }
}

/** The files and slugs of the newest and of the oldest article with a date. */
function newestAndOldest(subject) {
  const files = articleFiles(subject.articles);
  const dated = files.flatMap((file) => {
    const text = readFileSync(join(subject.articles, file), 'utf8');
    const [, date] = text.match(/^date: *['"]?(\d{4}-\d\d-\d\d)/m) ?? [];
    return date ? [{ file, date, text }] : [];
  });
  dated.sort((a, b) => a.date.localeCompare(b.date));
  const slugOf = ({ file, text }) => {
    const [, title = ''] = text.match(/^title: *['"]?(.*?)['"]? *$/m) ?? [];
    return { file, slug: slugs.get(title.replaceAll("''", "'")) };
  };
  const slugs = new Map(exported(subject).map((row) => [row.title, row.slug]));
  const known = dated.map(slugOf).filter(({ slug }) => slug);
  return { newest: known.at(-1), oldest: known[0] };
}

/** The titles and slugs of the articles of a built preview. */
function exported({ preview }) {
  const { json } = JSON.parse(readFileSync(join(preview, 'items.json'), 'utf8'));
  const rows = json.rows ?? [];
  const parsed = rows.map((row) => JSON.parse(row)).filter(({ kind }) => kind === 'article');
  const slug = (address) => address.split('/').filter(Boolean).at(-1);
  return parsed.map(({ title, address }) => ({ title, slug: slug(address) }));
}

try {
  const subjects = programs.map(subject);
  if (!options.json) {
    programs.forEach((program, number) => console.log(`${number + 1}: ${program}`));
  }
  const rows = {};
  const note = (name, number, report) => {
    rows[name] ??= programs.map(() => []);
    rows[name][number].push(report);
  };
  const each = (action) => subjects.forEach(action);
  const files = articleFiles(subjects[0].articles);
  const edited = (round) => files[Math.floor(((round + 0.5) * files.length) / rounds)];
  if (isWanted('build') || isWanted('edit')) {
    each((it, number) => note('empty folder and cache', number, build(it, false)));
    for (let round = 0; round < rounds; round += 1) {
      each((it, number) => note('one article changed', number, buildEdited(it, edited(round))));
      if (isWanted('build')) {
        each((it, number) => note('nothing changed', number, build(it, false)));
      }
    }
  }
  if (isWanted('preview') || isWanted('serve')) each((it) => build(it, true));
  if (isWanted('preview')) {
    for (let round = 0; round < rounds; round += 1) {
      each((it, number) => {
        edit(it, edited(round));
        note('preview, one article changed', number, build(it, true));
      });
    }
  }
  if (isWanted('serve')) {
    for (const [number, it] of subjects.entries()) {
      const reports = {};
      await shown(it, newestAndOldest(it), reports);
      for (const [kind, all] of Object.entries(reports)) {
        for (const report of all) note(`edit of the ${kind} article, seen`, number, report);
      }
    }
  }
  const measured = Object.entries(rows).map(([name, reports]) => [name, reports.map(medians)]);
  if (options.json) console.log(JSON.stringify(Object.fromEntries(measured)));
  else table(measured);
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
