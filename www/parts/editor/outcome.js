// What a step came to, and how two plays of a session differ.

/**
 * @typedef {{ status?: number, error?: string, message?: string, state?: string, body?: unknown, text?: string, operation?: string, changes: number, differences: string[] }} Result
 */

/**
 * The result of a step, from an outcome of the package.
 * @param {Record<string, any>} outcome
 * @returns {Result}
 */
export function resultOf({ response, trace = [], operation, changes = [], differences = [] }) {
  if (!response) return { changes: changes.length, differences };
  const refused = trace.find(({ verdict }) => verdict === "refused")?.error;
  const body = parsed(response.body);
  return {
    status: response.status,
    ...(refused ? { error: refused.name, ...(refused.message ? { message: refused.message } : {}) } : { state: stateIn(body) }),
    body,
    text: response.body,
    operation,
    changes: changes.length,
    differences,
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The status of the resource that an answer is about: of the answer itself, or of the one object in it. */
function stateIn(body) {
  const own = (value) => Object.entries(value).find(([name, text]) => /status$/i.test(name) && typeof text === "string")?.[1];
  if (!isObject(body)) return undefined;
  return own(body) ?? Object.values(body).filter(isObject).map(own).find(Boolean);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** `200 ACTIVE`, `400 ValidationException`, `2 changes`. @param {Result} result */
export function summary({ status, error, state, changes }) {
  if (status === undefined) return changes === 1 ? "1 change" : `${changes || "no"} changes`;
  return [status, error ?? state].filter(Boolean).join(" ");
}

/**
 * The steps whose result differs between two plays, with the summaries.
 * @param {Map<number, Result>} before by the keys of the steps
 * @param {Map<number, Result>} after
 * @returns {Map<number, { before: string, after: string }>}
 */
export function differences(before, after) {
  const found = new Map();
  for (const [key, result] of after) {
    const [old, now] = [before.get(key), result].map((result) => result && summary(result));
    if (old !== undefined && old !== now) found.set(key, { before: old, after: now });
  }
  return found;
}
