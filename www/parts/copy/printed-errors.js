// The texts of errors, as in the sources of the clients: botocore's ClientError, smithy-go's OperationError with the ResponseError of
// aws-sdk-go-v2, AwsServiceException of the AWS SDK for Java, AmazonServiceException of the AWS SDK for .NET, the errors that smithy-rs
// generates, and ThrowExecutionError of the AWS Tools for PowerShell. Stack traces belong to the program, so they are left out.
// `cmdlets.json` has the names of the tools for PowerShell 4.1 and 5, `editor/errors.json` the errors that each operation declares.
import cmdlets from "./cmdlets.json" with { type: "json" };
import declared from "../editor/errors.json" with { type: "json" };

/** @import { Answer } from "./printed.js" */

/** The names of the services in the texts. */
const SERVICES = {
  "license-manager": { go: "License Manager", java: "LicenseManager", package: "licensemanager", dotnet: "LicenseManager" },
  ram: { go: "RAM", java: "Ram", package: "ram", dotnet: "RAM" },
};

const FORMATS = {
  "printed-cli": (at) => botocore(at, 2),
  "printed-boto3": (at) => `botocore.${at.isOfService ? `errorfactory.${at.error}` : "exceptions.ClientError"}: ${botocore(at, 4)}`,
  "printed-javascript": javascript,
  "printed-java": java,
  "printed-go": go,
  "printed-rust": rust,
  "printed-dotnet": dotnet,
  "printed-powershell": powershell,
};

const RETRIED = "Clients send this request several times before they print this.";
const STACK = "The lines of the stack are left out.";

/**
 * @param {string} format
 * @param {{ service: "license-manager" | "ram", name: string }} operation
 * @param {Answer} answer
 * @returns {{ text: string, note?: string } | { problem: string }}
 */
export function error(format, operation, answer) {
  const names = SERVICES[operation.service];
  const isDeclared = Object.hasOwn(declared[answer.operation], answer.error);
  const isOfService = Object.entries(declared).some(([name, errors]) => name.startsWith(`${operation.service}:`) && Object.hasOwn(errors, answer.error));
  const isRetried = answer.status >= 500 || answer.status === 429 || answer.error === "ThrottlingException";
  const made = FORMATS[format]({ ...answer, action: answer.operation, operation: operation.name, names, isDeclared, isOfService, attempts: isRetried ? 3 : 1 });
  if (typeof made !== "string") return made;
  const notes = [isRetried && RETRIED, format === "printed-javascript" && STACK].filter(Boolean);
  return { text: `${made}\n`, ...(notes.length ? { note: notes.join(" ") } : {}) };
}

function botocore({ error, operation, message, attempts }, retries) {
  const reached = attempts > 1 ? ` (reached max retries: ${retries})` : "";
  return `An error occurred (${error}) when calling the ${operation} operation${reached}: ${message ?? ""}`;
}

function javascript({ error, message, status, requestId, attempts }) {
  const metadata = [
    `httpStatusCode: ${status}`, `requestId: ${requestId === null ? undefined : `'${requestId}'`}`, "extendedRequestId: undefined", "cfId: undefined", `attempts: ${attempts}`,
    ...(attempts > 1 ? [] : ["totalRetryDelay: 0"]),
  ];
  const fault = status >= 500 ? "server" : "client";
  return `${error}: ${message ?? "UnknownError"} {\n  '$fault': '${fault}',\n  '$metadata': {\n${metadata.map((line) => `    ${line}`).join(",\n")}\n  }\n}`;
}

function java({ isOfService, names, error, message, status, requestId, attempts }) {
  const name = isOfService ? error : `${names.java}Exception`;
  const details = `(Service: ${names.java}, Status Code: ${status}, Request ID: ${requestId}) (SDK Attempt Count: ${attempts === 1 ? 1 : 4})`;
  return `software.amazon.awssdk.services.${names.package}.model.${name}: ${message} ${details}`;
}

function go({ isDeclared, names, operation, error, message, status, requestId, attempts }) {
  const reached = attempts > 1 ? `exceeded maximum number of attempts, ${attempts}, ` : "";
  const cause = isDeclared ? `${error}: ${message ?? ""}` : `api error ${error}: ${message ?? "UnknownError"}`;
  return `operation error ${names.go}: ${operation}, ${reached}https response error StatusCode: ${status}, RequestID: ${requestId ?? ""}, ${cause}`;
}

function rust({ isDeclared, error, message }) {
  if (!isDeclared) return `unhandled error (${error})`;
  return message === null ? error : `${error}: ${message}`;
}

function dotnet({ isDeclared, names, error, message }) {
  if (message === null) return NO_MESSAGE;
  const name = isDeclared ? `Model.${error}` : `Amazon${names.dotnet}Exception`;
  return `Amazon.${names.dotnet}.${name}: ${message}`;
}

function powershell({ action, operation, message }) {
  const cmdlet = cmdlets[action];
  if (!cmdlet) return { problem: `The AWS Tools for PowerShell have no cmdlet for ${operation} that is known here.` };
  return message === null ? NO_MESSAGE : `${cmdlet}: ${message}`;
}

const NO_MESSAGE = { problem: "The error has no message. What the client prints in its place is not known here." };
