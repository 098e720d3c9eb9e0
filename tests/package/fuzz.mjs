// Sends random calls for some minutes: `node tests/package/fuzz.mjs minutes [seed]`. Prints the seed, the number of calls, and the slowest call.
import { fill, run } from "./random/rounds.mjs";

const [minutes, chosen] = process.argv.slice(2).map(Number);
const seed = chosen ?? Math.floor(Math.random() * 1e9);
console.log(`seed ${seed}`);

const end = Date.now() + minutes * 60_000;
try {
  const runs = [fill(seed), run(seed, (rounds) => rounds > 0 && Date.now() > end)];
  const calls = runs.reduce((sum, run) => sum + run.calls, 0);
  const [{ milliseconds, ...which }] = runs.map(({ slowest }) => slowest).sort((one, other) => other.milliseconds - one.milliseconds);
  console.log(`${calls} calls`);
  console.log(`slowest: ${milliseconds.toFixed(1)} ms (${Object.entries(which).map(([name, value]) => `${name} ${value}`).join(", ")})`);
} catch (error) {
  console.error(error);
  console.error("`cargo xtask fuzz --seed`, with the seed that the message names, begins there.");
  process.exitCode = 1;
}
