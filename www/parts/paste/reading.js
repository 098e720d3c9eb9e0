// Reads pasted texts in a worker, one at a time: a new text ends the reading of the one before. Without a worker, the page reads them.

const NOTHING = { calls: [], sessions: [], problems: [] };

/** After this time, a reading ends with a sentence. */
export const SECONDS = 20;

/** The largest text of code, in characters. JSON is read fast, so it can be of any length. */
const LARGEST = { worker: 5_000_000, page: 500_000 };

const tooLarge = (most) => `The text has more than ${most.toLocaleString("en")} characters. Paste the part of it with the requests.`;
const TOO_SLOW = `The text was not read within ${SECONDS} seconds, so the reading was stopped. Paste the part of it with the requests.`;
const FAILED = "The browser stopped the reading, for example because its memory was full. Paste the part of the text with the requests.";
const NOT_LOADED = "The file that reads pasted texts could not be loaded. Reload the page to try again.";

/** @import { Understood } from "../paste.js" */

export class Reading {
  /** @param {URL} address of the worker's file, which the page can import too */
  constructor(address) {
    this.address = address;
  }

  /**
   * What a text asks for; `null` if another text, or `stop`, came first.
   * @param {string} text
   * @returns {Promise<Understood | null>}
   */
  async read(text) {
    this.stop();
    if (!text.trim()) return NOTHING;
    const most = this.hasNoWorker ? LARGEST.page : LARGEST.worker;
    if (text.length > most && !/^\s*[{[]/.test(text)) return only(tooLarge(most));
    const understood = this.hasNoWorker ? await this.readHere(text) : await this.readInWorker(text);
    return understood === NO_WORKER ? this.read(text) : understood;
  }

  /** Ends the reading, if there is one. A worker that has nothing to do is kept for the next text. */
  stop() {
    this.interrupt?.();
  }

  /** Ends the reading and the worker. */
  close() {
    this.stop();
    this.end();
  }

  end() {
    this.worker?.terminate();
    this.worker = undefined;
  }

  readInWorker(text) {
    return new Promise((resolve) => {
      let isDone = false;
      const finish = (understood, endsWorker) => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        this.interrupt = undefined;
        if (endsWorker) this.end();
        resolve(understood);
      };
      // A worker cannot be interrupted, only ended.
      this.interrupt = () => finish(null, true);
      const timer = setTimeout(() => finish(only(TOO_SLOW), true), SECONDS * 1000);
      const worker = this.start();
      if (!worker) return this.giveUp(finish);
      worker.onmessage = ({ data }) => {
        if (data.isReady) worker.hasStarted = true;
        else finish(data.understood, false);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker.hasStarted) finish(only(FAILED), true);
        else this.giveUp(finish);
      };
      worker.postMessage(text);
    });
  }

  /** The worker, or `undefined` if the browser does not let the page have one. */
  start() {
    try {
      this.worker ??= new Worker(this.address, { type: "module" });
    } catch {
      // A policy forbids workers, or the browser has none of modules.
    }
    return this.worker;
  }

  /** The browser cannot start the worker. */
  giveUp(finish) {
    this.hasNoWorker = true;
    finish(NO_WORKER, true);
  }

  async readHere(text) {
    let isCurrent = true;
    this.interrupt = () => (isCurrent = false);
    const understand = await import(this.address.href).then((file) => file.default, () => undefined);
    if (!isCurrent) return null;
    this.interrupt = undefined;
    return understand ? understand(text) : only(NOT_LOADED);
  }
}

const NO_WORKER = Symbol("no worker");

const only = (problem) => ({ ...NOTHING, problems: [problem] });
