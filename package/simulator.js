// The simulator and sessions. Whoever imports this file has to load the WebAssembly module first, as `index.js` and `commonjs.js` do.
import { Simulator as Core, play as corePlay } from "./grant_playground.js";

/** Both services and their world. */
export class Simulator {
  #core;
  /** Why the simulator cannot be used any more, as a sentence. */
  #gone;

  constructor(options) {
    // `play` passes the simulator of a session. Programs cannot do that, because the package does not export `Core`.
    this.#core = options instanceof Core ? options : new Core(options);
  }

  /** Calls the Rust simulator. After a failure it is discarded, because its state may be inconsistent. */
  #call(name, ...input) {
    if (this.#core === undefined) throw new Error(this.#gone);
    try {
      return this.#core[name](...input);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#core = undefined;
      this.#gone = "The simulator failed and its state is lost: call `restore()` with the last `snapshot()`, or create a new `Simulator`.";
      throw new Error(this.#gone, { cause: error });
    }
  }

  /** Processes a request and returns the response. A refused request returns a response too. Only misuse throws. */
  handle(request) {
    return this.#call("handle", withPlainHeaders(request));
  }

  /** Advances the clock by seconds and returns the changes. */
  advance(seconds) {
    return this.#call("advance", seconds);
  }

  /** Completes all asynchronous work and returns the changes. */
  settle() {
    return this.#call("settle");
  }

  /** Changes the world without a request and returns the changes. */
  intervene(change) {
    return this.#call("intervene", change);
  }

  /** Returns the whole state as text. */
  snapshot() {
    return this.#call("snapshot");
  }

  /** Restores a state that `snapshot()` returned, also after `free()` or a failure. */
  restore(snapshot) {
    const core = this.#core ?? new Core();
    core.restore(snapshot);
    this.#core = core;
  }

  /** Returns the operations as described by the session's edition of the API model. */
  operations() {
    return this.#call("operations");
  }

  /** Returns the public keys of the signatures so far, as JSON Web Keys. */
  publicKeys() {
    return this.#call("publicKeys");
  }

  /** Returns the checks of the last request, or of the request with this ID, or `undefined`. */
  trace(requestId) {
    return this.#call("trace", requestId);
  }

  /** Returns the outcome of the last request, or of the request with this ID, or `undefined`. */
  outcome(requestId) {
    return this.#call("outcome", requestId);
  }

  /** Returns the session so far. */
  session() {
    return this.#call("session");
  }

  /** Returns the accounts of the world. */
  accounts() {
    return this.#call("accounts");
  }

  /** Tries operations as accounts, with proposals for the input, and returns every response. */
  passes(options) {
    return this.#call("passes", options);
  }

  /** Finds the shortest sequence of steps after which a call passes. */
  findPassing(call, options) {
    return this.#call("findPassing", call, options);
  }

  /** Returns the states that a resource can reach, with the steps to each. */
  reachable(resource, options) {
    return this.#call("reachable", resource, options);
  }

  /** Returns inputs at and beyond each constraint of an operation, with the response to each. */
  vectors(operation, options) {
    return this.#call("vectors", operation, options);
  }

  /** Starts one of the searches above, to be run in slices. It works on the state of this moment. */
  search(question) {
    return this.#call("search", question);
  }

  /** The session's time. */
  get now() {
    if (this.#core === undefined) throw new Error(this.#gone);
    return this.#core.now;
  }

  /** Releases the memory. Without it, the garbage collector releases the memory some time after the last reference is gone. */
  free() {
    this.#core?.free();
    this.#core = undefined;
    this.#gone = "This simulator was freed: create a new `Simulator`, or call `restore()` with a snapshot.";
  }

  /** With `using simulator = new Simulator()`, the simulator is freed at the end of the block. */
  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

/**
 * Runs a session of the format `grant-playground/1`, given as an object or as text. Returns the list of the steps' outcomes. The list's
 * property `simulator`, which no loop visits, is the simulator after the last step.
 */
export function play(session) {
  const [core, outcomes] = corePlay(session);
  return Object.defineProperty(outcomes, "simulator", { value: new Simulator(core) });
}

/** Converts `Headers`, a `Map` or a list of pairs to a plain object. The simulator checks everything else. */
function withPlainHeaders(request) {
  const headers = request?.headers;
  if (typeof headers !== "object" || typeof headers?.[Symbol.iterator] !== "function") return request;
  const { method, url, body } = request;
  const plain = Object.create(null);
  for (const entry of headers) {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== "string") {
      throw new TypeError("the `headers` of a request must be an object, a `Headers` or a list of pairs `[name, value]`");
    }
    plain[entry[0]] = entry[1];
  }
  return { method, url, headers: plain, body };
}
