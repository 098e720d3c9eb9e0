// The drafts that were not used yet. They outlive the dialog and a reload of the page, and end with the tab.

/** Drafts that the browser does not store, for example because they are too large. */
const inMemory = new Map();
const keyOf = (id) => `grant-playground-draft-${id}`;

/**
 * Keeps the draft of a session.
 * @param {string} id the session's
 * @param {{ base: string, session: object, texts: [string, string][], adding?: import("./adding.js").NewStep }} draft `base`: the
 *   session that it was made from; `texts`: what was typed and is not valid yet; `adding`: the form of a new step
 */
export function keep(id, draft) {
  inMemory.set(id, draft);
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
  } catch {
    // It stays in memory.
  }
}

/** The draft of a session, or undefined. */
export function kept(id) {
  if (inMemory.has(id)) return inMemory.get(id);
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id))) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Drops the draft of a session. */
export function forget(id) {
  inMemory.delete(id);
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was stored.
  }
}
