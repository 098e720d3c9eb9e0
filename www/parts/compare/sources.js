// The sessions that can be compared: the open one, those that the browser stores, and a pasted one.
import { decode } from "../link/link.js";
import { openQuestion } from "../lesson/score.js";
import { Shelf } from "../sessions/shelf.js";

/** @typedef {{ id: string, label: string, group?: string }} Source */

export class Sources {
  constructor(data) {
    this.data = data;
    this.stored = [];
  }

  /** Reads which sessions are stored. A browser that stores nothing has none. */
  async read() {
    try {
      this.shelf = await Shelf.open();
      const { id } = this.data;
      const branches = (await this.shelf.branches(id)).map(({ id, shared, steps }) => ({
        id, group: "Branches of this session", label: `From step ${shared} on, ${steps} ${steps === 1 ? "step" : "steps"}`,
      }));
      const others = (await this.shelf.sessions(id)).filter(({ isOpen }) => !isOpen);
      this.stored = [...branches, ...others.map(({ id, title, steps }) => ({ id, group: "Stored sessions", label: `${title} (${steps} ${steps === 1 ? "step" : "steps"})` }))];
    } catch {
      this.stored = [];
    }
  }

  /** The session with this ID. @param {string} id `open` for the open one, `pasted` for `text` */
  async session(id, text) {
    if (id === "open") return visible(this.data.session);
    if (id === "pasted") return pasted(text);
    return visible(JSON.parse(await this.shelf.text(id)));
  }
}

/** A session without the steps whose responses a student must not see yet, and without what is only for people. */
export function visible(session) {
  const open = openQuestion(session);
  const { student, answers, ...rest } = session;
  return open ? { ...rest, steps: rest.steps.slice(0, open - 1) } : rest;
}

const WANTED = "Paste a session as JSON, or a link to one.";

/** The session of a text: JSON or a link. Throws an error with a sentence. */
export async function pasted(text = "") {
  const trimmed = text.trim();
  if (!trimmed) throw new Error(WANTED);
  const json = trimmed.startsWith("{") ? trimmed : (await decode(trimmed.slice(trimmed.indexOf("#"))))?.session;
  let session;
  try {
    session = JSON.parse(json);
  } catch {
    throw new Error(`The text is not a session. ${WANTED}`);
  }
  if (session.format !== "grant-playground/1") throw new Error(`The format is \`${session.format}\`, not \`grant-playground/1\`. ${WANTED}`);
  return visible({ ...session, steps: session.steps ?? [] });
}
