// A session as a document for paper, from the same texts as its Markdown transcript. What a question asks about is not shown beside it: it is
// on the last page, or nowhere.
import { inline, prose } from "../copy/markdown.js";
import { answered, asked, heading, opening, sent } from "../copy/transcript.js";
import { answerText, results } from "../lesson/score.js";
import { markdown } from "../panel/markdown.js";
import { make } from "../panel/panel.js";

/** How many lines a free answer gets. */
const LINES = 4;
const VERDICTS = { right: "right", wrong: "not right", free: "in own words" };

/**
 * @param {import("../copy/session.js").Session} session
 * @param {{ student?: string, given: object[], withAnswers: boolean }} options `given`: the student's answers
 */
export function paper(session, { student, given, withAnswers }) {
  const questions = session.steps.filter(({ question }) => question).map(({ number, question }) => [number, question]);
  const list = results({ questions, answers: given });
  const open = new Set(list.filter(({ answer }) => !answer).map(({ step }) => step));
  const said = new Map(list.filter(({ answer }) => answer).map(({ step, ...result }) => [step, reply(student, result)]));
  const document = new DocumentFragment();
  document.append(make("header", {}, markdown(opening(session))));
  for (const step of session.steps) {
    const isOpen = open.has(step.number);
    document.append(
      make(
        "section", {},
        markdown(joined([heading(step), !step.question && step.note, sent(step)])),
        step.question && make("div", { class: "asked" }, markdown(joined([asked(step), said.get(step.number)])), isOpen && !step.question.choices?.length && lines()),
        !isOpen && markdown(answered(step)),
      ),
    );
  }
  const hidden = session.steps.filter(({ number }) => open.has(number));
  if (withAnswers && hidden.length > 0) {
    document.append(make("section", { class: "answers" }, markdown("# Answers"), ...hidden.map((step) => make("section", {}, markdown(joined([heading(step), answered(step)]))))));
  }
  return document;
}

const reply = (student, { question, answer, verdict }) => `**Answer${student ? ` of ${inline(student)}` : ""}** (${VERDICTS[verdict]}): ${prose(answerText(question, answer))}`;

const lines = () => make("div", { class: "lines", "aria-hidden": "true" }, ...Array.from({ length: LINES }, () => make("div")));

const joined = (parts) => parts.filter(Boolean).join("\n\n");
