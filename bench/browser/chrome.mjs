/**
 * Starts a headless Chromium and controls it through a pipe with the DevTools protocol, without a
 * driver, a port or a download.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox', // The sandbox does not work as root. Only the project's own pages are opened.
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];

/** The timeout of one protocol command, in ms. */
const TIMEOUT = 600_000;

/**
 * Starts a browser with one blank page: `{ version, on, send, sendTo, open, evaluate, close }`. The
 * session that `sendTo` gets first is that of another target, such as a worker.
 */
export async function launch(program = process.env.CHROME ?? 'chromium') {
  const profile = mkdtempSync(join(tmpdir(), 'cuttings-bench-'));
  const browser = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => browser.once('exit', resolve));
  const { send, on } = connect(browser, exited);

  const { product } = await send('Browser.getVersion');
  const { targetInfos } = await send('Target.getTargets');
  const { targetId } = targetInfos.find(({ type }) => type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const sendToPage = (method, parameters) => send(method, parameters, sessionId);
  const errors = [];
  on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(describe(exceptionDetails)));
  await sendToPage('Page.enable');
  await sendToPage('Runtime.enable');

  return {
    version: product,
    on,
    send: sendToPage,
    sendTo: (session, method, parameters) => send(method, parameters, session),
    /** Navigates to `url` and waits for its `load` event. */
    async open(url) {
      const loaded = new Promise((resolve) => on('Page.loadEventFired', resolve));
      await sendToPage('Page.navigate', { url });
      await loaded;
    },
    /**
     * Evaluates `expression` in the page, awaits it, and returns its value. Throws its exception,
     * or those that the page threw before.
     */
    async evaluate(expression) {
      const answer = await sendToPage('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(describe(answer.exceptionDetails));
      if (errors.length > 0) throw new Error(errors.join('\n'));
      return answer.result.value;
    },
    async close() {
      await Promise.race([send('Browser.close').catch(() => {}), exited]);
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5000))]);
      if (browser.exitCode === null && browser.signalCode === null) browser.kill('SIGKILL');
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const describe = ({ exception, text }) => exception?.description ?? text;

/**
 * Connects to the protocol on the browser's file descriptors 3 and 4. Messages are JSON, each
 * terminated by a zero byte.
 */
function connect(browser, exited) {
  const [, , , input, output] = browser.stdio;
  const pending = new Map();
  const listeners = new Map();
  let lastId = 0;
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
    const { resolve, reject, timer } = pending.get(id);
    pending.delete(id);
    clearTimeout(timer);
    if (error) reject(new Error(error.message));
    else resolve(result);
  };
  const rejectAll = (message) => {
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(new Error(message));
    }
    pending.clear();
  };
  browser.once('error', (error) => rejectAll(`the browser does not start: ${error.message}`));
  exited.then(() => rejectAll('the browser exited'));
  input.on('error', () => {}); // `exited` reports a closed pipe.
  return {
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    send(method, parameters = {}, sessionId) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          pending.delete(id);
          reject(new Error(`${method}: no answer in ${TIMEOUT / 1000} s`));
        }, TIMEOUT);
        pending.set(id, { resolve, reject, timer });
        input.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
      });
    },
  };
}
