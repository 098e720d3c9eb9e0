// The rows of the tables, filtered. Nothing here knows the page.
import { operationName } from "./words.js";

/**
 * The groups of tried calls with the calls that the filter keeps. Calls that name no resource are one group.
 * @param {{ resource?: string, kind?: string, name?: string, calls: object[] }[]} groups
 * @param {{ account: string, operation: string, passing: boolean, changing: boolean }} filter
 */
export function filtered(groups, { account, operation, passing, changing }) {
  const wanted = operation.trim().toLowerCase();
  const keeps = ({ call, error, changes }) =>
    (!account || call.as === account) &&
    (!passing || !error) &&
    (!changing || error || changes.length > 0) &&
    operationName(call.operation).toLowerCase().includes(wanted);
  const others = groups.filter(({ resource }) => resource === undefined).flatMap(({ calls }) => calls);
  const named = groups.filter(({ resource }) => resource !== undefined);
  return [...named, ...(others.length > 0 ? [{ calls: others }] : [])]
    .map((group) => ({ ...group, all: group.calls.length, calls: group.calls.filter(keeps) }))
    .filter(({ calls }) => calls.length > 0);
}

/**
 * The vectors that the filter keeps.
 * @param {object[]} vectors
 * @param {{ text: string, kind: string }} filter
 */
export function filteredVectors(vectors, { text, kind }) {
  const wanted = text.trim().toLowerCase();
  const texts = ({ name, member, error, message }) => [name, member, error, message].filter(Boolean).join("\n").toLowerCase();
  return vectors.filter((vector) => (!kind || vector.kind === kind) && texts(vector).includes(wanted));
}

/**
 * The requests that can be searched for: that of the selected step, and that in the form. The first one is that of the step if it was refused or
 * the page shows it.
 * @param {{ answers: unknown[][], call: object, draft: object, point: number }} data
 */
export function requests({ answers, call, draft, point }) {
  const [, , sent, status] = answers[0] ?? [];
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  if (!sent || isSame(sent, draft)) return { list: [["The request in the form", draft]], first: 0 };
  const list = [[`The request of step ${point}`, sent], ["The request in the form", draft]];
  return { list, first: isRefused(status) || isSame(sent, call) ? 0 : 1 };
}

/** Whether a status, as the page tells it, is that of a refused request. */
export const isRefused = (status) => Number(status) >= 400;

/** The states and transitions as the diagram takes them: arrows with the same text between the same states are one. */
export function machine({ states, transitions, current }) {
  const places = new Map(states.map(({ status }, place) => [status, place]));
  return states.map(({ status, reached, deadEnd, terminal }) => {
    const leaving = transitions.filter(({ from }) => from === status).map((transition) => ({ event: label(transition), to: places.get(transition.to) }));
    const unique = new Map(leaving.map((arrow) => [`${arrow.to} ${arrow.event}`, arrow]));
    return { name: status, tone: tone(reached, deadEnd), current: status === current, unreached: !reached, notes: stateNotes({ reached, deadEnd, terminal }), transitions: [...unique.values()] };
  });
}

const tone = (reached, deadEnd) => (!reached ? "" : deadEnd ? "warm" : "good");

/** What is special about a state, in words. */
export function stateNotes({ reached, deadEnd, terminal }) {
  if (!reached) return ["not reached"];
  return terminal ? ["terminal"] : deadEnd ? ["dead end"] : [];
}

/** What happens, and who does it: `accepted by grantee`. */
function label({ event, accounts }) {
  const roles = [...new Set(accounts.flatMap(({ roles }) => roles))];
  return roles.length > 0 ? `${event} by ${roles.join(", ")}` : event;
}
