// Which operation a method of a client means, when the client is not in the pasted text. Other services have methods of the same name.
import { isShared } from "./catalogue.js";
import { membersInCommon } from "./fit.js";
import { quoted } from "./paste.js";

/** Names of variables that hold clients of other services. */
const OTHERS = /kms|ec2|sagemaker|ssm|lambda|dynamodb|\bsns|\bsqs|acm|pca|oidc/i;

/**
 * The operation that a call means, or undefined after a sentence.
 * @param {import("./paste.js").Paste} paste
 * @param {import("./catalogue.js").Operation[]} operations those with this method
 * @param {{ method: string, service: string | null | undefined, client: string, members: object, line: number }} call
 *   `service`: that of the client; null if it is another one, undefined if it is not known
 */
export function chosen(paste, operations, { method, service, client, members, line }) {
  const spoken = `${quoted(method)} on line ${line}`;
  if (service === null) {
    paste.problem(`${spoken} is sent by a client of another service. The simulator has License Manager and RAM.`);
    return undefined;
  }
  if (service) {
    const own = operations.find((operation) => operation.service === service);
    if (!own) paste.problem(`${spoken} is not an operation of ${quoted(service)}.`);
    return own;
  }
  const names = Object.keys(members);
  if (operations.length === 1 && !isShared(operations[0].name) && !OTHERS.test(client)) return operations[0];
  const rated = operations.map((operation) => ({ operation, common: rate(operation, names, client, members) }));
  const best = Math.max(...rated.map(({ common }) => common));
  const fitting = rated.filter(({ common }) => common === best);
  if (best >= 1 && fitting.length === 1) return fitting[0].operation;
  paste.problem(`${spoken} may belong to another service: its members are not those of License Manager or RAM. Paste the line that makes the client too.`);
  return undefined;
}

/** How well the members fit: at least 1 if most of them are the operation's, below 1 if they are not. */
function rate(operation, names, client, members) {
  const word = client.toLowerCase();
  if (OTHERS.test(client)) return -1;
  const exact = names.filter((name) => Object.hasOwn(operation.input.members ?? {}, name)).length;
  const common = membersInCommon(operation, names);
  if (common < Math.max(names.length ? 1 : 0, names.length / 2)) return -1;
  const said = operation.service === "ram" ? /\bram|ram(_|client|$)|resource_?access/.test(word) : /licen[sc]e|\blm(_|\b)/.test(word);
  const tags = /^(Tag|Untag|ListTags)/.test(operation.name);
  const arn = JSON.stringify(members).includes(operation.service === "ram" ? ":ram:" : ":license-manager:");
  if (tags && !said && !arn) return -1;
  return (names.length || said ? 1 : 0) + common + exact + (said ? 100 : 0);
}
