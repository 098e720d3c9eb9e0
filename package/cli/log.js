// The log: one line for each call, and below it what the call changed, or why it was refused.

const LONGEST = 1_000;

/** The lines of a call that the simulator answered, from its outcome. `time` is the session's time of the call. */
export function call(time, { operation, caller, request, response, trace = [], changes }) {
  const refusal = trace.findLast((check) => check.verdict === "refused");
  const target = operation ?? `${request.method} ${request.url}`;
  const who = caller ? `${caller.account} ${caller.region}` : "unknown caller";
  const lines = [`${time} ${who} ${target} ${response.status}${refusal ? ` ${refusal.error.name}` : ""}`];
  for (const { resource, event, from, to } of changes) lines.push(`  Change: ${resource} ${event}, ${from === null ? to : `${from} → ${to}`}`);
  if (refusal) {
    const message = refusal.error.message ?? "";
    if (message) lines.push(`  Message: ${message}`);
    lines.push(`  Rule: ${refusal.text} (${refusal.evidence}: ${refusal.source})`);
    // The message of a violated constraint contains the finding.
    for (const finding of refusal.findings) if (!message.includes(finding)) lines.push(`  Finding: ${finding}`);
    lines.push(`  Remedy: ${refusal.remedy}`);
  }
  return lines.map(line).join("\n");
}

/** The lines of a request that did not reach the simulator. */
export function other(time, target, status, message) {
  return [`${time} ${target} ${status}`, ...(message ? [`  ${message}`] : [])].map(line).join("\n");
}

/** One line of limited length. Control characters, which could change what a terminal shows, are written as escapes. */
function line(text) {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const control = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  return short.replace(control, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
