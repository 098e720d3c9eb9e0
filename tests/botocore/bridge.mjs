// Runs the simulator for another process. Each line of the input is a JSON command, each line of the output a JSON result.
//
// `{ "options": … }` starts a new simulator, `{ "request": … }` returns `{ response, trace }`, and `{ "call": "operations" }` returns
// the result of that method.
import { createInterface } from "node:readline";
import { Simulator } from "../package/support.mjs";

let simulator = new Simulator();

function answer({ options, request, call }) {
  if (request) return { response: simulator.handle(request), trace: simulator.trace() };
  if (call === "operations") return simulator.operations();
  simulator = new Simulator(options);
  return {};
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
