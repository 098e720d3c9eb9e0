// The simulator for another process: a JSON command a line on the input, a JSON answer a line on the output.
//
// `{ "options": … }` starts anew, `{ "request": … }` is answered with `{ response, trace }`, `{ "call": "operations" }` with
// what that method gives.
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
