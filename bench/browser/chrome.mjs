/**
 * A headless Chromium of our own, spoken to over a pipe in its DevTools protocol: no driver, no port, no download.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox', // it refuses to start as root otherwise; only our own pages are opened
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];

/** How long a page may take over one request of ours, a build of its data aside. */
const PATIENCE = 600_000;

/** A browser with one blank page: `{ version, on, send, open, evaluate, close }`. */
export async function launch(program = process.env.CHROME ?? 'chromium') {
  const profile = mkdtempSync(join(tmpdir(), 'cuttings-bench-'));
  const browser = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise((done) => browser.once('exit', done));
  const { send, on } = connect(browser, gone);

  const { product } = await send('Browser.getVersion');
  const { targetInfos } = await send('Target.getTargets');
  const page = targetInfos.find(({ type }) => type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  const toPage = (method, parameters) => send(method, parameters, sessionId);
  const errors = [];
  on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(describe(exceptionDetails)));
  await toPage('Page.enable');
  await toPage('Runtime.enable');

  return {
    version: product,
    on,
    send: toPage,
    async open(url) {
      const loaded = new Promise((done) => on('Page.loadEventFired', done));
      await toPage('Page.navigate', { url });
      await loaded;
    },
    /** What `expression` comes to in the page, awaited; throws what it throws. */
    async evaluate(expression) {
      const answer = await toPage('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails) throw new Error(describe(answer.exceptionDetails));
      if (errors.length > 0) throw new Error(errors.join('\n'));
      return answer.result.value;
    },
    async close() {
      await Promise.race([send('Browser.close').catch(() => {}), gone]);
      await Promise.race([gone, new Promise((done) => setTimeout(done, 5000))]);
      if (browser.exitCode === null && browser.signalCode === null) browser.kill('SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const describe = ({ exception, text }) => exception?.description ?? text;

/** The protocol on the browser's third and fourth descriptor: JSON, each message ended by a zero byte. */
function connect(browser, gone) {
  const [, , , input, output] = browser.stdio;
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let parts = [];
  output.on('data', (data) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      parts.push(data.subarray(start, end));
      receive(JSON.parse(Buffer.concat(parts).toString('utf8')));
      parts = [];
      start = end + 1;
    }
    parts.push(data.subarray(start));
  });
  const receive = ({ id, method, params, result, error }) => {
    if (id === undefined) {
      for (const listener of listeners.get(method) ?? []) listener(params);
      return;
    }
    const { done, failed, timer } = waiting.get(id);
    waiting.delete(id);
    clearTimeout(timer);
    if (error) failed(new Error(error.message));
    else done(result);
  };
  const abandon = (why) => {
    for (const { failed, timer } of waiting.values()) {
      clearTimeout(timer);
      failed(new Error(why));
    }
    waiting.clear();
  };
  browser.once('error', (error) => abandon(`the browser does not start: ${error.message}`));
  gone.then(() => abandon('the browser has gone'));
  input.on('error', () => {}); // told of by `gone`
  return {
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    send(method, parameters = {}, sessionId) {
      const id = ++last;
      return new Promise((done, failed) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          failed(new Error(`${method}: no answer in ${PATIENCE / 1000} s`));
        }, PATIENCE);
        waiting.set(id, { done, failed, timer });
        input.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
      });
    },
  };
}
