// Random calls of everything: always the same ones, so that a change is judged by itself. GRANT_PLAYGROUND_SEED chooses others, and
// `cargo xtask fuzz` runs many more, with a new seed each time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, run } from "./random/rounds.mjs";

const ROUNDS = 250;
/** On a slow machine there are fewer rounds; what holds of them is the same. */
const MOST_MILLISECONDS = 40_000;

const seed = Number(process.env.GRANT_PLAYGROUND_SEED ?? 20261129);
assert.ok(Number.isSafeInteger(seed), "GRANT_PLAYGROUND_SEED is a whole number");
console.log(`GRANT_PLAYGROUND_SEED=${seed}`);

test("every list and every text of an input may fill the body", () => {
  assert.ok(fill(seed).calls > 500);
});

test("random calls are answered, or refused with a sentence", () => {
  const end = Date.now() + MOST_MILLISECONDS;
  assert.ok(run(seed, (rounds) => rounds > 0 && (rounds >= ROUNDS || Date.now() > end)).calls > 0);
});

test("the same seed gives the same calls", () => {
  const [one, two] = [1, 2].map(() => run(seed, (rounds) => rounds >= 3).state);
  assert.equal(one, two);
});
