// Choices of a question that are made from the answer of its step: the right one, and wrong ones that a student could think of.
import { operations } from "../copy/call.js";
import errors from "./errors.json" with { type: "json" };

const COUNT = 4;
/** Errors that say nothing about the request. */
const UNRELATED = /RateLimit|Throttl|Internal|Unavailable|Redirect|FailedDependency/;

/**
 * @param {import("./outcome.js").Result} result what the step came to
 * @param {import("./outcome.js").Result[]} others what the other steps came to: their errors and states come first
 * @param {number} place where the right choice is put, so that it is not always the first one
 * @returns {{ choices: string[], right: number }}
 */
export function choicesOf(result, others, place) {
  const sent = others.filter(({ status }) => status !== undefined);
  const same = sent.filter(({ operation }) => operation === result.operation);
  const right = worded(result);
  const wrong = result.error
    ? [worded(same.find(({ error }) => !error) ?? { status: 200 }), ...errorsOf(result, [...same, ...sent])]
    : alternating(statesOf(result, same.concat(sent)), errorsOf(result, [...same, ...sent]));
  const choices = [...new Set(wrong)].filter((choice) => choice !== right).slice(0, COUNT - 1);
  const at = place % (choices.length + 1);
  return { choices: choices.toSpliced(at, 0, right), right: at };
}

/** The answer in words: its status, and its error or the state of the resource. */
function worded({ status, error, state }) {
  if (error) return `${status} \`${error}\``;
  return state ? `${status}, the status is \`${state}\`` : String(status);
}

/** Other errors: those that the operation declares, with the ones of the session first, then those that only the session has. */
function errorsOf({ operation, error }, seen) {
  const declared = Object.entries(errors[operation] ?? {}).filter(([name]) => !UNRELATED.test(name));
  const got = new Set(seen.map((result) => result.error).filter(Boolean));
  const list = [
    ...declared.filter(([name]) => got.has(name)),
    ...declared.filter(([name]) => !got.has(name)),
    ...seen.filter((result) => result.error).map((result) => [result.error, result.status]),
  ];
  return list.filter(([name]) => name !== error).map(([error, status]) => worded({ status, error }));
}

/** Other states: those of the session that the resource could have, then the ones of the API model. */
function statesOf({ status, state }, seen) {
  if (!state) return [];
  const list = operations.flatMap(({ input }) => Object.values(input.members ?? {})).filter(({ shape }) => shape.values?.includes(state));
  const possible = [...new Set(list.flatMap(({ shape }) => shape.values))];
  const got = seen.map((result) => result.state).filter((other) => possible.includes(other));
  return [...got, ...possible].filter((other) => other !== state).map((state) => worded({ status, state }));
}

/** One of each list after the other, without repetition. */
function alternating(some, others) {
  const [first, second] = [[...new Set(some)], [...new Set(others)]];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => [first[place], second[place]]).flat().filter(Boolean);
}
