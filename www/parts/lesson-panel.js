// Fills the element <lesson-panel data="…">: the question of a step, the student's answer, and how the lesson goes.
import css from "./lesson/lesson.css";
import { question } from "./lesson/question.js";
import { answerText, progress, results } from "./lesson/score.js";
import { ask, button, labelled, make } from "./panel/panel.js";
import { markdown } from "./panel/markdown.js";
import { prose } from "./panel/prose.js";
import { addStyle } from "./panel/style.js";

addStyle(css);

export function fill(panel) {
  const data = JSON.parse(panel.getAttribute("data"));
  // Texts that are being written survive what changes around them.
  panel.drafts ??= new Map();
  const list = results(data);
  const here = list.find(({ step }) => step === data.point);
  const tell = (answers) => ask("answers", { student: data.student ?? "", answers });
  if (!data.answers) return panel.replaceChildren(forAuthor(here, tell));
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(
    bar(data, list, tell),
    ...(here ? [here.answer ? answered(here) : question(here, panel.drafts, (answer) => tell([...data.answers, answer]))] : []),
  );
  // The answer's button is gone, so the focus goes on to what it brought.
  if (hadFocus && here?.answer) panel.querySelector("[tabindex='-1']")?.focus();
}

/** How far the student is, and what else can be done with the lesson. */
function bar(data, list, tell) {
  const done = list.filter(({ answer }) => answer).length;
  const name = make("input", { type: "text", value: data.student ?? "", autocomplete: "name", maxlength: 100 });
  name.addEventListener("change", () => ask("answers", { student: name.value.trim(), answers: data.answers }));
  const row = ({ step, question, answer, verdict }) =>
    make("li", {}, button(`Step ${step}`, () => ask("step", { step: String(step) }), "small"), verdictMark(verdict), answer && make("span", {}, ...prose(answerText(question, answer))), hintCount(answer));
  return make(
    "div",
    {},
    make("p", { class: "hint" }, `Lesson: ${progress(list)}.`),
    make("progress", { max: list.length, value: done, "aria-label": "Answered questions" }),
    make(
      "details",
      { open: done === list.length },
      make("summary", {}, "Answers"),
      make("ul", { class: "results" }, ...list.filter(({ answer }) => answer).map(row)),
      labelled("Your name, for the teacher", name),
      make(
        "div",
        { class: "actions" },
        button("Hand in…", () => ask("show", { part: "share-panel" }), "primary"),
        present(),
        button("Start again", () => tell([])),
        button("Stop the lesson", () => tell(null)),
      ),
    ),
  );
}

/** What the student answered, and what is right. */
function answered({ question, answer, verdict }) {
  const right = verdict === "wrong" && make("p", {}, "Right is: ", make("strong", {}, ...prose(question.choices[question.right])));
  return make(
    "fieldset",
    {},
    make("legend", { tabindex: "-1" }, "Your answer"),
    markdown(question.ask),
    make("p", {}, verdictMark(verdict), " ", hintCount(answer)),
    make("p", { class: "said" }, ...prose(answerText(question, answer))),
    right,
    question.why && markdown(question.why),
  );
}

/** The question as its author sees it. */
function forAuthor({ question }, tell) {
  return make(
    "details",
    {},
    make("summary", {}, "Question for students"),
    markdown(question.ask),
    question.choices && make("ul", {}, ...question.choices.map((choice, place) => make("li", {}, ...prose(choice), " ", place === question.right && verdictMark("right")))),
    ...(question.hints ?? []).map((hint) => make("p", { class: "hint" }, "Hint: ", hint)),
    question.why && markdown(question.why),
    make("div", { class: "actions" }, button("Take the lesson", () => tell([])), present()),
  );
}

const present = () => button("Present", () => ask("show", { part: "projector-view" }));

const VERDICTS = { right: ["good", "right"], wrong: ["bad", "not right"], free: ["quiet", "your own words"], open: ["quiet", "open"] };

function verdictMark(verdict) {
  const [tone, text] = VERDICTS[verdict];
  return make("span", { class: `mark ${tone}` }, text);
}

const hintCount = (answer) => answer?.hints > 0 && make("span", { class: "hint" }, answer.hints === 1 ? "with a hint" : `with ${answer.hints} hints`);
