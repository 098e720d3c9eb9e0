// What a student's answers come to.

/**
 * The questions of a lesson with the answers.
 * @param {{ questions: [number, object][], answers?: object[] }} data what the page tells, see `lesson_data` in `src/app/timeline/lesson.rs`
 */
export function results({ questions, answers }) {
  return questions.map(([step, question]) => {
    const answer = answers?.find((answer) => answer.step === step);
    return { step, question, answer, verdict: verdict(question, answer) };
  });
}

/** `right`, `wrong`, `free` where nobody can tell, or `open` where there is no answer. */
function verdict(question, answer) {
  if (!answer) return "open";
  if (!question.choices?.length || question.right === undefined) return "free";
  return answer.choice === question.right ? "right" : "wrong";
}

/** The answer in words. */
export const answerText = (question, answer) => question.choices?.[answer.choice] ?? answer.text ?? "";

/** `Question 3 of 10, 2 right`: where a student is. */
export function progress(list) {
  const answered = list.filter(({ answer }) => answer).length;
  const count = (kind) => list.filter(({ verdict }) => verdict === kind).length;
  const parts = [`${answered} of ${list.length} ${list.length === 1 ? "question" : "questions"} answered`];
  if (count("right") + count("wrong") > 0) parts.push(`${count("right")} right`, `${count("wrong")} wrong`);
  return parts.join(", ");
}

/**
 * The number of the first step whose question waits for an answer, if the session is taken as a lesson. Nobody sees its response, or those
 * of the steps after it.
 */
export function openQuestion({ steps, answers }) {
  const place = answers ? steps.findIndex(({ question }, place) => question && !answers.some(({ step }) => step === place + 1)) : -1;
  return place < 0 ? undefined : place + 1;
}
