// CloudFormation: each resource of the two services becomes the call that creates it, in order of dependency.
import { addCall } from "./call.js";
import { operationNamed } from "./catalogue.js";
import { inOrder } from "./dependencies.js";
import { Intrinsics } from "./intrinsics.js";
import { either, isObject, own, quoted } from "./paste.js";
import { similar } from "./names.js";
import { templateIn } from "./template-yaml.js";

const TOKEN = "CloudFormation makes a new token for each request.";

/** What creates each resource, which properties the creation ignores, and what CloudFormation adds. */
const RESOURCES = {
  "AWS::LicenseManager::Grant": { operation: "license-manager:CreateGrant", ignored: ["Status"], ask: ["ClientToken"] },
  "AWS::LicenseManager::License": { operation: "license-manager:CreateLicense", ignored: ["Status"], ask: ["ClientToken"] },
  "AWS::RAM::ResourceShare": { operation: "ram:CreateResourceShare", ignored: [], ask: [] },
  "AWS::RAM::Permission": { operation: "ram:CreatePermission", ignored: [], ask: [] },
};

/** Adds the calls of a template in YAML. @param {import("./paste.js").Paste} paste */
export function readCloudFormation(paste) {
  if (!/AWS::(LicenseManager|RAM)::/.test(paste.text)) return;
  const found = templateIn(paste);
  if (found) readTemplate(paste, found.value, found.lineOf);
}

/**
 * Adds the calls of a template, or a part of one, in JSON.
 * @param {import("./paste.js").Paste} paste
 * @param {object} template
 * @param {{ line: number, start: number }} place
 */
export function readCloudFormationValue(paste, template, { line, start }) {
  readTemplate(paste, template, (name) => {
    const at = paste.text.indexOf(`"${name}"`, start);
    return at < 0 ? line : paste.lines.at(at);
  });
}

function readTemplate(paste, template, lineOf) {
  const all = resourcesOf(template);
  const ours = all.filter(({ type }) => /^AWS::(LicenseManager|RAM)::/.test(type)).map((resource) => ({ ...resource, line: lineOf(resource.name) }));
  const order = Math.min(...ours.map(({ line }) => line));
  const intrinsics = new Intrinsics(paste, template, new Set(all.map(({ name }) => name)));
  for (const resource of inOrder(ours, ({ name }) => name, ({ body }) => references(body))) create(paste, resource, intrinsics, order);
}

/** The resources of a template, of a part without `Resources`, or a single one without a name. */
function resourcesOf(template) {
  if (typeof own(template, "Type") === "string") return [{ name: "", type: template.Type, body: template }];
  const listed = own(template, "Resources");
  const entries = Object.entries(isObject(listed) ? listed : template);
  return entries.filter(([, body]) => typeof own(body, "Type") === "string").map(([name, body]) => ({ name, type: body.Type, body }));
}

/** The names that a resource refers to. */
function references(body) {
  const text = JSON.stringify(body);
  const plain = [...text.matchAll(/"(?:Fn::)?(?:Ref|GetAtt)":\s*\[?"([\w.]+)/g), ...text.matchAll(/\$\{([\w.]+)\}/g), ...text.matchAll(/"DependsOn":\s*"(\w+)"/g)];
  const listed = own(body, "DependsOn");
  return [...plain.map(([, name]) => name.split(".")[0]), ...(Array.isArray(listed) ? listed.map(String) : [])];
}

function create(paste, { name, type, body, line }, intrinsics, order) {
  if (!Object.hasOwn(RESOURCES, type)) {
    const near = similar(type, Object.keys(RESOURCES));
    paste.problem(`${quoted(type)} on line ${line} is not understood.${near.length ? ` A similar resource is ${either(near)}.` : ""}`);
    return;
  }
  const { operation, ignored, ask } = RESOURCES[type];
  const notes = [];
  const members = {};
  if (own(body, "Condition") !== undefined) notes.push(`CloudFormation creates ${quoted(name)} only if the condition ${quoted(body.Condition)} is true.`);
  const properties = intrinsics.value(own(body, "Properties") ?? {}, notes);
  for (const [property, value] of Object.entries(isObject(properties) ? properties : {})) {
    if (ignored.includes(property)) notes.push(`CloudFormation does not send ${quoted(property)} when it creates the resource.`);
    else members[property] = value;
  }
  if (!own(body, "Properties")) notes.push("The resource has no `Properties`.");
  const [service, operationName] = operation.split(":");
  const unknown = ask.map((path) => ({ path, text: "", why: TOKEN }));
  addCall(paste, { kind: "CloudFormation", operation: operationNamed(service, operationName), members, line, order, loose: true, notes, unknown });
}
