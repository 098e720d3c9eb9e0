// Successful responses, where it is known exactly what a client prints. The AWS CLI prints the parsed response as JSON. The other clients
// return objects, and each program prints of them what it wants. `outputs.json` has the members of each output in the model's order.
import outputs from "./outputs.json" with { type: "json" };

/** The operations whose pages the AWS CLI puts together. From the paginators of botocore 1.43. */
const PAGED = new Set(["GetResourcePolicies", "GetResourceShareAssociations", "GetResourceShareInvitations", "GetResourceShares", "ListPrincipals", "ListResources", "ListSourceAssociations"]);

/** @import { Answer } from "./printed.js" */

/**
 * @param {string} format
 * @param {string} label
 * @param {{ name: string }} operation
 * @param {Answer} answer
 */
export function success(format, label, { name }, { operation, body }) {
  if (format !== "printed-cli") return { problem: `For a success, the client returns an object: ${label} prints what the program does with it. The AWS CLI prints the whole response.` };
  const value = parsed(body);
  if (value === undefined) return { problem: "The response is not JSON, so the AWS CLI cannot print it." };
  if (PAGED.has(name) && value.nextToken) return { problem: `The AWS CLI asks ${name} for the next pages too, and prints all of them together.` };
  const printed = inOrder(value, outputs[operation]);
  const text = `${JSON.stringify(printed, null, 4)}\n`;
  return { text: Object.keys(printed).length ? text : "", ...(/T[\d:.]+\+00:00"/.test(text) ? { note: TIME_ZONE } : {}) };
}

const TIME_ZONE = "The AWS CLI writes times in the time zone of the computer. Here it is UTC.";

function parsed(body) {
  try {
    return JSON.parse(body || "{}");
  } catch {
    return undefined;
  }
}

/** The members of the model that have a value, in the model's order, with times as the AWS CLI writes them. */
function inOrder(value, members) {
  if (members === "time") return typeof value === "number" ? time(value) : value;
  if (Array.isArray(value)) return value.map((element) => inOrder(element, members));
  if (value === null || typeof value !== "object" || members === true) return value;
  const present = Object.keys(members).filter((name) => Object.hasOwn(value, name) && value[name] !== null);
  return Object.fromEntries(present.map((name) => [name, inOrder(value[name], members[name])]));
}

/** `2023-11-14T22:13:20.999000+00:00`, without the fraction if there is none, as Python writes it. */
function time(seconds) {
  const [start, milliseconds] = new Date(Math.round(seconds * 1000)).toISOString().slice(0, -1).split(".");
  return `${start}${milliseconds === "000" ? "" : `.${milliseconds}000`}+00:00`;
}
