// References of a session to earlier responses, `${grant.GrantArn}`, as `crates/simulator/src/session/reference.rs` reads them.

/** One reference. `$${` is none: it denotes `${`, with which the variables of policies start. */
const REFERENCE = /(?<!\$)\$\{([^.}]+)((?:\.[^}]*)?)\}/g;

/**
 * The responses of named steps.
 * @param {{ name?: string, response?: { body: string } }[]} outcomes
 * @returns {Map<string, unknown>}
 */
export function answersOf(outcomes) {
  return new Map(outcomes.filter(({ name, response }) => name && response).map(({ name, response }) => [name, parsed(response.body)]));
}

/**
 * Replaces the references that lead somewhere by what they refer to. A text that is only a reference becomes a value of its JSON type. The
 * others stay, so that whoever reads the call says what is wrong with them.
 */
export function resolve(value, answers) {
  if (typeof value === "string") return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((item) => resolve(item, answers));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, answers)]));
}

function resolveText(text, answers) {
  const [whole] = text.matchAll(REFERENCE);
  if (whole?.[0] === text) return escaped(lookUp(whole, answers) ?? text, text);
  return text.replace(REFERENCE, (...match) => {
    const found = lookUp(match, answers);
    if (found === undefined) return match[0];
    return escaped(typeof found === "string" ? found : JSON.stringify(found));
  });
}

/** What is found is no reference, whatever it contains. */
const escaped = (found, text) => (typeof found === "string" && found !== text ? found.replaceAll("${", () => "$${") : found);

function lookUp([, name, path], answers) {
  const parts = path.split(".").slice(1);
  return parts.reduce((value, part) => (value !== null && typeof value === "object" && Object.hasOwn(value, part) ? value[part] : undefined), answers.get(name));
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
