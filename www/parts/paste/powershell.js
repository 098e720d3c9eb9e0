// The quotation marks of PowerShell, written as bash has them.

/** What only PowerShell has: its prompt, its mark of continuation, its variable for the way in which it passes quotation marks. */
const POWERSHELL = /^PS [^>\n]*>|[ \t]`[ \t]*$|\$PSNativeCommandArgumentPassing/m;

/** The text with its strings in single quotes as bash writes them, if it is for PowerShell. @param {string} text */
export function quotedForBash(text) {
  if (!POWERSHELL.test(text)) return text;
  const parts = [];
  let done = 0;
  for (let start = text.indexOf("'"); start >= 0; start = text.indexOf("'", done)) {
    const end = endOf(text, start);
    if (end < 0) break;
    const inside = text.slice(start + 1, end);
    const isWord = start === 0 || /[\s=(]/.test(text[start - 1]);
    parts.push(text.slice(done, start), isWord ? `'${passed(inside.replaceAll("''", "'")).replaceAll("'", "'\\''")}'` : `'${inside}'`);
    done = end + 1;
  }
  return parts.join("") + text.slice(done);
}

/** Where a string in single quotes ends. Two of them inside are one. */
function endOf(text, start) {
  let end = text.indexOf("'", start + 1);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end;
}

/** What a program on Windows gets: a backslash before each quotation mark is not a part of the text. */
function passed(word) {
  const marks = [...word.matchAll(/(?<!\\)(\\*)"/g)];
  const isEscaped = marks.length > 0 && marks.every(([, backslashes]) => backslashes.length % 2 === 1);
  return isEscaped ? word.replace(/(?<!\\)(\\*)"/g, (_, backslashes) => `${"\\".repeat((backslashes.length - 1) / 2)}"`) : word;
}
