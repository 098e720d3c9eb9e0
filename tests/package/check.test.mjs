// `grant-playground check`: the differences it prints, and its exit codes.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, run } from "./endpoint.mjs";

const example = fileURLToPath(new URL("../../www/examples/wrong-home-region.json", import.meta.url));
const list = { as: "111122223333", operation: "ram:ListPermissions", expect: { status: 200 } };

/** Writes session files, and returns their paths. */
async function files(context, ...contents) {
  const path = await folder(context);
  return Promise.all(contents.map(async (content, index) => {
    const file = join(path, `${index}.json`);
    await writeFile(file, typeof content === "string" ? content : JSON.stringify({ format: "grant-playground/1", steps: content }));
    return file;
  }));
}

test("without differences the exit code is 0", async (context) => {
  const [empty, one] = await files(context, [], [list, { advance: 5 }]);
  assert.deepEqual(await run("check", example, empty, one), {
    code: 0,
    out: `${example}: 3 steps, 3 expectations, no differences\n${empty}: no steps, no expectations, no differences\n${one}: 2 steps, 1 expectation, no differences\n`,
    error: "",
  });
});

test("every difference is printed, and the exit code is 1", async (context) => {
  const different = { ...list, expect: { status: 400, error: "MalformedArnException" } };
  const [file] = await files(context, [{ advance: 5 }, different]);
  const { code, out, error } = await run("check", file, example);
  assert.deepEqual([code, error], [1, ""]);
  assert.deepEqual(out.split("\n").slice(0, 4), [
    `${file}: 2 steps, 1 expectation, 2 differences`,
    "  step 2, ram:ListPermissions: the status is `200`, not `400`",
    "  step 2, ram:ListPermissions: the error is ``, not `MalformedArnException`",
    `${example}: 3 steps, 3 expectations, no differences`,
  ]);
});

test("a file that cannot be read or run is reported, the others are checked, and the exit code is 2", async (context) => {
  const reference = { ...list, input: { nextToken: "${nothing.token}" } };
  const [text, other, broken, different] = await files(context, "{", '{"format":"grant-playground/2"}', [list, reference], [{ ...list, expect: { status: 400 } }]);
  const { code, out, error } = await run("check", "no.json", text, other, broken, different);
  assert.equal(code, 2);
  assert.equal(out, `${different}: 1 step, 1 expectation, 1 difference\n  step 1, ram:ListPermissions: the status is \`200\`, not \`400\`\n`);
  const lines = error.trimEnd().split("\n");
  assert.equal(lines[0], "the file `no.json` cannot be read: there is no such file or folder; name a session file");
  assert.ok(lines[1].startsWith(`the session \`${text}\` cannot be run: this is not a session of the playground: `), lines[1]);
  assert.match(lines[2], /`grant-playground\/2`/);
  assert.equal(lines[3], `the session \`${broken}\` cannot be run: step 2: \`\${nothing.token}\` refers to a step named \`nothing\`, and no earlier step has that name`);
  assert.equal(lines.length, 4);
});

test("wrong arguments are explained, and --help describes the exit codes", async () => {
  const nothing = await run("check");
  assert.deepEqual([nothing.code, nothing.error], [2, "there is no file to check; write `grant-playground check FILES`, for example `check sessions/*.json`\n"]);
  const option = await run("check", "--all");
  assert.deepEqual([option.code, option.error], [2, "there is no option `--all`; the options are `--help`; write `grant-playground check FILES`\n"]);
  const help = await run("check", "--help");
  assert.equal(help.code, 0);
  assert.match(help.out, /The exit code is 0 if there is no difference, 1 if there are differences, and 2 if /);
});
