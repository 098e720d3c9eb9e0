// The options and the shorthand as the AWS CLI itself has them. `cli-options.json` is its table of options, and `cli-requests.json` what
// it would send for some commands. Both were made from aws-cli 1.46.3 (PyPI): the tables of arguments of `awscli.clidriver`, and the
// parameters that arrive in `botocore.client.BaseClient._make_api_call`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { allOperations, commandsOf, operationOfCommand } from "../../www/parts/paste/catalogue.js";
import { optionNamed, optionsOf } from "../../www/parts/paste/cli-options.js";
import understand from "../../www/parts/paste.js";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const table = read("cli-options.json");

for (const [service, commands] of Object.entries(table)) {
  test(`every command of ${service} has the AWS CLI's name`, () => {
    // The simulator also has operations that the AWS CLI does not have yet.
    assert.deepEqual(Object.keys(commands).filter((command) => !commandsOf(service).includes(command)), []);
    for (const [command, { operation }] of Object.entries(commands)) assert.equal(operationOfCommand(service, command).name, operation);
  });

  test(`every option of ${service} sets the member that the AWS CLI sets`, () => {
    for (const [command, { options }] of Object.entries(commands)) {
      const operation = operationOfCommand(service, command);
      const ours = optionsOf(operation);
      for (const [name, { member }] of Object.entries(options)) {
        if (member && !Object.hasOwn(operation.input.members, member)) continue; // A newer edition of the API than the simulated one.
        const option = optionNamed(ours, name);
        assert.ok(option, `${command} --${name}`);
        if (member) assert.equal(option.member, member, `${command} --${name}`);
      }
    }
  });
}

for (const { command, operation, input } of read("cli-requests.json")) {
  test(command.slice(0, 120), () => {
    const { calls, problems } = understand(command);
    assert.deepEqual(problems, []);
    assert.equal(calls.length, 1);
    assert.equal(calls[0].operation.split(":")[1], operation);
    assert.deepEqual(calls[0].input, input);
  });
}

test("the operations that are not simulated are none of those that are", () => {
  const others = JSON.parse(readFileSync(new URL("../../www/parts/paste/other-operations.json", import.meta.url), "utf8"))["license-manager"];
  const simulated = allOperations().map(({ name }) => name);
  assert.deepEqual(others.filter((name) => simulated.includes(name)), []);
});
