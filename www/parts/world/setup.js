// The steps that create what a call names, so that the call can be tried.

const OPERATIONS = ["CreateGrant", "CheckoutLicense", "CheckInLicense", "ExtendConsumptionLicense", "ListPurchasedLicenses", "CreateToken"];
const TEMPLATE = '{"Effect":"Allow","Action":["ssm:GetParameter"]}';

/** @typedef {{ kind: string, arn: string, owner: string, region: string, id: string, status?: string }} Missing */

/**
 * The steps that create missing resources.
 * @param {Missing[]} resources a grant can have a status
 * @param {{ caller: string, accounts: string[], licenses: string[] }} session who calls, and which accounts and licenses there are
 * @returns {object[]} steps of a session
 */
export function setup(resources, { caller, accounts, licenses }) {
  const steps = [];
  const known = new Set(accounts);
  const account = (id) => {
    if (!known.has(id)) steps.push({ change: { account: { id, name: "" } } });
    known.add(id);
    return id;
  };
  account(caller);
  const have = [...licenses];
  const license = (owner, id) => {
    account(owner);
    steps.push(licenseStep(owner, id));
    have.push(`arn:aws:license-manager::${owner}:license:${id}`);
  };
  for (const { kind, owner, id } of resources) if (kind === "license") license(owner, id);
  for (const resource of resources.filter(({ kind }) => kind === "grant")) {
    if (!have.some((arn) => arn.includes(`::${resource.owner}:`))) license(resource.owner, `l-of-${resource.id}`.slice(0, 64));
    const of = have.find((arn) => arn.includes(`::${resource.owner}:`));
    steps.push(...grantSteps(resource, of, account(grantee(resource.owner, caller, [...known]))));
  }
  for (const { kind, owner, region, id } of resources) {
    if (kind === "permission") steps.push(call(account(owner), region, "ram:CreatePermission", { name: id, resourceType: "ssm:Parameter", policyTemplate: TEMPLATE }));
    if (kind === "share") steps.push({ ids: [id], ...call(account(owner), region, "ram:CreateResourceShare", { name: `share-${id}`.slice(0, 60) }) });
    if (kind === "invitation") steps.push(invitationStep({ owner: account(owner), region, id }, caller));
  }
  return steps;
}

const call = (as, region, operation, input) => ({ as, region, operation, input });

/** A grant is for the caller, unless the caller made it. */
const grantee = (owner, caller, known) => (caller === owner ? (known.find((id) => id !== owner) ?? "123456789012") : caller);

function licenseStep(owner, id) {
  const input = {
    LicenseName: id, ProductName: "Pasted product", ProductSKU: `sku-${id}`, Issuer: { Name: "Pasted issuer" }, HomeRegion: "us-east-1",
    Validity: { Begin: "2020-01-01T00:00:00Z", End: "2040-01-01T00:00:00Z" },
    Entitlements: [{ Name: "Seats", MaxCount: 10, Unit: "Count", AllowCheckIn: true }], Beneficiary: "Customer",
    ConsumptionConfiguration: { RenewType: "None", ProvisionalConfiguration: { MaxTimeToLiveInMinutes: 60 } }, ClientToken: `create-${id}`.slice(0, 64),
  };
  return { ids: [id], note: `Creates the license \`${id}\`, which the pasted text names.`, ...call(owner, "us-east-1", "license-manager:CreateLicense", input) };
}

function grantSteps({ arn, owner, id, status }, LicenseArn, account) {
  const input = {
    ClientToken: `create-${id}`.slice(0, 64), GrantName: id, LicenseArn, Principals: [`arn:aws:iam::${account}:root`], HomeRegion: "us-east-1", AllowedOperations: OPERATIONS,
  };
  const note = `Creates the grant \`${id}\`, which the pasted text names.`;
  const steps = [{ ids: [id], note, ...call(owner, "us-east-1", "license-manager:CreateGrant", input) }];
  if (status === "DISABLED" || status === "ACTIVE") steps.push(call(account, "us-east-1", "license-manager:AcceptGrant", { GrantArn: arn }));
  if (status === "ACTIVE") {
    const activate = { ClientToken: `activate-${id}`.slice(0, 64), GrantArn: arn, Status: "ACTIVE", SourceVersion: "2" };
    steps.push(call(account, "us-east-1", "license-manager:CreateGrantVersion", activate));
  }
  return steps;
}

/** An invitation comes with a share to the caller, who is outside of the owner's organization. */
function invitationStep({ owner, region, id }, caller) {
  const input = { name: `share-of-${id}`.slice(0, 60), principals: [caller], resourceArns: [`arn:aws:ssm:${region}:${owner}:parameter/pasted`] };
  return { ids: [`share-of-${id}`.slice(0, 64), id], ...call(owner, region, "ram:CreateResourceShare", input) };
}
