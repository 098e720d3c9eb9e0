// Our own links. Sessions as JSON are found by the reader of JSON.

const LINK = /[^\s"'<>()[\]`]*#(?:[^\s"'<>()[\]`]*&)?session=[A-Za-z0-9._~%+/=-]+/g;

/** Adds the links to sessions. @param {import("./paste.js").Paste} paste */
export function readLinks(paste) {
  const links = new Set(paste.text.match(LINK) ?? []);
  for (const link of links) paste.sessions.push({ link });
}
