// The functions of CloudFormation: those whose result is in the template are replaced, the others become marks.
import { WHY, isObject, own, put, quoted } from "./paste.js";

const DEPTH = 60;

export class Intrinsics {
  /** @param {import("./paste.js").Paste} paste @param {object} template @param {Set<string>} resources the names of its resources */
  constructor(paste, template, resources) {
    Object.assign(this, { paste, resources, parameters: own(template, "Parameters") ?? {} });
  }

  /** A value with its functions replaced. @param {unknown} raw @param {string[]} notes */
  value(raw, notes, depth = 0) {
    if (depth > DEPTH) return this.paste.mark("…", WHY.expression);
    if (Array.isArray(raw)) return raw.map((element) => this.value(element, notes, depth + 1)).filter((element) => element !== undefined);
    if (!isObject(raw)) return raw;
    const [name, ...others] = Object.keys(raw);
    if (name !== undefined && !others.length && (name === "Ref" || name.startsWith("Fn::"))) return this.call(name, raw[name], notes, depth + 1);
    const made = {};
    for (const [member, value] of Object.entries(raw)) {
      const resolved = this.value(value, notes, depth + 1);
      if (resolved !== undefined) put(made, member, resolved);
    }
    return made;
  }

  call(name, argument, notes, depth) {
    if (name === "Fn::Ref") notes.push("CloudFormation has no function `Fn::Ref`. It was read as `Ref`.");
    if ((name === "Ref" || name === "Fn::Ref") && typeof argument === "string") return this.reference(argument, `!Ref ${argument}`, notes);
    if (name === "Fn::Sub") return this.substitute(argument, notes, depth);
    if (name === "Fn::Join" && Array.isArray(argument) && Array.isArray(argument[1])) {
      return argument[1].map((part) => String(this.value(part, notes, depth))).join(String(argument[0]));
    }
    if (name === "Fn::GetAtt") {
      const path = Array.isArray(argument) ? argument.map(String).join(".") : String(argument);
      return this.paste.mark(`!GetAtt ${path}`, this.created(path.split(".")[0]));
    }
    return this.paste.mark(`!${name.slice(4)} ${typeof argument === "string" ? argument : JSON.stringify(argument)}`, "CloudFormation computes this value, so it is not known.");
  }

  /** A parameter by its default, or a resource. */
  reference(name, text, notes) {
    if (name === "AWS::NoValue") return undefined;
    if (name === "AWS::Partition") return "aws";
    if (name.startsWith("AWS::")) return this.paste.mark(text, "This depends on the stack that creates the resource.");
    const standard = own(own(this.parameters, name), "Default");
    if (standard !== undefined && typeof standard !== "object") {
      notes.push(`The parameter ${quoted(name)} has its default ${quoted(standard)}.`);
      return /CommaDelimited|^List</.test(String(own(this.parameters[name], "Type"))) ? String(standard).split(",").map((part) => part.trim()) : standard;
    }
    return this.paste.mark(text, this.resources.has(name) ? this.created(name) : "This is a parameter of the stack, so its value is not known.");
  }

  created(name) {
    return `This belongs to ${quoted(name)}, so it is known when that resource has been created.`;
  }

  substitute(argument, notes, depth) {
    const [text, names] = Array.isArray(argument) ? argument : [argument, {}];
    return String(text).replace(/\$\{(!?)([^{}]{1,200})\}/g, (all, literal, name) => {
      if (literal) return `\${${name}}`;
      const own = isObject(names) && Object.hasOwn(names, name) ? this.value(names[name], notes, depth) : undefined;
      const value = own ?? (name.includes(".") ? this.paste.mark(all, this.created(name.split(".")[0])) : this.reference(name, all, notes));
      return typeof value === "object" ? this.paste.mark(all, WHY.expression) : String(value ?? "");
    });
  }
}
