// A question that a student has not answered yet.
import { button, labelled, make } from "../panel/panel.js";
import { markdown } from "../panel/markdown.js";
import { prose } from "../panel/prose.js";

/**
 * @param {{ step: number, question: object }} asked
 * @param {Map<number, { choice?: number, text?: string, hints: number }>} drafts the unfinished answers by their steps
 * @param {(answer: object) => void} answer takes the answer
 */
export function question({ step, question }, drafts, answer) {
  const draft = drafts.get(step) ?? { hints: 0 };
  drafts.set(step, draft);
  const hints = make("div", { "aria-live": "polite" });
  const more = button("Hint", () => {
    draft.hints += 1;
    renew();
  });
  const problem = make("p", { class: "violation", role: "alert" });
  const renew = () => {
    const all = question.hints ?? [];
    hints.replaceChildren(...all.slice(0, draft.hints).map((hint) => make("div", { class: "note" }, markdown(hint))));
    more.hidden = draft.hints >= all.length;
  };
  renew();
  const choices = question.choices?.length ? choose(step, question.choices, draft) : write(draft);
  const submit = () => {
    const hasAnswer = question.choices?.length ? draft.choice !== undefined : draft.text?.trim();
    if (!hasAnswer) {
      problem.textContent = question.choices?.length ? "Choose an answer first." : "Write an answer first. A few words are enough.";
      return;
    }
    const { hints, ...said } = draft;
    answer({ step, ...said, ...(hints > 0 && { hints }) });
  };
  return make(
    "form",
    { novalidate: true, onsubmit: (event) => (event.preventDefault(), submit()) },
    make("fieldset", {}, make("legend", {}, "Before you see the response"), markdown(question.ask), ...choices, hints, problem, make("div", { class: "actions" }, make("button", { type: "submit", class: "primary" }, "Answer"), more)),
  );
}

const choose = (step, choices, draft) =>
  choices.map((text, place) =>
    make(
      "label",
      { class: "check" },
      make("input", { type: "radio", name: `answer-${step}`, value: place, checked: draft.choice === place, onchange: () => (draft.choice = place) }),
      make("span", {}, ...prose(text)),
    ),
  );

function write(draft) {
  const text = make("textarea", { rows: 3, oninput: () => (draft.text = text.value) });
  text.value = draft.text ?? "";
  return [labelled("Your answer", text)];
}
