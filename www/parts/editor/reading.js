// Reads what was typed as JSON. An error is a sentence.

/** The value of a text, or what is wrong with it. @returns {{ value: any } | { problem: string }} */
export function readJson(text) {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `This is not JSON: ${error.message.replace(/^JSON\.parse: /, "").replace(/\.$/, "")}.` };
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const ACTS = ["operation", "request", "advance", "settle", "change"];

/** A step, or what is wrong with it. The simulator checks the rest when it runs the step. @returns {{ value: any } | { problem: string }} */
export function readStep(text) {
  const read = readJson(text);
  if (read.problem) return read;
  if (!isObject(read.value)) return { problem: "A step is a JSON object such as `{ \"advance\": 60 }`." };
  const acts = ACTS.filter((name) => Object.hasOwn(read.value, name));
  if (acts.length === 0) return { problem: "The step does nothing. It needs one of the members `operation` (with `as`), `request`, `advance`, `settle` and `change`." };
  if (acts.length > 1) return { problem: `The step has the members ${acts.map((name) => `\`${name}\``).join(" and ")}. A step does one thing, so keep one of them.` };
  if (acts[0] === "operation" && !Object.hasOwn(read.value, "as")) return { problem: "The step does not say who sends the call. Add the member `as` with an account ID of twelve digits." };
  return read;
}

/** The members of a call, or what is wrong with them. @returns {{ value: any } | { problem: string }} */
export function readMembers(text) {
  const read = readJson(text);
  return read.problem || isObject(read.value) ? read : { problem: "The members are a JSON object such as `{ \"GrantArn\": \"…\" }`." };
}

/** A number of seconds, or what is wrong with it. @returns {{ value: any } | { problem: string }} */
export function readSeconds(text) {
  const value = Number(text);
  return text.trim() && Number.isSafeInteger(value) && value >= 0 && value < 2 ** 32 ? { value } : { problem: "The clock advances by whole seconds, from 0 to 4,294,967,295." };
}

/** Why a session cannot be played: the index of the step, if one is to blame, and the reason as a sentence. @param {string} message */
export function readFailure(message) {
  const run = /^step (\d+): (.*)$/s.exec(message);
  if (run) return { place: Number(run[1]) - 1, reason: sentence(run[2]) };
  const form = /^(?:this is not a session of the playground: )?(.*) \(at `steps\.(\d+)(?:\.([^`]*))?`\)$/s.exec(message);
  if (form) return { place: Number(form[2]), reason: sentence(form[3] ? `${form[1]} (at \`${form[3]}\`)` : form[1]) };
  return { reason: sentence(message) };
}

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
