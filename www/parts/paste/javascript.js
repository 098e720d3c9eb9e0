// The AWS SDK for JavaScript: `new CreateGrantCommand({…})` of version 3, `client.createGrant({…})` of version 2, `fetch(…)`, and
// commands of the AWS CLI as lists: `spawn("aws", […])`.
import { parser as plain } from "@lezer/javascript";
import { LISTED, isCommand, readWords } from "./argument-list.js";
import { addCall } from "./call.js";
import { allNames, operationsCalled, serviceOf } from "./catalogue.js";
import { chosen } from "./choose.js";
import { readRequest } from "./http-request.js";
import { JavaScriptValues } from "./javascript-values.js";
import { camel } from "./names.js";
import { Lines, isObject, own, put, quoted } from "./paste.js";
import { Scope, children, legible } from "./syntax.js";

const parser = plain.configure({ dialect: "ts" });
const METHODS = new Set(allNames(camel));
const MENTIONED = new RegExp(`\\bnew\\s+[\\w.$]*Command\\b|\\.(?:${[...METHODS].join("|")})\\b|\\bfetch\\s*\\(`);
const BRANCHES = new Set(["IfStatement", "WhileStatement", "ForStatement", "TryStatement", "SwitchStatement"]);

/** Adds the calls of JavaScript or TypeScript code. @param {import("./paste.js").Paste} paste */
export function readJavaScript(paste) {
  if (!MENTIONED.test(paste.text) && !LISTED.test(paste.text)) return;
  const source = legible(paste.text.replace(/[\u00A0\u2007\u202F]/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/^\s*```.*$/gm, ""));
  new Reader(paste, source).read(parser.parse(source));
}

class Reader {
  constructor(paste, source) {
    Object.assign(this, { paste, source, lines: new Lines(source), scope: new Scope(), clients: new Map(), imports: new Map(), regions: new Map() });
    this.values = new JavaScriptValues(paste, source, this.scope);
  }

  read(tree) {
    let branches = 0;
    tree.iterate({
      enter: ({ node, name }) => {
        if (BRANCHES.has(name)) branches += 1;
        if (name === "ImportDeclaration") this.imported(node);
        if (name === "ParamList") for (const child of children(node)) if (child.name === "VariableDefinition") this.scope.set(this.text(child), undefined);
        if (name === "NewExpression") this.made(node);
        if (name === "CallExpression") this.call(node);
      },
      leave: ({ node, name }) => {
        if (BRANCHES.has(name)) branches -= 1;
        if (name === "VariableDeclaration") this.declared(node);
        if (name === "AssignmentExpression") this.assigned(node, branches > 0);
      },
    });
  }

  text(node) {
    return this.source.slice(node.from, node.to);
  }

  /** Which package each imported name is from. */
  imported(node) {
    const [, from] = /from\s*["']([^"']+)["']/.exec(this.text(node)) ?? [];
    if (from) this.names(this.text(node).split(/\bfrom\b/)[0], from);
  }

  names(text, from) {
    for (const [name] of text.matchAll(/[\w$]+/g)) this.imports.set(name, from);
  }

  declared(node) {
    const parts = children(node);
    for (let at = 0; at < parts.length; at++) {
      const value = parts[at + 1]?.name === "Equals" ? parts[at + 2] : parts[at + 2]?.name === "Equals" ? parts[at + 3] : undefined;
      if (parts[at].name === "VariableDefinition" && value) {
        this.client(this.text(parts[at]), value);
        this.scope.set(this.text(parts[at]), this.values.of(value));
      } else if (parts[at].name === "ObjectPattern" && value) {
        const [, from] = /^(?:await\s+)?(?:require|import)\(\s*["']([^"']+)["']/.exec(this.text(value)) ?? [];
        if (from) this.names(this.text(parts[at]), from);
      }
    }
  }

  assigned(node, branch) {
    const [target, value] = children(node).filter(({ name }) => name !== "Equals");
    if (!target || !value) return;
    if (target.name === "VariableName") {
      this.client(this.text(target), value);
      this.scope.set(this.text(target), this.values.of(value), branch);
    } else if (target.name === "MemberExpression") {
      this.client(this.text(target), value);
      const [object, key] = children(target);
      const members = key && this.scope.copy(this.text(object));
      if (!members || !["PropertyName", "String"].includes(key.name)) return;
      put(members, key.name === "String" ? this.values.of(key) : this.text(key), this.values.of(value));
      this.scope.set(this.text(object), members);
    }
  }

  /** Remembers the service and the Region of a client under its variable. */
  client(variable, value) {
    const [, name] = /^new\s+(?:[\w$]+\.)?([\w$]+)\s*\(/.exec(this.text(value)) ?? [];
    if (!name || /Command$/.test(name)) return;
    const [, region = null] = /\bregion\s*:\s*["'`]([\w-]+)["'`]/.exec(this.text(value).slice(0, 500)) ?? [];
    const service = serviceOf(name);
    if (!service && !/Client$/.test(name) && !/^new\s+AWS\./.test(this.text(value))) return;
    this.clients.set(variable, { service, region });
    if (service && region) this.regions.set(service, region);
  }

  /** `new CreateGrantCommand({…})` */
  made(node) {
    const [callee, args] = children(node).filter(({ name }) => name !== "new");
    if (args?.name === "ArgList") this.command(args);
    const name = callee ? this.text(callee).split(".").at(-1) : "";
    const method = name.replace(/Command$/, "");
    const operations = method === name ? [] : operationsCalled(method);
    if (!operations.length) return;
    const from = this.imports.get(this.text(callee).split(".")[0]);
    const sender = /^([\w$.]+)\.send\s*\($/.exec(this.source.slice(Math.max(0, node.from - 80), node.from).split(/[\s;{(=,](?=[\w$.]+\.send\s*\($)/).at(-1) ?? "")?.[1];
    const service = from?.startsWith("@aws-sdk/client-") ? serviceOf(from) : this.clients.get(sender)?.service;
    this.add(operations, { method: name, service, client: sender ?? "", args, region: this.clients.get(sender)?.region, line: this.lines.at(node.from) });
  }

  call(node) {
    const [callee, args] = children(node);
    if (args?.name !== "ArgList") return;
    this.command(args);
    if (callee.name === "VariableName" && this.text(callee) === "fetch") return this.fetch(args);
    if (callee.name !== "MemberExpression") return;
    const method = this.text(children(callee).at(-1));
    if (method === "push") return this.push(children(callee)[0], args);
    if (!METHODS.has(method)) return;
    const client = this.text(children(callee)[0]).slice(0, 200);
    const [, inline] = /^\(?new\s+(?:[\w$]+\.)?([\w$]+)\s*\(/.exec(client) ?? [];
    const known = this.clients.get(client);
    const service = inline ? serviceOf(inline) : known?.service;
    this.add(operationsCalled(method), { method, service, client, args, region: known?.region, line: this.lines.at(callee.to - method.length) });
  }

  /** `spawn("aws", [words])`, `new Deno.Command("aws", { args: [words] })`, `Bun.spawn(["aws", words])` */
  command(args) {
    const [first, second] = children(args);
    if (!first || !["String", "ArrayExpression", "VariableName"].includes(first.name)) return;
    const program = first.name === "VariableName" ? this.scope.get(this.text(first)) : LISTED.test(`${this.text(first).slice(0, 120)},`) ? this.values.of(first) : undefined;
    const given = typeof program === "string" && second ? this.values.of(second) : [];
    const words = [program, Array.isArray(given) ? given : (own(given, "args") ?? [])].flat();
    if (isCommand(words)) readWords(this.paste, "JavaScript", words, this.lines.at(first.from + this.text(first).search(/["'`\w]/)));
  }

  /** `words.push(…)` */
  push(object, args) {
    const words = this.scope.get(this.text(object));
    if (Array.isArray(words)) this.scope.set(this.text(object), [...words, ...this.values.list(args)]);
  }

  add(operations, { args, region, ...call }) {
    const [first] = args ? children(args) : [];
    const value = first ? this.values.of(first) : {};
    const notes = [];
    if (!isObject(value) && first) notes.push(`The members in ${quoted(this.text(first))} are not in the text. Paste the lines that set them.`);
    const members = isObject(value) ? value : {};
    const operation = chosen(this.paste, operations, { ...call, members });
    if (operation) addCall(this.paste, { kind: "JavaScript SDK", operation, members, line: call.line, notes, region: region ?? this.regions.get(operation.service) });
  }

  /** "Copy as fetch" of a browser. */
  fetch(args) {
    const [url, options] = children(args).map((argument) => this.values.of(argument));
    if (typeof url !== "string") return;
    const given = own(options, "headers");
    const headers = new Map(Object.entries(isObject(given) ? given : {}).filter(([, text]) => typeof text === "string").map(([name, text]) => [name.toLowerCase(), text]));
    const body = own(options, "body") ?? null;
    const method = String(own(options, "method") ?? "GET").toUpperCase();
    const request = { kind: "HTTP", method, url, headers, body: typeof body === "string" ? body : null, line: this.lines.at(args.from) };
    if (!readRequest(this.paste, request) && /amazonaws|aws\./.test(url)) this.paste.problem(`The request to ${quoted(url)} is not one of License Manager or RAM.`);
  }
}
