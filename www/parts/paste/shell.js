// The commands of a script with the values of their words: variables that the paste sets are replaced, others become marks.
import { forEachChild, parse } from "unbash";
import { Lines, WHY } from "./paste.js";
import { withPlaceholders } from "./shell-text.js";

const DEPTH = 80;
const BRANCHES = new Set(["If", "While", "Case", "For", "Select", "ArithmeticFor"]);

/** @typedef {{ words: string[], line: number, at: number, region: string | null, files: Map<string, string> }} ShellCommand */

/**
 * All commands of a script, those in substitutions too.
 * @param {import("./paste.js").Paste} paste
 * @param {string} script
 * @returns {ShellCommand[]}
 */
export function commandsOfScript(paste, script) {
  const walk = new Walk(paste, script);
  const tree = parse(script);
  walk.open = tree.errors?.find(({ message }) => /unterminated .*quote/.test(message))?.pos ?? Number.NaN;
  walk.visit(tree, 0, false);
  return walk.found;
}

class Walk {
  constructor(paste, script) {
    Object.assign(this, { paste, script, lines: new Lines(script), found: [], variables: new Map(), files: new Map() });
  }

  visit(node, depth, branch) {
    if (depth > DEPTH) return;
    if (node.type === "For") this.loop(node);
    const inBranch = branch || BRANCHES.has(node.type);
    forEachChild(node, (child) => this.visit(child, depth + 1, inBranch));
    if (node.type === "Command") this.command(node, branch);
  }

  command(node, branch) {
    const assignments = [...node.prefix, ...node.suffix].filter((part) => part.type === "Assignment");
    const args = node.args.filter((part) => part.type === "Word");
    const words = [...(node.name ? [node.name] : []), ...args].map((word) => this.word(word));
    const [name] = words;
    const text = (word) => (word ? this.script.slice(word.pos, word.end) : "");
    const own = new Map();
    for (const { name: variable, value } of assignments) {
      const set = value.type === "Word" ? this.word(value) : null;
      own.set(variable, set);
      if (!node.name || ["export", "declare", "local", "readonly", "typeset"].includes(name)) this.set(variable, set, branch);
    }
    const variable = /^\$(\w+)$/.exec(text(node.name))?.[1];
    if (variable && words[1] === "=") {
      this.set(variable, words.length === 3 ? words[2] : null, branch);
      words.splice(0, 2);
    } else if (name === "read") {
      for (const word of words.slice(1).filter((word) => /^[A-Za-z_]\w*$/.test(word))) this.set(word, null, false);
    } else if (name === "set" && words.length > 1) {
      const [, key, value] = /^"?([A-Za-z_]\w*)=(.*)$/.exec(words.slice(1).join(" ")) ?? [];
      if (key) this.set(key, value, branch);
    }
    this.write(node, words);
    if (words.length) this.found.push({ words, line: this.lines.at(node.pos), at: (node.name ?? node).pos, region: this.region(own), files: this.files });
  }

  /** The Region that the environment of a command names. */
  region(own) {
    const names = ["AWS_REGION", "AWS_DEFAULT_REGION", "env_AWS_REGION", "env_AWS_DEFAULT_REGION"];
    return names.map((name) => own.get(name) ?? this.variables.get(name)).find((value) => typeof value === "string") ?? null;
  }

  /** Remembers a file that `cat` or `echo` writes. */
  write(node, [name, ...words]) {
    const target = node.redirects.find(({ type, operator }) => type === "Redirect" && operator === ">")?.target;
    const file = target ? this.word(target) : name === "tee" ? words[0] : null;
    if (!file) return;
    const document = node.redirects.find(({ type }) => type === "HereDoc");
    if (document) this.files.set(file, this.document(document));
    else if (name === "echo" || name === "printf") this.files.set(file, words.filter((word) => !/^-[ne]+$/.test(word)).join(" "));
  }

  /** The variable of a loop is known only if the loop has one turn. */
  loop({ name, wordlist }) {
    const value = wordlist?.length === 1 ? this.word(wordlist[0]) : null;
    this.set(name.value, value === null || this.paste.whyUnknown(value) ? null : value, false);
  }

  /** A variable's value; null if it is not known. A value that only one branch sets is not known. */
  set(name, value, branch) {
    if (typeof name !== "string") return;
    this.variables.set(name, branch && this.variables.has(name) ? null : value);
  }

  word(word) {
    if (word.pos <= this.open && this.open <= word.end) {
      this.paste.problem(`A quotation mark on line ${this.lines.at(word.pos)} is never closed.`);
      return this.unknown(word.text.split("\n")[0], "The quotation mark before this value is never closed, so its end is not known.");
    }
    return withPlaceholders(word.parts ? this.parts(word.parts) : word.value);
  }

  document({ body }) {
    return withPlaceholders(body.parts ? this.parts(body.parts) : body.text);
  }

  parts(parts) {
    return parts.map((part) => this.part(part)).join("");
  }

  part(part) {
    switch (part.type) {
      case "Literal":
      case "SingleQuoted":
      case "AnsiCQuoted":
        return part.value;
      case "DoubleQuoted":
      case "LocaleString":
        return this.parts(part.parts);
      case "Glob":
        return part.parts ? `[${this.parts(part.parts)}]` : part.value;
      case "SimpleExpansion":
        return this.variable(part.text.slice(1), part.text);
      case "ParameterExpansion":
        return part.operation || part.prefix || part.index ? this.unknown(part.text, WHY.shellVariable) : this.variable(part.parameter, part.text);
      case "CommandExpansion":
        return this.output(part);
      case "BraceExpansion":
        return part.text.replace(/\$\{?(\w+)\}?/g, (text, name) => this.variable(name, text));
      default:
        return part.text.startsWith("$") || part.text.startsWith("<(") ? this.unknown(part.text, WHY.expression) : part.text;
    }
  }

  variable(name, text) {
    const value = this.variables.get(name);
    return typeof value === "string" ? value : this.unknown(text.replace(/^\$env_/, "$env:"), WHY.shellVariable);
  }

  /** The output of a command: known only if it prints a here-document or a file of the paste. */
  output(part) {
    const statements = part.script?.commands ?? [];
    const command = statements.length === 1 ? statements[0].command : null;
    if (command?.type === "Command" && command.name?.value === "cat") {
      const document = command.redirects.find(({ type }) => type === "HereDoc");
      if (document) return this.document(document).trimEnd();
      const file = command.args.length === 1 && command.args[0].type === "Word" ? this.files.get(this.word(command.args[0])) : undefined;
      if (file !== undefined) return file.trimEnd();
    }
    return this.unknown(part.text, WHY.command);
  }

  unknown(text, why) {
    return this.paste.mark(withPlaceholders(text), why);
  }
}
