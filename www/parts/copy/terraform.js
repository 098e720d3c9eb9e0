// Terraform, where the AWS provider has a resource that sends the request. The provider's code decides what else it sends: it makes its own
// client tokens, its Region is the home Region of a grant, and it sends false where `allow_external_principals` is left out.
import { mismatch } from "./call.js";
import { block, Reference } from "./hcl.js";

/** @import { Call, Copy, Operation } from "./call.js" */

/**
 * The resources of an operation: the members that they can hold, and the blocks.
 * @type {Record<string, { members: string[], blocks: (input: any, region: string) => string[] | string }>}
 */
const RESOURCES = {
  "license-manager:CreateGrant": { members: ["GrantName", "LicenseArn", "Principals", "HomeRegion", "AllowedOperations"], blocks: grant },
  "license-manager:AcceptGrant": {
    members: ["GrantArn"],
    blocks: ({ GrantArn }, region) => [block('resource "aws_licensemanager_grant_accepter" "grant"', { region, grant_arn: GrantArn })],
  },
  "ram:CreatePermission": { members: ["name", "resourceType", "policyTemplate", "tags"], blocks: permission },
  "ram:CreateResourceShare": {
    members: ["name", "allowExternalPrincipals", "permissionArns", "tags", "principals", "resourceArns"],
    blocks: share,
  },
  "ram:AssociateResourceShare": { members: ["resourceShareArn", "principals", "resourceArns"], blocks: associate },
  "ram:AssociateResourceSharePermission": { members: ["resourceShareArn", "permissionArn", "replace"], blocks: attach },
  "ram:AcceptResourceShareInvitation": { members: ["resourceShareInvitationArn"], blocks: accept },
  "ram:EnableSharingWithAwsOrganization": { members: [], blocks: () => [block('resource "aws_ram_sharing_with_organization" "sharing"', {})] },
};

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function terraform(operation, { operation: name, account, region, input }) {
  const resource = RESOURCES[name];
  if (!resource) return { problem: `Terraform's AWS provider has no resource that sends ${operation.name}.` };
  const problem = mismatch(operation, input, { surrogates: true });
  if (problem) return { problem };
  const members = Object.keys(input);
  const token = members.find((member) => member.toLowerCase() === "clienttoken");
  const other = members.find((member) => member !== token && !resource.members.includes(member));
  if (other) return { problem: `Terraform's resource for ${operation.name} has no argument for \`${other}\`.` };
  const blocks = resource.blocks(input, region);
  if (typeof blocks === "string") return { problem: blocks };
  const comments = [`# Account ${account}`, ...(token ? [`# The provider makes a ${token} of its own.`] : [])];
  return { text: `${comments.join("\n")}\n${blocks.join("\n\n")}\n` };
}

function grant({ GrantName, LicenseArn, Principals = [], HomeRegion, AllowedOperations }, region) {
  if (Principals.length !== 1) return `Terraform's grant has exactly one principal, but \`Principals\` has ${Principals.length}.`;
  if (HomeRegion !== undefined && HomeRegion !== region) {
    return `Terraform sends the Region of the request as \`HomeRegion\`, so ${HomeRegion} in a request to ${region} is not possible.`;
  }
  const members = { region, name: GrantName, license_arn: LicenseArn, principal: Principals[0], allowed_operations: AllowedOperations };
  return [block('resource "aws_licensemanager_grant" "grant"', members)];
}

function permission({ name, resourceType, policyTemplate, tags }, region) {
  const map = tagMap(tags);
  if (typeof map === "string") return map;
  const members = { region, name, resource_type: resourceType, policy_template: policyTemplate, tags: map };
  return [block('resource "aws_ram_permission" "permission"', members)];
}

function share({ name, allowExternalPrincipals = true, permissionArns, tags, principals, resourceArns }, region) {
  const map = tagMap(tags);
  if (typeof map === "string") return map;
  const members = { region, name, allow_external_principals: allowExternalPrincipals, permission_arns: permissionArns, tags: map };
  const arn = new Reference("aws_ram_resource_share.share.arn");
  return [block('resource "aws_ram_resource_share" "share"', members), ...associations(arn, principals, resourceArns, region)];
}

function associate({ resourceShareArn, principals, resourceArns }, region) {
  const blocks = associations(resourceShareArn, principals, resourceArns, region);
  return blocks.length ? blocks : "Terraform's associations need a principal or a resource, and the request has neither.";
}

/** One block for each principal and for each resource: the provider sends a request for each. */
function associations(share, principals = [], resources = [], region) {
  const each = (values, kind, argument) =>
    values.map((value, place) => {
      const name = `${kind}${values.length > 1 ? `_${place + 1}` : ""}`;
      return block(`resource "aws_ram_${kind}_association" "${name}"`, { region, resource_share_arn: share, [argument]: value });
    });
  return [...each(principals, "principal", "principal"), ...each(resources, "resource", "resource_arn")];
}

/** The provider always replaces the permission that the share has for the resource type. */
function attach({ resourceShareArn, permissionArn, replace }, region) {
  if (replace !== true) return "Terraform always replaces the permission of the resource type: it sends `replace` as true.";
  const members = { region, resource_share_arn: resourceShareArn, permission_arn: permissionArn };
  return [block('resource "aws_ram_resource_share_permission_association" "permission"', members)];
}

/** The accepter finds the invitation by its share, which the request does not name. */
function accept({ resourceShareInvitationArn }, region) {
  return [
    block('variable "share_arn"', {
      type: new Reference("string"),
      description: `The ARN of the resource share of the invitation ${resourceShareInvitationArn}.`,
    }),
    block('resource "aws_ram_resource_share_accepter" "share"', { region, share_arn: new Reference("var.share_arn") }),
  ];
}

/** Terraform's tags are a map, so each key is there once and has a value. */
function tagMap(tags) {
  if (tags === undefined || tags.length === 0) return undefined;
  const map = new Map(tags.map(({ key, value }) => [key, value]));
  const isMap = map.size === tags.length && tags.every(({ key, value }) => key !== undefined && value !== undefined);
  return isMap ? map : "Terraform's tags are a map: each tag needs a value and a key of its own.";
}
