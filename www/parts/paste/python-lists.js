// Commands of the AWS CLI as lists in Python: written in a call, or put together in a variable before one.
import { isCommand, readWords } from "./argument-list.js";
import { children } from "./syntax.js";

const BEGINS = /^[[(]?\s*["'][^"']{0,90}aws/;

export class PythonLists {
  constructor({ paste, source, values, scope, lines }) {
    Object.assign(this, { paste, source, values, scope, lines });
    /** The lists that were found, by the place where they begin. */
    this.found = new Map();
    /** The places where the lists in variables begin. */
    this.variables = new Map();
  }

  /** A list or a tuple, also one that begins with the words of a variable: `[*name, …]`. */
  list(node) {
    const start = this.source.slice(node.from, node.from + 120);
    const [, variable] = /^[[(]\s*\*\s*(\w+)/.exec(start) ?? [];
    if (BEGINS.test(start) || this.variables.has(variable)) this.add(node, this.values.of(node));
    this.found.delete(this.variables.get(variable));
  }

  /** A variable gets a value, which may contain lists that were found before. */
  assign(name, node, value) {
    this.variables.delete(name);
    this.without(node);
    if (this.add(node, value)) this.variables.set(name, node.from);
  }

  /** `name += […]`, `name.extend([…])` and `name.append(…)` */
  extend(name, words) {
    const place = this.variables.get(name);
    if (place === undefined || !Array.isArray(words)) return;
    const longer = [...this.scope.get(name), ...words];
    this.scope.set(name, longer);
    this.found.get(place).words = longer;
  }

  /** A call: `run(name + […])`, or `create_subprocess_exec("aws", "ram", …)`. */
  call(args) {
    const given = children(args).slice(0, 60);
    if (given[0]?.name === "String" && BEGINS.test(this.source.slice(given[0].from, given[0].from + 120))) {
      const end = given.findIndex(({ name, nextSibling }) => nextSibling?.name === "AssignOp" || /^(Array|Dictionary|Set)Expression$/.test(name));
      this.add(given[0], (end < 0 ? given : given.slice(0, end)).map((node) => this.values.of(node)));
    }
    for (const node of given.filter(({ name }) => name === "BinaryExpression")) {
      const words = this.values.of(node);
      if (!isCommand(words)) continue;
      this.without(node);
      this.found.delete(this.variables.get(this.source.slice(node.from, node.to).match(/^\w+/)?.[0]));
      this.add(node, words);
    }
  }

  add(node, words) {
    if (!isCommand(words)) return false;
    this.found.set(node.from, { words, line: this.lines.at(node.from + this.source.slice(node.from, node.to).search(/["'\w]/)) });
    return true;
  }

  /** Forgets the lists that are parts of a larger one. */
  without({ from, to }) {
    for (const place of this.found.keys()) if (place >= from && place < to) this.found.delete(place);
  }

  /** Adds the calls. */
  read() {
    for (const { words, line } of this.found.values()) readWords(this.paste, "Python", words, line);
  }
}
