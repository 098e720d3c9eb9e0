// Links: short, the same for the same session, safe to open, and opened for ever.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { decode, encode } from "../../www/parts/link/link.js";
import { light } from "../../www/parts/link/light.js";
import defaults from "../../www/parts/link/defaults.json" with { type: "json" };

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const examples = readdirSync(new URL("../../www/examples", import.meta.url)).map((file) => read(`../../www/examples/${file}`));
const whole = (session) => ({ ...session, world: { ...defaults, ...session.world } });

test("a link holds the session and the step", async () => {
  for (const session of examples) {
    const fragment = await encode("session", light(whole(session)), { step: 2 });
    assert.match(fragment, /^#step=2&session=1\.[\w-]+$/);
    const { do: what, session: text, point } = await decode(fragment);
    assert.deepEqual([what, point], ["open", 2]);
    assert.deepEqual(JSON.parse(text).steps.map(withRegion), session.steps.map(withRegion));
    assert.equal(await encode("session", light(whole(session)), { step: 2 }), fragment);
  }
});

const withRegion = (step) => (step.operation ? { region: "us-east-1", ...step } : step);

test("a link of ten steps has at most 1,000 characters", async () => {
  const calls = examples.flatMap(({ steps }) => steps).filter(({ operation }) => /Grant/.test(operation ?? ""));
  const steps = calls.slice(0, 10).map(({ as, operation, input }) => ({ as, operation, input }));
  assert.equal(steps.length, 10);
  const fragment = await encode("session", light(whole({ format: "grant-playground/1", steps })));
  assert.ok(fragment.length <= 1000, `${fragment.length} characters`);
});

test("a light session has no defaults, and keeps what differs", () => {
  const session = { format: "grant-playground/1", title: "", note: "", steps: [], world: { ...defaults, seed: 7, settings: { ...defaults.settings, acceptAgain: true } } };
  assert.deepEqual(light(session), { format: "grant-playground/1", world: { seed: 7, settings: { acceptAgain: true } }, steps: [] });
});

test("a link to a request, an operation or an example is an ask of its own", async () => {
  const call = { as: "111122223333", operation: "ram:ListPermissions", input: {} };
  assert.deepEqual(await decode(await encode("request", call)), { do: "steps", draft: JSON.stringify(call) });
  assert.deepEqual(await decode("#operation=CreateGrant"), { do: "operation", name: "CreateGrant" });
  assert.deepEqual(await decode("#example=seats-run-out"), { do: "example", name: "seats-run-out" });
  assert.equal(await decode("#request-heading"), undefined);
});

test("links of earlier days open", async () => {
  for (const { fragment, opens } of read("./links.json")) assert.deepEqual(await decode(fragment), opens);
});

test("damaged, foreign, newer and huge links get a sentence", async () => {
  const huge = await encode("session", { text: "x".repeat(2_000_000) });
  for (const [fragment, sentence] of [
    ["#session=", /damaged/],
    ["#session=1.", /damaged/],
    ["#session=1.!!!", /damaged/],
    ["#session=1.AAAAAAAA", /damaged/],
    [(await encode("session", { title: "cut off" })).slice(0, -6), /damaged/],
    ["#session=17.AAAA", /newer version/],
    [huge, /more than 1 MB/],
  ]) {
    await assert.rejects(decode(fragment), sentence, fragment.slice(0, 40));
  }
});

test("a link holds the pane and its tab, unless the page shows them anyway", async () => {
  const session = { format: "grant-playground/1", steps: [] };
  const bare = await encode("session", session);
  assert.equal(await encode("session", session, { step: undefined, pane: null, tab: undefined }), bare);
  const fragment = await encode("session", session, { tab: "why", step: 3, pane: "response" });
  assert.match(fragment, /^#step=3&pane=response&tab=why&session=1\./);
  assert.deepEqual(await decode(fragment), { do: "open", session: JSON.stringify(session), point: 3, pane: "response", tab: "why" });
  assert.deepEqual(await decode("#example=seats-run-out&pane=world&tab=usage"), { do: "example", name: "seats-run-out", pane: "world", tab: "usage" });
  for (const [pane, tab] of [["<script>", "a b"], ["WORLD", "x".repeat(40)], ["", "-"], ["%77", "__proto__"]]) {
    assert.deepEqual(await decode(`#operation=CreateGrant&pane=${pane}&tab=${tab}`), { do: "operation", name: "CreateGrant" });
  }
});

test("what is neither a session nor a request is not opened", async () => {
  for (const [kind, value, sentence] of [
    ["session", { title: "no format" }, /neither a session nor a request/],
    ["session", [1, 2], /neither a session nor a request/],
    ["session", "text", /neither a session nor a request/],
    ["session", null, /neither a session nor a request/],
    ["session", { format: "grant-playground/2", steps: [] }, /newer version/],
    ["session", { format: { toString: "grant-playground/1" } }, /neither a session nor a request/],
    ["request", { as: "111122223333" }, /neither a session nor a request/],
    ["request", 7, /neither a session nor a request/],
  ]) {
    await assert.rejects(encode(kind, value).then(decode), sentence, JSON.stringify(value));
  }
});
