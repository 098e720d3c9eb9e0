// The values of Terraform's expressions; what only Terraform knows becomes a mark.
import { WHY, isObject, put } from "./paste.js";
import { below } from "./terraform-names.js";
import { children } from "./syntax.js";
import { Values } from "./values.js";


/** @typedef {{ root: (path: string[], text: string) => unknown }} Names `root`: the value of a name, or undefined */

export class HclValues extends Values {
  value(node) {
    const [first, ...rest] = children(node);
    switch (node.name) {
      case "Expression":
        if (!first) return node.firstChild?.name === "(" ? this.unknown(node, WHY.expression) : null;
        return rest.length || first.name === "VariableExpr" ? this.path(node, first, rest) : this.of(first);
      case "LiteralValue":
      case "TemplateExpr":
      case "CollectionValue":
        return first ? this.of(first) : null;
      case "StringLit":
      case "QuotedTemplate":
        return this.template(node);
      case "HeredocTemplate":
        return this.heredoc(node);
      case "NumericLit":
        return Number(this.text(node));
      case "BoolLit":
        return this.text(node) === "true";
      case "NullLit":
        return null;
      case "Tuple":
        return children(node).filter(({ name }) => name === "Expression").map((element) => this.of(element));
      case "Object":
        return this.object(node);
      case "FunctionCall":
        return this.call(node);
      case "Conditional":
        return this.conditional(node);
      case "Operation": {
        const text = this.text(node);
        return /^-\s*\d+(\.\d+)?$/.test(text) ? Number(text.replace(/\s/g, "")) : this.unknown(node, WHY.expression);
      }
      default:
        return this.unknown(node, WHY.expression);
    }
  }

  /** `var.name`, `each.value["key"]`, `aws_ram_resource_share.main.arn`, `["a", "b"][count.index]` */
  path(node, first, rest) {
    const text = this.text(node);
    if (text === "known_after_apply") return this.paste.mark("(known after apply)", WHY.afterApply);
    if (text === "sensitive_value") return this.paste.mark("(sensitive value)", WHY.sensitive);
    const steps = rest.map((step) => this.step(step));
    if (steps.includes(undefined)) return this.unknown(node, WHY.expression);
    const found = first.name === "VariableExpr" ? this.names.root([this.text(first), ...steps], text) : below(this.of(first), steps);
    return found ?? this.unknown(node, WHY.variable);
  }

  /** The name or the number that a part of a path stands for, or undefined. */
  step(node) {
    if (node.name === "GetAttr" || node.name === "LegacyIndex") return this.text(node).replace(/^\.\s*/, "");
    const inside = node.name === "Index" ? node.firstChild?.getChild("Expression") : null;
    const value = inside ? this.of(inside) : undefined;
    return ["string", "number"].includes(typeof value) && !this.paste.whyUnknown(String(value)) ? String(value) : undefined;
  }

  object(node) {
    const made = {};
    for (const element of node.getChildren("ObjectElem")) {
      const [key, value] = [element.getChild("ObjectKey"), element.getChild("Expression")];
      if (!key || !value) continue;
      const text = this.text(key).trim();
      const name = /^[\w-]+$/.test(text) ? text : this.of(key.getChild("Expression") ?? key);
      if (typeof name === "string" || typeof name === "number") put(made, String(name), this.of(value));
    }
    return made;
  }

  conditional(node) {
    const [condition, yes, no] = node.getChildren("Expression");
    const value = condition ? this.of(condition) : undefined;
    return typeof value === "boolean" && yes && no ? this.of(value ? yes : no) : this.unknown(node, WHY.expression);
  }

  call(node) {
    const name = this.text(node.getChild("FunctionName") ?? node);
    const given = node.getChild("FunctionArguments")?.getChildren("Expression") ?? [];
    const values = given.map((argument) => this.of(argument));
    const [first] = values;
    switch (name) {
      case "toset":
        return Array.isArray(first) ? [...new Set(first)] : first ?? [];
      case "tolist":
      case "set":
      case "list":
      case "tomap":
      case "tostring":
      case "nonsensitive":
      case "sensitive":
        return first ?? this.unknown(node, WHY.expression);
      case "jsonencode":
        return typeof first === "object" ? JSON.stringify(first) : this.unknown(node, WHY.expression);
      case "concat":
      case "flatten":
        if (values.every(Array.isArray)) return values.flat(name === "flatten" ? 3 : 1);
        break;
      case "merge":
        if (values.every(isObject)) return Object.assign({}, ...values);
        break;
      case "keys":
      case "values":
        if (isObject(first)) return Object[name](first);
        break;
      case "length":
        if (Array.isArray(first) || isObject(first)) return Object.keys(first).length;
        break;
      case "join":
        if (typeof first === "string" && Array.isArray(values[1])) return values[1].join(first);
        break;
      case "lower":
      case "upper":
        if (typeof first === "string" && !this.paste.whyUnknown(first)) return name === "lower" ? first.toLowerCase() : first.toUpperCase();
        break;
      default:
    }
    return this.unknown(node, WHY.expression);
  }

  template(node) {
    const text = this.text(node);
    if (text.includes("\n") && !text.includes("${")) return this.paste.mark(text.split("\n")[0], "The quotation mark before this value is never closed, so its end is not known.");
    return this.parts(node, node.from + 1, Math.max(node.from + 1, node.to - 1)).replace(ESCAPE, meaning);
  }

  heredoc(node) {
    const [begin, end] = [node.getChild("HeredocIdentifier"), node.getChildren("HeredocIdentifier")[1]];
    if (!begin) return this.unknown(node, WHY.expression);
    const text = this.parts(node, begin.to, end?.from ?? node.to).replace(/^[ \t]*\n/, "").replace(/\n?[ \t]*$/, "\n");
    if (!this.text(node).startsWith("<<-")) return text;
    const indents = text.split("\n").filter((line) => line.trim()).map((line) => /^ */.exec(line)[0].length);
    const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
    return text.split("\n").map((line) => line.slice(Math.min(indent, /^ */.exec(line)[0].length))).join("\n");
  }

  /** A text with its interpolations. */
  parts(node, from, to) {
    let made = "";
    let at = from;
    const literal = (start, end) => this.source.slice(start, end).replaceAll("$${", "${").replaceAll("%%{", "%{");
    for (const part of children(node).filter(({ name }) => name === "TemplateInterpolation" || name === "TemplateDirective")) {
      const inside = part.name === "TemplateInterpolation" ? part.getChild("Expression") : null;
      const value = inside ? this.of(inside) : undefined;
      made += literal(at, part.from) + (["string", "number", "boolean"].includes(typeof value) ? value : this.unknown(part, WHY.expression));
      at = part.to;
    }
    return made + literal(at, Math.max(at, to));
  }
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(["\\nrt]))/g;

/** The character that an escape in a string means. */
function meaning(all, short, long, letter) {
  if (letter) return { n: "\n", r: "\r", t: "\t" }[letter] ?? letter;
  const code = Number.parseInt(short ?? long, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
