// Walks through an input along its shape, for clients with types.

/** @import { Shape } from "./call.js" */

/**
 * The names of the structures in the API model, by the member that has them. Clients with types need them.
 * Two members have different structures in different operations: see `structureName`.
 */
const STRUCTURES = {
  BorrowConfiguration: "BorrowConfiguration",
  CheckoutMetadata: "Metadata",
  ConsumptionConfiguration: "ConsumptionConfiguration",
  Filters: "Filter",
  Issuer: "Issuer",
  LicenseMetadata: "Metadata",
  Options: "Options",
  ProvisionalConfiguration: "ProvisionalConfiguration",
  Tags: "Tag",
  Validity: "DatetimeRange",
  resourceShareConfiguration: "ResourceShareConfiguration",
  tagFilters: "TagFilter",
  tags: "Tag",
};

/**
 * The name of a member's structure, or of the structures in its list.
 * @param {string} member
 * @param {Shape} shape the structure
 * @returns {string}
 */
export function structureName(member, shape) {
  switch (member) {
    case "Entitlements":
      return "MaxCount" in shape.members ? "Entitlement" : "EntitlementData";
    case "permissionTemplateParameters":
      if ("permissionArn" in shape.members) return "PermissionArnAndTemplateParameters";
      return "description" in shape.members ? "PermissionTemplateParameterDeclaration" : "PermissionTemplateParameterInput";
    default:
      return STRUCTURES[member];
  }
}

/**
 * The members of a value with their shapes, in the order in which they were written.
 * @param {Shape} shape a structure
 * @param {Record<string, unknown>} value
 * @returns {{ name: string, shape: Shape, value: any }[]}
 */
export const membersOf = (shape, value) => Object.entries(value).map(([name, item]) => ({ name, shape: shape.members[name].shape, value: item }));
