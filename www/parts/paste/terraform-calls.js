// The calls that Terraform's provider makes for a resource, whichever text describes the resource.
import { addCall } from "./call.js";
import { operationNamed } from "./catalogue.js";
import { either, quoted } from "./paste.js";
import { similar } from "./names.js";
import { RESOURCES } from "./terraform-resources.js";

/** The types of the resources of the two services. */
export const OURS = /^aws_(?:ram|licensemanager)_/;

/**
 * What is known of a type of resource, or undefined after a sentence.
 * @param {import("./paste.js").Paste} paste
 * @param {string} type
 * @param {number} line
 */
export function definitionOf(paste, type, line) {
  if (Object.hasOwn(RESOURCES, type)) return RESOURCES[type];
  const near = similar(type, Object.keys(RESOURCES));
  const hint = near.length ? ` A similar resource is ${either(near)}.` : "";
  const isOther = type.startsWith("aws_licensemanager_") && /configuration|association/.test(type);
  paste.problem(isOther ? `${quoted(type)} is not about granted licenses, so the simulator does not have it.` : `${quoted(type)} on line ${line} is not understood.${hint}`);
  return undefined;
}

/**
 * Adds the calls of one resource.
 * @param {import("./paste.js").Paste} paste
 * @param {{ calls: Function }} definition
 * @param {object} given the arguments with their values
 * @param {{ region: string | null, account: string | null, defaultTags?: object }} provider
 * @param {{ line: number, order: number, notes: string[], arn?: string }} place `arn`: of the resource, if it exists already
 */
export function addCalls(paste, definition, given, provider, { line, order, notes, arn }) {
  for (const { operation, members, ask = {}, notes: said = [] } of definition.calls(given, provider)) {
    const unknown = Object.entries(ask).map(([path, why]) => ({ path, text: "", why }));
    const [service, name] = operation.split(":");
    const creates = name.startsWith("Create") ? arn : undefined;
    addCall(paste, { kind: "Terraform", operation: operationNamed(service, name), members, line, order, loose: true, region: provider.region, account: provider.account, notes: [...notes, ...said], unknown, creates });
  }
}
