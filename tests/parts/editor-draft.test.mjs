// The draft of the editor: steps are moved, removed and inserted with their questions, changes are undone, questions keep their right choice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { begin, changeStep, duplicate, insert, move, remove, sessionOf, setHead, withMember } from "../../www/parts/editor/draft.js";
import { History } from "../../www/parts/editor/history.js";
import { addChoice, kindOf, missingIn, moveChoice, ofKind, removeChoice, setChoice } from "../../www/parts/editor/question.js";

const lesson = () => JSON.parse(readFileSync(new URL("../../www/lessons/the-life-of-a-granted-license.json", import.meta.url), "utf8"));
const asked = (draft) => draft.steps.map(({ step }) => step.question?.ask);

test("a draft is the session without the answers of a student", () => {
  const session = lesson();
  assert.deepEqual(sessionOf(begin({ ...session, student: "Ana", answers: [{ step: 2, choice: 0 }] })), session);
  assert.deepEqual(sessionOf(begin({ format: "grant-playground/1" })), { format: "grant-playground/1", steps: [] });
});

test("a step moves with its question and its note, and stays at the edges", () => {
  const draft = begin(lesson());
  const questions = asked(draft);
  const moved = move(draft, 4, -1);
  assert.deepEqual(asked(moved), [questions[0], questions[1], questions[3], questions[2], ...questions.slice(4)]);
  assert.deepEqual(moved.steps.slice(2, 4).map(({ key }) => key), [4, 3]);
  assert.equal(moved.steps[2].step.note, draft.steps[3].step.note);
  assert.deepEqual(move(moved, 4, 1), draft);
  assert.equal(move(draft, 1, -1), draft);
  assert.equal(move(draft, draft.steps.length, 1), draft);
});

test("a step that is removed takes its question along, and the others keep theirs", () => {
  const draft = begin(lesson());
  const questions = asked(draft);
  assert.deepEqual(asked(remove(draft, 4)), questions.toSpliced(3, 1));
  assert.equal(draft.steps.length, questions.length, "the draft before is as it was");
});

test("inserted steps get new keys, and later questions stay at their steps", () => {
  const draft = begin(lesson());
  const more = insert(insert(draft, 2, { advance: 60 }), 0, { settle: true });
  assert.deepEqual(asked(more), [undefined, ...asked(draft).toSpliced(2, 0, undefined)]);
  assert.equal(new Set(more.steps.map(({ key }) => key)).size, more.steps.length);
  assert.deepEqual(sessionOf(more).steps[0], { settle: true });
});

test("a duplicate has neither the name nor the IDs of the step, and is a copy", () => {
  const draft = begin({ steps: [{ name: "license", ids: ["l-1"], as: "111122223333", operation: "x", input: { a: [1] } }, { settle: true }] });
  const { steps } = sessionOf(duplicate(draft, 1));
  assert.deepEqual(steps, [draft.steps[0].step, { as: "111122223333", operation: "x", input: { a: [1] } }, { settle: true }]);
  assert.notEqual(steps[1].input, steps[0].input);
});

test("members that become empty go, and the others keep their places", () => {
  assert.deepEqual(Object.keys(setHead(begin({ format: "f", title: "a", note: "b" }), "title", "c").head), ["format", "title", "note"]);
  assert.deepEqual(setHead(begin({ title: "a", note: "b" }), "note", "").head, { title: "a" });
  assert.deepEqual(withMember({ a: 1, b: 2 }, "a", undefined), { b: 2 });
  assert.deepEqual(sessionOf(changeStep(begin({ steps: [{ advance: 1 }, { advance: 2 }] }), 2, (step) => ({ ...step, note: "n" }))).steps, [{ advance: 1 }, { advance: 2, note: "n" }]);
});

test("typing is undone as a whole, and other changes one by one", () => {
  const history = new History("");
  assert.deepEqual([history.canUndo, history.canRedo], [false, false]);
  assert.deepEqual([history.change("a", "title"), history.change("ab", "title"), history.change("ab!"), history.change("ab?")], [true, false, true, true]);
  const seen = [];
  while (history.canUndo) history.undo(), seen.push(history.value);
  assert.deepEqual(seen, ["ab!", "ab", ""]);
  history.redo();
  assert.equal(history.value, "ab");
  assert.equal(history.change("abc", "title"), true, "after an undo a new change begins");
  assert.equal(history.canRedo, false);
});

test("the right choice stays right wherever it moves", () => {
  const question = { ask: "?", choices: ["a", "b", "c"], right: 1 };
  const right = ({ choices, right }) => choices[right];
  assert.equal(right(moveChoice(question, 1, -1)), "b");
  assert.equal(right(moveChoice(question, 0, 1)), "b");
  assert.equal(right(moveChoice(question, 1, 1)), "b");
  assert.equal(moveChoice(question, 0, -1), question);
  assert.equal(right(removeChoice(question, 0)), "b");
  assert.equal(right(removeChoice(question, 2)), "b");
  assert.deepEqual(removeChoice(question, 1), { ask: "?", choices: ["a", "c"] });
  assert.deepEqual(addChoice(setChoice(question, 2, "d")).choices, ["a", "b", "d", ""]);
});

test("another kind of question keeps the text, the hints and the explanation", () => {
  const question = { ask: "?", choices: ["a", "b"], right: 1, hints: ["h"], why: "w" };
  assert.deepEqual(ofKind(question, "text"), { ask: "?", hints: ["h"], why: "w" });
  assert.deepEqual(ofKind(ofKind(question, "text"), "choice"), { ask: "?", hints: ["h"], why: "w", choices: ["", ""], right: 0 });
  assert.equal(ofKind(question, "none"), undefined);
  assert.deepEqual([undefined, question, { ask: "?" }].map(kindOf), ["none", "choice", "text"]);
});

test("what is missing in a question is said in sentences", () => {
  assert.deepEqual(missingIn(undefined), []);
  assert.deepEqual(missingIn({ ask: "?", choices: ["a", "b"], right: 0 }), []);
  assert.deepEqual(missingIn({ ask: "Why?" }), []);
  for (const [question, start] of [
    [{ ask: " " }, "The question has no text."],
    [{ ask: "?", choices: ["a"], right: 0 }, "The question has fewer than two choices."],
    [{ ask: "?", choices: ["a", " "], right: 0 }, "A choice is empty."],
    [{ ask: "?", choices: ["a", "a"], right: 0 }, "Two choices are the same."],
    [{ ask: "?", choices: ["a", "b"] }, "No choice is marked as the right one."],
    [{ ask: "?", hints: [""] }, "A hint is empty."],
  ]) {
    const [sentence, ...others] = missingIn(question);
    assert.ok(sentence.startsWith(start), sentence);
    assert.deepEqual(others, []);
  }
});
