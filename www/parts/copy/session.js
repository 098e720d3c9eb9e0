// The parts of a session that the transcript and the bug report have in common.
import { code, codeBlock, inline, prose } from "./markdown.js";
import { jsonToRead } from "./strings.js";

/**
 * @typedef {{ status: number, errorType?: string, message?: string, body?: unknown }} Answer
 * @typedef {{ number: number, title: string, account?: string, accountName?: string, region?: string, operation?: string,
 *   input?: unknown, note?: string, question?: Question, answer?: Answer, reason?: string }} Step
 * @typedef {{ ask: string, choices?: string[], right?: number, why?: string }} Question
 * @typedef {{ title: string, author?: string, note?: string, versions: { playground: string, edition: string }, settings: Record<string, unknown>,
 *   steps: Step[] }} Session
 */

/** `As Vendor (111122223333) in us-east-1.` A step that is no call has no account. */
export function caller({ account, accountName, region }) {
  if (!account) return undefined;
  return `As ${accountName ? `${inline(accountName)} (${account})` : account}${region ? ` in ${inline(region)}` : ""}.`;
}

/** The input as a block of code. */
export const request = ({ input }) => (input === undefined ? undefined : codeBlock(jsonToRead(input, 2), "json"));

/** `Response: 400 ValidationException`, and why. */
export function outcome({ answer, reason }) {
  if (!answer) return [];
  const { status, errorType, message } = answer;
  const result = [String(status), errorType].filter(Boolean).join(" ");
  return [`Response: **${inline(result)}**`, message && codeBlock(message), reason && `Why: ${prose(reason)}`];
}

/** The body as a block of code. JSON is indented. */
export function body({ answer }) {
  if (answer?.body === undefined || answer.body === "") return undefined;
  const value = parsed(answer.body);
  return value === undefined ? codeBlock(String(answer.body)) : codeBlock(jsonToRead(value, 2), "json");
}

function parsed(text) {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The settings that differ from their defaults, as a list, or undefined if all have their defaults. */
export function settings(session) {
  const entries = Object.entries(session.settings ?? {});
  return entries.length ? entries.map(([name, value]) => `- ${code(name)}: ${code(jsonToRead(value))}`).join("\n") : undefined;
}

/** Paragraphs with a blank line between them, without those that are missing. */
export const paragraphs = (parts) => `${parts.filter(Boolean).join("\n\n")}\n`;
