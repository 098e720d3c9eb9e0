// AWS CLI commands: `aws license-manager …` and `aws ram …`.
import { addCall } from "./call.js";
import { commandsOf, notSimulated, operationOfCommand, otherOperation, serviceOf } from "./catalogue.js";
import { globalOptions, optionNamed, optionsOf } from "./cli-options.js";
import { cliValue } from "./cli-values.js";
import { similar } from "./names.js";
import { either, isObject, put, quoted } from "./paste.js";
import { readJson } from "./json-text.js";
import { readYaml } from "./template-yaml.js";

/** The AWS CLI, by the name of its file. */
export const PROGRAM = /^(?:.*[\\/])?aws2?(?:\.exe|\.cmd)?$|^awslocal$/;

/**
 * Adds the call of a command, or says why it is none. Words that are no AWS CLI command are passed over.
 * @param {import("./paste.js").Paste} paste
 * @param {import("./shell.js").ShellCommand} command
 * @returns {boolean} whether the command is one of the AWS CLI
 */
export function readCommand(paste, command) {
  const place = command.words.findIndex((word) => PROGRAM.test(word));
  if (place < 0) return false;
  const parsed = new Arguments(command.words.slice(place + 1));
  const globals = parsed.options(globalOptions());
  const [service, name] = parsed.names;
  if (place > 0 && !(serviceOf(service ?? "") && /^[a-z-]+$/.test(name ?? ""))) return false;
  const operation = operationOf(paste, service, name, place);
  if (!operation) return true;
  const region = globals.get("region")?.[0] ?? command.region;
  new Call(paste, operation, command, name).add(parsed.rest, region, globals);
  return true;
}

/** The operation that a command names, or undefined after a sentence about it. */
function operationOf(paste, service, name, place) {
  if (!service || name === "help" || service === "help") return undefined;
  const operation = operationOfCommand(service, name ?? "");
  if (operation) return operation;
  const spoken = ["aws", service, name ?? ""].join(" ").trim();
  if (!["license-manager", "ram"].includes(service)) {
    if (place > 0 || !/^[a-z][a-z0-9-]*$/.test(service)) return undefined;
    const near = serviceOf(service) ?? similar(service, ["license-manager"])[0] ?? (/^ram\b/.test(service) ? "ram" : null);
    paste.problem(near ? `${quoted(spoken)} is not a command of License Manager or RAM. The AWS CLI calls the service ${quoted(near)}.` : `${quoted(spoken)} belongs to another service. The simulator has License Manager and RAM.`);
    return undefined;
  }
  const other = service === "license-manager" ? otherOperation(name ?? "") : undefined;
  if (other) paste.problem(notSimulated(other));
  else paste.problem(`The AWS CLI has no command ${quoted(spoken)}.${hint(similar(name ?? "", commandsOf(service)), "command")}`);
  return undefined;
}

const hint = (names, what) => (names.length ? ` A similar ${what} is ${either(names)}.` : "");

/** The words behind `aws`: the names of service and command, and the options with their values. */
class Arguments {
  constructor(words) {
    this.words = words;
    this.names = [];
    this.rest = [];
  }

  /** Takes the names and the options of every command; the other words stay in `rest`. */
  options(options) {
    const found = new Map();
    for (let at = 0; at < this.words.length; at++) {
      const [, name, value] = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(this.words[at]) ?? [];
      const known = name === "version" && this.names.length === 2 ? undefined : name && options.get(name);
      const option = known ?? (name && this.names.length < 2 ? optionNamed(options, name) : undefined);
      if (option) found.set(option.name, option.value ? [value ?? this.words[++at] ?? ""] : []);
      else if (this.names.length < 2 && !this.words[at].startsWith("-")) this.names.push(this.words[at]);
      else this.rest.push(this.words[at]);
    }
    return found;
  }
}

class Call {
  constructor(paste, operation, command, name) {
    Object.assign(this, { paste, operation, command, name, members: {}, notes: [], unknown: [] });
    this.options = optionsOf(operation);
  }

  add(words, region, globals) {
    for (let at = 0; at < words.length; ) {
      const [, name, value] = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(words[at]) ?? [];
      at += 1;
      if (name === undefined) {
        this.notes.push(`${quoted(words[at - 1])} belongs to no option, so it was left out.`);
        continue;
      }
      const values = value === undefined ? [] : [value];
      while (at < words.length && !/^--[A-Za-z]/.test(words[at])) values.push(words[at++]);
      this.option(name, values);
    }
    if (this.options.skeleton) return;
    const profile = globals.get("profile")?.[0];
    if (profile) this.notes.push(`The profile ${quoted(profile)} names credentials that are not in the text. Choose the account that sends the request.`);
    const { paste, operation, command, members, notes, unknown } = this;
    addCall(paste, { kind: "AWS CLI", operation, members, line: command.line, region, notes, unknown });
  }

  option(name, values) {
    const option = this.renamed(name) ?? optionNamed(this.options, name);
    if (!option) {
      const known = [...this.options.values()].filter(({ member }) => member).map(({ name: real }) => real);
      const near = similar(name, known).map((real) => `--${real}`);
      this.paste.problem(`${quoted(this.name)} has no option ${quoted(`--${name}`)}, so it was left out.${hint(near, "option")}`);
    } else if (option.name === "generate-cli-skeleton") {
      this.options.skeleton = true;
      this.paste.problem("A command with `--generate-cli-skeleton` prints an example and sends no request.");
    } else if (option.name.startsWith("cli-input-")) {
      this.wholeInput(option.name, values.join(" "));
    } else if (option.page) {
      this.notes.push(option.page);
    } else if (option.member && !option.value) {
      this.flag(option, values);
    } else if (option.member) {
      const given = Object.hasOwn(this.given ??= {}, option.member);
      if (given) this.notes.push(`${quoted(`--${option.name}`)} is given twice. The last one counts.`);
      put(this.given, option.member, true);
      put(this.members, option.member, cliValue(this, option, values));
    }
  }

  /** People write `--version` for the version of a grant or a license. */
  renamed(name) {
    const option = name === "version" ? [...this.options.values()].find(({ name: real, member }) => member === "Version" && real !== "version") : undefined;
    if (option) this.notes.push(`${quoted("--version")} belongs to the AWS CLI itself, so it was read as ${quoted(`--${option.name}`)}.`);
    return option;
  }

  /** An option without a value. People write `--option false` although the AWS CLI refuses it. */
  flag(option, values) {
    const [word] = values;
    const given = word === undefined ? true : /^(true|false)$/i.test(word) ? word.toLowerCase() === "true" : word;
    if (typeof given === "string" || values.length > 1) this.notes.push(`${quoted(values.join(" "))} belongs to no option, so it was left out.`);
    else if (word !== undefined) this.notes.push(`The AWS CLI has ${quoted(`--${option.name}`)} without a value, and ${quoted(`--no-${option.name.replace(/^no-/, "")}`)} for the opposite.`);
    put(this.members, option.member, option.set === (given !== false));
  }

  /** The whole input as JSON. Options that are given beside it count more. */
  wholeInput(name, text) {
    const content = this.file(text);
    if (content === null) return;
    const input = readJson(content)?.value ?? (name.endsWith("yaml") ? readYaml(content) : undefined);
    if (!isObject(input)) {
      this.notes.push(`The value of ${quoted(`--${name}`)} is not an object, so it was left out.`);
      return;
    }
    for (const [member, value] of Object.entries(input)) {
      if (!Object.hasOwn(this.given ?? {}, member)) put(this.members, member, value);
    }
  }

  /** The content of `file://…` if the paste writes that file; null after a note if it does not. */
  file(text) {
    const [, path] = /^fileb?:\/\/(.*)$/.exec(text) ?? [];
    if (path === undefined) return text;
    const content = this.command.files.get(path) ?? this.command.files.get(path.replace(/^\.\//, ""));
    if (content === undefined) this.notes.push(`The file ${quoted(path)} is not in the text. Paste what is in it.`);
    return content ?? null;
  }
}
