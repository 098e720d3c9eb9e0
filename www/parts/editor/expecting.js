// What a step is answered, and what it expects.
import { make } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { withMember } from "./draft.js";
import { expectation, expected, takenOver } from "./expectation.js";
import { small } from "./fields.js";
import { summary } from "./outcome.js";

/** @param {import("./editor.js").Editor} editor */
export function expecting(editor, key, { expect }) {
  const result = editor.results.get(key);
  const at = (name) => `${key}.expect.${name}`;
  const set = (value, say) => editor.changeStep(key, (step) => withMember(step, "expect", value), { say });
  const { differences = [] } = result ?? {};
  const holds = result?.status !== undefined && differences.length === 0;
  return make(
    "div",
    { class: "stacked" },
    make("p", {}, "Answer: ", answerOf(result)),
    result?.message && make("p", { class: "said" }, result.message),
    expect && make("p", { class: "hint" }, `Expected: ${expected(expect)}.`, holds && " The answer is as expected."),
    ...differences.map((difference) => make("p", { class: "violation" }, ...prose(`${difference.charAt(0).toUpperCase()}${difference.slice(1)}.`))),
    make(
      "div",
      { class: "actions" },
      result?.status !== undefined && !expect && small(at("take"), "Expect this answer", () => set(expectation(result), "The step expects this answer.")),
      expect && differences.length > 0 && takeOver(editor, key, at("renew")),
      expect && small(at("drop"), "Remove expectation", () => set(undefined, "The step expects nothing.")),
    ),
  );
}

/** Takes the new answer over as the expectation. */
export function takeOver(editor, key, at) {
  const act = () => editor.changeStep(key, (step) => ({ ...step, expect: takenOver(step.expect, editor.results.get(key)) }), { say: `Step ${editor.number(key)} expects the new answer.` });
  return small(at, "Take over the new answer", act, { name: `Take over the new answer of step ${editor.number(key)}` });
}

function answerOf(result) {
  if (!result) return make("span", { class: "hint" }, "not known yet");
  return make("span", { class: `mark ${toneOf(result)}` }, summary(result));
}

/** The tone of a result, as the timeline has it. */
export const toneOf = ({ status, error }) => (status === undefined ? "quiet" : error || status >= 400 ? "bad" : "good");
