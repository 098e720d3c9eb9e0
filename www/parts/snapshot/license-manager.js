// Licenses and grants of a snapshot as steps.
import { RANK, milliseconds } from "./timeline.js";

const call = (as, region, operation, input, ids) => ({ ...(ids ? { ids } : {}), as, region, operation: `license-manager:${operation}`, input });
const idOf = (arn) => arn.split(":").at(-1);
const without = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** The status of a new license version, by the state that it leads to. */
const STATUSES = { Available: "AVAILABLE", Deactivated: "DEACTIVATED", Suspended: "SUSPENDED" };
/** States that only the settings, the clock or a deletion lead to. */
const DELETED = ["PendingDelete", "Deleted", "Removed"];

export class LicenseSteps {
  constructor(timeline, notes, settings, now) {
    Object.assign(this, { timeline, notes, settings, now });
  }

  add({ licenses, grants, consumptions, tokens }) {
    this.grants = new Map(grants.map((grant) => [grant.fixed.arn, grant]));
    this.activations = activations(grants);
    for (const license of licenses) this.license(license);
    for (const grant of grants) this.grant(grant);
    const active = consumptions.length;
    if (active) this.notes.add(`${counted(active, "checkout was", "checkouts were")} left out, because License Manager chooses the consumption tokens.`);
    if (tokens.length) this.notes.add(`${counted(tokens.length, "refresh token was", "refresh tokens were")} left out, because License Manager chooses their IDs.`);
  }

  license({ fixed, tags, current, earlier, kept_until: keptUntil }) {
    const { arn, owner, home_region: region, created } = fixed;
    const at = (step, time = created, rank = RANK.license) => this.timeline.at(time, rank, step);
    const versions = [...earlier, current];
    const [first, ...later] = versions;
    const token = (number) => `${idOf(arn).slice(0, 40)}-version-${number}`;
    const input = { ...content(first.content), ProductSKU: fixed.product_sku, Beneficiary: fixed.beneficiary, HomeRegion: region, ClientToken: token(1) };
    at(call(owner, region, "CreateLicense", input, [idOf(arn)]));
    if (this.settings.newLicenseStatus === "pending-available" && current.state !== "PendingAvailable") at({ settle: true });
    if (tags.length) at(call(owner, region, "TagResource", { ResourceArn: arn, Tags: tags }));
    let status = "AVAILABLE";
    let time = this.expiry(first, milliseconds(created));
    later.forEach((version, place) => {
      status = version.state === "Expired" ? "AVAILABLE" : (STATUSES[version.state] ?? status);
      const members = { LicenseArn: arn, ...content(version.content), HomeRegion: region, Status: status, ClientToken: token(place + 2) };
      // When a version was made is not stored. What makes a license unusable comes after its grants.
      const isLate = version === current && status !== "AVAILABLE";
      at(call(owner, region, "CreateLicenseVersion", members), isLate ? Number.POSITIVE_INFINITY : time, isLate ? RANK.late : RANK.license);
      time = this.expiry(version, time);
    });
    if (!DELETED.includes(current.state)) return;
    const deletion = keptUntil ? monthsBefore(keptUntil, 6) : Number.POSITIVE_INFINITY;
    at(call(owner, region, "DeleteLicense", { LicenseArn: arn, SourceVersion: String(versions.length) }), Math.max(deletion, time), RANK.late);
    if (current.state === "Removed") this.timeline.settle(keptUntil);
  }

  /** When a version that expired did so; otherwise `time`. The next version comes later. */
  expiry({ state, content }, time) {
    if (state !== "Expired") return time;
    const end = Math.min(this.now, Math.max(milliseconds(content.validity.End), time) + 1000);
    this.timeline.settle(end);
    return end;
  }

  grant(grant) {
    const { fixed, tags, current, earlier } = grant;
    const { arn, grantor, principal, license_arn: license, home_region: region, created, distributed } = fixed;
    const versions = [...earlier, current];
    const [first] = versions;
    const at = (step, time) => this.timeline.at(time, RANK.grant, step);
    if (distributed) {
      this.timeline.settle(created, { ids: [idOf(arn)] });
    } else {
      const input = without({
        GrantName: first.name, LicenseArn: license, Principals: [principalArn(principal)], HomeRegion: region, AllowedOperations: first.operations,
        ClientToken: `${idOf(arn).slice(0, 40)}-version-1`, GrantType: fixed.grant_type, Options: first.options,
      });
      at(call(grantor, region, "CreateGrant", input, [idOf(arn)]), created);
      // A setting lets an acceptance change the first version.
      if (["Disabled", "Active", "Rejected"].includes(kind(first.state))) this.change(grant, { ...first, state: { PendingAccept: "ByGrantee" } }, first, 1);
    }
    // Another call would end the asynchronous work that the grant may begin with.
    const settled = versions.length > 1 && isPending(first.state) ? versions[1].since : created;
    if (tags.length) at(call(grantor, region, "TagResource", { ResourceArn: arn, Tags: tags }), settled);
    versions.slice(1).forEach((version, place) => this.change(grant, versions[place], version, place + 1));
  }

  /** The step that made a version of a grant from the one before it. `number`: that of the one before. */
  change(grant, from, to, number) {
    const { arn, grantor, principal, home_region: region } = grant.fixed;
    if (this.isWork(grant, from, to)) return this.timeline.settle(to.since, outcomeOf(from, to));
    if (this.isConsequence(grant, from, to)) return;
    const grantee = principal.Account ?? grantor;
    const at = (as, operation, input) => this.timeline.at(to.since, RANK.grant, call(as, region, operation, without(input)));
    const [before, after] = [kind(from.state), kind(to.state)];
    const reason = to.status_reason === from.status_reason ? null : to.status_reason;
    const options = JSON.stringify(to.options) === JSON.stringify(from.options) ? null : to.options;
    const token = `${idOf(arn).slice(0, 40)}-version-${number + 1}`;
    if (before === after && !isStatusChange(from, to)) {
      const name = to.name === from.name ? null : to.name;
      const operations = JSON.stringify(to.operations) === JSON.stringify(from.operations) ? null : to.operations;
      const byGrantor = name !== null || operations !== null || (to.grantor_overrides && !from.grantor_overrides);
      return at(byGrantor ? grantor : grantee, "CreateGrantVersion", { GrantArn: arn, GrantName: name, AllowedOperations: operations, Options: options, StatusReason: reason, ClientToken: token });
    }
    if (after === "Rejected") return at(grantee, "RejectGrant", { GrantArn: arn });
    if (after === "Deleted" || after === "PendingDelete") return at(grantor, "DeleteGrant", { GrantArn: arn, Version: String(number), StatusReason: reason });
    const accepts = before === "PendingAccept" && (after === "Disabled" || (this.settings.acceptActivates && options === null));
    if (accepts) return at(grantee, "AcceptGrant", { GrantArn: arn });
    const status = JSON.stringify(to.state).includes("Active") ? "ACTIVE" : "DISABLED";
    return at(grantee, "CreateGrantVersion", { GrantArn: arn, Status: status, StatusReason: reason, Options: options, ClientToken: token });
  }

  /** Whether License Manager's asynchronous work made the version. */
  isWork({ fixed }, { state }, { since, state: after }) {
    if (state.PendingWorkflow || (state === "PendingDelete" && after !== "PendingDelete")) return true;
    if (state.PendingAccept?.Automatic && ["Disabled", "Active"].includes(kind(after))) return true;
    if (!fixed.distributed) return false;
    return this.versionsOf(fixed.parent_arn).some((version, place, all) => version.since === since && place > 0 && all[place - 1].state.PendingWorkflow);
  }

  /** Whether a change of another grant made the version: the deletion of its parent, or the activation of another grant. */
  isConsequence({ fixed }, from, { since, state }) {
    const parent = this.versionsOf(fixed.parent_arn);
    const changedWith = parent.some((version, place) => version.since === since && place > 0);
    if (changedWith && (fixed.distributed || ["Deleted", "PendingDelete"].includes(kind(state)))) return true;
    const others = this.activations.get(moment(fixed, since)) ?? [];
    return kind(state) === "Disabled" && Boolean(from.state.Active) && others.some((arn) => arn !== fixed.arn);
  }

  versionsOf(arn) {
    const grant = this.grants.get(arn);
    return grant ? [...grant.earlier, grant.current] : [];
  }
}

const kind = (state) => (typeof state === "string" ? state : Object.keys(state)[0]);

const isPending = (state) => Boolean(state.PendingWorkflow ?? state.PendingAccept?.Automatic);

/** How the work of a grant to an organization ended. */
const outcomeOf = (from, to) => (from.state.PendingWorkflow || from.state === "PendingDelete" ? { outcome: to.state.FailedWorkflow ? "fails" : "completes" } : {});

/** Whether a grant to an organization, whose account grants are switched, gets another status. */
const isStatusChange = (from, to) => JSON.stringify(to.state) !== JSON.stringify(from.state) && Boolean(to.state.PendingWorkflow?.StatusChange);

/** The ARNs of the grants that were activated for a principal at a time. */
function activations(grants) {
  const found = new Map();
  for (const { fixed, current, earlier } of grants) {
    for (const { state, since } of [...earlier, current]) {
      const key = moment(fixed, since);
      if (state.Active) found.set(key, [...(found.get(key) ?? []), fixed.arn]);
    }
  }
  return found;
}

const moment = ({ principal }, since) => `${principalArn(principal)} ${since}`;

const principalArn = ({ Account: account, Organization: organization }) => organization ?? `arn:aws:iam::${account}:root`;

const content = ({ name, product_name, issuer, validity, entitlements, consumption, metadata }) => without({
  LicenseName: name, ProductName: product_name, Issuer: issuer, Validity: validity, Entitlements: entitlements, ConsumptionConfiguration: consumption, LicenseMetadata: metadata,
});

/** The time some months before another one, or the last day of a shorter month. */
function monthsBefore(time, months) {
  const date = new Date(milliseconds(time));
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
