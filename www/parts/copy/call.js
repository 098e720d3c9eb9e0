// A call that is to be copied: its operation, and whether a client can express its input.
import operations from "../operations.json" with { type: "json" };

/**
 * @typedef {{ operation: string, account: string, region: string, input: unknown, at?: string }} Call
 * @typedef {{ type: string, members?: Record<string, Member>, element?: Shape, values?: string[] }} Shape
 * @typedef {{ shape: Shape, required?: boolean, meaning?: string }} Member
 * @typedef {{ service: string, name: string, method: string, path: string, location: "body" | "query", input: Shape }} Operation
 * @typedef {{ text: string } | { problem: string }} Copy
 */

const index = new Map(operations.map((operation) => [`${operation.service}:${operation.name}`, operation]));

/**
 * The operation of a call.
 * @param {string} name such as `license-manager:CreateGrant`
 * @returns {Operation | undefined}
 */
export const find = (name) => index.get(name);

/** All operations. */
export { operations };

/** Members whose integers have 64 bits; all others have 32. */
export const LONG = new Set(["MaxCount"]);

const NOUN = { structure: "an object", list: "a list", string: "a string", integer: "an integer", boolean: "true or false" };

/**
 * Why a client that knows the model cannot send this input, or null.
 * @param {Operation} operation
 * @param {unknown} input
 * @param {{ bits?: boolean, surrogates?: boolean }} limits what the client's types refuse: integers of more than 32 bits, halves of
 *   surrogate pairs
 * @returns {string | null}
 */
export function mismatch(operation, input, limits = {}) {
  if (!isObject(input)) return `The input must be an object, but it is ${named(input)}. ${OTHERS}`;
  return inStructure(operation.input, input, "", operation.name, limits);
}

const OTHERS = "Only raw HTTP and curl can send it.";

function inStructure(shape, value, path, owner, limits) {
  for (const [name, item] of Object.entries(value)) {
    if (!Object.hasOwn(shape.members, name)) return `${owner} has no member \`${name}\`. ${OTHERS}`;
    const problem = inValue(shape.members[name].shape, item, path ? `${path}.${name}` : name, name, limits);
    if (problem) return problem;
  }
  return null;
}

function inValue(shape, value, path, name, limits) {
  if (!fits(shape.type, value)) return `\`${path}\` must be ${NOUN[shape.type]}, but it is ${named(value)}. ${OTHERS}`;
  if (shape.type === "structure") return inStructure(shape, value, path, `\`${path}\``, limits);
  if (shape.type === "list") {
    return value.map((item, place) => inValue(shape.element, item, `${path}[${place}]`, name, limits)).find(Boolean) ?? null;
  }
  if (shape.type === "string" && limits.surrogates && /\p{Cs}/u.test(value)) {
    return `\`${path}\` contains half of a surrogate pair, which is not a character. ${OTHERS}`;
  }
  if (shape.type === "integer" && limits.bits && !LONG.has(name) && (value | 0) !== value) {
    return `\`${path}\` is ${value}, which does not fit into an integer of 32 bits. ${OTHERS}`;
  }
  return null;
}

function fits(type, value) {
  switch (type) {
    case "structure":
      return isObject(value);
    case "list":
      return Array.isArray(value);
    case "integer":
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function named(value) {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return "a number";
  return { object: "an object", string: "a string", boolean: "true or false" }[typeof value];
}
