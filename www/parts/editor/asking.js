// The question of a step.
import { button, make } from "../panel/panel.js";
import { choicesOf } from "./choices.js";
import { withMember } from "./draft.js";
import { line, note, radios, small } from "./fields.js";
import { addChoice, kindOf, moveChoice, ofKind, removeChoice, setChoice } from "./question.js";

const KINDS = [["none", "No question"], ["choice", "Choice"], ["text", "Free text"]];

/** @param {import("./editor.js").Editor} editor */
export function asking(editor, key, { question }) {
  const at = (name) => `${key}.question.${name}`;
  const set = (change, options) => editor.changeStep(key, (step) => withMember(step, "question", change(step.question)), options);
  const take = (name) => (value) => set((question) => (name === "ask" ? { ...question, ask: value } : withMember(question, name, value)), { group: at(name) });
  const parts = question
    ? [
        note(at("ask"), "What is asked (Markdown)", question.ask, take("ask"), 2),
        question.choices && choices(editor, key, question, set),
        hints(key, question, set),
        note(at("why"), "Explanation, shown after the answer (Markdown)", question.why, take("why"), 2),
      ]
    : [];
  return make(
    "fieldset",
    {},
    make("legend", {}, "Question"),
    radios(at("kind"), "Kind of question", KINDS, kindOf(question), (kind) => set((question) => ofKind(question, kind), { say: kind === "none" ? "The question was removed." : "" })),
    ...parts,
  );
}

function choices(editor, key, { choices, right }, set) {
  const at = (name) => `${key}.choice.${name}`;
  const row = (text, place) => {
    const number = place + 1;
    const mark = make("input", { type: "radio", name: at("right"), "aria-label": `Choice ${number} is right`, "data-at": at(`right-${place}`), checked: place === right, onchange: () => set((question) => ({ ...question, right: place }), { quiet: true }) });
    const field = make("input", { type: "text", "aria-label": `Choice ${number}`, "data-at": at(place), oninput: () => set((question) => setChoice(question, place, field.value), { group: at(place) }) });
    field.value = text;
    return make(
      "li",
      {},
      make("label", { class: "check" }, mark, make("span", { class: "hint" }, "right")),
      field,
      make(
        "span",
        { class: "actions" },
        small(at(`up-${place}`), "↑", () => set((question) => moveChoice(question, place, -1), {}), { name: `Move choice ${number} up`, disabled: place === 0 }),
        small(at(`down-${place}`), "↓", () => set((question) => moveChoice(question, place, 1), {}), { name: `Move choice ${number} down`, disabled: number === choices.length }),
        small(at(`remove-${place}`), "Remove", () => set((question) => removeChoice(question, place), { say: `Choice ${number} was removed.` }), { name: `Remove choice ${number}` }),
      ),
    );
  };
  const propose = () => {
    const result = editor.results.get(key);
    if (result?.status === undefined) return editor.say("The answer of this step is not known yet.");
    const others = editor.draft.steps.filter((keyed) => keyed.key !== key).map((keyed) => editor.results.get(keyed.key)).filter(Boolean);
    set((question) => ({ ...question, ...choicesOf(result, others, editor.number(key)) }), { say: "The choices were made from the answer." });
  };
  return make(
    "div",
    { role: "group", "aria-label": "Choices", class: "stacked" },
    make("ol", { class: "choices" }, ...choices.map(row)),
    make("div", { class: "actions" }, small(at("add"), "Add choice", () => set(addChoice, { focus: at(choices.length) })), small(at("take"), "Take choices from the answer", propose)),
  );
}

function hints(key, { hints = [] }, set) {
  const at = (name) => `${key}.hint.${name}`;
  const put = (change) => (question) => withMember(question, "hints", change(question.hints ?? []));
  const row = (text, place) =>
    make(
      "li",
      {},
      line(at(place), `Hint ${place + 1} (Markdown)`, text, (value) => set(put((hints) => hints.with(place, value)), { group: at(place) })),
      small(at(`remove-${place}`), "Remove", () => set(put((hints) => hints.toSpliced(place, 1)), { say: `Hint ${place + 1} was removed.` }), { name: `Remove hint ${place + 1}` }),
    );
  const add = button("Add hint", () => set(put((hints) => [...hints, ""]), { focus: at(hints.length) }), "small");
  add.dataset.at = at("add");
  return make("div", { class: "stacked" }, hints.length > 0 && make("ol", { class: "hints" }, ...hints.map(row)), make("div", { class: "actions" }, add));
}
