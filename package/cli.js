#!/usr/bin/env node
// The commands `grant-playground serve` and `grant-playground check`.
import { Misuse } from "./cli/misuse.js";
import { run } from "./cli/commands.js";

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
