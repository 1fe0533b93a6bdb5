// @ts-check
// Runs the reader's requests one after the other, because each takes a core and the memory of its
// articles, and two of them might change one collection.

/** Requests that wait for others. */
export class Queue {
  /** @param {(count: number) => void} tell gets the number of those that wait when it changes */
  constructor(tell) {
    this.tell = tell;
    /** @type {(() => Promise<unknown>)[]} */
    this.waiting = [];
    this.isBusy = false;
  }

  /**
   * Runs a request when those before it have ended.
   * @param {() => Promise<unknown>} request
   */
  async add(request) {
    this.waiting.push(request);
    if (this.isBusy) return this.tell(this.waiting.length);
    this.isBusy = true;
    for (let next; (next = this.waiting.shift()); ) {
      this.tell(this.waiting.length);
      await next().catch(reportError); // the next ones may succeed
    }
    this.isBusy = false;
  }
}
