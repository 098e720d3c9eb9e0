// What people paste, and what is understood: each `.txt` in `paste/` has its result beside it as `.json`. `UPDATE=1` writes the results anew.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import test from "node:test";
import understand from "../../www/parts/paste.js";

const folder = new URL("paste/", import.meta.url);

for (const name of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  test(`a paste: ${name.slice(0, -4)}`, () => {
    const result = understand(readFileSync(new URL(name, folder), "utf8"));
    const expected = new URL(name.replace(/txt$/, "json"), folder);
    if (process.env.UPDATE) writeFileSync(expected, `${JSON.stringify(result, null, 1)}\n`);
    assert.deepEqual(result, JSON.parse(readFileSync(expected, "utf8")));
  });
}

test("equal texts give equal results", () => {
  const text = readFileSync(new URL("cli-in-shell.txt", folder), "utf8");
  assert.equal(JSON.stringify(understand(text)), JSON.stringify(understand(text)));
});

test("anything that is not text is no request", () => {
  for (const value of ["", "   \n", undefined, null, 5, "hello", "{}", "[]", "null"]) assert.deepEqual(understand(value).calls, []);
});
