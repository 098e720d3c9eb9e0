// Sends random calls. The calls are the same in every run, so that a new failure comes from a change of the code. GRANT_PLAYGROUND_SEED
// chooses other calls, and `cargo xtask fuzz` sends many more, with a new seed each time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, run } from "./random/rounds.mjs";

const ROUNDS = 250;
/** A slow machine runs fewer rounds with the same checks. */
const MOST_MILLISECONDS = 40_000;

const seed = Number(process.env.GRANT_PLAYGROUND_SEED ?? 20261129);
assert.ok(Number.isSafeInteger(seed), "GRANT_PLAYGROUND_SEED is a whole number");
console.log(`GRANT_PLAYGROUND_SEED=${seed}`);

test("every list and every text of an input can fill the body", () => {
  assert.ok(fill(seed).calls > 500);
});

test("random calls return a response, or throw an error with a message", () => {
  const end = Date.now() + MOST_MILLISECONDS;
  assert.doesNotThrow(() => run(seed, (rounds) => rounds > 0 && (rounds >= ROUNDS || Date.now() > end)));
});

test("the same seed gives the same calls", () => {
  const [one, two] = [1, 2].map(() => run(seed, (rounds) => rounds >= 3).state);
  assert.equal(one, two);
});
