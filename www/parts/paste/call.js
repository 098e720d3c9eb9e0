// Makes a call of what a reader found.
import { fit } from "./fit.js";

/**
 * Adds a call to the paste. `order`: the line that decides its place among the calls, if it is not its own.
 * @param {import("./paste.js").Paste} paste
 * @param {{ kind: string, operation: import("./catalogue.js").Operation, members?: object, line: number, order?: number, loose?: boolean,
 *   account?: string | null, region?: string | null, time?: string | null, notes?: string[],
 *   unknown?: { path: string, text: string, why: string }[], reported?: { error: string | null, message?: string } | null, creates?: string }} found
 *   `creates`: the ARN of what the call created, if the text has it
 */
export function addCall(paste, found) {
  const { kind, operation, members = {}, line, loose = false, account, region, time, order, reported = null } = found;
  const { input, unknown, notes } = fit(paste, operation, members, loose);
  paste.calls.push({
    kind,
    operation: `${operation.service}:${operation.name}`,
    account: /^\d{12}$/.test(account ?? "") ? account : null,
    region: isRegion(region) ? region : null,
    time: isTime(time) ? time : null,
    input,
    unknown: [...unknown, ...(found.unknown ?? [])],
    notes: [...(found.notes ?? []), ...notes].map((note) => paste.plain(note)),
    reported,
    line,
    ...(found.creates ? { creates: found.creates } : {}),
  });
  paste.order.push(order ?? line);
}

const isRegion = (region) => typeof region === "string" && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region);
const isTime = (time) => typeof time === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time) && !Number.isNaN(Date.parse(time));
