// Changes of a question. The right choice stays the right one, wherever it moves.

/** The kinds of questions: none, a choice, a free text. */
export const kindOf = (question) => (!question ? "none" : question.choices ? "choice" : "text");

/**
 * The question as another kind. The text, the hints and the explanation stay.
 * @param {Record<string, any> | undefined} question
 * @param {"none" | "choice" | "text"} kind
 */
export function ofKind(question, kind) {
  if (kind === "none") return undefined;
  const { choices, right, ...rest } = question ?? { ask: "" };
  return kind === "text" ? rest : { ...rest, choices: choices ?? ["", ""], right: right ?? 0 };
}

export const setChoice = (question, place, text) => ({ ...question, choices: question.choices.with(place, text) });

export const addChoice = (question) => ({ ...question, choices: [...question.choices, ""] });

/** Removes a choice. If it was the right one, no choice is right. */
export function removeChoice(question, place) {
  const { right, ...rest } = question;
  const choices = question.choices.toSpliced(place, 1);
  if (right === undefined || right === place) return { ...rest, choices };
  return { ...rest, choices, right: right > place ? right - 1 : right };
}

/** Moves a choice up (-1) or down (1). */
export function moveChoice(question, place, by) {
  const to = place + by;
  if (to < 0 || to >= question.choices.length) return question;
  const choices = question.choices.with(place, question.choices[to]).with(to, question.choices[place]);
  const right = question.right === place ? to : question.right === to ? place : question.right;
  return { ...question, choices, ...(right === undefined ? {} : { right }) };
}

/** What is missing in a question, as sentences. */
export function missingIn(question) {
  if (!question) return [];
  const { ask, choices, right, hints = [] } = question;
  return [
    !ask.trim() && "The question has no text. Write what is asked.",
    choices && choices.length < 2 && "The question has fewer than two choices. Add choices, or ask for a free text.",
    choices?.some((choice) => !choice.trim()) && "A choice is empty. Write its text, or remove it.",
    choices && new Set(choices).size < choices.length && "Two choices are the same. Change or remove one of them.",
    choices?.length > 0 && choices[right] === undefined && "No choice is marked as the right one. Choose it.",
    hints.some((hint) => !hint.trim()) && "A hint is empty. Write its text, or remove it.",
  ].filter(Boolean);
}
