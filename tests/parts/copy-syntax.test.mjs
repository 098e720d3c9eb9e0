// What is copied for Java, Go, Rust, C# and PowerShell has no syntax error, and its string literals are the texts of the input.
import treeSitter from "@vscode/tree-sitter-wasm";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { copyAs } from "../../www/parts/copy.js";
import { generated, KINDS } from "./inputs.mjs";

const resolve = (grammar) => createRequire(import.meta.url).resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`);

/** For each format its grammar, the name of a string literal in it, and the escapes of the language that may occur. */
const LANGUAGES = {
  java: { grammar: "java", literal: "string_literal", escape: /\\(?:u([0-9a-f]{4})|(["\\bfnrt]))/g },
  go: { grammar: "go", literal: "interpreted_string_literal", escape: /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(["\\bfnrt]))/g },
  rust: { grammar: "rust", literal: "string_literal", escape: /\\(?:u\{([0-9a-f]{1,6})\}|(["\\nrt]))/g },
  dotnet: { grammar: "c-sharp", literal: "string_literal", escape: /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(["\\bfnrt]))/g },
};

const LETTERS = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

// V8's optimizing compiler takes half a minute for the grammars.
setFlagsFromString("--liftoff-only");
const { Language, Parser } = treeSitter;
await Parser.init();

async function parserOf(grammar) {
  const parser = new Parser();
  parser.setLanguage(await Language.load(resolve(grammar)));
  return parser;
}

function parsed(parser, text, name) {
  const tree = parser.parse(text);
  assert.ok(!tree.rootNode.hasError, `${name}:\n${text}`);
  return tree.rootNode;
}

/** The text that a literal in double quotes means. */
function meaning(literal, escape) {
  const inside = literal.slice(1, -1);
  assert.ok(!/\\/.test(inside.replace(escape, "")), literal);
  return inside.replace(escape, (_, ...groups) => {
    const [letter, ...numbers] = groups.slice(0, -2).reverse();
    return letter ? (LETTERS[letter] ?? letter) : String.fromCodePoint(Number.parseInt(numbers.find(Boolean), 16));
  });
}

/** The texts of an input, in order. */
function texts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

for (const [format, { grammar, literal, escape }] of Object.entries(LANGUAGES)) {
  test(`${format}: all operations, ${KINDS.length} kinds of input`, async () => {
    const parser = await parserOf(grammar);
    for (const { name, call } of generated()) {
      const { text, problem } = copyAs(format, call);
      assert.equal(problem, undefined, name);
      const literals = parsed(parser, text, name).descendantsOfType(literal).map((node) => meaning(node.text, escape));
      const start = literals.indexOf("us-east-1") + 1;
      const expected = texts(call.input);
      assert.deepEqual(literals.slice(start, start + expected.length), expected, name);
    }
  });
}

test("PowerShell: all operations", async () => {
  const parser = await parserOf("powershell");
  for (const { name, call } of generated()) parsed(parser, copyAs("cli-powershell", call).text, name);
});
