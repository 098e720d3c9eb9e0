// Runs the code of the two README files. Programs must print what their comments say, and the session must give the expected responses.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { address, play } from "./support.mjs";

for (const name of ["README.md", "package/README.md"]) {
  const readme = await readFile(new URL(`../../${name}`, import.meta.url), "utf8");
  let title = "";
  let shown = 0;
  for (const [, heading, language, code] of readme.matchAll(/^## (.*?)$|^```(js|json)\n(.*?)^```$/gms)) {
    if (heading) title = heading;
    else {
      shown += 1;
      test(`${name}: ${title}`, () => (language === "js" ? runs(code) : plays(code)));
    }
  }
  test(`${name} shows something`, () => assert.ok(shown > 0));
}

async function runs(code) {
  const expected = [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  assert.ok(expected.length > 0);
  const program = code.replace('"grant-playground"', JSON.stringify(address));
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], { cwd });
  assert.deepEqual(stdout.trimEnd().split("\n"), expected);
}

function plays(text) {
  const outcomes = play(text);
  assert.ok(outcomes.length > 0);
  assert.deepEqual(outcomes.flatMap((outcome) => outcome.differences), []);
}
