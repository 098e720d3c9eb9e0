// The values of JavaScript expressions; what cannot be known without running the program becomes a mark.
import { WHY, isObject, put } from "./paste.js";
import { children, unescaped } from "./syntax.js";
import { Values } from "./values.js";

export class JavaScriptValues extends Values {
  value(node) {
    switch (node.name) {
      case "String":
        return unescaped(this.text(node).slice(1, this.text(node).length > 1 ? -1 : undefined));
      case "TemplateString":
        return this.template(node);
      case "Number":
        return Number(this.text(node).replaceAll("_", "").replace(/n$/, ""));
      case "BooleanLiteral":
        return this.text(node) === "true";
      case "null":
        return null;
      case "VariableName":
        return this.text(node) === "undefined" ? undefined : (this.names.get(this.text(node)) ?? this.unknown(node, WHY.variable));
      case "UnaryExpression": {
        const value = node.lastChild && this.text(node).startsWith("-") ? this.of(node.lastChild) : undefined;
        return typeof value === "number" ? -value : this.unknown(node, WHY.expression);
      }
      case "ParenthesizedExpression":
      case "AwaitExpression":
        return this.of(children(node).find(({ name }) => name !== "await") ?? node.lastChild);
      case "ArrayExpression":
        return this.list(node);
      case "ObjectExpression":
        return this.object(node);
      case "MemberExpression":
        return this.member(node);
      case "BinaryExpression":
        return this.binary(node);
      case "CallExpression":
        return this.call(node);
      case "NewExpression": {
        const date = /^new\s+Date\(\s*["'`]([^"'`]*)["'`]\s*\)$/.exec(this.text(node))?.[1];
        return date && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString() : this.unknown(node, WHY.expression);
      }
      default:
        return this.unknown(node, WHY.expression);
    }
  }

  list(node) {
    const values = [];
    for (const child of children(node)) {
      if (child.name === "Spread") continue;
      const value = this.of(child);
      if (child.prevSibling?.name === "Spread" && Array.isArray(value)) values.push(...value);
      else values.push(value);
    }
    return values;
  }

  object(node) {
    const made = {};
    for (const property of children(node).filter(({ name }) => name === "Property")) {
      const [key, ...rest] = children(property);
      if (!key) continue;
      if (key.name === "Spread") {
        const value = rest[0] && this.of(rest[0]);
        if (isObject(value)) for (const [name, member] of Object.entries(value)) put(made, name, member);
        continue;
      }
      const name = key.name === "String" ? this.of(key) : this.text(key);
      const colon = property.getChild(":");
      if (colon && property.lastChild) put(made, name, property.lastChild === colon ? undefined : this.of(property.lastChild));
      else if (key.name === "PropertyDefinition") put(made, name, this.names.get(name) ?? this.unknown(key, WHY.variable));
    }
    return made;
  }

  /** `members.Name` of an object in the text. */
  member(node) {
    const [object, key] = children(node);
    const value = object?.name === "VariableName" ? this.names.get(this.text(object)) : undefined;
    const name = key?.name === "PropertyName" ? this.text(key) : key && ["String", "Number"].includes(key.name) ? this.of(key) : undefined;
    const found = value && typeof value === "object" && name !== undefined && Object.hasOwn(value, name) ? value[name] : undefined;
    return found ?? this.unknown(node, WHY.variable);
  }

  /** Joined texts, `… as Type`, and the lists of values with `||` that the documentation prints. */
  binary(node) {
    const left = node.firstChild;
    const operator = left?.nextSibling ? this.text(left.nextSibling) : "";
    if (operator === "as" || operator === "satisfies") return this.of(left);
    if (operator === "+") {
      const [one, other] = [this.of(left), this.of(node.lastChild)];
      if (typeof one === "string" && typeof other === "string") return one + other;
    }
    const listed = operator === "||" && node.lastChild?.name === "String" && !/process|env/.test(this.text(left));
    return this.unknown(node, listed ? WHY.choice : WHY.expression);
  }

  call(node) {
    const [callee, args] = children(node);
    const name = callee ? this.text(callee) : "";
    const first = args?.name === "ArgList" ? children(args)[0] : undefined;
    if (first && name === "JSON.stringify") {
      const value = this.of(first);
      if (value && typeof value === "object") return JSON.stringify(value);
    }
    if (first && name === "String") {
      const value = this.of(first);
      if (["string", "number"].includes(typeof value)) return String(value);
    }
    if (/^new\s+Date\(.*\)\.toISOString$/.test(name)) return this.of(children(callee)[0]);
    return this.unknown(node, WHY.expression);
  }

  template(node) {
    let made = "";
    let at = node.from + 1;
    const literal = (from, to) => unescaped(this.source.slice(from, to));
    for (const part of children(node).filter(({ name }) => name === "Interpolation")) {
      const inside = children(part).find(({ name }) => !name.startsWith("Interpolation"));
      made += literal(at, part.from);
      const value = inside ? this.of(inside) : undefined;
      made += typeof value === "string" || typeof value === "number" ? value : this.unknown(part, WHY.variable);
      at = part.to;
    }
    return made + literal(at, Math.max(at, node.to - 1));
  }
}
