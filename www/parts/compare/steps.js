// The steps of two sessions side by side.
import { structuredPatch } from "diff";
import { sendsRequest, titleOf } from "./title.js";

/**
 * @typedef {{ number: number, title: string, caller: string, sent: string, status?: number, error?: string, message?: string, body: string,
 *   result: string }} Cell a step as it is compared
 * @typedef {{ left?: Cell, right?: Cell, same: boolean, differs: boolean, of: string[] }} Row `of`: in what the steps differ
 */

/**
 * @param {{ left?: number, right?: number, same: boolean }[]} rows
 * @param {{ session: { steps: object[] }, outcomes: object[], accounts: { id: string, name: string }[] }[]} sides
 * @param {((value: unknown) => unknown)[]} plain the values of each side as they are compared
 * @returns {Row[]}
 */
export function compareSteps(rows, sides, plain) {
  return rows.map(({ left, right, same }) => {
    const [one, other] = [left, right].map((place, side) => (place === undefined ? undefined : cell(place, sides[side], plain[side])));
    const of = one && other ? differences(one, other, same) : [];
    return { ...(one && { left: one }), ...(other && { right: other }), same, of, differs: !one || !other || of.length > 0 };
  });
}

/** @returns {Cell} */
function cell(place, { session, outcomes, accounts }, plain) {
  const [step, outcome] = [session.steps[place], outcomes[place] ?? { changes: [] }];
  const { response, trace = [], changes } = outcome;
  const refusal = trace.find(({ verdict }) => verdict === "refused")?.error;
  const account = outcome.caller?.account ?? step.as;
  return {
    number: place + 1,
    title: titleOf(step, outcome),
    caller: (account && (accounts.find(({ id }) => id === account)?.name || account)) ?? "",
    sent: pretty(plain(sendsRequest(step) ? sentInput(step, outcome) : step.change ?? null)),
    status: response?.status,
    error: refusal?.name,
    message: refusal?.message ? plain(refusal.message) : undefined,
    body: pretty(plain(json(response?.body ?? ""))),
    result: response ? [response.status, refusal?.name].filter(Boolean).join(" ") : "",
    changes: plain(changes).map(({ resource, event, from, to }) => `${resource} ${event}: ${from === null ? to : `${from} → ${to}`}`).join("\n"),
  };
}

/** The input as it was sent: references are replaced in the body of the request. */
function sentInput(step, { request }) {
  const body = request?.body ? json(request.body) : undefined;
  return body && typeof body === "object" ? body : step.input ?? step.text ?? step.request?.body ?? null;
}

const ASPECTS = [
  ["caller", (one, other) => one.caller === other.caller],
  ["request", (one, other, same) => one.sent === other.sent && (same || one.title === other.title)],
  ["status", (one, other) => one.status === other.status],
  ["error", (one, other) => one.error === other.error],
  ["message", (one, other) => one.message === other.message],
  ["body", (one, other) => one.body === other.body],
  ["changes", (one, other) => one.changes === other.changes],
];

const differences = (one, other, same) => ASPECTS.filter(([, equal]) => !equal(one, other, same)).map(([name]) => name);

/** With how many steps both sessions begin alike. */
export const shared = (rows) => (rows.findIndex(({ same }) => !same) + 1 || rows.length + 1) - 1;

/** The lines of two texts that differ, with three lines around them: each begins with `+`, `-`, a blank, or `…` where lines are left out. */
export function lineDiff(one, other) {
  const { hunks } = structuredPatch("", "", `${one}\n`, `${other}\n`, "", "", { context: 3 });
  return hunks.flatMap(({ lines, oldStart }, place) => [...(place > 0 || oldStart > 1 ? ["…"] : []), ...lines]);
}

const pretty = (value) => (value === null || value === undefined || value === "" ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2));

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
