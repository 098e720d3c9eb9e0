// Asks the simulator in a worker, so that the page stays responsive. Each question has a worker of its own, which ends with the answer.
// An abort ends it at once.

/**
 * @typedef {object} Options
 * @property {AbortSignal} [signal] ends the worker; the promise is rejected with an `AbortError`
 * @property {(progress: object) => void} [progress] how far the answer is: `{ tried, depth }` of a search, `{ done, of }` of snapshots
 */

/**
 * Runs a session. The answer is the list of the steps' outcomes, as the package's `play` returns it.
 * @param {object} session
 * @param {Options} [options]
 * @returns {Promise<object[]>}
 */
export function play(session, options) {
  return ask({ play: session }, options);
}

/**
 * Explores what is possible after the first `point` steps of a session.
 * @param {object} session
 * @param {number} point
 * @param {object} question `{ passes: {…} }`, `{ findPassing: call, depth?, tries? }`, `{ reachable: arn, tries? }` or `{ vectors: action, as?, region? }`
 * @param {Options} [options]
 * @returns {Promise<object>} `Passes`, `FoundPassing`, `Reachable` or `Vectors` of the package
 */
export function exploring(session, point, question, options) {
  return ask({ explore: { session, point, question } }, options);
}

/**
 * Runs sessions, and reads the world after each.
 * @param {object[]} sessions
 * @param {Options} [options]
 * @returns {Promise<{ outcomes: object[], snapshot: object, accounts: object[] }[]>}
 */
export function snapshots(sessions, options) {
  return ask({ snapshots: sessions }, options);
}

const UNAVAILABLE = "The simulator for this dialog could not be loaded. Check the connection and try again. The rest of the page works without it.";

function ask(question, { signal, progress } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    let worker;
    try {
      worker = new Worker(new URL("./simulator-worker.js", import.meta.url), { type: "module" });
    } catch {
      return reject(new Error("This browser does not let the page start a worker, which this dialog needs. Allow workers for this site, or use a current browser."));
    }
    const end = (settle, value) => {
      worker.terminate();
      signal?.removeEventListener("abort", abort);
      settle(value);
    };
    const abort = () => end(reject, aborted());
    signal?.addEventListener("abort", abort);
    // The script could not be loaded. What fails inside it is told with a message.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      end(reject, new Error(UNAVAILABLE));
    });
    worker.addEventListener("message", ({ data }) => {
      if ("progress" in data) progress?.(data.progress);
      else if ("answer" in data) end(resolve, data.answer);
      else end(reject, new Error(data.unavailable === undefined ? data.error : UNAVAILABLE));
    });
    worker.postMessage(question);
  });
}

const aborted = () => new DOMException("The question was cancelled.", "AbortError");
