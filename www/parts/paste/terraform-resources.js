// Which calls the Terraform provider for AWS makes when it creates a resource, as in the provider's source: what it sends for arguments
// that are left out is its own choice, not the default of the API.
import { isObject } from "./paste.js";

/** @typedef {{ operation: string, members: object, ask?: Record<string, string>, notes?: string[] }} ProviderCall */

const TOKEN = "Terraform's provider makes a new token for each request.";
const tags = (value) => (isObject(value) ? Object.entries(value).map(([key, text]) => ({ key, value: text })) : value);
const one = (value) => (value === undefined ? undefined : [value]);

/** The arguments of each resource, those that the provider computes if they are left out, and the calls for their values. An optional token is left out of the calls. @type {Record<string, { arguments: string[], computed?: string[], calls: (given: object, provider: object) => ProviderCall[] }>} */
export const RESOURCES = {
  aws_licensemanager_grant: {
    arguments: ["name", "allowed_operations", "license_arn", "principal"],
    calls: (given, { region }) => [{
      operation: "license-manager:CreateGrant",
      members: { GrantName: given.name, LicenseArn: given.license_arn, Principals: one(given.principal), AllowedOperations: given.allowed_operations, HomeRegion: region ?? undefined },
      ask: { ClientToken: TOKEN, ...(region ? {} : { HomeRegion: "Terraform's provider sends its own Region, which is not in the text." }) },
    }],
  },
  aws_licensemanager_grant_accepter: {
    arguments: ["grant_arn"],
    calls: (given) => [{ operation: "license-manager:AcceptGrant", members: { GrantArn: given.grant_arn } }],
  },
  aws_ram_resource_share: {
    computed: ["permission_arns"],
    arguments: ["name", "allow_external_principals", "permission_arns", "resource_share_configuration", "tags"],
    calls: (given, { defaultTags }) => [{
      operation: "ram:CreateResourceShare",
      members: {
        name: given.name,
        allowExternalPrincipals: given.allow_external_principals ?? false,
        permissionArns: given.permission_arns,
        resourceShareConfiguration: configuration(given.resource_share_configuration),
        tags: tags(withDefaults(given.tags, defaultTags)),
      },
      notes: given.allow_external_principals === undefined ? ["Terraform sends `false` if `allow_external_principals` is left out."] : [],
    }],
  },
  aws_ram_permission: {
    arguments: ["name", "policy_template", "resource_type", "tags"],
    calls: (given, { defaultTags }) => [{
      operation: "ram:CreatePermission",
      members: { name: given.name, resourceType: given.resource_type, policyTemplate: given.policy_template, tags: tags(withDefaults(given.tags, defaultTags)) },
    }],
  },
  aws_ram_principal_association: {
    arguments: ["principal", "resource_share_arn"],
    calls: (given) => [{ operation: "ram:AssociateResourceShare", members: { resourceShareArn: given.resource_share_arn, principals: one(given.principal) } }],
  },
  aws_ram_resource_association: {
    arguments: ["resource_arn", "resource_share_arn"],
    calls: (given) => [{ operation: "ram:AssociateResourceShare", members: { resourceShareArn: given.resource_share_arn, resourceArns: one(given.resource_arn) } }],
  },
  aws_ram_resource_share_permission_association: {
    arguments: ["permission_arn", "resource_share_arn"],
    calls: (given) => [{ operation: "ram:AssociateResourceSharePermission", members: { resourceShareArn: given.resource_share_arn, permissionArn: given.permission_arn, replace: true } }],
  },
  aws_ram_resource_share_accepter: {
    arguments: ["share_arn"],
    calls: (given) => [
      { operation: "ram:GetResourceShareInvitations", members: { resourceShareArns: one(given.share_arn) } },
      {
        operation: "ram:AcceptResourceShareInvitation",
        members: {},
        ask: { resourceShareInvitationArn: "Terraform's provider takes the ARN from the response of GetResourceShareInvitations." },
      },
    ],
  },
  aws_ram_sharing_with_organization: { arguments: [], calls: () => [{ operation: "ram:EnableSharingWithAwsOrganization", members: {} }] },
};

/** Arguments that every resource has. */
export const META = ["provider", "region", "count", "for_each", "depends_on", "lifecycle", "timeouts", "provisioner", "connection"];

/** Attributes that Terraform's plan shows although nobody sets them. */
export const COMPUTED = ["id", "arn", "tags_all", "home_region", "parent_arn", "status", "version", "default_version", "invitation_arn", "receiver_account_id", "resources", "share_name", "sender_account_id", "share_id", "permission_version", "allowed_operations", "license_arn", "name", "principal"];

function withDefaults(given, defaults) {
  if (!isObject(defaults)) return given;
  return isObject(given) || given === undefined ? { ...defaults, ...given } : given;
}

function configuration(value) {
  const one = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? Object.fromEntries(Object.entries(one).map(([name, member]) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), member])) : one;
}
