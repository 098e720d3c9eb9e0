// Seats, borrowed licenses and tokens through the SDK.
import assert from "node:assert/strict";
import { constants, createPublicKey, verify } from "node:crypto";
import { test } from "node:test";
import * as licenseManager from "@aws-sdk/client-license-manager";
import { OUTSIDER, VENDOR, callers, clientOptions, principal } from "./sdk.mjs";
import { Simulator, license } from "./support.mjs";

/** The claims of a JSON Web Token, verified with one of the simulator's public keys by Node's own cryptography. */
function proved(simulator, token) {
  const [header, claims, signature] = token.split(".");
  const part = (text) => JSON.parse(Buffer.from(text, "base64url").toString());
  const jwk = simulator.publicKeys().find(({ kid }) => kid === part(header).kid);
  const key = { key: createPublicKey({ key: jwk, format: "jwk" }), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  assert.ok(verify("sha384", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url")), token);
  return part(claims);
}

test("License Manager: seats, a borrowed license, and signed tokens", async () => {
  const simulator = new Simulator();
  const [vendor, outsider] = [callers(simulator, VENDOR), callers(simulator, OUTSIDER)];
  const { LicenseArn } = await vendor.licenseManager("CreateLicense", {
    ...license,
    Issuer: { Name: "Example Vendor", SignKey: "arn:aws:kms:us-east-1:111122223333:key/1" },
    ConsumptionConfiguration: {
      ProvisionalConfiguration: { MaxTimeToLiveInMinutes: 60 },
      BorrowConfiguration: { AllowEarlyCheckIn: true, MaxTimeToLiveInMinutes: 60 },
    },
    ClientToken: "license",
  });
  const { GrantArn } = await vendor.licenseManager("CreateGrant", {
    ClientToken: "grant",
    GrantName: "first",
    LicenseArn,
    HomeRegion: "us-east-1",
    Principals: principal(OUTSIDER),
    AllowedOperations: ["CheckoutLicense", "CheckoutBorrowLicense", "CheckInLicense", "ExtendConsumptionLicense", "CreateToken"],
  });
  await outsider.licenseManager("CreateGrantVersion", { ClientToken: "activate", GrantArn, Status: "ACTIVE" });

  const Entitlements = [{ Name: "seats", Unit: "Count", Value: "1" }];
  const seat = await outsider.licenseManager("CheckoutLicense", {
    ProductSKU: "photon-1",
    CheckoutType: "PROVISIONAL",
    KeyFingerprint: "aws:111122223333:Example Vendor:issuer-fingerprint",
    Entitlements,
    ClientToken: "seat",
  });
  assert.equal(seat.LicenseArn, LicenseArn);
  assert.match(seat.Expiration, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const { LicenseConsumptionToken } = seat;
  const { Expiration } = await outsider.licenseManager("ExtendLicenseConsumption", { LicenseConsumptionToken });
  assert.ok(Expiration > seat.Expiration);

  const borrowed = await outsider.licenseManager("CheckoutBorrowLicense", {
    LicenseArn,
    Entitlements,
    DigitalSignatureMethod: "JWT_PS384",
    CheckoutMetadata: [{ Name: "Mac", Value: "ABCDEFGHI" }],
    ClientToken: "borrow",
  });
  assert.deepEqual(proved(simulator, borrowed.SignedToken), {
    entitlementsAllowed: [{ name: "seats", unit: "Count", value: "1" }],
    expiration: borrowed.Expiration,
    issuedAt: borrowed.IssuedAt,
    licenseArn: LicenseArn,
    licenseConsumptionToken: borrowed.LicenseConsumptionToken,
    checkoutMetadata: { Mac: "ABCDEFGHI" },
  });
  const usage = async () => (await vendor.licenseManager("GetLicenseUsage", { LicenseArn })).LicenseUsage.EntitlementUsages;
  assert.deepEqual(await usage(), [{ Name: "seats", ConsumedValue: "2", MaxCount: "10", Unit: "Count" }]);
  await outsider.licenseManager("CheckInLicense", { LicenseConsumptionToken: borrowed.LicenseConsumptionToken });
  assert.equal((await usage())[0].ConsumedValue, "1");

  const { TokenId, Token } = await outsider.licenseManager("CreateToken", { LicenseArn, ClientToken: "token" });
  assert.equal(proved(simulator, Token).sub, TokenId);
  // Credentials are not needed with the token, so this request is not signed.
  const unsigned = new licenseManager.LicenseManagerClient({
    ...clientOptions(simulator, ""),
    signer: { sign: async (request) => request },
  });
  const { AccessToken } = await unsigned.send(new licenseManager.GetAccessTokenCommand({ Token }));
  const { aud, amr } = proved(simulator, AccessToken);
  assert.deepEqual([aud, amr], [LicenseArn, [`aws:license-manager:token-issuer-account-id:${OUTSIDER}`]]);
  await outsider.licenseManager("DeleteToken", { TokenId });
  const { Tokens } = await outsider.licenseManager("ListTokens");
  assert.equal(Tokens[0].Status, "DELETED");
  await assert.rejects(unsigned.send(new licenseManager.GetAccessTokenCommand({ Token })), { name: "AuthorizationException" });
});
