// `grant-playground check`: runs session files and compares the responses with the expected ones.
import { parse } from "./arguments.js";
import { Misuse } from "./misuse.js";
import { open } from "./session-file.js";

const HELP = `Usage: grant-playground check FILES

Runs session files (the format grant-playground/1) and compares each response with the expectation of its step. Prints every difference.

The exit code is 0 if there is no difference, 1 if there are differences, and 2 if a file cannot be read or its steps cannot be run.
`;

/** Runs the command and returns the exit code. */
export function run(args) {
  const { values, positionals: files } = parse(args, {}, "write `grant-playground check FILES`");
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (files.length === 0) throw new Misuse("there is no file to check; write `grant-playground check FILES`, for example `check sessions/*.json`");
  return Math.max(...files.map(check));
}

/** Checks a file, prints the result, and returns the exit code of this file alone. The other files are checked even if this one is wrong. */
function check(file) {
  let outcomes;
  try {
    outcomes = open(file);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(error.message);
    return 2;
  }
  const steps = outcomes.simulator.session().steps;
  const expected = steps.filter((step) => step.expect !== undefined).length;
  const differences = outcomes.flatMap((outcome, index) => outcome.differences.map((difference) => `${step(outcome, index)}: ${difference}`));
  outcomes.simulator.free();
  console.log(`${file}: ${count(steps.length, "step")}, ${count(expected, "expectation")}, ${count(differences.length, "difference")}`);
  for (const difference of differences) console.log(`  ${difference}`);
  return differences.length > 0 ? 1 : 0;
}

function step({ operation }, index) {
  return operation === undefined ? `step ${index + 1}` : `step ${index + 1}, ${operation}`;
}

function count(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number === 0 ? "no" : number} ${noun}s`;
}
