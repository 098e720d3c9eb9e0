// The options of AWS CLI commands: which member each one sets. The few names that the AWS CLI does not derive from the API are here,
// and `tests/parts/cli-options.json`, made from the AWS CLI itself, is compared with the result.
import { kebab } from "./names.js";

/** Global options, and whether a value follows them. */
const GLOBAL = {
  debug: false, "no-verify-ssl": false, "no-paginate": false, "no-sign-request": false, "no-cli-pager": false,
  "cli-auto-prompt": false, "no-cli-auto-prompt": false, version: false, "endpoint-url": true, output: true, query: true,
  profile: true, region: true, color: true, "ca-bundle": true, "cli-read-timeout": true, "cli-connect-timeout": true,
  "cli-binary-format": true, "cli-error-format": true,
};

/** Options of every command. */
const OF_EVERY_COMMAND = { "cli-input-json": true, "cli-input-yaml": true, "generate-cli-skeleton": "optional" };

/** The AWS CLI has a global option `--version`, so it gives these members another name. */
export const RENAMED = {
  "GetGrant.Version": "grant-version",
  "DeleteGrant.Version": "grant-version",
  "GetLicense.Version": "license-version",
};

/** @typedef {{ name: string, member?: string, shape?: { type: string }, value: boolean | "optional", set?: boolean, page?: string }} Option */

/** The global options by name. @returns {Map<string, Option>} */
export const globalOptions = () => new Map(Object.entries(GLOBAL).map(([name, value]) => [name, { name, value }]));

/**
 * The options of a command by name.
 * @param {import("./catalogue.js").Operation} operation
 * @returns {Map<string, Option>}
 */
export function optionsOf(operation) {
  const options = globalOptions();
  const add = (option) => options.set(option.name, option);
  for (const [name, value] of Object.entries(OF_EVERY_COMMAND)) add({ name, value });
  const members = Object.entries(operation.input.members ?? {});
  const page = members.find(([member]) => member.toLowerCase() === "maxresults");
  if (page) {
    add({ name: "page-size", member: page[0], shape: page[1].shape, value: true });
    add({ name: "max-items", value: true, page: "The AWS CLI counts `--max-items` itself and does not send it." });
    add({ name: "starting-token", value: true, page: "The AWS CLI makes the token of `--starting-token` itself, so it was left out." });
  }
  for (const [member, { shape }] of members) {
    const name = RENAMED[`${operation.name}.${member}`] ?? kebab(member);
    add({ name, member, shape, value: shape.type !== "boolean", set: true });
    if (shape.type === "boolean") add({ name: `no-${name}`, member, shape, value: false, set: false });
  }
  return options;
}

/** The option that this name or the beginning of a name means, or undefined. @param {Map<string, Option>} options */
export function optionNamed(options, name) {
  const exact = options.get(name);
  if (exact || name.length < 2) return exact;
  const begun = [...options.values()].filter((option) => option.name.startsWith(name));
  const members = new Set(begun.map(({ member, name: full }) => member ?? full));
  return members.size === 1 ? begun[0] : undefined;
}
