// Test vectors as files: each is written, and read by the program that it is for.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { jsonLines, sendable, stubber, vitest } from "../../www/parts/explore/export.js";

const run = promisify(execFile);

const ARN = "arn:aws:license-manager::111122223333:grant:g-1";
const strange = "\"'''\\ \u2028 \u200b ${x} é 😀 \ud800 </script>\n";
const answer = {
  operation: "license-manager:AcceptGrant",
  as: "123456789012",
  region: "us-east-1",
  vectors: [
    { name: "The proposed input", member: null, kind: "base", input: { GrantArn: ARN }, status: 200 },
    { name: "GrantArn: missing", member: "GrantArn", kind: "missing", input: {}, status: 400, error: "ValidationException", message: strange },
    { name: strange, member: "GrantArn", kind: "beyond", constraint: "Member must …", input: { GrantArn: strange.replace("\ud800", "") }, status: 400, error: "ValidationException", message: null },
    { name: "GrantArn: null", member: "GrantArn", kind: "null", input: { GrantArn: null }, status: 400, error: "ValidationException", message: "" },
    { name: "GrantArn: a number instead of a string", member: "GrantArn", kind: "type", input: { GrantArn: 1 }, status: 400, error: "SerializationException", message: "" },
    { name: "NoSuchMember: an unknown member", member: "NoSuchMember", kind: "extra", input: { GrantArn: ARN, NoSuchMember: 1 }, status: 200 },
  ],
};
const session = { format: "grant-playground/1", title: strange, steps: [{ as: "111122223333", operation: "license-manager:ListLicenses", input: {} }] };

test("each line of JSON is a whole vector", () => {
  const { name, text } = jsonLines(answer);
  assert.equal(name, "accept-grant-vectors.jsonl");
  const { vectors, ...about } = answer;
  assert.deepEqual(text.trimEnd().split("\n").map((line) => JSON.parse(line)), vectors.map((vector) => ({ ...about, ...vector })));
});

test("SDKs send neither other types nor unknown members", () => {
  assert.deepEqual(sendable(answer).map(({ kind }) => kind), ["base", "missing", "beyond"]);
});

test("Python and JavaScript read the files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vectors-"));
  try {
    for (const [file, program, ...options] of [[stubber(answer), "python3", "-m", "py_compile"], [vitest(answer, session), "node", "--check"]]) {
      const path = join(folder, file.name);
      await writeFile(path, file.text);
      await run(program, [...options, path]);
    }
    assert.equal(stubber(answer).name, "test_accept_grant_vectors.py");
    assert.equal(vitest(answer, session).name, "accept-grant-vectors.test.mjs");
    // The literals are the values.
    const printed = await run("python3", ["-c", `import ast, json; tree = ast.parse(open(${JSON.stringify(join(folder, "test_accept_grant_vectors.py"))}, encoding="utf-8").read()); print(json.dumps([ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "VECTORS"][0]))`]);
    const expected = sendable(answer).map(({ name, input, status, error, message }) => ({ name, input, status, ...(error && { error, message: message ?? "" }) }));
    assert.deepEqual(JSON.parse(printed.stdout), expected);
    const literal = vitest(answer, session).text.match(/^const vectors = (\[[^]*?\n\]);$/m)[1];
    assert.deepEqual(new Function(`return ${literal}`)(), expected);
  } finally {
    await rm(folder, { recursive: true });
  }
});
