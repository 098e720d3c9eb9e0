// Events of CloudTrail: who called which operation, with which members, and what AWS answered.
import { addCall } from "./call.js";
import { notSimulated, operationNamed, otherOperation, serviceOf } from "./catalogue.js";
import { isObject, own, quoted } from "./paste.js";

/** Names of errors that CloudTrail shortens. */
const SHORTENED = { AccessDenied: "AccessDeniedException" };

/**
 * Adds the call of an event, or says why it is none.
 * @param {import("./paste.js").Paste} paste
 * @param {object} event
 * @param {number} line
 */
export function readEvent(paste, event, line) {
  const { eventSource, eventName } = event;
  const service = serviceOf(eventSource);
  const operation = service && operationNamed(service, eventName);
  if (!operation) {
    const other = service === "license-manager" ? otherOperation(eventName) : undefined;
    paste.problem(other ? notSimulated(other) : `The event ${quoted(eventName)} on line ${line} is from ${quoted(eventSource)}${service ? ", which has no such operation that a client can call" : ". The simulator has License Manager and RAM"}.`);
    return;
  }
  if (own(event, "eventType") === "AwsServiceEvent") {
    paste.problem(`The event ${quoted(eventName)} on line ${line} reports what the service did by itself. It is no request.`);
    return;
  }
  const notes = [];
  const identity = own(event, "userIdentity");
  const account = own(identity, "accountId") ?? own(event, "recipientAccountId") ?? null;
  if (!/^\d{12}$/.test(String(account))) notes.push("The event does not say which account sent the request. Choose it.");
  if (own(identity, "type") === "AWSService" || typeof own(identity, "invokedBy") === "string") notes.push(`The request was sent by ${quoted(own(identity, "invokedBy") ?? "an AWS service")}, on behalf of the account.`);
  const recorded = own(event, "requestParameters");
  const members = isObject(recorded) ? recorded : {};
  const missing = isObject(recorded) ? [] : required(operation);
  if (!isObject(recorded) && !missing.length && Object.keys(operation.input.members ?? {}).length) notes.push("CloudTrail did not record the members of the request.");
  addCall(paste, {
    kind: "CloudTrail",
    operation,
    members,
    line,
    loose: true,
    account: String(account),
    region: own(event, "awsRegion"),
    time: own(event, "eventTime"),
    notes,
    unknown: missing.map((path) => ({ path, text: "", why: "CloudTrail did not record the members of this request." })),
    reported: reported(event, notes),
  });
}

const required = ({ input }) => Object.keys(input.members ?? {}).filter((name) => input.members[name].required);

/** What AWS answered: the error as it was recorded, or none. */
function reported(event, notes) {
  const error = own(event, "errorCode");
  if (typeof error !== "string" || !error) return { error: null };
  if (Object.hasOwn(SHORTENED, error)) notes.push(`CloudTrail recorded the error ${quoted(error)}. In the response it is ${quoted(SHORTENED[error])}.`);
  const message = own(event, "errorMessage");
  return typeof message === "string" ? { error, message } : { error };
}
