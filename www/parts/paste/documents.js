// Finds JSON documents in a text: the whole text, several one after another, or documents among other text.

/** How often the search begins again behind a bracket that is never closed. */
const RESTARTS = 40;

/**
 * The JSON objects and lists in a text that are not part of another one.
 * @param {string} text
 * @returns {{ documents: { value: unknown, start: number, text: string }[], open: number | null, whole: boolean }}
 *   `open`: where a document begins that has no end; `whole`: whether there is nothing but documents
 */
export function documentsIn(text) {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return { documents: [{ value: JSON.parse(trimmed), start: text.indexOf(trimmed), text: trimmed }], open: null, whole: true };
    } catch {
      // There may be several documents, or other text beside them.
    }
  }
  const documents = [];
  let open = null;
  let outside = "";
  let restarts = 0;
  for (let at = 0; at < text.length; ) {
    const start = at + Math.max(0, text.slice(at).search(/[[{]/));
    if (!/[[{]/.test(text[start] ?? "")) {
      outside += text.slice(at, at + 200);
      break;
    }
    outside += text.slice(at, start).slice(0, 200);
    const end = endOf(text, start);
    const document = end === null ? null : parsed(text.slice(start, end), start);
    if (document) documents.push(document);
    else outside += "?";
    if (end === null) {
      open ??= start;
      restarts += 1;
      if (restarts > RESTARTS) break;
    }
    at = document ? end : start + 1;
    if (!document && end !== null) restarts += (end - start) / 20_000;
  }
  return { documents, open, whole: documents.length > 0 && /^[\s,;]*$/.test(outside) };
}

function parsed(text, start) {
  try {
    return { value: JSON.parse(text), start, text };
  } catch {
    return null;
  }
}

/** The place behind the bracket that closes the one at `start`, or null. */
function endOf(text, start) {
  let depth = 0;
  const token = /["[\]{}]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '"') {
      if (!skipString(text, token)) return null;
    } else {
      depth += match[0] === "{" || match[0] === "[" ? 1 : -1;
      if (depth === 0) return token.lastIndex;
    }
  }
  return null;
}

/** Moves behind the end of a string; false if it has none. */
function skipString(text, token) {
  for (let at = token.lastIndex; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') {
      token.lastIndex = at + 1;
      return true;
    }
  }
  return false;
}
