// Finds a CloudFormation template, or a part of one, in YAML among other text, and reads it. Values stay text, as they were written,
// because YAML would make numbers of account IDs and the shapes of the API know the types.
import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { Lines, isObject, put } from "./paste.js";

const DEPTH = 60;
const MOST_NODES = 200_000;
const LIKE_YAML = /^\s*(?:#|$|---|- ?|\}|\]|["']?[\w.:/-]+["']?\s*:(?:\s|$))/;
const OURS = /["']?Type["']?\s*:\s*["']?AWS::(?:LicenseManager|RAM)::/;

/** @returns {{ value: object, lineOf: (name: string) => number } | null} */
export function templateIn(paste) {
  const part = partOf(paste.text);
  if (!part) return null;
  const document = parseDocument(part.text, { schema: "failsafe", logLevel: "silent", uniqueKeys: false, strict: false, prettyErrors: false });
  const value = new Nodes(document, paste).value(document.contents, 0);
  if (!isObject(value)) {
    paste.problem(`The template that begins on line ${part.line} could not be read as YAML.`);
    return null;
  }
  const error = document.errors[0];
  const lines = new Lines(part.text);
  if (error) paste.problem(`The template is damaged on line ${part.line + lines.at(error.pos[0]) - 1}. What comes before that line was read.`);
  const lineOf = (name) => {
    const listed = document.getIn(["Resources"]);
    const pairs = (isMap(listed) ? listed : document.contents)?.items ?? [];
    const pair = pairs.find(({ key }) => name && String(key?.value) === name);
    return part.line + (pair?.key?.range ? lines.at(pair.key.range[0]) - 1 : 0);
  };
  return { value, lineOf };
}

/** The value of a YAML document, its scalars as text; undefined if it is none. @param {string} text */
export function readYaml(text) {
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent", prettyErrors: false });
  return document.errors.length ? undefined : new Nodes(document).value(document.contents, 0);
}

/** The lines around the first resource that look like YAML. */
function partOf(text) {
  const lines = text.replace(/\u00A0/g, " ").replace(/\t/g, "  ").split("\n").map((line) => (/^\s*(```|~~~)/.test(line) ? "" : line));
  const type = lines.findIndex((line) => OURS.test(line));
  if (type < 0) return null;
  let start = type;
  while (start > 0 && (LIKE_YAML.test(lines[start - 1]) || /^\s/.test(lines[start - 1]))) start -= 1;
  while (!lines[start].trim()) start += 1;
  const indent = Math.min(/^ */.exec(lines[start])[0].length, /^ */.exec(lines[type])[0].length);
  let end = type;
  const inside = (line) => !line.trim() || /^ */.exec(line)[0].length > indent || LIKE_YAML.test(line);
  while (end < lines.length && inside(lines[end])) end += 1;
  return { text: lines.slice(start, end).map((line) => line.slice(Math.min(indent, /^ */.exec(line)[0].length))).join("\n"), line: start + 1 };
}

/** Plain values of YAML's nodes; a short function such as `!Ref` becomes the long one. */
class Nodes {
  constructor(document, paste) {
    Object.assign(this, { document, paste, count: 0, damaged: document.errors[0]?.pos[0] ?? Number.POSITIVE_INFINITY });
  }

  value(node, depth) {
    this.count += 1;
    if (depth > DEPTH || this.count > MOST_NODES) return null;
    if (isAlias(node)) return this.value(node.resolve(this.document), depth + 1);
    const plain = this.plain(node, depth);
    const [, name] = /^!(\w+)$/.exec(node?.tag ?? "") ?? [];
    if (!name) return plain;
    return name === "Ref" || name === "Condition" ? { [name]: plain } : { [`Fn::${name}`]: plain };
  }

  plain(node, depth) {
    if (isScalar(node) && node.range?.[1] >= this.damaged && this.paste) return this.paste.mark(String(node.value).split(/\s/)[0], "The text is damaged here, so the value is not known.");
    if (isScalar(node)) return node.value === null || (node.source === "" && node.type === "PLAIN") ? null : String(node.value);
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (!isMap(node)) return null;
    const made = {};
    for (const { key, value } of node.items) if (isScalar(key)) put(made, String(key.value), this.value(value, depth + 1));
    return made;
  }
}
