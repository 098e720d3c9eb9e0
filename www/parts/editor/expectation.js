// What a step expects of its answer.

/** The expectation of exactly this answer: its status, and the error with its message. @param {import("./outcome.js").Result} result */
export const expectation = ({ status, error, message }) => ({ status, ...(error ? { error } : {}), ...(message ? { message } : {}) });

/**
 * The same expectation with the values of a new answer. Expected members of the body stay the expected ones. If the answer has become an
 * error, nothing of its body is expected.
 * @param {Record<string, any> | undefined} expect
 * @param {import("./outcome.js").Result} result
 */
export function takenOver(expect, result) {
  const renewed = expectation(result);
  if (result.error) return renewed;
  if (expect?.body !== undefined) renewed.body = valuesOf(expect.body, result.body);
  if (expect?.text !== undefined) renewed.text = result.text;
  return renewed;
}

/** The values that the answer has where something was expected. */
function valuesOf(expected, found) {
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(expected) || !isObject(found)) return found ?? null;
  const members = Object.keys(expected).filter((name) => Object.hasOwn(found, name));
  return Object.fromEntries(members.map((name) => [name, valuesOf(expected[name], found[name])]));
}

/** `200`, `400 ValidationException`: an expectation in a few words. */
export const expected = ({ status, error }) => [status, error].filter(Boolean).join(" ") || "members of the body";
