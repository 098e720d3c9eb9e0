// Python with boto3.
import { mismatch } from "./call.js";
import { snake } from "./names.js";
import { indented, quoted, utf32 } from "./strings.js";

/** @import { Call, Copy, Operation } from "./call.js" */

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function boto3(operation, { account, region, input }) {
  const problem = mismatch(operation, input);
  if (problem) return { problem };
  const lines = Object.entries(input).map(([name, value]) => `\n    ${name}=${indented(literal(value), "    ")},`);
  return {
    text: `# Account ${account}
import boto3

client = boto3.client("${operation.service}", region_name="${region}")
response = client.${snake(operation.name)}(${lines.join("")}${lines.length ? "\n" : ""})
print(response)
`,
  };
}

/** A value as a literal. */
export function literal(value) {
  if (Array.isArray(value)) return between("[", value.map(literal), "]");
  if (typeof value === "object") return between("{", Object.entries(value).map(([name, item]) => `${literal(name)}: ${literal(item)}`), "}");
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : quoted(value, utf32);
}

/** The items on one line if they are short, otherwise on lines of their own. */
function between(open, items, close) {
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length <= 80 && !line.includes("\n")) return line;
  return `${open}${items.map((item) => `\n    ${indented(item, "    ")},`).join("")}\n${close}`;
}
