// The values of Python expressions; what cannot be known without running the program becomes a mark.
import { WHY, isObject, put } from "./paste.js";
import { children, unescaped } from "./syntax.js";
import { Values } from "./values.js";

export class PythonValues extends Values {
  /** The keyword arguments of a call, those of `**members` too. */
  keywords(args) {
    const members = {};
    const notes = [];
    const parts = inner(args);
    for (let at = 0; at < parts.length; at++) {
      if (parts[at].name === "**" && parts[at + 1]) this.spread(parts[++at], members, notes);
      else if (parts[at + 1]?.name === "AssignOp" && parts[at + 2]) {
        put(members, this.text(parts[at]), this.of(parts[at + 2]));
        at += 2;
      } else if (/^\w/.test(parts[at].name)) notes.push(`The argument \`${this.text(parts[at]).slice(0, 60)}\` has no name, so it was left out. boto3 takes named arguments only.`);
    }
    return { members, notes };
  }

  spread(node, members, notes) {
    const value = this.of(node);
    if (isObject(value)) for (const [name, member] of Object.entries(value)) put(members, name, member);
    else notes.push(`The members in \`${this.text(node).slice(0, 60)}\` are not in the text. Paste the lines that set them.`);
  }

  value(node) {
    switch (node.name) {
      case "String":
        return string(this.text(node));
      case "FormatString":
        return this.format(node);
      case "ContinuedString":
        return children(node).map((part) => String(this.of(part))).join("");
      case "Number":
        return Number(this.text(node).replaceAll("_", ""));
      case "Boolean":
        return this.text(node) === "True";
      case "None":
        return null;
      case "UnaryExpression": {
        const value = this.of(node.lastChild);
        return typeof value === "number" && this.text(node).startsWith("-") ? -value : this.unknown(node, WHY.expression);
      }
      case "ParenthesizedExpression":
        return this.of(children(node)[0] ?? node.firstChild);
      case "ArrayExpression":
      case "TupleExpression":
      case "SetExpression":
        return this.list(node);
      case "DictionaryExpression":
        return this.dictionary(node);
      case "VariableName":
        return this.variable(node);
      case "MemberExpression":
        return this.member(node);
      case "BinaryExpression":
        return this.sum(node);
      case "CallExpression":
        return this.call(node);
      default:
        return this.unknown(node, WHY.expression);
    }
  }

  /** The elements, those of `*others` too. */
  list(node) {
    return children(node).flatMap((element) => {
      const value = this.of(element);
      return element.prevSibling?.name === "*" && Array.isArray(value) ? value : [value];
    });
  }

  dictionary(node) {
    const made = {};
    const parts = inner(node);
    for (let at = 0; at < parts.length; at++) {
      if (parts[at].name === "**" && parts[at + 1]) this.spread(parts[++at], made, []);
      else if (parts[at + 1]?.name === ":" && parts[at + 2]) {
        put(made, String(this.of(parts[at])), this.of(parts[at + 2]));
        at += 2;
      }
    }
    return made;
  }

  variable(node) {
    return this.names.get(this.text(node)) ?? this.unknown(node, WHY.variable);
  }

  /** `members["Name"]` of an object in the text. */
  member(node) {
    const [object, key] = children(node);
    const value = object?.name === "VariableName" ? this.names.get(this.text(object)) : undefined;
    const name = key?.name === "String" || key?.name === "Number" ? this.of(key) : undefined;
    const found = value && typeof value === "object" && name !== undefined && Object.hasOwn(value, name) ? value[name] : undefined;
    return found ?? this.unknown(node, WHY.variable);
  }

  /** Texts that are joined by `+`. */
  sum(node) {
    const [left, operator, right] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
    if (operator && this.text(operator) === "+") {
      const [one, other] = [this.of(left), this.of(right)];
      if (typeof one === "string" && typeof other === "string") return one + other;
      if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
    }
    const listed = operator && this.text(operator) === "|";
    return this.unknown(node, listed ? WHY.choice : WHY.expression);
  }

  call(node) {
    const [callee, args] = children(node);
    const name = callee ? this.text(callee) : "";
    const first = args && children(args)[0];
    if (first && /^(json\.)?dumps$/.test(name)) {
      const value = this.of(first);
      if (typeof value === "object") return JSON.stringify(value);
    }
    if (first && ["str", "list", "set", "tuple"].includes(name)) {
      const value = this.of(first);
      if (typeof value === "string" || typeof value === "number" || Array.isArray(value)) return name === "str" && !Array.isArray(value) ? String(value) : value;
    }
    if (name === "dict" && args) return this.keywords(args).members;
    return this.unknown(node, WHY.expression);
  }

  format(node) {
    const text = this.text(node);
    const [, prefix, quote] = /^([A-Za-z]*)("""|'''|"|')/.exec(text) ?? [];
    if (!quote) return this.unknown(node, WHY.expression);
    let made = "";
    let at = node.from + prefix.length + quote.length;
    const end = Math.max(at, node.to - quote.length);
    const literal = (from, to) => unescaped(this.source.slice(from, to)).replaceAll("{{", "{").replaceAll("}}", "}");
    for (const part of children(node).filter(({ name }) => name === "FormatReplacement")) {
      const inside = children(part);
      made += literal(at, part.from);
      const value = inside.length === 1 ? this.of(inside[0]) : undefined;
      made += typeof value === "string" || typeof value === "number" ? value : this.unknown(part, WHY.variable);
      at = part.to;
    }
    return made + literal(at, end);
  }
}

function inner(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!["(", ")", "{", "}", ",", "Comment"].includes(child.name)) found.push(child);
  return found;
}

function string(text) {
  const [, prefix, quote] = /^([A-Za-z]*)("""|'''|"|')/.exec(text) ?? [];
  if (!quote) return text;
  const content = text.slice(prefix.length + quote.length, text.endsWith(quote) ? -quote.length : undefined);
  return /r/i.test(prefix) ? content : unescaped(content);
}
