// Runs every session file with the package twice. The responses must be the expected ones each time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { play, sessionFiles } from "./support.mjs";

for (const { name, text } of await sessionFiles()) {
  test(name, () => {
    const outcomes = play(text);
    assert.deepEqual(outcomes.flatMap((outcome, index) => outcome.differences.map((difference) => `step ${index + 1}: ${difference}`)), []);
    assert.deepEqual(play(JSON.parse(text)), outcomes, "an object plays as its text does");
  });
}
