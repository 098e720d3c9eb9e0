// The choice of a command.
import { readFile } from "node:fs/promises";
import { Misuse } from "./misuse.js";

const HELP = `Grant Playground: a simulator of AWS License Manager grants and AWS RAM.

Usage:
  grant-playground serve [options]   answers boto3, the AWS CLI, Terraform and other clients
  grant-playground check FILES       runs sessions and compares the responses with the expected ones
  grant-playground COMMAND --help    describes a command and its options
  grant-playground --version         prints the version
`;

/** The modules of the commands. Each exports `run(arguments)`, which returns the exit code. */
const COMMANDS = { check: "./check.js", serve: "./serve.js" };

/** Runs the command that the arguments name, and returns the exit code. */
export async function run([name, ...rest]) {
  if (name === "--help" || name === "-h") return print(HELP);
  if (name === "--version") return print(`${await version()}\n`);
  if (name === undefined) throw new Misuse("there is no command; the commands are `serve` and `check`, and `--help` describes them");
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new Misuse(`there is no command \`${name}\`; the commands are \`serve\` and \`check\`, and \`--help\` describes them`);
  }
  const command = await import(COMMANDS[name]);
  return command.run(rest);
}

function print(text) {
  process.stdout.write(text);
  return 0;
}

async function version() {
  return JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
}
