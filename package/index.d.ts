/// <reference lib="esnext.disposable" />
/** One of the two simulated services. */
export type Service = "license-manager" | "ram";

/** An edition of the License Manager API model. */
export type Vintage = "early" | "2023" | "2026";

/** An account of the session. */
export interface Account {
  /** Twelve digits. */
  id: string;
  name?: string;
  /** Whether License Manager's service-linked role exists. Default: `true`. */
  setUp?: boolean;
  /** Whether the service-linked role exists that is needed to activate grants of AWS Marketplace. Default: `true`. */
  marketplaceRole?: boolean;
  /** The IAM actions that are denied to the account's caller, for example `license-manager:CreateGrant`. */
  denied?: string[];
}

/** An organization of AWS Organizations. */
export interface Organization {
  /** For example `o-exampleorg1`. */
  id: string;
  /** The management account. It does not have to be listed as a member. */
  managementAccount: string;
  /** The member account that administers License Manager together with the management account. Default: none. */
  delegatedAdministrator?: string | null;
  /** Default: `true`. */
  allFeatures?: boolean;
  /** Whether License Manager has trusted access. Default: `true`. */
  trustedAccess?: boolean;
  /** Whether `license-management.marketplace.amazonaws.com` has trusted access, which replaces the accounts' roles. Default: `false`. */
  marketplaceAccess?: boolean;
  /** Whether sharing with the organization is enabled in RAM. Default: `false`. */
  sharingEnabled?: boolean;
  /** The organizational units, by ID. */
  units?: Record<string, { name?: string; parent?: string | null }>;
  /** The member accounts, each with its organizational unit, or `null` for the root. */
  members?: Record<string, string | null>;
}

/** The settings. Most of them choose between behaviors where AWS has not published the behavior of the real services. */
export interface Settings {
  /** When asynchronous work ends. Until the next call (next-tick): the distribution, activation or deletion of an organization grant ends before the next call, and a change of a resource share ends one second later. Until a step ends it (when-told): both end only at a step that settles them. Default: `next-tick`. */
  workflowPace?: "next-tick" | "when-told";
  /** How asynchronous work ends: it succeeds or it fails. Why a real workflow fails is not public. Default: `completes`. */
  workflowOutcome?: "completes" | "fails";
  /** A grant whose workflow failed has a StatusReason. The real text is not public; the playground's text is invented. Default: `false`. */
  failedWorkflowReason?: boolean;
  /** Status of an organization grant after its distribution: WORKFLOW_COMPLETED, or the status of its accounts' grants. Published reports differ. Default: `workflow-completed`. */
  organizationGrantStatus?: "workflow-completed" | "as-members";
  /** A new resource share that has principals or resources starts as PENDING and becomes ACTIVE one second later. Recorded responses show ACTIVE at once, but published tools wait for PENDING to end. Default: `false`. */
  sharesBeginPending?: boolean;
  /** Seconds until RAM replaces a permission on the shares that use it. Recorded: 28 and 30. Default: `29`. */
  replacementSeconds?: number;
  /** Milliseconds by which each call moves the session's clock forward. Default: `1000`. */
  tickMilliseconds?: number;
  /** Constraint messages repeat the invalid value or omit it. AWS services differ; what License Manager does is not public. Default: `echoed`. */
  valueEcho?: "echoed" | "omitted";
  /** Constraint messages name members as requests do (GrantArn) instead of in lower camel case (grantArn), which most AWS services use. Default: `false`. */
  pascalCasePaths?: boolean;
  /** License Manager's constraint errors have their text in the member message, as in Kinesis, instead of Message. Default: `false`. */
  lowerCaseMessage?: boolean;
  /** An unknown ARN, version, filter or page token gets a ValidationException instead of an InvalidParameterValueException. Some published programs expect the first error, some the second. Default: `false`. */
  invalidValuesAreValidation?: boolean;
  /** A request for a license or grant of another account gets an AccessDeniedException instead of the error for a resource that does not exist. Default: `false`. */
  denyForeignResources?: boolean;
  /** CreateGrantVersion with an old SourceVersion gets a ConflictException instead of a ValidationException. The API model does not declare ConflictException for this operation. Default: `false`. */
  staleSourceVersionIsConflict?: boolean;
  /** A second live grant to the same principal gets a ConflictException, as in a published test, instead of a ValidationException. The API model does not declare ConflictException for this operation. Default: `false`. */
  duplicateGrantIsConflict?: boolean;
  /** AllowedOperations with an operation that the grantor does not have gets an InvalidParameterValueException instead of a ValidationException. The API model declares both. Default: `false`. */
  excessOperationsAreInvalidValues?: boolean;
  /** CreateGrantVersion with a Status other than ACTIVE or DISABLED gets an InvalidParameterValueException instead of a ValidationException. The API model declares both. Default: `false`. */
  otherStatusIsInvalidValue?: boolean;
  /** CheckoutLicense with a Beneficiary other than the license's gets a ResourceNotFoundException instead of a NoEntitlementsAllowedException. The API model declares both. Default: `false`. */
  otherBeneficiaryIsNotFound?: boolean;
  /** Error for an operation that no active grant of the caller allows: AuthorizationException or AccessDeniedException. Which one AWS returns is not public. Default: `authorization`. */
  ungrantedOperation?: "authorization" | "access-denied";
  /** Error for checked-out entitlements that cannot be checked in: ConflictException or ValidationException. The API model declares both; which one AWS returns is not public. Default: `conflict`. */
  refusedCheckIn?: "conflict" | "validation";
  /** Minutes for which License Manager remembers a client token. The 10 minutes are documented only for CreateToken. Default: `10`. */
  clientTokenMinutes?: number;
  /** Rows on a page of License Manager's lists if the request does not set MaxResults. Default: `100`. */
  defaultPageSize?: number;
  /** Status of a new license: AVAILABLE at once, or PENDING_AVAILABLE until asynchronous work has ended. Both statuses exist; which one CreateLicense returns is not public. Default: `available`. */
  newLicenseStatus?: "available" | "pending-available";
  /** Status of a deleted license in the six months in which it can be read: PENDING_DELETE or DELETED. The shape of the response allows both; which one AWS returns is not public. Default: `pending-delete`. */
  deletedLicenseStatus?: "pending-delete" | "deleted";
  /** Deleting a license also deletes its grants. Otherwise the grants keep their status but allow nothing. Default: `false`. */
  deleteGrantsWithLicense?: boolean;
  /** Regions in which a license can be checked out: every Region, as the user guide says, or only its home Region, as the declared RedirectException suggests. Default: `any`. */
  consumptionRegion?: "any" | "home";
  /** A checkout of an entitlement of the unit None is refused if the requested Value differs from the license's. Otherwise it succeeds, and the response repeats the requested Value. Default: `true`. */
  checkCapabilityValues?: boolean;
  /** RenewType Weekly or Monthly resets the quantity that was drawn down. What renewal does is not public. Default: `true`. */
  renewUsage?: boolean;
  /** CreateGrant is refused if HomeRegion is not the license's home Region, even if the request was sent to the home Region. Default: `true`. */
  checkNamedHomeRegion?: boolean;
  /** A second live grant of a license to the same principal is refused. The rule is known, its exact response is not. Default: `true`. */
  refuseDuplicateGrants?: boolean;
  /** An operation that AllowedOperations repeats is stored once. The API model allows repetitions. Default: `false`. */
  collapseRepeatedOperations?: boolean;
  /** AcceptGrant makes a grant ACTIVE instead of DISABLED. Published tests accept both. Default: `false`. */
  acceptActivates?: boolean;
  /** Accepting an already accepted grant succeeds and changes nothing. Otherwise it is refused. Default: `false`. */
  acceptAgain?: boolean;
  /** RejectGrant is allowed on an accepted or active grant. A published program does this. Default: `true`. */
  rejectAccepted?: boolean;
  /** Accepting or rejecting a grant creates a new version of it. Default: `true`. */
  acceptanceMakesVersion?: boolean;
  /** Activating a grant that is pending acceptance also accepts it. Otherwise it is refused. Default: `true`. */
  activateUnaccepted?: boolean;
  /** Activating a second grant of an AWS Marketplace product without an override replaces the first grant instead of being refused. Default: `false`. */
  secondActiveGrantReplaces?: boolean;
  /** CreateGrant is refused if the principal is the account that owns the license. Otherwise a grantee can grant the license back to its owner. Default: `true`. */
  refuseGrantsToOwner?: boolean;
  /** Seats cannot be checked in if a capability without AllowCheckIn was checked out together with them. Default: `false`. */
  capabilitiesNeedCheckIn?: boolean;
  /** An account that left an organization can no longer use the grant that it received through the organization. Default: `false`. */
  leavingEndsGrants?: boolean;
  /** A sub-grant allows nothing while its parent is disabled, and only operations that its parent still allows. Otherwise a later change of the parent does not affect the sub-grant. Default: `true`. */
  subGrantsNeedParent?: boolean;
  /** Deleting or rejecting a grant also deletes its sub-grants. Default: `true`. */
  deleteSubGrants?: boolean;
  /** The Effect of a policy template can be Allow in any letter case. AWS's documentation writes ALLOW, published templates write Allow. Default: `false`. */
  effectInAnyCase?: boolean;
  /** When an invitation is rejected, its association becomes FAILED instead of DISASSOCIATED. When an invitation expires, its association always becomes DISASSOCIATED. Default: `false`. */
  rejectedInvitationFails?: boolean;
  /** RAM looks for each resource that is added to a share. The call succeeds, and one second later the association of a resource that does not exist becomes FAILED, as a published report says. Otherwise any ARN can be shared. Default: `false`. */
  resourcesMustExist?: boolean;
  /** When an account leaves the organization, its associations with resource shares become SUSPENDED until it returns, instead of being removed. That the account loses access is documented; the status SUSPENDED is only in the API model. Default: `true`. */
  suspendOnLeave?: boolean;
  /** Grants that a license can have (AWS: 2,000). Default: `2000`. */
  grantsPerLicense?: number;
  /** Licenses that an account can own, without deleted ones. The quota exists, its value is not public. Default: `10000`. */
  licensesPerAccount?: number;
  /** Licenses of one product that an account can accept. The quota exists, its value is not public. Default: `1000`. */
  receivedLicensesPerProduct?: number;
  /** Entitlements of a unit other than None that a license can have. The quota exists, its value is not public. Default: `50`. */
  countedEntitlementsPerLicense?: number;
  /** Entitlements of the unit None that a license can have. The quota exists, its value is not public. Default: `50`. */
  uncountedEntitlementsPerLicense?: number;
  /** Entitlements of a unit other than None that one request can check out. The quota exists, its value is not public. Default: `50`. */
  countedEntitlementsPerCheckout?: number;
  /** Tokens that an account can have for one license. The quota exists, its value is not public. Default: `10`. */
  tokensPerLicense?: number;
  /** Access tokens that can be issued for one license within an hour. The quota exists; a published script says 10. Default: `10`. */
  accessTokensPerHour?: number;
  /** Organization grants of an account that can be in progress at the same time. The quota exists, its value is not public. Default: `10`. */
  concurrentOrganizationGrants?: number;
  /** Customer managed permissions that an account can have in a Region (AWS: 1,500). Default: `1500`. */
  permissionsPerRegion?: number;
  /** Customer managed permissions that an account can have for one resource type (AWS: 10). Default: `10`. */
  permissionsPerResourceType?: number;
  /** Resource shares that an account can have in a Region (AWS: 25,000). Default: `25000`. */
  sharesPerRegion?: number;
  /** Principals that a resource share can have, and resources that it can have (AWS: 5,000 of each). Default: `5000`. */
  associationsPerShare?: number;
  /** Principals that an account's resource shares in a Region can have together, and resources that they can have together (AWS: 25,000 of each). Default: `25000`. */
  associationsPerRegion?: number;
  /** Resources that one call can add to a resource share (AWS: 100). Default: `100`. */
  resourcesPerCall?: number;
  /** Invitations from an account that can be pending in a Region (AWS: 20). Default: `20`. */
  pendingInvitations?: number;
}

/** The initial state of a session's world. Every member has a default. */
export interface Options {
  /** The seed of all generated IDs: a whole number. Default: 1. */
  seed?: number;
  /** The time at which the session starts. Default: `2023-11-14T22:13:20Z`. */
  start?: string | Date;
  /** The edition of the API model. Default: `2023`. */
  vintage?: Vintage;
  settings?: Settings;
  /** Default: a vendor 111122223333, a customer 123456789012 with the member 210987654321, an outsider 444455556666. */
  accounts?: Account[];
  /** Default: `o-exampleorg1`, with the customer and its member. */
  organizations?: Organization[];
}

/** An HTTP request as a client sends it. */
export interface Request {
  method: string;
  /** The whole address, for example `https://license-manager.us-east-1.amazonaws.com/`. */
  url: string;
  headers?: Record<string, string> | Iterable<readonly [string, string]>;
  body?: string | null;
}

/** An HTTP response as the service sends it. */
export interface Response {
  status: number;
  /** The names have the service's spelling. */
  headers: Record<string, string>;
  body: string;
}

/** A resource that was created, changed its state, or was changed in another way. */
export interface Change {
  /** The resource's ARN, with its version if the versions have their own states. */
  resource: string;
  /** What happened, for example `created`. */
  event: string;
  /** The state before; `null` for a new resource. */
  from: string | null;
  /** The state after. */
  to: string;
}

/** A rule that was checked, and what the check found. */
export type Check = Rule & ({ verdict: "passed" } | Refusal);

/** A rule of the simulator. */
export interface Rule {
  /** A short stable name, for example `license-manager/constraints`. */
  name: string;
  stage: "Routing" | "Authentication" | "Decoding" | "Constraints" | "Access" | "Operation";
  /** The requirement, as a sentence. */
  text: string;
  /** The kind of evidence for the rule. */
  evidence: "Model" | "Documented" | "Observed" | "Inferred";
  /** The source of the evidence. */
  source: string;
}

/** Why a request was refused. */
export interface Refusal {
  verdict: "refused";
  /** The error. */
  error: { name: string; status: number; message: string | null; location?: string };
  /** What was found, for example each invalid value and the constraint that it violates. */
  findings: string[];
  /** What to change so that the request passes this rule. */
  remedy: string;
  /** The change as data: all edits together make the request pass the rule. Absent if somebody has to choose. */
  edits?: Edit[];
}

/**
 * A change of a refused request, of its sender, or of what is sent before it. `member` is the place of a member, for example
 * `Options.DesiredStatus` or `Tags.1.Key`.
 */
export type Edit =
  | { set: { member: string; value: unknown } }
  | { omit: { member: string } }
  | { account: string }
  | { region: string }
  | { first: { operation: string; account?: string; input: unknown } };

/** A public key, as a JSON Web Key. */
export interface PublicKey {
  kty: "RSA";
  use: "sig";
  alg: "PS384";
  /** The issuer's `SignKey`, or `openid-license-manager.amazonaws.com` for License Manager's own tokens. */
  kid: string;
  n: string;
  e: string;
}

/** An operation, as the session's edition of the API model describes it. */
export interface Operation {
  service: Service;
  /** For example `CreateGrant`. */
  name: string;
  /** The IAM action, for example `license-manager:CreateGrant`. */
  action: string;
  summary: string;
  method: string;
  path: string;
  /** The errors that the API model declares. */
  errors: { name: string; status: number; sentence: string }[];
  input: Shape;
  output: Shape;
}

/** A shape of the API model, with its constraints. Lengths count characters of a string, elements of a list. */
export type Shape = { name: string } & (
  | { type: "structure"; members: Member[] }
  | { type: "list"; element: Shape; minLength?: number; maxLength?: number }
  | { type: "string"; pattern?: string; minLength?: number; maxLength?: number; values?: string[] }
  | { type: "integer" | "long"; min?: number; max?: number }
  | { type: "boolean" | "timestamp" }
);

/** A member of a structure. */
export interface Member {
  name: string;
  doc: string;
  required: boolean;
  /** What the value means, for example `license-arn`. For a list, what each element means. */
  meaning?: string;
  shape: Shape;
}

/** A change of the world that is not a request to one of the services. In reality other services make such changes. */
export type Intervention =
  | { account: Account }
  | { organization: Organization }
  | { settings: Settings }
  | { share: SharePlacement }
  | { resource: ResourcePlacement }
  | { resourcePolicy: ResourcePolicy };

/** Adds a customer managed permission to a resource share of its owner. Creates the share if the owner has none with that name. */
export interface SharePlacement {
  /** The owner of the permission and of the share. */
  account: string;
  /** Default: `us-east-1`. */
  region?: string;
  /** The share's name. */
  name: string;
  permissionArn: string;
}

/** Creates a resource that can be shared, named by its ARN or by its type and name. An existing resource does not change. */
export interface ResourcePlacement {
  /** The owner. */
  account: string;
  /** Default: the Region of the ARN, or `us-east-1`. */
  region?: string;
  arn?: string;
  /** A resource type such as `ssm:Parameter`, together with `name`. */
  type?: string;
  /** The name or ID. For types with several parts, `database/table`. */
  name?: string;
  /** Whether the resource is deleted instead, which removes it from its resource shares. Default: false. */
  deleted?: boolean;
}

/** A resource policy that is written by hand, without RAM. Within seconds RAM creates a resource share for it. */
export interface ResourcePolicy {
  resourceArn: string;
  /** The policy as text or as JSON. `null` or an empty text removes the policy. */
  policy: string | object | null;
}

/** A session of the format `grant-playground/1`. */
export interface Session {
  format: "grant-playground/1";
  title?: string;
  author?: string;
  /** What the session shows, in Markdown. */
  note?: string;
  /** The name of the student who takes the session as a lesson. */
  student?: string;
  /** The student's answers. A session that has this list, also an empty one, is taken as a lesson. */
  answers?: Answer[];
  /** The initial state of the world. */
  world?: Omit<Options, "start"> & { start?: string };
  steps?: Step[];
}

/** A step of a session. Strings of an input can refer to earlier responses: `"${grant.GrantArn}"`. Write `"$${"` for a plain `"${"`. */
export type Step = { name?: string; note?: string; question?: Question; ids?: string[]; expect?: Expectation } & (
  | { as: string; region?: string; operation: string; input?: unknown; fault?: string }
  | { as: string; region?: string; operation: string; text: string; fault?: string }
  | { request: Request & { headers?: Record<string, string>; body?: string } }
  | { advance: number }
  | { settle: true }
  | { change: Intervention }
);

/** A question about a step. A lesson asks it before it shows the response. */
export interface Question {
  /** The question, in Markdown. */
  ask: string;
  /** The possible answers. Without them, the answer is a text. */
  choices?: string[];
  /** The index of the right choice. */
  right?: number;
  /** Hints in Markdown, which are shown one after another on request. */
  hints?: string[];
  /** An explanation in Markdown, which is shown after the answer. */
  why?: string;
}

/** A student's answer to the question of a step. */
export interface Answer {
  /** The number of the step, counted from 1. */
  step: number;
  /** The index of the chosen answer. */
  choice?: number;
  text?: string;
  /** The number of hints that were shown before. */
  hints?: number;
}

/** The expected response. Members that are not given can have any value. */
export interface Expectation {
  status?: number;
  error?: string;
  message?: string;
  /** Members that the body must contain. */
  body?: unknown;
  /** The exact body. */
  text?: string;
}

/** The result of a step or of a request. A step that sends no request has only changes. */
export interface Outcome {
  name?: string;
  operation?: string;
  /** The sender, if the request has valid credentials. */
  caller?: { account: string; region: string };
  request?: { method: string; url: string; headers: Record<string, string>; body: string };
  response?: Response;
  trace?: Check[];
  changes: Change[];
  /** The differences between the response and the step's expectation. */
  differences: string[];
}

/** A call as a step of a session. It can be appended to the `steps` of a session as it is. */
export interface CallStep {
  as: string;
  region: string;
  /** The IAM action, for example `license-manager:AcceptGrant`. */
  operation: string;
  input: unknown;
}

/** A step that an answer consists of: a call, time that passes, or asynchronous work that ends. Also a step of a session as it is. */
export type ExploredStep = CallStep | { advance: number } | { settle: true };

/** How much was searched, so that an answer says no more than is known. */
export interface Searched {
  /** How many calls and other steps were tried. */
  tried: number;
  /** How many different states were looked at. */
  states: number;
  /** Every sequence of up to so many of the searched steps was tried. */
  depth: number;
  /** Whether the search ended because of the limit of tries. */
  cut: boolean;
  /** The operations whose calls were tried, as IAM actions. */
  operations: string[];
  /** The accounts that sent them. */
  accounts: string[];
  /** What the search leaves out, in sentences for a person. */
  limits: string[];
}

/** What passes from here. */
export interface Passes {
  /** The calls by the resource that they name. */
  groups: CallGroup[];
  tried: number;
  /** Whether calls were left out because of the limit of tries. */
  cut: boolean;
}

/** Calls about one resource, or calls of one operation that name no resource. */
export interface CallGroup {
  /** The ARN of the resource, or the ID of a token. Absent if the calls name no resource. */
  resource?: string;
  /** What the resource is. */
  kind?: ResourceKind;
  /** The name of the resource, if it has one. */
  name?: string;
  /** The operation of calls that name no resource. Absent if `resource` is there. */
  operation?: string;
  /** Those that succeed first. */
  calls: TriedCall[];
}

/** A kind of resource. */
export type ResourceKind =
  | "license"
  | "grant"
  | "checkout"
  | "refresh-token"
  | "permission"
  | "resource-share"
  | "invitation"
  | "replacement";

/** A call that was tried, and its response. */
export interface TriedCall {
  call: CallStep;
  /** What the caller is to the resource: `issuer`, `grantor`, `grantee`, `owner`, `principal`, `invited`. */
  roles: string[];
  status: number;
  /** The name of the error. Absent if the call succeeds. */
  error?: string;
  message?: string | null;
  /** What the call changes. Empty if it is refused or only reads. */
  changes: Change[];
  /** The rule that refused the call. */
  rule?: Rule;
  /** What was found, and what would have to be different. */
  findings?: string[];
  remedy?: string;
}

/** What has to happen before a call passes. */
export interface FoundPassing {
  /**
   * - `already`: the call passes as it is; `steps` is empty.
   * - `found`: it passes after `steps`, and after no shorter sequence of the searched steps.
   * - `none`: it passes after none of the searched sequences; `searched` says how many there were.
   * - `never`: nothing that happens before can help, because the request itself is wrong (its form, a constraint, an injected fault).
   */
  outcome: "already" | "found" | "none" | "never";
  /** The call as it was given, with its Region. The last step to append. */
  call: CallStep;
  /** The steps before the call, the shortest sequence. */
  steps: ExploredStep[];
  /** The responses to `steps` and to the call: one for each step. Absent unless `found`. */
  outcomes?: StepOutcome[];
  /** Why it is refused now. Absent if it passes already. */
  refusal?: Rule & Refusal;
  /** A changed call that passes instead, made by the edits of the remedy, with what must be sent before it. */
  edited?: { steps: ExploredStep[]; call: CallStep; edits: Edit[] };
  searched: Searched;
}

/** The result of a step of an answer, in short. */
export interface StepOutcome {
  /** Absent for time that passes and for settling. */
  status?: number;
  changes: Change[];
}

/** The states that a resource can reach from here. */
export interface Reachable {
  resource: string;
  kind: ResourceKind;
  /** The status now. It is the `status` of one of `states`. */
  current: string;
  /** Every state of the transition function, also those that were not reached. */
  states: ReachableState[];
  /** The transitions that calls, time or asynchronous work made, each once. */
  transitions: ReachableTransition[];
  searched: Searched;
}

/** A state of a resource. */
export interface ReachableState {
  /** For example `PENDING_ACCEPT`. */
  status: string;
  /** Whether the search reached it. The current state is reached by no step. */
  reached: boolean;
  /** The shortest sequence of steps from now to the state. Absent if it was not reached. */
  steps?: ExploredStep[];
  /** Whether the state was reached, and no step of the search led to another state. */
  deadEnd: boolean;
  /** Whether the transition function itself has no transition to another state. */
  terminal: boolean;
}

/** A transition between two states of a resource. A transition from a state to itself is a change that keeps the status. */
export interface ReachableTransition {
  from: string;
  to: string;
  /** The operation as an IAM action, or `advance` or `settle`. */
  by: string;
  /** Who can make it: each account with what it is to the resource. Empty for `advance` and `settle`. */
  accounts: { account: string; roles: string[] }[];
  /** What happened, as `Change.event` says it. */
  event: string;
  /** One step that makes it, in the state in which it was found first. */
  step: ExploredStep;
}

/** Test vectors of an operation. */
export interface Vectors {
  /** The IAM action. */
  operation: string;
  as: string;
  region: string;
  vectors: Vector[];
}

/** An input with its response. */
export interface Vector {
  /** Unique within the operation, for example `GrantName: one character too long`. */
  name: string;
  /** The place of the member, for example `Options.DesiredStatus` or `Tags.1.Key`. `null` for the whole input. */
  member: string | null;
  /**
   * - `base`: the proposed input, `minimal`: only required members, `maximal`: every member.
   * - `at`: the member just satisfies the constraint, `beyond`: it just violates it.
   * - `choice`: a value of the enumeration, `no-choice`: no value of it.
   * - `type`: a value of another JSON type, `missing`: the member is left out, `null`: it is `null`, `extra`: an unknown member.
   */
  kind: "base" | "minimal" | "maximal" | "at" | "beyond" | "choice" | "no-choice" | "type" | "missing" | "null" | "extra";
  /** The constraint that the vector is about, as the service's message words it. Only for `at` and `beyond`. */
  constraint?: string;
  input: unknown;
  status: number;
  /** The name of the error. Absent if the call succeeds. */
  error?: string;
  message?: string | null;
}

/** A question for `search()`. */
export type SearchQuestion =
  | { passes: PassesOptions }
  | { findPassing: SentCall; depth?: number; tries?: number }
  | { reachable: string; tries?: number };

/** Which calls are tried. */
export interface PassesOptions {
  /** Only calls that name this resource: an ARN, or the ID of a token. Default: each resource, and calls that name none. */
  resource?: string;
  /** Default: every account of the world. */
  accounts?: string[];
  /** As IAM actions. Default: every operation of both services. */
  operations?: string[];
  /** How many calls are tried at most. Default: 20000. */
  tries?: number;
}

/** A call as a session's step has it. */
export type SentCall = { as: string; region?: string; operation: string; input?: unknown; text?: string; fault?: string };

/** A search that runs in slices, so that a program can show its progress and stop it. */
export interface Search<Result> {
  /** Tries about so many more calls. */
  advance(tries: number): Progress<Result>;
  /** Releases the memory, also of a search that is not done. */
  free(): void;
}

/** How far a search is. */
export type Progress<Result> =
  | { done: false; tried: number; /** The sequences of this length are tried now. */ depth: number }
  | { done: true; tried: number; depth: number; result: Result };

/**
 * Both services and their world. Misuse throws a `TypeError` or an `Error`. A refused request returns a response. A lone surrogate
 * in an argument becomes U+FFFD, as in JavaScript's own UTF-8 encoding. The service itself reads escapes in the JSON of a `body`.
 */
export class Simulator {
  constructor(options?: Options | null);
  /** Processes a request and returns the response. */
  handle(request: Request): Response;
  /** Advances the clock by whole seconds and returns the changes. */
  advance(seconds: number): Change[];
  /** Completes all asynchronous work and returns the changes. */
  settle(): Change[];
  /** Changes the world without a request and returns the changes. */
  intervene(change: Intervention): Change[];
  /** Returns the whole state as text. */
  snapshot(): string;
  /**
   * Restores a state that `snapshot()` returned, also after `free()` or a failure. Until the next request there is no trace. A snapshot
   * contains no steps, so afterwards `session()` throws an error.
   */
  restore(snapshot: string): void;
  /** Returns the operations of both services. */
  operations(): Operation[];
  /** Returns the public keys of the signatures so far (borrowed licenses, refresh and access tokens), as JSON Web Keys. */
  publicKeys(): PublicKey[];
  /**
   * Returns the checks of the last request, or of the request with this ID (the response header `x-amzn-requestid`), in order. Only the
   * last check can have refused the request. Returns `undefined` if there is no trace. The traces of the last 100 requests are kept.
   */
  trace(requestId?: string): Check[] | undefined;
  /** Returns the outcome of the last request, or of the request with this ID, as `trace()` does. `differences` is empty. */
  outcome(requestId?: string): Outcome | undefined;
  /**
   * Returns the session so far: the initial state and a step for each call, advance, settlement and change. The page opens it, and
   * `play()` repeats it with the same results. Only the header `Date` can differ, which has the time of the client's signature. The
   * simulator keeps the steps until `free()` or `restore()`.
   */
  session(): Session;
  /** Returns the accounts of the world: those of the initial state in their order, then the others by ID. */
  accounts(): Required<Account>[];
  /** Tries operations as accounts, with proposals for the input, and returns every response. */
  passes(options?: PassesOptions): Passes;
  /**
   * Finds the shortest sequence of steps after which a call passes. `depth` is the greatest number of steps (default 4, at most 8),
   * `tries` the greatest number of tried steps (default 20000).
   */
  findPassing(call: SentCall, options?: { depth?: number; tries?: number }): FoundPassing;
  /** Returns the states that a resource can reach, with the steps to each. `tries`: the greatest number of tried steps (default 20000). */
  reachable(resource: string, options?: { tries?: number }): Reachable;
  /** Returns inputs at and beyond each constraint of an operation, with the response to each. */
  vectors(operation: string, options?: { as?: string; region?: string }): Vectors;
  /** Starts one of the searches above, to be run in slices. It works on the state of this moment. */
  search(question: { passes: PassesOptions }): Search<Passes>;
  search(question: { findPassing: SentCall; depth?: number; tries?: number }): Search<FoundPassing>;
  search(question: { reachable: string; tries?: number }): Search<Reachable>;
  /** The session's time, as in `2023-11-14T22:13:20Z`. */
  readonly now: string;
  /** Releases the memory. Afterwards only `restore()` works. */
  free(): void;
  /** Does the same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

/** The outcomes of a session's steps. */
export type Outcomes = Outcome[] & {
  /** The simulator after the last step. Loops and `JSON.stringify` do not visit this property. */
  readonly simulator: Simulator;
};

/** Runs a session, given as an object or as JSON text, on a new simulator. Returns the outcome of every step, and the simulator. */
export function play(session: Session | string): Outcomes;

/** The parts of a request of the AWS SDK for JavaScript v3 that are used here. */
export interface SdkRequest {
  method: string;
  protocol?: string;
  hostname: string;
  port?: number;
  path?: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

/** The `requestHandler` of the SDK's clients. */
export interface RequestHandler {
  metadata: { handlerProtocol: string };
  handle(
    request: SdkRequest,
    options?: { abortSignal?: { readonly aborted: boolean } },
  ): Promise<{ response: { statusCode: number; headers: Record<string, string>; body: Uint8Array } }>;
  destroy(): void;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
}

/**
 * The simulator as the transport of the AWS SDK for JavaScript v3. The client's access key ID is the caller's account:
 * `credentials: { accessKeyId: "111122223333", secretAccessKey: "any" }`.
 */
export function requestHandler(simulator: Pick<Simulator, "handle">): RequestHandler;
