// What names mean in Terraform: variables by their defaults, locals, the instance of `count` and `for_each`, arguments of other
// resources, and the provider's Region and tags.
import { HclValues } from "./hcl-values.js";
import { isObject, quoted } from "./paste.js";

export class TerraformNames {
  constructor(paste, source, blocks, instance = {}) {
    Object.assign(this, { paste, source, instance, open: new Set() });
    this.index = new Map();
    this.providers = blocks.filter(({ type, labels }) => type === "provider" && labels[0] === "aws");
    for (const block of blocks) {
      const key = { resource: block.labels.join("."), variable: `var.${block.labels[0]}` }[block.type];
      if (key) this.index.set(key, block);
      if (block.type === "locals") for (const [name, node] of block.arguments) this.index.set(`local.${name}`, node);
    }
  }

  /** The names in an instance of a resource. */
  within(instance) {
    const names = Object.create(this);
    names.instance = instance;
    return names;
  }

  /** The value of a path such as `["var", "name"]`; a mark if only Terraform knows it. */
  root(path, text) {
    const [first, second, ...rest] = path;
    if (first === "each" || first === "count") return below(this.instance[first], [second, ...rest]);
    const key = `${first}.${second}`;
    const found = this.index.get(key);
    if (found === undefined || this.open.has(key)) return first === "data" ? this.paste.mark(text, `Terraform reads this value from AWS.`) : undefined;
    this.open.add(key);
    try {
      return first === "local" ? below(this.value(found), rest) : first === "var" ? this.variable(found, rest) : this.attribute(found, rest, text);
    } finally {
      this.open.delete(key);
    }
  }

  variable(block, rest) {
    const node = block.arguments.get("default");
    return node ? below(this.value(node), rest) : undefined;
  }

  /** An attribute of another resource: known only if the text sets it. */
  attribute(block, rest, text) {
    const steps = rest.filter((step) => !/^\d+$/.test(step));
    const node = steps.length === 1 ? block.arguments.get(steps[0]) : undefined;
    const address = block.labels.join(".");
    if (node) return this.value(node);
    const what = ["arn", "id"].includes(steps[0]) ? "This is the ARN of" : "This belongs to";
    return this.paste.mark(text, `${what} ${quoted(address)}, so it is known when that resource has been created.`);
  }

  value(node) {
    const value = new HclValues(this.paste, this.source, this).of(node);
    return value === null ? undefined : value;
  }

  /** The Region, the account and the tags of the provider that a resource uses. */
  provider(block, values) {
    const alias = /\bprovider\s*=\s*"?aws\.(\w+)/.exec(block.text)?.[1];
    const text = (node) => (node ? String(values.of(node)) : undefined);
    const used = this.providers.find((provider) => text(provider.arguments.get("alias")) === alias);
    const own = block.arguments.get("region");
    const region = text(own) ?? text(used?.arguments.get("region"));
    const role = used?.blocks.find(({ type }) => type === "assume_role")?.arguments.get("role_arn");
    const tags = used?.blocks.find(({ type }) => type === "default_tags")?.arguments.get("tags");
    const defaultTags = tags ? values.of(tags) : undefined;
    const account = /^arn:aws[\w-]*:iam::(\d{12}):/.exec(role ? text(role) : "")?.[1] ?? null;
    return { region: region && !this.paste.whyUnknown(region) ? region : null, account, defaultTags: isObject(defaultTags) ? defaultTags : undefined };
  }
}

/** The member of a value at this path, or undefined. @param {unknown} value @param {string[]} path */
export function below(value, path) {
  let found = value;
  for (const step of path) {
    if (typeof found === "string" && found.startsWith("\uE000")) return found;
    found = found !== null && typeof found === "object" && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}
