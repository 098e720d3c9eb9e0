// What the author should look at: a step that cannot run, answers that changed, expectations that do not hold, questions with something missing.
import { make } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { takenOver } from "./expectation.js";
import { small } from "./fields.js";
import { takeOver } from "./expecting.js";
import { missingIn } from "./question.js";

/** @param {import("./editor.js").Editor} editor @returns {HTMLLIElement[]} */
export function findings(editor) {
  const { failure, differences, results, draft } = editor;
  const go = (key, at) => small(at, "Go to step", () => editor.goTo(key), { name: `Go to step ${editor.number(key)}` });
  const item = (tone, text, ...buttons) => make("li", {}, make("span", { class: tone }, ...prose(text)), ...buttons);
  const steps = draft.steps.map(({ key, step }, place) => ({ key, step, number: place + 1, result: results.get(key) }));
  const unexpected = steps.filter(({ result }) => result?.differences.length > 0);
  const renewAll = () =>
    editor.change(
      (draft) => ({ ...draft, steps: draft.steps.map(({ key, step }) => ({ key, step: results.get(key)?.differences.length ? { ...step, expect: takenOver(step.expect, results.get(key)) } : step })) }),
      { say: "All steps expect their new answers." },
    );
  return [
    failure && item("violation", failure.key === undefined ? failure.reason : `Step ${editor.number(failure.key)} cannot run. ${failure.reason}`, failure.key !== undefined && go(failure.key, "find.failure")),
    ...steps.filter(({ key }) => differences.has(key)).map(({ key, number }) => {
      const { before, after } = differences.get(key);
      return item("hint strong", `Step ${number} is answered differently now: ${before} → ${after}.`, go(key, `find.${key}`));
    }),
    ...unexpected.map(({ key, number, result }) => item("violation", `Step ${number} expects another answer: ${result.differences.join("; ")}.`, takeOver(editor, key, `find.renew.${key}`), go(key, `find.expect.${key}`))),
    unexpected.length > 1 && make("li", {}, small("find.all", "Take over all new answers", renewAll)),
    ...steps.flatMap(({ key, step, number }) => missingIn(step.question).map((sentence) => item("hint strong", `Step ${number}: ${sentence}`, go(key, `find.question.${key}`)))),
  ].filter(Boolean);
}
