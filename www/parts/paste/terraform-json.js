// Terraform's plans and states as JSON: `terraform show -json`, and the file of a state.
import { inOrder } from "./dependencies.js";
import { WHY, isObject, own, quoted } from "./paste.js";
import { OURS, addCalls, definitionOf } from "./terraform-calls.js";

const MOST = 2_000;
const DEPTH = 20;

/** Whether a value is a plan or a state. */
export const isTerraform = (value) => isObject(root(value)) || isStateFile(value);

const root = (value) => own(own(value, "planned_values") ?? own(value, "values"), "root_module");
const isStateFile = (value) => typeof own(value, "terraform_version") === "string" && Array.isArray(own(value, "resources"));

/**
 * Adds the calls of the resources that a plan creates, or that are in a state.
 * @param {import("./paste.js").Paste} paste
 * @param {object} value
 * @param {{ line: number, start: number }} place
 */
export function readTerraformJson(paste, value, place) {
  const plan = new Plan(value);
  const all = (isStateFile(value) ? ofStateFile(value) : ofModule(root(value), 0));
  const resources = all.filter(({ mode, type }) => mode !== "data" && OURS.test(type)).slice(0, MOST);
  if (!resources.length) paste.problem(`The JSON of Terraform on line ${place.line} has no resource of License Manager or RAM.`);
  plan.tellDeleted(paste);
  const created = resources.filter((resource) => plan.creates(paste, resource));
  const addresses = new Map();
  for (const { address } of created) addresses.set(bare(address), [...(addresses.get(bare(address)) ?? []), address]);
  const needs = (resource) => plan.references(resource).flatMap((reference) => addresses.get(reference) ?? []);
  for (const resource of inOrder(created, ({ address }) => address, needs)) new JsonResource(paste, plan, resource, place).add();
}

/** All resources of a module and of the modules in it. */
function ofModule(module, depth) {
  if (!isObject(module) || depth > DEPTH) return [];
  const own = list(module.resources).filter(isResource);
  return [...own, ...list(module.child_modules).flatMap((child) => ofModule(child, depth + 1))];
}

const list = (value) => (Array.isArray(value) ? value : []);
const isResource = (resource) => isObject(resource) && typeof resource.type === "string" && typeof resource.address === "string";

/** The resources of a state's file, in the same form. */
function ofStateFile({ resources }) {
  return resources.filter(isObject).flatMap(({ mode, type, name, module, instances }) =>
    list(instances).filter(isObject).map(({ index_key: index, attributes, dependencies }) => ({
      mode,
      type: String(type),
      address: `${module ? `${module}.` : ""}${type}.${name}${index === undefined ? "" : `[${JSON.stringify(index)}]`}`,
      pattern: new RegExp(`"type":\\s*${plainly(JSON.stringify(type))},\\s*"name":\\s*${plainly(JSON.stringify(name))}`),
      values: attributes,
      depends_on: dependencies,
    })),
  );
}

/** A pattern that finds just this text. */
const plainly = (text) => String(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** An address without the indexes of instances. */
const bare = (address) => address.replace(/\[[^\]]*\]/g, "");

/** What a plan says beside the values of the resources. */
class Plan {
  constructor(value) {
    this.changes = new Map(list(own(value, "resource_changes")).filter(isResource).map((change) => [change.address, change.change]));
    this.configuration = own(value, "configuration");
  }

  /** Whether a resource is created. */
  creates(paste, { address }) {
    const actions = list(own(this.changes.get(address), "actions"));
    if (actions.includes("update")) paste.problem(`The plan changes ${quoted(address)}. Only what it creates becomes requests.`);
    return !actions.length || actions.includes("create");
  }

  /** Says which resources the plan deletes. */
  tellDeleted(paste) {
    for (const [address, change] of this.changes) {
      const ours = OURS.test(bare(address).split(".").at(-2) ?? "");
      if (ours && list(own(change, "actions")).join() === "delete") paste.problem(`The plan deletes ${quoted(address)}. Only what it creates becomes requests.`);
    }
  }

  /** The configuration of a resource, in the modules of its address. */
  configured(address) {
    const parts = bare(address).split(".");
    let module = own(this.configuration, "root_module");
    while (parts[0] === "module" && parts.length > 2) {
      module = own(own(own(module, "module_calls"), parts[1]), "module");
      parts.splice(0, 2);
    }
    return list(own(module, "resources")).find((resource) => own(resource, "address") === parts.join("."));
  }

  /** The addresses of the resources to which a resource refers, without indexes. */
  references({ address, depends_on: known }) {
    const [, module] = /^((?:module\.[^.]+\.)*)/.exec(bare(address)) ?? ["", ""];
    const expressions = own(this.configured(address), "expressions");
    const named = isObject(expressions) ? Object.values(expressions).flatMap((expression) => list(own(expression, "references"))) : [];
    return [...list(known), ...named].filter((name) => typeof name === "string").flatMap((name) => [bare(name), module + bare(name)]);
  }

  /** The first name to which an argument refers. */
  reference(address, argument) {
    const [name] = list(own(own(own(this.configured(address), "expressions"), argument), "references"));
    return typeof name === "string" ? name : null;
  }

  /** Whether the value of an argument is not known before the plan is applied. */
  isUnknown(address, argument) {
    return own(own(this.changes.get(address), "after_unknown"), argument) === true;
  }

  /** The Region of the provider. */
  get region() {
    const region = own(own(own(own(own(this.configuration, "provider_config"), "aws"), "expressions"), "region"), "constant_value");
    return typeof region === "string" ? region : null;
  }
}

class JsonResource {
  constructor(paste, plan, resource, { line, start }) {
    const at = paste.text.slice(start).search(resource.pattern ?? plainly(JSON.stringify(resource.address)));
    Object.assign(this, { paste, plan, resource, line: at < 0 ? line : paste.lines.at(start + at), order: line });
  }

  add() {
    const { paste, resource, line, order } = this;
    const definition = definitionOf(paste, resource.type, line);
    if (!definition) return;
    const given = {};
    for (const argument of definition.arguments) {
      const value = this.value(argument, definition);
      if (value !== undefined && value !== null) given[argument] = value;
    }
    const arn = text(own(resource.values, "arn"));
    addCalls(paste, definition, given, this.provider(arn), { line, order, notes: [], arn });
  }

  value(argument, definition) {
    const { paste, plan, resource } = this;
    if (plan.isUnknown(resource.address, argument)) return definition.computed?.includes(argument) ? undefined : this.unknown(argument);
    if (own(own(resource, "sensitive_values"), argument) === true) return paste.mark(argument, WHY.sensitive);
    const tags = argument === "tags" ? own(resource.values, "tags_all") : undefined;
    return isObject(tags) && Object.keys(tags).length ? tags : filled(own(resource.values, argument));
  }

  /** The mark for a value that is known only when another resource has been created. */
  unknown(argument) {
    const reference = this.plan.reference(this.resource.address, argument);
    const [, address, attribute] = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[[^\]]*\])?\.(\w+)$/.exec(reference ?? "") ?? [];
    const what = ["arn", "id"].includes(attribute) ? "This is the ARN of" : "This belongs to";
    return this.paste.mark(reference ?? argument, address ? `${what} ${quoted(address)}, so it is known when that resource has been created.` : WHY.afterApply);
  }

  /** Who created the resource, and where. The ARNs of a state say it. */
  provider(arn) {
    const { values } = this.resource;
    const [, , , place, account] = (arn ?? text(own(values, "resource_share_arn")) ?? "").split(":");
    const [, grantee] = /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(this.resource.type.endsWith("_accepter") ? (text(own(values, "principal")) ?? "") : "") ?? [];
    const receiver = text(own(values, "receiver_account_id"));
    return { region: text(own(values, "region")) ?? this.plan.region ?? text(own(values, "home_region")) ?? (place || null), account: grantee ?? receiver ?? account ?? null };
  }
}

const text = (value) => (typeof value === "string" && value ? value : undefined);

/** A value; undefined for an empty list or object, which Terraform writes for what is left out. */
const filled = (value) => (value && typeof value === "object" && !Object.keys(value).length ? undefined : value);
