// The reading of a pasted text in a worker: what the worker finds arrives, a new text ends the old reading, and every failure is a sentence.
// `www/parts/paste-reader.js` runs in a browser's worker in `tests/browser/`; here a class takes the worker's place.
import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { Reading, SECONDS } from "../../www/parts/paste/reading.js";

const FILE = new URL("../../www/parts/paste-reader.js", import.meta.url);
const COMMAND = "aws ram list-permissions";

/** What a worker does with a text. */
let behavior;
let workers;

class FakeWorker {
  constructor() {
    workers.push(this);
    behavior.start?.(this);
  }

  postMessage(text) {
    behavior.read?.(this, text);
  }

  terminate() {
    this.isEnded = true;
  }
}

const answer = (worker, text) => queueMicrotask(() => worker.onmessage({ data: { understood: { text } } }));
const fail = (worker) => queueMicrotask(() => worker.onerror({ preventDefault() {} }));

function reading(does) {
  behavior = does;
  workers = [];
  globalThis.Worker = FakeWorker;
  return new Reading(FILE);
}

test.after(() => delete globalThis.Worker);

test("the worker is kept from text to text", async () => {
  const reader = reading({ read: answer });
  assert.deepEqual(await reader.read("one"), { text: "one" });
  assert.deepEqual(await reader.read("two"), { text: "two" });
  assert.equal(workers.length, 1);
  reader.close();
  assert.ok(workers[0].isEnded);
});

test("nothing is read of an empty text", async () => {
  assert.deepEqual(await reading({}).read(" \n"), { calls: [], sessions: [], problems: [] });
  assert.equal(workers.length, 0);
});

test("a new text, or a stop, ends the reading", async () => {
  const reader = reading({ read: (worker, text) => text !== "slow" && answer(worker, text) });
  const slow = reader.read("slow");
  assert.deepEqual(await reader.read("quick"), { text: "quick" });
  assert.equal(await slow, null);
  assert.ok(workers[0].isEnded);
  const other = reader.read("slow");
  reader.stop();
  assert.equal(await other, null);
});

test("what an ended worker still says is not the answer to another text", async () => {
  let late;
  const reader = reading({ read: (worker, text) => (text === "slow" ? (late = () => answer(worker, "late")) : setTimeout(() => answer(worker, text), 5)) });
  const slow = reader.read("slow");
  const quick = reader.read("quick");
  late();
  assert.equal(await slow, null);
  assert.deepEqual(await quick, { text: "quick" });
});

test("a reading that takes too long ends with a sentence", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const slow = reading({}).read("slow");
    mock.timers.tick(SECONDS * 1000);
    assert.deepEqual((await slow).problems, ["The text was not read within 20 seconds, so the reading was stopped. Paste the part of it with the requests."]);
    assert.ok(workers[0].isEnded);
  } finally {
    mock.timers.reset();
  }
});

test("a worker that stops has a sentence, and the next text gets a new one", async () => {
  const reader = reading({
    start: (worker) => queueMicrotask(() => worker.onmessage({ data: { isReady: true } })),
    read: (worker, text) => queueMicrotask(() => (text === "bad" ? fail(worker) : answer(worker, text))),
  });
  assert.match((await reader.read("bad")).problems[0], /^The browser stopped the reading/);
  assert.deepEqual(await reader.read("good"), { text: "good" });
  assert.equal(workers.length, 2);
});

test("without a worker, the page reads the text itself", async () => {
  for (const does of [{ start: () => { throw new Error("forbidden"); } }, { read: fail }]) {
    const reader = reading(does);
    for (const _ of [1, 2]) assert.equal((await reader.read(COMMAND)).calls[0].operation, "ram:ListPermissions");
    assert.equal(workers.length, 1);
    assert.match((await reader.read("x".repeat(500_001))).problems[0], /more than 500,000 characters/);
    const stopped = reader.read(COMMAND);
    reader.stop();
    assert.equal(await stopped, null);
  }
});

test("a file that cannot be loaded has a sentence", async () => {
  behavior = { read: fail };
  const reader = new Reading(new URL("no-such-file.js", import.meta.url));
  assert.deepEqual((await reader.read(COMMAND)).problems, ["The file that reads pasted texts could not be loaded. Reload the page to try again."]);
});

test("a text of code that no browser can hold has a sentence; JSON of any length is read", async () => {
  const reader = reading({ read: (worker) => answer(worker, "read") });
  assert.match((await reader.read("x".repeat(5_000_001))).problems[0], /more than 5,000,000 characters/);
  assert.deepEqual(await reader.read(`[${" ".repeat(5_000_001)}]`), { text: "read" });
});
