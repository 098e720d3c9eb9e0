// A presentation: which screen is shown, what stays hidden, and what the keys do.
import assert from "node:assert/strict";
import test from "node:test";
import { Screens, keyOf } from "../../www/parts/present/screens.js";

const question = { ask: "What is the answer?", choices: ["200", "400"], right: 1, hints: ["One.", "Two."] };
const steps = [{ advance: 1 }, { advance: 2, question }, { advance: 3, note: "A note." }, { advance: 4, question: { ask: "Why?" } }];
const told = steps.map(({ advance }) => [`Clock +${advance} s`, null, null, null, null, null, null, null, null, []]);
const screens = (point, session = {}) => new Screens({ session: { steps, ...session }, answers: told, point });

test("a presentation begins at the selected step and stays within the steps", () => {
  const shown = screens(1);
  assert.equal(shown.step.title, "Clock +1 s");
  assert.equal(shown.goTo(0), true);
  assert.equal(shown.step, undefined);
  assert.equal(shown.goTo(-1), false);
  shown.goTo(99);
  assert.deepEqual([shown.place, shown.end], [4, 4]);
});

test("a question hides the answer of its step until it is revealed", () => {
  const shown = screens(2);
  assert.equal(shown.asking.question.ask, question.ask);
  assert.equal(shown.reveal(), true);
  assert.equal(shown.asking, undefined);
  assert.equal(shown.reveal(), false);
  shown.goTo(1);
  shown.goTo(2);
  assert.equal(shown.asking, undefined);
});

test("hints are shown one after another", () => {
  const shown = screens(2);
  assert.deepEqual([shown.hint(), shown.hint(), shown.hint()], [true, true, false]);
  assert.equal(shown.asking.hints, 2);
});

test("an author sees steps after a question, a student does not", () => {
  assert.equal(screens(3).waitsFor, undefined);
  assert.equal(screens(3, { answers: [] }).waitsFor, 2);
  assert.equal(screens(1, { answers: [] }).waitsFor, undefined);
});

test("what a student has answered is shown with the answer", () => {
  const shown = screens(2, { answers: [{ step: 2, choice: 0 }] });
  assert.equal(shown.asking, undefined);
  assert.deepEqual([shown.step.asked.verdict, shown.waitsFor], ["wrong", undefined]);
  shown.goTo(4);
  assert.equal(shown.waitsFor, 4);
});

test("the keys", () => {
  const key = (name, held = {}) => keyOf({ key: name, ...held });
  assert.deepEqual(["ArrowRight", " ", "PageDown"].map((name) => key(name)), ["next", "next", "next"]);
  assert.deepEqual([key("ArrowLeft"), key("PageUp"), key(" ", { shiftKey: true })], ["previous", "previous", "previous"]);
  assert.deepEqual(["Home", "End", "r", "R", "h", "f"].map((name) => key(name)), ["first", "last", "reveal", "reveal", "hint", "full"]);
  assert.deepEqual([key("p", { ctrlKey: true }), key("f", { ctrlKey: true }), key("ArrowLeft", { altKey: true }), key("x"), key("Escape")], ["print", undefined, undefined, undefined, undefined]);
});
