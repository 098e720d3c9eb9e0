// Names for the IDs of two sessions that depend on the seed, so that equal resources have equal texts.

/** The generated parts of ARNs, the IDs of tokens and of RAM's resources, and signed tokens. */
export const ID = /\b[lg]-[0-9a-f]{32}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32}\b|\beyJ[\w-]+(?:\.[\w-]+){2}/g;
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?/g;
/** The members in which RAM's responses have a time as a number. */
const TIME_MEMBER = /(?:Time|Timestamp)$/;

/**
 * Functions that give the values of each side with names in the place of IDs, and without times.
 * IDs and times that a request names for the first time belong to the session, so they stay as they are.
 * @param {{ left?: number, right?: number }[]} rows
 * @param {object[][]} outcomes those of the left session and of the right one
 * @returns {((value: unknown) => unknown)[]} one for each side
 */
export function naming(rows, outcomes) {
  const sides = outcomes.map(() => ({ ids: new Map(), times: new Set() }));
  let count = 0;
  for (const row of rows) {
    const made = [row.left, row.right].map((place, side) => (place === undefined ? [] : read(outcomes[side][place], sides[side], sides[1 - side].ids)));
    for (let place = 0; place < Math.max(...made.map(({ length }) => length)); place += 1) {
      count += 1;
      made.forEach((ids, side) => place < ids.length && sides[side].ids.set(ids[place], `‹ID ${count}›`));
    }
  }
  return sides.map(({ ids, times }) => {
    const text = (value) => value.replace(ID, (id) => ids.get(id) ?? id).replace(TIME, (time) => (times.has(time) ? time : "‹time›"));
    return (value) => renamed(value, text);
  });
}

/** Reads the request and gives the IDs that the response has for the first time. `others`: the names of the other side. */
function read(outcome, { ids, times }, others) {
  const { request, response, changes = [] } = outcome ?? {};
  const asked = `${request ? decoded(request.url) : ""} ${request?.body ?? ""}`;
  for (const id of asked.match(ID) ?? []) if (!ids.has(id)) ids.set(id, others.get(id) ?? id);
  for (const time of asked.match(TIME) ?? []) times.add(time);
  const told = [response?.body ?? "", ...changes.map(({ resource }) => resource)].join(" ");
  return [...new Set(told.match(ID))].filter((id) => !ids.has(id));
}

function decoded(url) {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A value in which every text is given to a function. */
function renamed(value, text, member = "") {
  if (typeof value === "string") return text(value);
  if (typeof value === "number" && TIME_MEMBER.test(member)) return "‹time›";
  if (Array.isArray(value)) return value.map((element) => renamed(element, text, member));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [text(name), renamed(inner, text, name)]));
}
