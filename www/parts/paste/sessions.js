// Our own links. Sessions as JSON are found by the reader of JSON.

const SESSION = /[#&]session=[A-Za-z0-9._~%+/=-]+/g;
/** What ends a link; its part before the session is short. */
const BEFORE = /[^\s"'<>()[\]`]{0,300}$/;

/** Adds the links to sessions. @param {import("./paste.js").Paste} paste */
export function readLinks(paste) {
  const links = new Set();
  for (const { 0: session, index } of paste.text.matchAll(SESSION)) {
    const [before] = BEFORE.exec(paste.text.slice(Math.max(0, index - 300), index)) ?? [""];
    if (session.startsWith("#") || before.includes("#")) links.add(before + session);
  }
  for (const link of links) paste.sessions.push({ link });
}
