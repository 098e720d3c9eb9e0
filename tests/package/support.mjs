// Shared by the tests of the package: the package, the session files, and functions that make requests.
import { pathToFileURL } from "node:url";

export { sessionFiles } from "./session-files.mjs";

const built = new URL("../../target/package/index.js", import.meta.url);
const chosen = process.env.GRANT_PLAYGROUND_PACKAGE;

/** The path of the package: the built one, or the one in GRANT_PLAYGROUND_PACKAGE. */
export const address = chosen ? pathToFileURL(chosen).href : built.href;

export const { Simulator, play, requestHandler } = await import(address);

/** A request to License Manager, as a client of `account` sends it. */
export function licenseManagerRequest(operation, input, { account = "111122223333", region = "us-east-1", headers = {} } = {}) {
  return {
    method: "POST",
    url: `https://license-manager.${region}.amazonaws.com/`,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSLicenseManager.${operation}`,
      ...signature(account, region, "license-manager"),
      ...headers,
    },
    body: typeof input === "string" ? input : JSON.stringify(input),
  };
}

/** A request to RAM with its members in the body. */
export function ramRequest(path, input, { account = "111122223333", region = "us-east-1", headers = {} } = {}) {
  return {
    method: "POST",
    url: `https://ram.${region}.amazonaws.com${path}`,
    headers: { "content-type": "application/json", ...signature(account, region, "ram"), ...headers },
    body: typeof input === "string" ? input : JSON.stringify(input),
  };
}

/** A request to RAM with its members in the query string. */
export function ramDeletion(path, members, options) {
  const request = ramRequest(path, "", options);
  return { ...request, method: "DELETE", url: `${request.url}?${new URLSearchParams(members)}` };
}

export function signature(account, region, service) {
  const scope = `${account}/20231114/${region}/${service}/aws4_request`;
  return {
    "x-amz-date": "20231114T221320Z",
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
  };
}

/** The valid members of a license. */
export const license = {
  LicenseName: "Photon",
  ProductName: "Photon",
  ProductSKU: "photon-1",
  Issuer: { Name: "Example Vendor" },
  HomeRegion: "us-east-1",
  Validity: { Begin: "2023-01-01T00:00:00Z", End: "2033-01-01T00:00:00Z" },
  Entitlements: [{ Name: "seats", Unit: "Count", MaxCount: 10, Overage: false }],
  Beneficiary: "Example Customer",
  ConsumptionConfiguration: { RenewType: "None", ProvisionalConfiguration: { MaxTimeToLiveInMinutes: 60 } },
};

/** A policy template with these actions that RAM accepts for `ssm:Parameter`. */
export const template = (...actions) => JSON.stringify({ Effect: "Allow", Action: actions.map((action) => `ssm:${action}`) });
