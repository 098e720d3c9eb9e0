// An event like those of CloudTrail. It has no answer and no identity beyond the account, so it is not a record of AWS.
import { lowerCamel } from "./names.js";
import { json } from "./strings.js";

/** @import { Call, Copy, Operation } from "./call.js" */

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function cloudtrail(operation, { account, region, input, at }) {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return { problem: "The input must be an object, because an event names its members. Only raw HTTP and curl can send it." };
  }
  const event = {
    eventVersion: "1.11",
    userIdentity: { type: "AWSAccount", accountId: account },
    ...(at && { eventTime: at }),
    eventSource: `${operation.service}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: region,
    requestParameters: Object.keys(input).length ? lowered(input) : null,
    responseElements: null,
    readOnly: /^(Get|List)/.test(operation.name),
    eventType: "AwsApiCall",
    recipientAccountId: account,
  };
  return { text: `${json(event, 2)}\n` };
}

/** The names of members start with a lower-case letter at every depth. */
function lowered(value) {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [lowerCamel(name), lowered(item)]));
}
