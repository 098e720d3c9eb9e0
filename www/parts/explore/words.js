// What the answers of the explorer say, as sentences.

/** @typedef {{ accounts: Record<string, string>, point: number, session: { steps: object[] } }} Data what the page told the panel */

/** `Vendor (111122223333)`. */
export const accountName = (account, { accounts }) => (accounts[account] ? `${accounts[account]} (${account})` : account);

/** `AcceptGrant` of `license-manager:AcceptGrant`. */
export const operationName = (action) => action.split(":").at(-1);

/** A number with separators. */
export const number = (value) => value.toLocaleString("en");

/** `1 step`, `2 steps`. */
export const counted = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The end of an ARN, which people recognize: `g-1234`, `permission/Example`. */
export const shortArn = (arn) => arn.match(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:license:|grant:)?(.+)$/)?.[1] ?? arn;

/** What a step is. */
export function stepTitle(step, data) {
  if (step.settle) return "Asynchronous work completes.";
  if (step.advance !== undefined) return `Time passes: ${duration(step.advance)}.`;
  return `${accountName(step.as, data)} sends \`${operationName(step.operation)}\` in ${step.region}.`;
}

const UNITS = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** `1 hour 30 minutes`. */
export function duration(seconds) {
  let rest = seconds;
  const parts = UNITS.map(([noun, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0 && counted(count, noun);
  });
  return parts.filter(Boolean).join(" ") || "0 seconds";
}

/** A change of a resource. */
export function changeText({ resource, event, from, to }) {
  const states = from === null ? `\`${to}\`` : from === to ? `\`${to}\` stays` : `\`${from}\` → \`${to}\``;
  return `\`${shortArn(resource)}\` ${event}: ${states}`;
}

/** An edit of a refused request. */
export function editText(edit, data) {
  if (edit.set) return `Set \`${edit.set.member}\` to \`${JSON.stringify(edit.set.value)}\`.`;
  if (edit.omit) return `Leave out \`${edit.omit.member}\`.`;
  if (edit.account) return `Send it as ${accountName(edit.account, data)}.`;
  if (edit.region) return `Send it in ${edit.region}.`;
  return `Send \`${operationName(edit.first.operation)}\` first.`;
}

/** What happens to the later steps when steps are appended at an earlier point. */
export function replaced({ point, session }) {
  const total = session.steps.length;
  if (point >= total) return undefined;
  const between = point + 2 === total ? "and" : "to";
  const later = point + 1 === total ? `step ${total}` : `steps ${point + 1} ${between} ${total}`;
  return `You are at step ${point} of ${total}. Appending continues from here and replaces ${later}. You can undo this.`;
}

/** How much was searched. */
export function searchedText({ tried, states, depth, cut }) {
  const whole = depth === 0 ? "" : ` Every sequence of up to ${counted(depth, "searched step")} was tried.`;
  const end = cut ? " The search ended because of its limit." : "";
  return `${number(tried)} calls and other steps were tried, in ${counted(states, "different state")}.${whole}${end}`;
}

/** What a search that found nothing means. */
export function noneText({ depth, cut }) {
  if (depth === 0) return "No way was found. The search reached its limit before it had tried every single step.";
  const known = `There is none within ${counted(depth, "step")}: after no sequence of up to ${counted(depth, "searched step")} does the request pass.`;
  return cut ? `${known} The search reached its limit, so not every longer sequence was tried.` : known;
}
