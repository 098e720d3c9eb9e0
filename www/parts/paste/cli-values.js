// The values of AWS CLI options, read by the shape of the member as the AWS CLI reads them.
import { quoted } from "./paste.js";
import { readJson } from "./json-text.js";
import { NotShorthand, readShorthand } from "./shorthand.js";

/** The value of an option. `call` takes notes and knows the files of the paste. */
export function cliValue(call, option, values) {
  const { shape } = option;
  if (!values.length) {
    call.notes.push(`${quoted(`--${option.name}`)} has no value, so it was left out.`);
    return undefined;
  }
  const words = values.map((word) => fromFile(call, word));
  if (shape.type === "list") return list(call, option, words);
  if (shape.type === "structure") return structure(call, option, shape, together(words).join(","));
  if (words.length > 1) call.notes.push(`${quoted(words.slice(1).join(" "))} belongs to no option, so it was left out. A value with blanks needs quotes.`);
  return words[0];
}

/** A word, or what is in the file that it names. */
function fromFile(call, word) {
  if (!/^fileb?:\/\//.test(word)) return word;
  return call.file(word) ?? call.paste.mark(word, "The file is not in the text, so its content is not known.");
}

function list(call, option, words) {
  const { element } = option.shape;
  const whole = words.join(" ");
  if (/^\s*\[/.test(whole)) {
    const read = readJson(whole);
    if (read) return read.value;
  }
  if (element.type === "structure") {
    const all = together(words).map((word) => structure(call, option, element, word)).filter((made) => made !== undefined);
    return all.length ? all.flat() : undefined;
  }
  const comma = words.find((word) => /^[^"'{[]+,[^"'{[]+$/.test(word) && !call.paste.whyUnknown(word));
  if (comma) call.notes.push(`The AWS CLI separates the values of ${quoted(`--${option.name}`)} by blanks, so ${quoted(comma)} is sent as one value.`);
  return words;
}

/** Words that belong together because somebody wrote a blank behind a comma. */
function together(words) {
  const made = [];
  for (const word of words) {
    if (made.length && (/,$/.test(made.at(-1)) || /^,/.test(word))) made.push(made.pop() + word);
    else made.push(word);
  }
  return made.map((word) => word.replace(/,$/, ""));
}

function structure(call, option, shape, text) {
  const whyUnknown = call.paste.whyUnknown(text);
  if (whyUnknown && call.paste.plain(text).startsWith("$") && !text.includes("=")) return text;
  if (/^\s*[[{]/.test(text)) {
    const read = readJson(text);
    if (read) return read.value;
  }
  try {
    return readShorthand(text, shape);
  } catch (error) {
    if (!(error instanceof NotShorthand)) throw error;
    call.notes.push(`${quoted(text)} is neither JSON nor shorthand for ${quoted(`--${option.name}`)}, so it was left out. ${error.message}`);
    return undefined;
  }
}
