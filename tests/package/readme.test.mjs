// The README's examples run, and print what their comments say.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const built = new URL("../../target/package/index.js", import.meta.url);
const chosen = process.env.GRANT_PLAYGROUND_PACKAGE;
const index = chosen ? pathToFileURL(chosen).href : built.href;

const readme = await readFile(new URL("../../package/README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/^## (.*?)$|^```js\n(.*?)^```$/gms)];

let title = "";
for (const [, heading, code] of examples) {
  if (heading) {
    title = heading;
    continue;
  }
  test(title, async () => {
    const expected = [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    assert.ok(expected.length > 0);
    const program = code.replace('"grant-playground"', JSON.stringify(index));
    const cwd = fileURLToPath(new URL(".", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], { cwd });
    assert.deepEqual(stdout.trimEnd().split("\n"), expected);
  });
}
