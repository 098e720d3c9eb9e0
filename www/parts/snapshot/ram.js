// Permissions, resource shares and resources of a snapshot as steps.
import { RANK, milliseconds } from "./timeline.js";

/** The resources that every session has from the start, if it has their accounts. */
const FROM_THE_START = [
  "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings",
  "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0",
  "arn:aws:backup:us-east-1:111122223333:backup-vault:shared-vault",
  "arn:aws:ssm:us-east-1:123456789012:parameter/team/settings",
  "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0fedcba9876543210",
  "arn:aws:backup:us-east-1:123456789012:backup-vault:team-vault",
];

const MEMBERS = { Principal: "principals", Resource: "resourceArns", Source: "sources" };
const call = (as, region, operation, input, ids = []) => ({ ...(ids.length ? { ids } : {}), as, region, operation: `ram:${operation}`, input });
const idOf = (arn) => arn.split("/").at(-1);
const some = (list) => (list?.length ? list : undefined);
const without = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
const quoted = (names) => names.map((name) => `\`${name}\``).join(", ");

export class RamSteps {
  constructor(timeline, notes, accounts) {
    Object.assign(this, { timeline, notes, accounts });
  }

  add({ permissions, shares, resources, replacements }) {
    const { shares: rows, associations, invitations } = shares;
    this.invitations = invitations;
    this.resources(resources);
    const derived = permissions.filter(({ origin }) => origin === "Policy");
    for (const permission of permissions) if (permission.origin !== "Policy") this.permission(permission, firstUse(permission.arn, rows));
    this.known = new Set(permissions.filter(({ origin }) => origin !== "Policy").map(({ arn }) => arn));
    const fromPolicies = this.policies(resources, rows);
    const members = new Map(rows.map((_, number) => [number, []]));
    for (const association of associations) members.get(association.share)?.push(association);
    rows.forEach((share, number) => this.share(share, members.get(number), fromPolicies.has(number)));
    const answered = new Set(associations.map(({ invitation }) => invitation));
    const unknown = invitations.filter(({ due }, number) => due && !answered.has(number)).length;
    if (unknown) this.notes.add(`${unknown === 1 ? "An earlier invitation was" : `${unknown} earlier invitations were`} left out, because the principal was invited again.`);
    if (derived.length) this.notes.add(`RAM created ${quoted(derived.map(({ arn }) => idOf(arn)))} from resource policies. Such a permission gets another name here.`);
    if (replacements.length) this.notes.add("The list of replacements of permissions is empty here. The shares have the permissions that the replacements gave them.");
  }

  resources(resources) {
    const arns = new Set(resources.map(({ arn }) => arn));
    for (const { arn, account, region, created } of resources) {
      if (!FROM_THE_START.includes(arn)) this.timeline.at(created, RANK.resource, { change: { resource: { account, region, arn } } });
    }
    const deleted = FROM_THE_START.filter((arn) => !arns.has(arn) && this.accounts.includes(arn.split(":")[4]));
    for (const arn of deleted) this.timeline.at(Number.POSITIVE_INFINITY, RANK.late, { change: { resource: { account: arn.split(":")[4], arn, deleted: true } } });
  }

  /** The policies that were written without RAM. Returns the numbers of the shares that RAM created from them. */
  policies(resources, shares) {
    const numbers = new Set();
    for (const { arn, policy, shares: made } of resources.filter(({ policy }) => policy)) {
      const [first] = made;
      const time = shares[first]?.created ?? Number.POSITIVE_INFINITY;
      const ids = made.map((number) => idOf(shares[number].arn));
      this.timeline.at(time, RANK.share, { ...(ids.length ? { ids } : {}), change: { resourcePolicy: { resourceArn: arn, policy } } });
      for (const number of made) numbers.add(number);
    }
    return numbers;
  }

  /** `used`: when the first share got it. A promoted permission is older than its first version. */
  permission({ arn, resource_type: resourceType, tags, state, versions, live, default: standard, origin }, used) {
    const [, , , region, account] = arn.split(":");
    const known = new Map(Object.values(versions).map((version) => [version.number, version]));
    const { template } = known.get(standard) ?? [...known.values()].at(-1);
    const highest = Math.max(...known.keys(), ...live);
    const isPromoted = origin !== "Created";
    let time = Math.min(milliseconds([...known.values()][0].created), isPromoted ? used : Number.POSITIVE_INFINITY);
    const at = (operation, input, when = time) => this.timeline.at(when, RANK.permission, call(account, region, operation, input));
    const unknown = [];
    for (let number = 1; number <= highest; number += 1) {
      const version = known.get(number);
      if (number > 1 || !isPromoted) time = Math.max(time, version ? milliseconds(version.created) : 0);
      const members = without({ policyTemplate: version?.template ?? template, permissionTemplateParameters: version?.parameters });
      if (number === 1) at("CreatePermission", without({ name: idOf(arn), resourceType, ...members, tags }));
      else at("CreatePermissionVersion", { permissionArn: arn, ...members });
      if (!version) unknown.push(number);
      const isGone = (other) => other >= 1 && !live.includes(other) && state !== "Deleted";
      // A default version cannot be deleted, so each one goes when the next one is there.
      if (isGone(number - 1)) at("DeletePermissionVersion", { permissionArn: arn, permissionVersion: number - 1 }, deletedAt(known.get(number - 1), time));
    }
    if (standard !== highest || !live.includes(highest)) {
      const last = known.get(standard);
      if (standard !== highest) at("SetDefaultPermissionVersion", { permissionArn: arn, permissionVersion: standard }, Math.max(time, milliseconds(last.updated)));
      if (!live.includes(highest) && state !== "Deleted") at("DeletePermissionVersion", { permissionArn: arn, permissionVersion: highest }, deletedAt(known.get(highest), time));
    }
    if (state === "Deprecated") at("UpdatePermission", { permissionArn: arn, status: "DEPRECATED" }, Number.POSITIVE_INFINITY);
    if (state === "Deleted") at("DeletePermission", { permissionArn: arn }, Math.max(time, milliseconds(known.get(standard).updated)));
    if (unknown.length) this.notes.add(`Version ${unknown.join(", ")} of \`${idOf(arn)}\` was deleted, and its policy template is not known. Here it had that of the default version.`);
  }

  share(share, all, isFromPolicy) {
    const { arn, account, region, created, updated, state, feature_set: features, permissions } = share;
    const isDeleted = state === "Deleting" || state === "Deleted";
    if (share.forgotten) return;
    const at = (time, operation, input, ids) => this.timeline.at(time, RANK.share, call(account, region, operation, { resourceShareArn: arn, ...input }, ids));
    const members = all.filter((member) => !member.forgotten && !member.state.Failed);
    for (const { content } of all.filter((member) => member.state.Failed)) this.notes.add(`\`${content.entity}\` was left out of the share \`${idOf(arn)}\`, because it failed there.`);
    if (isFromPolicy) {
      if (features !== "CreatedFromPolicy") at(updated, "PromoteResourceShareCreatedFromPolicy", {});
    } else if (features !== "Standard" && isDeleted) {
      this.notes.add(`The deleted share \`${idOf(arn)}\` was left out. RAM had created it from a policy that is gone.`);
      return;
    } else {
      const [first, later] = [true, false].map((isFirst) => members.filter((member) => (member.created === created) === isFirst));
      this.create(share, first);
      for (const { permission, at: time, parameters } of Object.values(permissions).filter((attached) => attached.at !== created)) {
        at(time, "AssociateResourceSharePermission", without({ permissionArn: permission, replace: true, permissionTemplateParameters: parameters }));
      }
      for (const group of grouped(later)) this.associate(at, group);
    }
    // A share without members is deleted at once.
    const isEmpty = members.every((member) => milliseconds(member.updated) < milliseconds(updated));
    const end = isDeleted ? (isEmpty ? milliseconds(updated) : before(updated, created)) : Number.POSITIVE_INFINITY;
    for (const member of members) this.end(at, share, member, end);
    if (isDeleted) at(end, "DeleteResourceShare", {});
    if (updated !== created && state !== "Pending" && state !== "Deleting") this.timeline.settle(updated);
    if (state === "Failed") this.notes.add(`The share \`${idOf(arn)}\` failed. Here it is active.`);
  }

  create({ arn, account, region, content, created, permissions }, members) {
    const first = Object.values(permissions).filter(({ at, permission }) => at === created && (permission.includes("::aws:") || this.known.has(permission)));
    const { name, allow_external: allowExternalPrincipals, tags, configuration } = content;
    const input = without({
      name, allowExternalPrincipals, tags: some(tags), ...entities(members), permissionArns: some(first.map(({ permission }) => permission)),
      permissionTemplateParameters: some(first.filter(({ parameters }) => parameters).map(({ permission, parameters }) => ({ permissionArn: permission, permissionTemplateParameters: parameters }))),
      resourceShareConfiguration: configured(configuration),
    });
    this.timeline.at(created, RANK.share, call(account, region, "CreateResourceShare", input, [idOf(arn), ...this.invited(members)]));
  }

  associate(at, members) {
    at(members[0].created, "AssociateResourceShare", entities(members), this.invited(members));
  }

  /** The IDs of the invitations of principals. */
  invited(members) {
    return members.filter(({ invitation }) => invitation !== null && invitation !== undefined).map(({ invitation }) => idOf(this.invitations[invitation].arn));
  }

  /** What became of an association. `shareEnd`: when its share was deleted. */
  end(at, { arn }, { content, state, invitation: number, created, updated }, shareEnd) {
    const invitation = this.invitations[number ?? -1];
    const answer = { Accepted: "AcceptResourceShareInvitation", Rejected: "RejectResourceShareInvitation" }[invitation?.state];
    const time = invitation?.state === "Accepted" ? invitation.sent : updated;
    if (answer) this.timeline.at(time, RANK.share, call(invitation.receiver, invitation.arn.split(":")[3], answer, { resourceShareInvitationArn: invitation.arn }));
    const left = this.leftAt(state, invitation, created, updated);
    const isWithShare = shareEnd === left && invitation?.state !== "Expired";
    if (left !== undefined && left <= shareEnd && !isWithShare) at(left, "DisassociateResourceShare", { [MEMBERS[content.kind]]: [content.entity] });
    if (state === "Associated" || state === "Disassociated") this.timeline.settle(updated);
    if (["Suspending", "Suspended", "Restoring"].includes(state)) this.notes.add(`\`${content.entity}\` in the share \`${idOf(arn)}\` is not suspended here.`);
  }

  /** When the owner took something out of the share, or undefined. */
  leftAt(state, invitation, created, updated) {
    if (state === "Disassociating") return milliseconds(updated);
    if (state !== "Disassociated" || invitation?.state === "Rejected") return undefined;
    if (invitation?.state !== "Expired" || !invitation.due) return before(updated, created);
    const ended = milliseconds(invitation.due) - INVITATION_IS_KEPT;
    // An invitation that expires ends its association at once.
    return ended < milliseconds(updated) ? ended : undefined;
  }
}

/** How long an invitation is kept after its end, in milliseconds. */
const INVITATION_IS_KEPT = 7 * 24 * 60 * 60 * 1000;

/** When the work began that ended at this time: a second before, but not before the beginning. */
const before = (time, beginning) => Math.max(milliseconds(time) - 1000, milliseconds(beginning));

/** When the first share that has a permission was created. */
const firstUse = (arn, shares) => Math.min(...shares.filter(({ permissions }) => Object.values(permissions).some(({ permission }) => permission === arn)).map(({ created }) => milliseconds(created)));

function deletedAt(version, time) {
  return version && !["Default", "Former"].includes(version.status) ? Math.max(time, milliseconds(version.updated)) : time;
}

/** Associations that one request can have made. */
function grouped(members) {
  const groups = new Map();
  for (const member of members) groups.set(member.created, [...(groups.get(member.created) ?? []), member]);
  return groups.values();
}

/** The members of a request for associations. */
function entities(members) {
  const made = {};
  for (const { content } of members) (made[MEMBERS[content.kind]] ??= []).push(content.entity);
  return made;
}

function configured({ retain_on_leave: retains, exclusive_access: exclusive }) {
  return retains || exclusive ? { retainSharingOnAccountLeaveOrganization: retains, ...(exclusive ? { exclusiveAccountAccess: exclusive } : {}) } : undefined;
}
