// AWS License Manager's granted licenses and AWS RAM, simulated. README.md shows how to use it.
import init, { Simulator as Core, play as corePlay } from "./grant_playground.js";

export { requestHandler } from "./sdk.js";

const wasm = new URL("./grant_playground_bg.wasm", import.meta.url);
await init({ module_or_path: wasm.protocol === "file:" ? await readFile(wasm) : wasm });

/** Both services and the world they stand on. */
export class Simulator {
  #core;

  constructor(options) {
    this.#core = new Core(options);
  }

  /** Answers a request. A refused request is an answer; only misuse throws. */
  handle(request) {
    return this.#core.handle(withPlainHeaders(request));
  }

  /** Moves the clock forward by seconds; gives what changed. */
  advance(seconds) {
    return this.#core.advance(seconds);
  }

  /** Ends all asynchronous work; gives what changed. */
  settle() {
    return this.#core.settle();
  }

  /** Changes the world from outside; gives what changed. */
  intervene(change) {
    return this.#core.intervene(change);
  }

  /** The whole state, as text. */
  snapshot() {
    return this.#core.snapshot();
  }

  /** Goes back to a state that `snapshot` gave. */
  restore(snapshot) {
    this.#core.restore(snapshot);
  }

  /** Every operation, as the session's edition of the API model describes it. */
  operations() {
    return this.#core.operations();
  }

  /** The public keys of what was signed so far, as JSON Web Keys. */
  publicKeys() {
    return this.#core.publicKeys();
  }

  /** The checks of the last request; `undefined` before the first. */
  trace() {
    return this.#core.trace();
  }

  /** The session's time. */
  get now() {
    return this.#core.now;
  }
}

/** Plays a session of the format `grant-playground/1`, object or text; gives the outcome of every step. */
export function play(session) {
  return corePlay(session);
}

/** `Headers`, a `Map` and lists of pairs become a plain object; everything else is the simulator's to judge. */
function withPlainHeaders(request) {
  const headers = request?.headers;
  if (typeof headers !== "object" || typeof headers?.[Symbol.iterator] !== "function") return request;
  const { method, url, body } = request;
  const plain = Object.create(null);
  for (const entry of headers) {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== "string") {
      throw new TypeError("a request's `headers` are an object, a `Headers` or a list of pairs `[name, value]`");
    }
    plain[entry[0]] = entry[1];
  }
  return { method, url, headers: plain, body };
}

/** Node's `fetch` does not open files. */
async function readFile(url) {
  // Not a literal, so that bundlers for browsers leave it alone.
  const files = "node:fs/promises";
  return (await import(/* webpackIgnore: true */ /* @vite-ignore */ files)).readFile(url);
}
