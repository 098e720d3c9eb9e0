// Terraform: each resource of the two services becomes the calls that the provider makes, in order of dependency. Also `terraform plan`.
import { inOrder } from "./dependencies.js";
import { blocksOf } from "./hcl.js";
import { HclValues } from "./hcl-values.js";
import { Lines, either, isObject, quoted } from "./paste.js";
import { similar } from "./names.js";
import { OURS, addCalls, definitionOf } from "./terraform-calls.js";
import { COMPUTED, META } from "./terraform-resources.js";
import { TerraformNames } from "./terraform-names.js";

const MENTIONED = /\bresource\s+"?aws_(?:ram|licensemanager)_\w+/;
const CHANGED = /^\s*(~|-|-\/\+|\+\/-)\s*resource\s+"(aws_(?:ram|licensemanager)_\w+)"\s+"([^"]+)"/;
const MOST_INSTANCES = 50;

/** Adds the calls of Terraform's resources. @param {import("./paste.js").Paste} paste */
export function readTerraform(paste) {
  if (!MENTIONED.test(paste.text)) return;
  const source = sourceOf(paste);
  const lines = new Lines(source);
  const { blocks, damaged } = blocksOf(source);
  for (const place of damaged.slice(0, 3)) paste.problem(`The Terraform block on line ${lines.at(place)} is damaged. What could be read of it was taken.`);
  const names = new TerraformNames(paste, source, blocks);
  const ours = blocks.filter(({ type, labels }) => type === "resource" && OURS.test(labels[0] ?? ""));
  const order = lines.at(ours[0]?.at ?? 0);
  const address = ({ labels }) => `${labels[0]}.${labels[1]}`;
  for (const block of inOrder(ours, address, ({ text }) => text.match(/\baws_(?:ram|licensemanager)_\w+\.\w+/g) ?? [])) {
    new Resource(paste, source, names, block, lines.at(block.at), order).add();
  }
}

/** The source, or that of a plan: without its marks, and without the resources that it changes or deletes. */
function sourceOf({ text, ...paste }) {
  const plain = text.replace(/\u00A0/g, " ").replace(/[“”]/g, '"').replace(/^\s*(```|~~~).*$/gm, "");
  if (!/^\s*(?:#.*will be|[+~-] resource)/m.test(plain) && !plain.includes("(known after apply)")) return plain;
  let skipping = null;
  return plain.split("\n").map((line) => {
    const [, mark, type, name] = CHANGED.exec(line) ?? [];
    if (mark && mark !== "-/+" && mark !== "+/-") {
      paste.problems.add(`The plan ${mark === "-" ? "deletes" : "changes"} ${quoted(`${type}.${name}`)}. Only what it creates becomes requests.`);
      skipping = /^\s*/.exec(line)[0].length;
    }
    const bare = line.replace(/^(\s*)(\+|~|-|-\/\+|\+\/-)(?=\s)/, "$1 ").replaceAll("(known after apply)", "known_after_apply").replaceAll("(sensitive value)", "sensitive_value").replace(/= \S.*? -> (?=\S)/, "= ");
    if (skipping === null) return /^\s*(Terraform|Plan:|─)/.test(line) ? "" : bare;
    if (/^\s*\}\s*$/.test(line) && /^\s*/.exec(line)[0].length <= skipping + 2) skipping = null;
    return "";
  }).join("\n");
}

class Resource {
  constructor(paste, source, names, block, line, order) {
    Object.assign(this, { paste, source, names, block, line, order, type: block.labels[0], notes: [] });
  }

  add() {
    this.definition = definitionOf(this.paste, this.type, this.line);
    if (this.definition) for (const instance of this.instances()) this.create(instance);
  }

  /** The instances that `count` and `for_each` make. */
  instances() {
    const [count, each] = ["count", "for_each"].map((name) => this.block.arguments.get(name));
    const value = count ?? each ? new HclValues(this.paste, this.source, this.names).of(count ?? each) : undefined;
    if (value === undefined) return [{}];
    const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
    if (count && Number.isInteger(number)) return numbers(Math.min(number, MOST_INSTANCES)).map((index) => ({ count: { index } }));
    if (each && (Array.isArray(value) || isObject(value))) {
      const entries = Array.isArray(value) ? value.map((element) => [element, element]) : Object.entries(value);
      return entries.slice(0, MOST_INSTANCES).map(([key, element]) => ({ each: { key, value: element } }));
    }
    this.notes.push(`${quoted(count ? "count" : "for_each")} is not known, so there is one call for all instances.`);
    return [{}];
  }

  create(instance) {
    const values = new HclValues(this.paste, this.source, this.names.within(instance));
    const { definition, line, order } = this;
    const given = {};
    const notes = [...this.notes];
    for (const [name, node] of this.block.arguments) {
      const known = definition.arguments.includes(name);
      if (!known && !META.includes(name) && !COMPUTED.includes(name)) notes.push(extra(this.type, name, definition.arguments));
      const computed = definition.computed?.includes(name) && this.source.slice(node.from, node.to) === "known_after_apply";
      const value = known && !computed ? values.of(node) : undefined;
      if (value !== undefined && value !== null) given[name] = value;
    }
    for (const { type, arguments: inner } of this.block.blocks.filter(({ type }) => definition.arguments.includes(type))) {
      given[type] = Object.fromEntries([...inner].map(([name, node]) => [name, values.of(node)]));
    }
    const provider = this.names.provider(this.block, values);
    addCalls(this.paste, definition, given, provider, { line, order, notes });
  }
}

const numbers = (length) => Array.from({ length: Math.max(0, length) }, (_, index) => index);

function extra(type, name, real) {
  const near = similar(name, real);
  return `${quoted(type)} has no argument ${quoted(name)}, so it was left out.${near.length ? ` A similar argument is ${either(near)}.` : ""}`;
}
