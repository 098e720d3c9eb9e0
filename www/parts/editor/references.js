// Turns the ARNs and tokens in requests into references to the answers that made them. A request with a reference still names the right
// resource after a step was inserted before it.
import { nameOf } from "./titles.js";

/** Shorter texts are the same by chance. */
const SHORTEST = 12;

/**
 * @param {import("./draft.js").Draft} draft
 * @param {Map<number, import("./outcome.js").Result>} results
 * @returns {{ draft: import("./draft.js").Draft, count: number }} `count`: how many references were made
 */
export function withReferences(draft, results) {
  const names = new Map(draft.steps.filter(({ step }) => step.name).map(({ key, step }) => [key, step.name]));
  const sources = new Map();
  let count = 0;
  const refer = (text) => {
    const source = sources.get(text);
    if (!source) return text;
    if (!names.has(source.key)) names.set(source.key, freeName(source.operation, new Set(names.values())));
    count += 1;
    return `\${${[names.get(source.key), ...source.path].join(".")}}`;
  };
  const steps = draft.steps.map(({ key, step }) => {
    const given = new Set();
    const input = step.input === undefined ? undefined : mapped(step.input, (text) => (given.add(text), refer(text)));
    const { status, error, body, operation } = results.get(key) ?? {};
    if (status !== undefined && !error && operation) {
      for (const [text, path] of texts(body)) {
        if (text.length >= SHORTEST && !given.has(text) && !sources.has(text)) sources.set(text, { key, operation, path });
      }
    }
    return { key, step: input === undefined ? step : { ...step, input } };
  });
  // A step gets its name after a later one has referred to it.
  const named = steps.map(({ key, step }) => ({ key, step: names.has(key) && !step.name ? { name: names.get(key), ...step } : step }));
  return { draft: count ? { ...draft, steps: named } : draft, count };
}

/** `license`, `license2`: a name for the step of an operation. */
function freeName(operation, taken) {
  const [, noun] = /^(?:Create|Get|List|Accept|Checkout|Associate)?(.*)$/.exec(nameOf(operation));
  const base = noun.charAt(0).toLowerCase() + noun.slice(1) || "step";
  let number = 1;
  while (taken.has(number === 1 ? base : `${base}${number}`)) number += 1;
  return number === 1 ? base : `${base}${number}`;
}

/** The value with other strings. */
function mapped(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, change)]));
}

/** Every string in a value, with its path. */
function texts(value, path = []) {
  if (typeof value === "string") return [[value, path]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, [...path, name]));
}
