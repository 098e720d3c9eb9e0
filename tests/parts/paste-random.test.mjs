// Whatever is pasted, the result is plain JSON, names only operations and members that exist, and arrives in time that grows with the text.
// `SEED=…` repeats a run.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { operationNamed } from "../../www/parts/paste/catalogue.js";
import understand from "../../www/parts/paste.js";
import { generator, seed } from "./random.mjs";

const folder = new URL("paste/", import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, folder), "utf8"));
const KINDS = ["AWS CLI", "boto3", "JavaScript SDK", "curl", "HTTP", "CloudTrail", "Terraform", "CloudFormation", "requestParameters"];
const HOSTILE = [
  "\0", "\uD800", "\uE000", "\uE0000\uE001", "\u2028", "'", '"', "`", "\\", "\\\n", "{", "}", "[", "]", "(", ")", "<", ">", "$(", "${", "`(", "<<EOF\n", "EOF\n", "|", "&&", ";", "#", "//", "/*", "'''", '"""',
  "\r\n", "\t", "  ", ",", ":", "=", "--", "- ", "? ", "&a ", "*a", "!Ref ", "%{", "<<-E\n", "__proto__", "constructor", "toString", "hasOwnProperty", '{"__proto__":{"x":1}}', "🦀", "aws ram ", "aws license-manager ", "curl ", "new CreateGrantCommand(",
  ".create_grant(", 'resource "aws_ram_permission" "x" {', "AWS::RAM::Permission", '"eventSource"', '"requestParameters":', "#session=", '"format":"grant-playground/1"', "POST / HTTP/1.1\n", "C:\\>", "$ ", "PS C:\\> ", ">>> ", "... ",
  'run(["aws", "ram", ', 'spawn("aws", [', '{"values":{"root_module":{"resources":[', '"terraform_version":"1"', '"planned_values":',
  '{"format":"grant-playground-snapshot/1",', '"grants":[{"fixed":', "2023-11-14T22:13:20Z 111122223333 us-east-1 ram:ListPermissions 200\n",
];

function check(text) {
  const result = understand(text);
  assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  assert.equal(/.{0,80}[\uE000-\uE00F]/.exec(JSON.stringify(result))?.[0], undefined);
  for (const problem of result.problems) assert.match(problem, /^[A-Z`].*\.$/s);
  for (const call of result.calls) {
    assert.ok(KINDS.includes(call.kind));
    const operation = operationNamed(...call.operation.split(":"));
    assert.ok(operation, call.operation);
    fits(operation.input, call.input, call.operation);
    assert.ok(Number.isInteger(call.line) && call.line >= 1 && call.line <= text.split(/\r\n?|\n/).length, `line ${call.line}`);
    assert.ok(call.account === null || /^\d{12}$/.test(call.account));
    for (const { path, why } of call.unknown) assert.ok(exists(operation.input, path) && /\.$/.test(why), path);
  }
}

/** Whether every member exists and has its type. */
function fits(shape, value, path) {
  const type = { structure: "object", list: "object", integer: "number" }[shape.type] ?? shape.type;
  assert.equal(typeof value, type, path);
  if (shape.type === "list") for (const element of value) fits(shape.element, element, `${path}[]`);
  if (shape.type !== "structure") return;
  for (const [name, member] of Object.entries(value)) {
    assert.ok(Object.hasOwn(shape.members, name), `${path}.${name}`);
    fits(shape.members[name].shape, member, `${path}.${name}`);
  }
}

function exists(shape, path) {
  let at = shape;
  for (const part of path.match(/[^.[\]]+/g) ?? []) at = /^\d+$/.test(part) && at?.element ? at.element : at?.members?.[part]?.shape;
  return at !== undefined;
}

const random = generator(seed);
const any = (list) => list[random(list.length)];

test(`damaged pastes, seed ${seed}`, () => {
  for (let run = 0; run < 700; run++) {
    let text = any(fixtures);
    for (let change = random(4); change >= 0; change--) {
      const [from, length] = [random(text.length + 1), random(60)];
      text = [
        () => text.slice(0, from),
        () => text.slice(from),
        () => text.slice(0, from) + any(HOSTILE) + text.slice(from),
        () => text.slice(0, from) + text.slice(from + length),
        () => text.slice(0, from) + any(fixtures).slice(random(200)),
        () => text.slice(0, from) + text.slice(from, from + length).repeat(3) + text.slice(from),
      ][random(6)]();
    }
    try {
      check(text);
    } catch (error) {
      error.message += `\nof the paste ${JSON.stringify(text)}`;
      throw error;
    }
  }
});

test(`hostile pastes, seed ${seed}`, () => {
  for (let run = 0; run < 400; run++) {
    const text = Array.from({ length: random(40) }, () => any(HOSTILE)).join("");
    try {
      check(text);
    } catch (error) {
      error.message += `\nof the paste ${JSON.stringify(text)}`;
      throw error;
    }
  }
});
