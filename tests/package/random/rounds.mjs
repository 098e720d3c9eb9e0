// Random rounds. Each one runs some steps of a session and then sends random calls.
import { Simulator, licenseManagerRequest, play, ramRequest, sessionFiles, signature } from "../support.mjs";
import { attempt, checkAnswer, clock } from "./checks.mjs";
import { BODY_LIMIT, Pool, Random, anything, filled, ofShape, spoil, spoilText, text } from "./values.mjs";

const CALLS = 40;
const VINTAGES = ["early", "2023", "2026"];

/** Every session file with the outcomes of its steps. */
const sessions = (await sessionFiles()).map(({ text }) => {
  const session = JSON.parse(text);
  return { session, outcomes: play(session) };
});
const operations = Object.fromEntries(VINTAGES.map((vintage) => [vintage, new Simulator({ vintage }).operations()]));

/** The changes of all sessions that do not refer to an earlier response. */
const changes = sessions
  .flatMap(({ session }) => session.steps.flatMap(({ change }) => change ?? []))
  .filter((change) => !JSON.stringify(change).includes("${"));

/** A value as JSON text. Values that are too deep for `JSON.stringify` become an equally deep text. */
function written(value) {
  try {
    return JSON.stringify(value) ?? "";
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return "[".repeat(10_000);
  }
}

/** The value of a JSON text, if it is valid. */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

class Round {
  #random;
  #simulator;
  #pool = new Pool();
  #operations;

  constructor(seed) {
    this.#random = new Random(seed);
  }

  /** Starts in the world of a session after some of its steps. */
  begin() {
    const random = this.#random;
    const { session, outcomes } = random.pick(sessions);
    this.#operations = operations[session.world?.vintage ?? "2023"];
    this.#simulator = new Simulator(session.world);
    this.#pool.learn(["111122223333", "123456789012", "210987654321", "444455556666"], "account");
    this.#pool.learn(["us-east-1", "us-west-2"], "region");
    this.#pool.learn(session);
    const count = random.below(session.steps.length + 1);
    for (const [index, { request, response }] of outcomes.slice(0, count).entries()) {
      const step = session.steps[index];
      if (request !== undefined) this.#simulator.handle(request);
      else if (step.advance !== undefined) this.#simulator.advance(step.advance);
      else if (step.settle) this.#simulator.settle();
      else if (changes.includes(step.change)) this.#simulator.intervene(step.change);
      for (const { body } of [request, response].filter(Boolean)) this.#pool.learn(parsed(body) ?? {});
    }
  }

  /** One random call: its name and a function that sends it. */
  call() {
    const random = this.#random;
    const kinds = ["advance", "settle", "intervene", "restore", "play", "options", "trace", "read"];
    const kind = random.chance(0.75) ? "handle" : random.pick(kinds);
    return [kind, () => this[kind]()];
  }

  handle() {
    const [request, operation] = this.#request();
    const { value } = attempt(() => this.#simulator.handle(request));
    if (value === undefined) return;
    checkAnswer(value, operation);
    this.#pool.learn(parsed(value.body) ?? {});
    const trace = this.#simulator.trace();
    if (!Array.isArray(trace) || trace.length === 0) throw new Error("a request without a trace");
    if (trace.some(({ findings = [] }) => findings.length > 100)) throw new Error("more than 100 findings");
  }

  /** A request to an operation, usually with an error somewhere, and the operation if the request still reaches it. */
  #request() {
    const random = this.#random;
    const operation = random.pick(this.#operations);
    const input = {};
    let body;
    // Up to the limit. Longer bodies are refused unread, so they are rare here.
    do {
      input[""] = ofShape(random, operation.input, this.#pool);
      for (let count = random.pick([0, 0, 1, 1, 2, 5]); count > 0; count -= 1) spoil(random, random.chance(0.95) ? input[""] : input);
      body = written(input[""]);
    } while (body.length > BODY_LIMIT && random.chance(0.9));
    // The services do not accept lone surrogates that are written as escapes.
    if (random.chance(0.9)) body = body.replaceAll("\\ud800", "\ud800").replaceAll("\\udfff", "\udfff");
    if (random.chance(0.05)) body = spoilText(random, body);
    const account = random.chance(0.97) ? this.#pool.find(random, "account") : text(random);
    const region = random.chance(0.97) ? this.#pool.find(random, "region") : text(random);
    const request = this.#composed(operation, input[""], body, account, region);
    if (random.chance(0.08)) {
      spoil(random, request, 5000);
      return [request, undefined];
    }
    return [request, operation];
  }

  #composed(operation, input, body, account, region) {
    const options = { account, region };
    if (operation.service === "license-manager") return licenseManagerRequest(operation.name, body, options);
    const request = { ...ramRequest(operation.path, body, options), method: operation.method };
    if (operation.method !== "DELETE") return request;
    const members = Object.entries(input ?? {}).map(([name, value]) => [name, typeof value === "string" ? value : written(value)]);
    return { ...request, url: `${request.url}?${new URLSearchParams(members)}`.slice(0, BODY_LIMIT), body: "" };
  }

  advance() {
    const random = this.#random;
    attempt(() => this.#simulator.advance(random.chance(0.8) ? random.pick([0, 1, 60, 86400, 2 ** 31, 2 ** 32 - 1]) : anything(random)));
  }

  settle() {
    attempt(() => this.#simulator.settle());
  }

  intervene() {
    const random = this.#random;
    const change = { "": structuredClone(random.pick(changes)) };
    if (random.chance(0.7)) spoil(random, change, 20_000);
    attempt(() => this.#simulator.intervene(random.chance(0.95) ? change[""] : anything(random)));
  }

  /** Restores a changed snapshot, and then the original one if that failed. */
  restore() {
    const random = this.#random;
    const before = this.#simulator.snapshot();
    const state = { "": JSON.parse(before) };
    for (let count = random.below(3); count > 0; count -= 1) spoil(random, state, 20_000);
    const whole = written(state[""]);
    const { error } = attempt(() => this.#simulator.restore(random.chance(0.8) ? whole : random.chance(0.9) ? spoilText(random, whole) : anything(random)));
    if (error !== undefined && this.#simulator.snapshot() !== before) throw new Error("a refused snapshot changed something");
  }

  play() {
    const random = this.#random;
    const chosen = random.pick(sessions);
    const session = { "": structuredClone(chosen.session) };
    session[""].steps = session[""].steps.slice(0, random.below(12));
    for (let count = random.below(4); count > 0; count -= 1) spoil(random, session, 20_000);
    const whole = written(session[""]);
    const given = random.pick([session[""], whole, spoilText(random, whole), anything(random)]);
    const { value } = attempt(() => play(given));
    for (const { response } of value ?? []) if (response !== undefined) checkAnswer(response);
  }

  options() {
    const random = this.#random;
    const world = { "": structuredClone(random.pick(sessions).session.world ?? { seed: 7, accounts: [{ id: "111122223333" }] }) };
    spoil(random, world, 20_000);
    const { value } = attempt(() => new Simulator(random.chance(0.9) ? world[""] : anything(random)));
    if (value === undefined) return;
    attempt(() => value.handle(licenseManagerRequest("ListLicenses", {})));
    value.free();
  }

  trace() {
    attempt(() => this.#simulator.trace(anything(this.#random)));
  }

  read() {
    for (const name of ["operations", "publicKeys", "snapshot"]) attempt(() => this.#simulator[name]());
  }

  /** Calls with every list and every text of an operation's input filled to the limit of a body. */
  fill(operation) {
    const random = this.#random;
    let calls = 0;
    for (const input of filled(random, operation.input, this.#pool)) {
      const account = random.pick(["111122223333", "123456789012"]);
      const { value } = attempt(() => this.#simulator.handle(this.#composed(operation, input, JSON.stringify(input), account, "us-east-1")));
      checkAnswer(value, operation);
      calls += 1;
    }
    return calls;
  }

  /** Checks that a signed request still returns a response. Returns the state. */
  end() {
    attempt(() => this.#simulator.settle());
    const { value, error } = attempt(() => this.#simulator.handle(ramRequest("/listpermissions", {}, { headers: signature("111122223333", "us-east-1", "ram") })));
    if (error !== undefined) throw new Error("the simulator does not answer any more", { cause: error });
    checkAnswer(value);
    const state = this.#simulator.snapshot();
    this.#simulator.free();
    return state;
  }
}

/** Fills every list and every text of every operation's input. Returns the number of calls and the slowest one. */
export function fill(seed) {
  let calls = 0;
  let slowest = { milliseconds: 0 };
  for (const operation of operations[2026]) {
    const round = new Round(seed);
    round.begin();
    clock.most = 0;
    try {
      calls += round.fill(operation);
    } catch (error) {
      throw new Error(`seed ${seed}, ${operation.action} filled: ${error.message}`, { cause: error });
    }
    if (clock.most > slowest.milliseconds) slowest = { milliseconds: clock.most, seed, kind: operation.action };
    round.end();
  }
  return { calls, slowest };
}

/**
 * Runs rounds with the seeds from `seed` up until `isOver(rounds)`; gives the number of calls, the slowest one, and the last
 * state, which depends on all calls of its round.
 * An error names the seed that begins with the round in which it came up.
 */
export function run(seed, isOver) {
  let calls = 0;
  let slowest = { milliseconds: 0 };
  let state;
  for (let rounds = 0; !isOver(rounds); rounds += 1) {
    const round = new Round(seed + rounds);
    round.begin();
    for (let index = 0; index <= CALLS; index += 1) {
      const [kind, call] = index < CALLS ? round.call() : ["end", () => (state = round.end())];
      clock.most = 0;
      try {
        call();
      } catch (error) {
        throw new Error(`seed ${seed + rounds}, call ${index} (${kind}): ${error.message}`, { cause: error });
      }
      if (clock.most > slowest.milliseconds) slowest = { milliseconds: clock.most, seed: seed + rounds, call: index, kind };
      calls += 1;
    }
  }
  return { calls, slowest, state };
}
