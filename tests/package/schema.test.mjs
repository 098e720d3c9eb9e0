// The published JSON Schema of sessions: it accepts every session file, and refuses what the player refuses.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { play, sessionFiles } from "./support.mjs";

const schema = JSON.parse(await readFile(new URL("../../www/session.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, formats: { "date-time": true } }).compile(schema);

for (const { name, text } of await sessionFiles()) {
  test(`${name} fits the schema`, () => assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors)));
}

const format = "grant-playground/1";
for (const [what, session] of Object.entries({
  "another format": { format: "grant-playground/2" },
  "an unknown member": { format, stpes: [] },
  "a step that does nothing": { format, steps: [{ note: "nothing" }] },
  "an account that is none": { format, steps: [{ as: "vendor", operation: "ram:ListPermissions" }] },
  "an unknown vintage": { format, world: { vintage: "2024" } },
  "an unknown setting": { format, world: { settings: { pace: "fast" } } },
  "an unknown expectation": { format, steps: [{ advance: 1, expect: { code: 200 } }] },
})) {
  test(`${what} fits neither the schema nor the player`, () => {
    assert.ok(!validate(session));
    assert.throws(() => play(session));
  });
}
