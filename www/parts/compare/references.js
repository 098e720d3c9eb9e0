// References of a session's steps to earlier responses. A session that is played with another seed or other settings has other IDs, so
// its requests must not contain those of the first time.
import { answersOf, resolve } from "../simulator/reference.js";
import { ID } from "./names.js";

/**
 * The session with references in the place of IDs that an earlier response has.
 * @param {{ steps: object[] }} session
 * @param {object[]} outcomes what its steps came to
 */
export function withReferences(session, outcomes) {
  const names = session.steps.map(({ name }, place) => name ?? free(session.steps, `step-${place + 1}`));
  const known = new Map();
  const steps = session.steps.map((step, place) => {
    const input = step.input === undefined ? {} : { input: texts(step.input, (text) => referring(text, known)) };
    for (const [value, path] of identified(json(outcomes[place]?.response?.body))) {
      if (!known.has(value)) known.set(value, `\${${names[place]}.${path}}`);
    }
    return { ...step, name: names[place], ...input };
  });
  return { ...session, steps };
}

/** The step with the values of the first time in the place of references: so it is sent although the response has no such member now. */
export const withValues = (step, outcomes) => ({ ...step, input: resolve(step.input, answersOf(outcomes)) });

/** The texts of a response that contain an ID, with their paths. */
function* identified(value, path = []) {
  if (typeof value === "string" && new RegExp(ID).test(value)) yield [value, path.join(".")];
  if (value === null || typeof value !== "object") return;
  for (const [name, inner] of Object.entries(value)) yield* identified(inner, [...path, name]);
}

/** A text with references, the longest value first, so that an ARN is one reference. */
function referring(text, known) {
  const found = [...known.keys()].filter((value) => text.includes(value)).sort((one, other) => other.length - one.length)[0];
  return found === undefined ? text : text.split(found).map((part) => referring(part, known)).join(known.get(found));
}

function texts(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((element) => texts(element, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, texts(inner, change)]));
}

/** A name that no step has. */
function free(steps, name) {
  return steps.some((step) => step.name === name) ? free(steps, `${name}x`) : name;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
