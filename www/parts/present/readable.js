// A JSON value as a person reads it from a distance: names and values, without braces and quotes.
import { make } from "../panel/panel.js";

/** @param {unknown} value */
export function readable(value) {
  if (Array.isArray(value)) return list(value);
  if (value !== null && typeof value === "object") return members(value);
  const document = typeof value === "string" ? nested(value) : undefined;
  if (document) return readable(document);
  return make("span", { class: "value" }, value === "" ? "empty" : String(value));
}

function members(value) {
  const entries = Object.entries(value);
  if (entries.length === 0) return make("span", { class: "hint" }, "no members");
  return make("dl", {}, ...entries.map(([name, inner]) => make("div", {}, make("dt", {}, name), make("dd", {}, readable(inner)))));
}

function list(values) {
  if (values.length === 0) return make("span", { class: "hint" }, "empty list");
  if (values.every((value) => value === null || typeof value !== "object")) return make("span", { class: "value" }, values.join(", "));
  return make("ol", {}, ...values.map((value) => make("li", {}, readable(value))));
}

/** A policy is a JSON object inside a text. */
function nested(text) {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
