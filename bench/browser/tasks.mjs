/**
 * Records the tasks of a page's main thread, including those that are too short for the browser to
 * report as long ones.
 */

/** Starts recording. Once per browser. */
export function recordTasks(browser) {
  let events = [];
  let onComplete = () => {};
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  browser.on('Tracing.tracingComplete', () => onComplete());
  return {
    /**
     * Runs `action` and returns the duration of the longest task meanwhile, and the longest
     * processor time of a task, which varies less on a machine that does other work as well. Both
     * in ms.
     */
    async longest(action) {
      events = [];
      const includedCategories = ['__metadata', 'toplevel'];
      await browser.send('Tracing.start', { traceConfig: { includedCategories } });
      await action();
      const complete = new Promise((resolve) => (onComplete = resolve));
      await browser.send('Tracing.end');
      await complete;
      return longestOf(events);
    },
  };
}

function longestOf(events) {
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mainThreads = new Set(events.filter(isMain).map(thread));
  const isTask = ({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X';
  return events
    .filter((event) => isTask(event) && mainThreads.has(thread(event)))
    .map(({ dur, tdur }) => ({ duration: dur / 1000, processor: (tdur ?? 0) / 1000 }))
    .reduce(
      (longest, task) => ({
        duration: Math.max(longest.duration, task.duration),
        processor: Math.max(longest.processor, task.processor),
      }),
      { duration: 0, processor: 0 },
    );
}
