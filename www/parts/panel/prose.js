// The page's sentences have code in backticks.

/** The parts of a sentence in which text in backticks is code. */
export function prose(sentence) {
  return sentence.split("`").map((text, place) => (place % 2 ? code(text) : text));
}

function code(text) {
  const made = document.createElement("code");
  made.textContent = text;
  return made;
}
