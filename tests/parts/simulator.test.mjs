// The client of the simulator in a worker, with a worker that the test plays, and what the worker does, with a simulator that the test plays.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { answer } from "../../www/parts/simulator/answer.js";
import { exploring, play, snapshots } from "../../www/parts/simulator/client.js";

const workers = [];

class FakeWorker extends EventTarget {
  ended = false;

  constructor(url, options) {
    super();
    Object.assign(this, { url, options });
    workers.push(this);
  }

  postMessage(question) {
    this.question = question;
  }

  terminate() {
    this.ended = true;
  }

  tell(data) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

globalThis.Worker = FakeWorker;
afterEach(() => workers.splice(0));

test("each question has a worker, which ends with the answer", async () => {
  const asked = [
    [play({ steps: [] }), { play: { steps: [] } }],
    [exploring({ steps: [] }, 0, { passes: {} }), { explore: { session: { steps: [] }, point: 0, question: { passes: {} } } }],
    [snapshots([{ steps: [] }]), { snapshots: [{ steps: [] }] }],
  ];
  for (const [place, [promise, question]] of asked.entries()) {
    const worker = workers[place];
    assert.deepEqual(worker.question, question);
    assert.ok(worker.url.pathname.endsWith("/simulator-worker.js"));
    assert.deepEqual(worker.options, { type: "module" });
    worker.tell({ answer: place });
    assert.equal(await promise, place);
    assert.ok(worker.ended);
  }
});

test("progress is told before the answer", async () => {
  const told = [];
  const promise = exploring({ steps: [] }, 0, { passes: {} }, { progress: (progress) => told.push(progress) });
  workers[0].tell({ progress: { tried: 50, depth: 1 } });
  workers[0].tell({ answer: {} });
  await promise;
  assert.deepEqual(told, [{ tried: 50, depth: 1 }]);
});

test("an abort ends the worker", async () => {
  const abort = new AbortController();
  const promise = exploring({ steps: [] }, 0, { passes: {} }, { signal: abort.signal });
  abort.abort();
  await assert.rejects(promise, { name: "AbortError" });
  assert.ok(workers[0].ended);
  await assert.rejects(play({ steps: [] }, { signal: abort.signal }), { name: "AbortError" });
  assert.equal(workers.length, 1, "an aborted question starts no worker");
});

test("errors are sentences", async () => {
  const unavailable = "The simulator for this dialog could not be loaded. Check the connection and try again. The rest of the page works without it.";
  for (const [fail, message] of [
    [(worker) => worker.tell({ error: "step 2: there is no step `a`" }), "step 2: there is no step `a`"],
    [(worker) => worker.tell({ unavailable: "HTTP status code is not ok" }), unavailable],
    [(worker) => worker.dispatchEvent(new Event("error", { cancelable: true })), unavailable],
  ]) {
    const promise = play({ steps: [] });
    const worker = workers.at(-1);
    fail(worker);
    await assert.rejects(promise, { message });
    assert.ok(worker.ended);
  }
  globalThis.Worker = class {
    constructor() {
      throw new Error("blocked");
    }
  };
  await assert.rejects(play({ steps: [] }), /^Error: This browser does not let the page start a worker/);
  globalThis.Worker = FakeWorker;
});

/** A simulator whose search needs some slices, and that remembers what it was asked. */
function fakeSimulator(asked) {
  const core = {
    search(question) {
      asked.push(question);
      let slices = 0;
      return { advance: () => ({ done: ++slices === 3, tried: slices * 50, depth: 1, ...(slices === 3 && { result: "found" }) }) };
    },
    vectors: (operation, options) => ({ operation, options }),
    snapshot: () => '{"clock":1}',
    accounts: () => ["111122223333"],
    free: () => asked.push("free"),
  };
  return { play: (session) => (asked.push(session), [core, session.steps.map((step) => ({ step }))]) };
}

test("the worker plays the steps before the point, and searches in slices", () => {
  const asked = [];
  const simulator = fakeSimulator(asked);
  const question = { reachable: "arn" };
  assert.equal(answer(simulator, { explore: { session: { steps: [1, 2, 3] }, point: 2, question } }, () => {}), "found");
  assert.deepEqual(asked, [{ steps: [1, 2] }, question]);
  const vectors = { session: { steps: [] }, point: 0, question: { vectors: "ram:CreatePermission", as: "111122223333", region: "us-east-1" } };
  assert.deepEqual(answer(simulator, { explore: vectors }), { operation: "ram:CreatePermission", options: { as: "111122223333", region: "us-east-1" } });
});

test("the worker plays sessions, and reads the world after each", () => {
  const asked = [];
  const told = [];
  const simulator = fakeSimulator(asked);
  assert.deepEqual(answer(simulator, { play: { steps: [1] } }), [{ step: 1 }]);
  const result = { outcomes: [{ step: 1 }], snapshot: { clock: 1 }, accounts: ["111122223333"] };
  assert.deepEqual(answer(simulator, { snapshots: [{ steps: [1] }, { steps: [1] }] }, (progress) => told.push(progress)), [result, result]);
  assert.deepEqual(told, [{ done: 0, of: 2 }, { done: 1, of: 2 }]);
  assert.equal(asked.filter((what) => what === "free").length, 2);
});
