// Checks for the result of every call, whatever its arguments are.
import { address } from "../support.mjs";

// The module is already initialized, so this returns the exports of its WebAssembly.
const { default: init } = await import(new URL("grant_playground.js", address).href);
const { memory } = await init();

/** The limit for the growth of the memory in one call: 200 MB. */
const MOST_GROWTH = 200_000_000;
/** The maximum length of a message about misuse. */
const MOST_CHARACTERS = 2_000;

/** The duration of the slowest call since the last reset, in milliseconds. It is printed, not checked. */
export const clock = { most: 0 };

/** The result of a call: `{ value }`, or `{ error }` for correctly reported misuse. */
export function attempt(call) {
  const before = memory.buffer.byteLength;
  const start = performance.now();
  let outcome;
  try {
    outcome = { value: call() };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw new Error("a trap", { cause: error });
    if (error?.cause instanceof WebAssembly.RuntimeError) throw new Error("a trap", { cause: error.cause });
    if (error?.constructor !== TypeError && error?.constructor !== Error) throw new Error("neither a TypeError nor an Error", { cause: error });
    const { message } = error;
    if (message.length === 0 || message.length > MOST_CHARACTERS) {
      throw new Error(`a sentence of ${message.length} characters: ${message.slice(0, 300)}`, { cause: error });
    }
    outcome = { error };
  }
  clock.most = Math.max(clock.most, performance.now() - start);
  const grown = memory.buffer.byteLength - before;
  if (grown > MOST_GROWTH) throw new Error(`the memory grew by ${grown} bytes`);
  return outcome;
}

/** Checks a response. The operation is given if the request was meant for one. */
export function checkAnswer({ status, headers, body, ...rest }, operation) {
  const wrong = (reason) => {
    throw new Error(`an answer that ${reason}: ${status} ${JSON.stringify(headers)} ${String(body).slice(0, 500)}`);
  };
  if (Object.keys(rest).length > 0) wrong(`has ${Object.keys(rest)}`);
  if (!Number.isInteger(status) || status < 200 || status > 599) wrong("has no status");
  if (typeof body !== "string") wrong("has no body");
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of named) {
    if (typeof value !== "string" || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) wrong(`has a header ${name}`);
    if (/[^\t\x20-\x7e]/.test(value)) wrong(`has a header ${name} with a value that HTTP does not allow`);
  }
  if (Number(named.get("content-length")) !== new TextEncoder().encode(body).length) wrong("has another content-length");
  if (!named.has("x-amzn-requestid")) wrong("has no request id");
  // The responses of a gateway to unknown operations and preflight requests have other formats.
  if (!named.get("content-type")?.includes("json") || body === "") return;
  const value = JSON.parse(body);
  if (value === null || typeof value !== "object" || Array.isArray(value)) wrong("is no object");
  if (status === 200 && operation !== undefined) checkShape(value, operation.output, operation.name, wrong);
}

/** Checks that an output has only members of its shape, with the right types. */
function checkShape(value, shape, path, wrong) {
  const types = { string: "string", boolean: "boolean", integer: "number", long: "number", timestamp: "number" };
  if (value === null) return;
  if (shape.type === "structure") {
    if (typeof value !== "object" || Array.isArray(value)) wrong(`has no object at ${path}`);
    for (const [name, member] of Object.entries(value)) {
      const known = shape.members.find((other) => other.name === name);
      if (known === undefined) wrong(`has an unknown member ${path}.${name}`);
      checkShape(member, known.shape, `${path}.${name}`, wrong);
    }
  } else if (shape.type === "list") {
    if (!Array.isArray(value)) wrong(`has no list at ${path}`);
    for (const [index, item] of value.entries()) checkShape(item, shape.element, `${path}[${index}]`, wrong);
  } else if (typeof value !== types[shape.type]) {
    wrong(`has another type at ${path}`);
  }
}
