// JavaScript with the AWS SDK, version 3.
import { mismatch } from "./call.js";
import { indented, json, quoted, utf16 } from "./strings.js";

/** @import { Call, Copy, Operation } from "./call.js" */

const CLIENTS = { "license-manager": "LicenseManagerClient", ram: "RAMClient" };

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function javascript(operation, { account, region, input }) {
  const problem = mismatch(operation, input);
  if (problem) return { problem };
  const client = CLIENTS[operation.service];
  const command = `${operation.name}Command`;
  return {
    text: `// Account ${account}
import { ${client}, ${command} } from "@aws-sdk/client-${operation.service}";

const client = new ${client}({ region: ${json(region)} });
const response = await client.send(new ${command}(${literal(input)}));
console.log(response);
`,
  };
}

/** A value as a literal. */
export function literal(value) {
  if (Array.isArray(value)) return list(value.map(literal));
  if (typeof value === "object") return object(Object.entries(value).map(([name, item]) => `${name}: ${literal(item)}`));
  return typeof value === "string" ? quoted(value, utf16) : String(value);
}

const list = (items) => (isShort(items) ? `[${items.join(", ")}]` : `[${lines(items)}\n]`);

const object = (items) => (items.length && isShort(items) ? `{ ${items.join(", ")} }` : items.length ? `{${lines(items)}\n}` : "{}");

const isShort = (items) => items.every((item) => !item.includes("\n")) && items.join(", ").length <= 76;

const lines = (items) => items.map((item) => `\n  ${indented(item, "  ")},`).join("");
