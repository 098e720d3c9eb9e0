// Fits the members that a reader found to the shape of an operation's input: names, types, and which values are not known.
import { camel, similar } from "./names.js";
import { either, isObject, put, quoted } from "./paste.js";
import { placeholder } from "./placeholder.js";
import { readJson } from "./json-text.js";

/**
 * @param {import("./paste.js").Paste} paste
 * @param {import("./catalogue.js").Operation} operation
 * @param {object} members what the reader found
 * @param {boolean} loose whether another spelling of a name and another type of a value are usual for this kind of text
 * @returns {{ input: object, unknown: { path: string, text: string, why: string }[], notes: string[] }}
 */
export function fit(paste, operation, members, loose = false) {
  const fitter = new Fitter(paste, operation, loose);
  const input = fitter.structure(operation.input, members, "") ?? {};
  return { input, unknown: fitter.unknown, notes: [...fitter.notes] };
}

/** The member of a structure that this name means, whatever its capitals are, or undefined. */
export function memberNamed(shape, name) {
  const members = shape.members ?? {};
  if (Object.hasOwn(members, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(members).find((member) => member.toLowerCase() === lower);
}

class Fitter {
  constructor(paste, operation, loose) {
    Object.assign(this, { paste, operation, loose, unknown: [], notes: new Set() });
  }

  /** A value of this shape, or undefined if it is left out. */
  value(shape, raw, path) {
    if (raw === null || raw === undefined) return undefined;
    const start = { structure: "{", list: "[" }[shape.type];
    const value = start ? parsed(raw, start) : raw;
    if (typeof value === "string" && this.isUnknown(value, path)) return undefined;
    switch (shape.type) {
      case "structure":
        return this.structure(shape, value, path);
      case "list":
        return this.list(shape, value, path);
      case "integer":
        return this.integer(value, path);
      case "boolean":
        return this.boolean(value, path);
      default:
        return this.text(shape, value, path);
    }
  }

  structure(shape, raw, path) {
    if (!isObject(raw)) return this.leaveOut(path, raw, "an object");
    const made = {};
    for (const [name, value] of Object.entries(raw)) {
      const member = memberNamed(shape, name);
      if (!member) {
        this.extra(shape, path, name);
        continue;
      }
      if (member !== name && !this.loose) this.notes.add(`${quoted(name)} was read as ${quoted(member)}, which is the member's name.`);
      const fitted = this.value(shape.members[member].shape, value, path ? `${path}.${member}` : member);
      if (fitted !== undefined) put(made, member, fitted);
    }
    return made;
  }

  list(shape, raw, path) {
    if (!Array.isArray(raw)) {
      if (!this.loose) this.notes.add(`${quoted(path)} is a list, so the single value was put into a list.`);
      raw = [raw];
    }
    const fitted = raw.map((element, place) => this.value(shape.element, element, `${path}[${place}]`));
    const known = fitted.filter((element) => element !== undefined);
    return known.length || !raw.length ? known : undefined;
  }

  integer(raw, path) {
    const number = typeof raw === "string" && /^\s*[-+]?\d+\s*$/.test(raw) ? Number(raw) : raw;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    return this.ask(path, raw, "This is not a whole number.");
  }

  boolean(raw, path) {
    if (typeof raw === "boolean") return raw;
    const word = String(raw).trim().toLowerCase();
    if (["true", "yes", "on", "1"].includes(word)) return true;
    if (["false", "no", "off", "0"].includes(word)) return false;
    return this.ask(path, raw, "This is neither `true` nor `false`.");
  }

  text(shape, raw, path) {
    if (typeof raw === "object") {
      const json = JSON.stringify(raw);
      if (this.isUnknown(json, path)) return undefined;
      if (!this.loose) this.notes.add(`${quoted(path)} is text, so the object was written as JSON.`);
      return json;
    }
    if (typeof raw !== "string" && !this.loose) this.notes.add(`${quoted(path)} is text, so ${quoted(raw)} was put in quotes.`);
    const text = String(raw);
    if (shape.values && !shape.values.includes(text)) {
      const near = shape.values.filter((value) => value.toLowerCase() === text.toLowerCase());
      const real = near.length ? near : similar(text, shape.values);
      this.notes.add(`${quoted(text)} is not a value of ${quoted(path.replace(/\[\d+\]$/, ""))}.${real.length ? ` The API has ${either(real)}.` : ""}`);
    }
    return text;
  }

  /** Whether a text is not known; then it is asked for. */
  isUnknown(text, path) {
    const why = this.paste.whyUnknown(text) ?? placeholder(text);
    if (why) this.ask(path, text, why);
    return why !== null;
  }

  ask(path, raw, why) {
    const text = this.paste.plain(typeof raw === "object" ? JSON.stringify(raw) : String(raw)).slice(0, 200);
    this.unknown.push({ path, text, why });
    return undefined;
  }

  leaveOut(path, raw, wanted) {
    const what = this.paste.plain(typeof raw === "object" ? "a list" : quoted(raw));
    this.notes.add(path ? `${quoted(path)} is ${wanted}, so ${what} was left out.` : `The members are no object: ${what}.`);
    return undefined;
  }

  extra(shape, path, name) {
    const near = similar(name, Object.keys(shape.members ?? {}));
    const place = path ? ` of ${quoted(this.operation.name)}` : "";
    const hint = near.length ? ` A similar member is ${either(near)}.` : "";
    this.notes.add(`${quoted(path || this.operation.name)}${place} has no member ${quoted(name)}, so it was left out.${hint}`);
  }
}

/** JSON in a text, where a structure or a list belongs. */
function parsed(raw, start) {
  if (typeof raw !== "string" || !raw.trimStart().startsWith(start)) return raw;
  return readJson(raw)?.value ?? raw;
}

/** How many of these members the operation has. @param {import("./catalogue.js").Operation} operation @param {string[]} names */
export function membersInCommon(operation, names) {
  const own = Object.keys(operation.input.members ?? {});
  return names.filter((name) => own.includes(name) || own.some((member) => camel(member) === name)).length;
}
