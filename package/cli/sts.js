// STS's GetCallerIdentity, which the AWS CLI, Terraform and many programs call first. It uses the query protocol: a form in, XML out.
import { randomUUID } from "node:crypto";

const XMLNS = "https://sts.amazonaws.com/doc/2011-06-15/";

/** The action of a request to STS, in its form or in its query string. */
export function actionOf({ url, body }) {
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  return new URLSearchParams(body).get("Action") ?? new URLSearchParams(query).get("Action") ?? "";
}

/** The response to an action. `account` is the caller if the request has a credential, and `accounts` are those of the world. */
export function answer(action, account, accounts) {
  if (action !== "GetCallerIdentity") {
    return refuse(400, "InvalidAction", `This endpoint answers only the action GetCallerIdentity of STS, not \`${action}\`.`);
  }
  if (account === undefined) return refuse(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  if (!accounts.some(({ id }) => id === account)) {
    return refuse(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }
  const result = `<Arn>arn:aws:iam::${account}:root</Arn><UserId>${account}</UserId><Account>${account}</Account>`;
  return xml(200, "GetCallerIdentityResponse", `<GetCallerIdentityResult>${result}</GetCallerIdentityResult>`);
}

/** An error in the format of the query protocol. */
export function refuse(status, code, message) {
  const error = `<Type>${status < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code><Message>${escape(message)}</Message>`;
  return xml(status, "ErrorResponse", `<Error>${error}</Error>`, { code, message });
}

function xml(status, name, content, error) {
  const id = randomUUID();
  const metadata = name === "ErrorResponse" ? `<RequestId>${id}</RequestId>` : `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata>`;
  const headers = { "content-type": "text/xml", "x-amzn-requestid": id };
  return { status, headers, body: `<${name} xmlns="${XMLNS}">${content}${metadata}</${name}>`, error };
}

function escape(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  // XML has no way to write most control characters.
  return text.replace(/[&<>]/g, (letter) => names[letter]).replace(/[\u0000-\u001f\ufffe\uffff]/g, "\ufffd");
}
