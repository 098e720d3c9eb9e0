// The unmodified AWS SDK for JavaScript v3 with the simulator as its service.
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import { license, requestHandler } from "./support.mjs";

export const VENDOR = "111122223333";
export const OUTSIDER = "444455556666";
export const principal = (account) => [`arn:aws:iam::${account}:root`];
export const operations = ["CreateGrant", "CheckoutLicense"];

export function clientOptions(simulator, account, more) {
  const credentials = { accessKeyId: account, secretAccessKey: "any" };
  return { region: "us-east-1", credentials, requestHandler: requestHandler(simulator), ...more };
}

/** Clients of one account: `as.licenseManager("CreateGrant", input)`, `as.ram("GetPermission", input)`. */
export function callers(simulator, account) {
  const of = (sdk, Client) => {
    const client = new Client(clientOptions(simulator, account));
    return (operation, input = {}) => client.send(new sdk[`${operation}Command`](input));
  };
  return { licenseManager: of(licenseManager, licenseManager.LicenseManagerClient), ram: of(ram, ram.RAMClient) };
}

/** The result without the metadata of the SDK. */
export const members = ({ $metadata, ...rest }) => rest;

/** Creates a license of the vendor and a grant to the outside account. */
export async function grantBetween(vendor) {
  const { LicenseArn } = await vendor.licenseManager("CreateLicense", { ...license, ClientToken: "license" });
  const input = { ClientToken: "grant", GrantName: "first", LicenseArn, HomeRegion: "us-east-1", AllowedOperations: operations };
  return vendor.licenseManager("CreateGrant", { ...input, Principals: principal(OUTSIDER) });
}
