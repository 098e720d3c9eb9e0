// AWS License Manager's granted licenses and AWS RAM, simulated. README.md shows how to use it.
import init, { Simulator as Core, play as corePlay } from "./grant_playground.js";

export { requestHandler } from "./sdk.js";

const wasm = new URL("./grant_playground_bg.wasm", import.meta.url);
await init({ module_or_path: wasm.protocol === "file:" ? await readFile(wasm) : wasm });

/** Both services and the world they stand on. */
export class Simulator {
  #core;
  /** Why there is no simulator inside any more; a sentence. */
  #gone;

  constructor(options) {
    this.#core = new Core(options);
  }

  /** Calls what is inside. A failure there ends it: Rust's state is not to be trusted after one. */
  #call(name, ...input) {
    if (this.#core === undefined) throw new Error(this.#gone);
    try {
      return this.#core[name](...input);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#core = undefined;
      this.#gone = "The simulator failed, and its state is lost: call `restore()` with the last `snapshot()`, or make a new `Simulator`.";
      throw new Error(this.#gone, { cause: error });
    }
  }

  /** Answers a request. A refused request is an answer; only misuse throws. */
  handle(request) {
    return this.#call("handle", withPlainHeaders(request));
  }

  /** Moves the clock forward by seconds; gives what changed. */
  advance(seconds) {
    return this.#call("advance", seconds);
  }

  /** Ends all asynchronous work; gives what changed. */
  settle() {
    return this.#call("settle");
  }

  /** Changes the world from outside; gives what changed. */
  intervene(change) {
    return this.#call("intervene", change);
  }

  /** The whole state, as text. */
  snapshot() {
    return this.#call("snapshot");
  }

  /** Goes back to a state that `snapshot` gave, after `free()` and after a failure too. */
  restore(snapshot) {
    const core = this.#core ?? new Core();
    core.restore(snapshot);
    this.#core = core;
  }

  /** Every operation, as the session's edition of the API model describes it. */
  operations() {
    return this.#call("operations");
  }

  /** The public keys of what was signed so far, as JSON Web Keys. */
  publicKeys() {
    return this.#call("publicKeys");
  }

  /** The checks of the last request, or of the request with this id; `undefined` where there is none. */
  trace(requestId) {
    return this.#call("trace", requestId);
  }

  /** The session's time. */
  get now() {
    if (this.#core === undefined) throw new Error(this.#gone);
    return this.#core.now;
  }

  /** Gives its memory back. Memory of a simulator that nobody holds any more is given back by itself, some time later. */
  free() {
    this.#core?.free();
    this.#core = undefined;
    this.#gone = "This simulator was freed: make a new `Simulator`, or call `restore()` with a snapshot.";
  }

  /** `using simulator = new Simulator()` frees it at the end of its block. */
  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
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
