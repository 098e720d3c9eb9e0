// The session as transcripts and reports need it, and the names of their files.
import { light } from "../link/light.js";

/** What `transcript` and `report` take. @param {Record<string, any>} data what the page told the panel */
export function forText({ session, answers, edition }) {
  const steps = answers.map(([title, accountName, call, status, errorType, message, body, reason], place) => ({
    number: place + 1,
    title,
    note: session.steps[place]?.note,
    question: session.steps[place]?.question,
    ...(call ? { accountName, account: call.as, region: call.region ?? "us-east-1", operation: call.operation, input: call.input ?? call.text } : {}),
    ...(status === null ? {} : { answer: { status: Number(status), errorType: errorType ?? undefined, message: message ?? undefined, body } }),
    reason: reason ?? undefined,
  }));
  const settings = light(session).world?.settings ?? {};
  return { title: session.title || "Session", author: session.author, note: session.note, versions: { playground: version(), edition }, settings, steps };
}

/** The response at the selected point of the session, as `printedAs` takes it, or null. @param {Record<string, any>} data */
export function response({ answers, point }) {
  const [, , call, status, error, message, body, , requestId] = answers[point - 1] ?? [];
  return call && status ? { operation: call.operation, status: Number(status), error, message, body, requestId: requestId ?? null } : null;
}

/** The version of the page, from its HTML. */
const version = () => document.querySelector('meta[name="version"]')?.content ?? "unknown";
