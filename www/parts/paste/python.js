// boto3: `client.create_grant(GrantArn=…)`, with what the paste assigns before. Also commands of the AWS CLI as lists.
import { parser } from "@lezer/python";
import { LISTED } from "./argument-list.js";
import { addCall } from "./call.js";
import { allNames, operationsCalled, serviceOf } from "./catalogue.js";
import { chosen } from "./choose.js";
import { snake } from "./names.js";
import { Lines, put } from "./paste.js";
import { PythonLists } from "./python-lists.js";
import { PythonValues } from "./python-values.js";
import { Scope, children, legible } from "./syntax.js";

const METHODS = new Set(allNames(snake));
const MENTIONED = new RegExp(`\\b(?:${[...METHODS].join("|")})\\b`);
const BRANCHES = new Set(["IfStatement", "WhileStatement", "ForStatement", "TryStatement", "MatchStatement"]);

/** Adds the calls of Python code. @param {import("./paste.js").Paste} paste */
export function readPython(paste) {
  if (!MENTIONED.test(paste.text) && !LISTED.test(paste.text)) return;
  const source = legible(pythonOf(paste.text));
  new Reader(paste, source).read(parser.parse(source));
}

/** The code without the prompts of the interpreter, with straight quotes. */
function pythonOf(text) {
  const straight = text.replace(/[\u00A0\u2007\u202F]/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/^\s*```.*$/gm, "");
  if (/^>>> /m.test(straight)) {
    return straight.split("\n").map((line) => (/^(>>>|\.\.\.)( |$)/.test(line) ? line.slice(4) : "")).join("\n");
  }
  const notebook = straight.replace(/^(In )?\[\d+\]:\s?/gm, "");
  const indent = /^[ \t]+(?=\S)/.exec(notebook)?.[0];
  return indent && notebook.split("\n").every((line) => !line.trim() || line.startsWith(indent)) ? notebook.split("\n").map((line) => line.slice(indent.length)).join("\n") : notebook;
}

class Reader {
  constructor(paste, source) {
    Object.assign(this, { paste, source, lines: new Lines(source), scope: new Scope(), clients: new Map(), paginators: new Map() });
    this.values = new PythonValues(paste, source, this.scope);
    this.lists = new PythonLists(this);
  }

  read(tree) {
    let branches = 0;
    tree.iterate({
      enter: ({ node, name }) => {
        if (BRANCHES.has(name)) branches += 1;
        if (name === "ForStatement") for (const child of children(node)) if (child.name === "VariableName") this.scope.set(this.text(child), undefined);
        if (name === "ParamList") for (const child of children(node)) if (child.name === "VariableName") this.scope.set(this.text(child), undefined);
        if (name === "ArrayExpression" || name === "TupleExpression") this.lists.list(node);
        if (name === "CallExpression") this.call(node);
      },
      leave: ({ node, name }) => {
        if (BRANCHES.has(name)) branches -= 1;
        if (name === "AssignStatement") this.assign(node, branches > 0);
        if (name === "UpdateStatement") this.updated(node);
      },
    });
    this.lists.read();
  }

  text(node) {
    return this.source.slice(node.from, node.to);
  }

  assign(node, branch) {
    const [target, ...rest] = children(node).filter(({ name }) => name !== "TypeDef" && name !== "AssignOp");
    const value = rest.at(-1);
    if (!target || !value) return;
    if (target.name === "VariableName") {
      this.client(this.text(target), value);
      const known = this.values.of(value);
      this.scope.set(this.text(target), known, branch);
      this.lists.assign(this.text(target), value, known);
    } else if (target.name === "MemberExpression") {
      const [object, key] = children(target);
      if (key?.name === "PropertyName") this.client(this.text(target), value);
      const members = object && key?.name === "String" ? this.scope.copy(this.text(object)) : null;
      if (!members) return;
      put(members, this.values.of(key), this.values.of(value));
      this.scope.set(this.text(object), members);
    }
  }

  /** `words += […]` */
  updated(node) {
    const [target, , value] = children(node);
    if (target && value) this.lists.extend(this.text(target), this.values.of(value));
  }

  /** Remembers a client or a paginator under its variable. */
  client(variable, value) {
    const text = this.text(value).slice(0, 400);
    const made = /\b(?:client|resource)\(\s*(?:service_name\s*=\s*)?["']([\w-]+)["']/.exec(text);
    if (made) this.clients.set(variable, { service: serviceOf(made[1]), region: /region_name\s*=\s*["']([\w-]+)["']/.exec(text)?.[1] ?? null });
    const paginator = /^([\w.]+)\.get_paginator\(\s*["'](\w+)["']\s*\)$/.exec(text);
    if (paginator) this.paginators.set(variable, { client: paginator[1], method: paginator[2] });
  }

  call(node) {
    const [callee, args] = children(node);
    if (args?.name !== "ArgList") return;
    this.lists.call(args);
    if (callee?.name !== "MemberExpression") return;
    const parts = children(callee);
    let method = this.text(parts.at(-1));
    if (method === "extend" || method === "append") return this.extended(parts[0], method, children(args)[0]);
    let client = this.text(parts[0]).slice(0, 200);
    if (method === "update") return this.update(parts[0], args);
    if (method === "paginate") {
      const chained = /^([\w.]+)\.get_paginator\(\s*["'](\w+)["']\s*\)$/.exec(client);
      ({ client, method } = this.paginators.get(client) ?? { client: chained?.[1] ?? client, method: chained?.[2] ?? method });
    }
    const operations = METHODS.has(method) ? operationsCalled(method) : [];
    if (!operations.length) return;
    const line = this.lines.at(parts.at(-1).from);
    const inline = /\bclient\(\s*["']([\w-]+)["']/.exec(client);
    const known = this.clients.get(client) ?? (inline ? { service: serviceOf(inline[1]) } : undefined);
    const { members, notes } = this.values.keywords(args);
    const operation = chosen(this.paste, operations, { method, service: known?.service, client, members, line });
    if (operation) addCall(this.paste, { kind: "boto3", operation, members, line, notes, region: known?.region });
  }

  /** `words.extend([…])`, `words.append(…)` */
  extended(object, method, argument) {
    if (!argument) return;
    const value = this.values.of(argument);
    this.lists.extend(this.text(object), method === "append" ? [value] : value);
  }

  /** `members.update(…)` */
  update(object, args) {
    const members = this.scope.copy(this.text(object));
    if (!members) return;
    const [first] = children(args);
    const added = first?.name === "DictionaryExpression" || (first?.name === "VariableName" && children(args).length === 1) ? this.values.of(first) : this.values.keywords(args).members;
    for (const [name, value] of Object.entries(added && typeof added === "object" ? added : {})) put(members, name, value);
    this.scope.set(this.text(object), members);
  }
}
