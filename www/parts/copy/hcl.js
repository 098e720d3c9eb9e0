// The language of Terraform.
import { quoted, utf32 } from "./strings.js";

/** What is known only when Terraform runs: the attribute of another resource, or a variable. */
export class Reference {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
  }
}

/**
 * A block with its arguments. An argument without a value is left out.
 * @param {string} head such as `resource "aws_ram_resource_share" "share"`
 * @param {Record<string, unknown>} members
 */
export function block(head, members) {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return given.length ? `${head} {\n${aligned(given, "  ", (name) => name)}\n}` : `${head} {}`;
}

/** Arguments under each other. As `terraform fmt` does it, the equals signs of neighbours with short values are in one column. */
function aligned(entries, blanks, named) {
  const lines = entries.map(([name, value]) => ({ name: named(name), value: literal(value, blanks) }));
  const isShort = ({ value }) => !value.includes("\n");
  return lines.map((line, place) => {
    const start = lines.slice(0, place).findLastIndex((other) => !isShort(other)) + 1;
    const end = lines.findIndex((other, at) => at > place && !isShort(other));
    const neighbours = isShort(line) ? lines.slice(start, end < 0 ? lines.length : end) : [line];
    const width = Math.max(...neighbours.map(({ name }) => name.length));
    return `${blanks}${line.name.padEnd(width)} = ${line.value}`;
  }).join("\n");
}

function literal(value, blanks) {
  if (value instanceof Reference) return value.path;
  if (value instanceof Map) return `{\n${aligned([...value], `${blanks}  `, text)}\n${blanks}}`;
  if (Array.isArray(value)) return list(value.map((item) => literal(item, blanks)), blanks);
  return typeof value === "string" ? text(value) : String(value);
}

function list(items, blanks) {
  const line = `[${items.join(", ")}]`;
  return line.length <= 80 ? line : `[\n${items.map((item) => `${blanks}  ${item},\n`).join("")}${blanks}]`;
}

/** A string in which nothing is a template: `$${` is `${`. */
function text(value) {
  const written = quoted(value, utf32, { "\n": "\\n", "\r": "\\r", "\t": "\\t" });
  return written.replace(/([$%])(?=\1+\{)/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).replace(/([$%])\{/g, "$1$1{");
}
