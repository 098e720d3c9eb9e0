// The operations by every name that a client gives them. The names of members and operations come from the generated list.
// `other-operations.json` was made from the models of botocore 1.43.62: the operations of License Manager that are not simulated, and
// the simulated names that other services use too.
import operations from "../operations.json" with { type: "json" };
import others from "./other-operations.json" with { type: "json" };
import { kebab, snake, camel } from "./names.js";

/** @typedef {{ service: string, name: string, method: string, path: string, location: string, input: object }} Operation */

const index = (key) => new Map(operations.map((operation) => [key(operation), operation]));
const byName = index(({ service, name }) => `${service}:${name}`);
const byCommand = index(({ service, name }) => `${service}:${kebab(name)}`);
const byRoute = index(({ method, path }) => `${method} ${path}`);
const byMethod = grouped(({ name }) => [name, snake(name), camel(name)]);
const otherNames = new Map(others["license-manager"].flatMap((name) => [name, kebab(name), snake(name), camel(name)].map((key) => [key, name])));
const shared = new Set(others.shared);

function grouped(keys) {
  const groups = new Map();
  for (const operation of operations) {
    for (const key of new Set(keys(operation))) groups.set(key, [...(groups.get(key) ?? []), operation]);
  }
  return groups;
}

/** The services that are simulated, by the names that their clients have. */
const SERVICES = { licensemanager: "license-manager", awslicensemanager: "license-manager", ram: "ram", amazonresourcesharing: "ram" };

/** The service's prefix for a name such as `license-manager.amazonaws.com`, `LicenseManagerClient` or `@aws-sdk/client-ram`, or null. */
export function serviceOf(name) {
  const word = name.toLowerCase().replace(/\.amazonaws\.com(\.cn)?$/, "").replace(/^@aws-sdk\/client-/, "").replace(/client$/, "").replace(/[^a-z]/g, "");
  return Object.hasOwn(SERVICES, word) ? SERVICES[word] : null;
}

/** @returns {Operation | undefined} */
export const operationNamed = (service, name) => byName.get(`${service}:${name}`);
/** @returns {Operation | undefined} */
export const operationOfCommand = (service, command) => byCommand.get(`${service}:${command}`);
/** @returns {Operation | undefined} */
export const operationAt = (method, path) => (path === "/" ? undefined : byRoute.get(`${method} ${path.toLowerCase()}`));
/** The operations with this name, written as in the API, in Python or in JavaScript. @returns {Operation[]} */
export const operationsCalled = (method) => byMethod.get(method) ?? [];
/** The operation of License Manager outside of granted licenses that has this name, or undefined. */
export const otherOperation = (name) => otherNames.get(name);
/** Whether other services of AWS have an operation of this name too. */
export const isShared = (name) => shared.has(name);
/** The commands of a service. */
export const commandsOf = (service) => operations.filter((operation) => operation.service === service).map(({ name }) => kebab(name));
/** The names of all operations in a style. */
export const allNames = (style) => [...new Set(operations.map(({ name }) => style(name)))];
/** All operations. @returns {Operation[]} */
export const allOperations = () => operations;

/** A sentence about an operation that is not simulated. */
export function notSimulated(name) {
  return `\`${name}\` of License Manager is not about granted licenses, so the simulator does not have it.`;
}
