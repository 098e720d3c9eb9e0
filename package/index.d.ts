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
  /** Whether the service-linked role exists that AWS Marketplace's grants are activated with. Default: `true`. */
  marketplaceRole?: boolean;
  /** The IAM actions that are denied to the account's caller, for example `license-manager:CreateGrant`. */
  denied?: string[];
}

/** An organization of AWS Organizations. */
export interface Organization {
  /** For example `o-exampleorg1`. */
  id: string;
  /** The management account; it need not be listed as a member. */
  managementAccount: string;
  /** The member that administers License Manager for the organization beside the management account. Default: none. */
  delegatedAdministrator?: string | null;
  /** Default: `true`. */
  allFeatures?: boolean;
  /** Whether License Manager has trusted access. Default: `true`. */
  trustedAccess?: boolean;
  /** Whether `license-management.marketplace.amazonaws.com` has trusted access, which stands for the accounts' roles. Default: `false`. */
  marketplaceAccess?: boolean;
  /** Whether sharing with the organization is enabled in RAM. Default: `false`. */
  sharingEnabled?: boolean;
  /** The organizational units, by id. */
  units?: Record<string, { name?: string; parent?: string | null }>;
  /** The member accounts, and the unit each is in; `null` for the root. */
  members?: Record<string, string | null>;
}

/** What the session chose where the behaviour of the real services is not public. */
export interface Settings {
  /** When asynchronous work ends: by itself, a grant's before the next request and a share's a second later, or by `settle()`. Default: `next-tick`. */
  workflowPace?: "next-tick" | "when-told";
  /** How asynchronous work ends. Default: `completes`. */
  workflowOutcome?: "completes" | "fails";
  /** What an organization grant reads once distributed. Default: `workflow-completed`. */
  organizationGrantStatus?: "workflow-completed" | "as-members";
  /** Whether a constraint message repeats the offending value. Default: `echoed`. */
  valueEcho?: "echoed" | "omitted";
  /** Whether a second live grant of a license to the same principal is refused. Default: `true`. */
  refuseDuplicateGrants?: boolean;
  /** Whether a grant whose workflow failed has a StatusReason. Default: `false`. */
  failedWorkflowReason?: boolean;
  /** Whether a constraint message names members as requests spell them (GrantArn), not in lower camel case (grantArn), as most AWS services do. Default: `false`. */
  pascalCasePaths?: boolean;
  /** Whether the text of License Manager's constraint errors stands in `message`, as in Kinesis, not in `Message`. Default: `false`. */
  lowerCaseMessage?: boolean;
  /** For how many minutes License Manager remembers a client token. Default: `10`. */
  clientTokenMinutes?: number;
  /** How many rows a page of License Manager's lists holds when the request does not say. Default: `100`. */
  defaultPageSize?: number;
  /** Whether an unknown ARN or version, a filter or a page token that License Manager does not know is a ValidationException, not an InvalidParameterValueException. Default: `false`. */
  invalidValuesAreValidation?: boolean;
  /** Whether a license or grant of others is answered with AccessDeniedException, not as one that does not exist. Default: `false`. */
  denyForeignResources?: boolean;
  /** Whether CreateGrantVersion with an old SourceVersion is a ConflictException, which the model does not declare there, not a ValidationException. Default: `false`. */
  staleSourceVersionIsConflict?: boolean;
  /** Whether CreateGrant refuses a HomeRegion that is not the license's, where the request went to the right Region. Default: `true`. */
  checkNamedHomeRegion?: boolean;
  /** Whether a second live grant to the same principal is refused with a ConflictException, as in a published test, not a ValidationException. Default: `false`. */
  duplicateGrantIsConflict?: boolean;
  /** Whether AllowedOperations beyond what the grantor holds is an InvalidParameterValueException, not a ValidationException. Both are declared. Default: `false`. */
  excessOperationsAreInvalidValues?: boolean;
  /** Whether CreateGrantVersion with a Status other than ACTIVE and DISABLED is an InvalidParameterValueException, not a ValidationException. Both are declared. Default: `false`. */
  otherStatusIsInvalidValue?: boolean;
  /** Whether CheckoutLicense for another beneficiary than the license's is a ResourceNotFoundException, which it declares, not a NoEntitlementsAllowedException. Default: `false`. */
  otherBeneficiaryIsNotFound?: boolean;
  /** Whether an operation that AllowedOperations repeats is kept once. Default: `false`. */
  collapseRepeatedOperations?: boolean;
  /** Whether AcceptGrant leaves a grant ACTIVE, not DISABLED. Default: `false`. */
  acceptActivates?: boolean;
  /** Whether AcceptGrant on an accepted grant succeeds without a change, not refused. Default: `false`. */
  acceptAgain?: boolean;
  /** Whether RejectGrant is allowed on an accepted or active grant. Default: `true`. */
  rejectAccepted?: boolean;
  /** Whether accepting or rejecting makes a new version of a grant. Default: `true`. */
  acceptanceMakesVersion?: boolean;
  /** Whether activating a grant that waits for acceptance accepts it too. Default: `true`. */
  activateUnaccepted?: boolean;
  /** Whether activating a second grant of an AWS Marketplace product without an override takes the place of the first, not refused. Default: `false`. */
  secondActiveGrantReplaces?: boolean;
  /** Whether what a grantee granted on ends when its own grant is deleted or rejected. Default: `true`. */
  deleteSubGrants?: boolean;
  /** Default: 2000. */
  grantsPerLicense?: number;
  /** What a new license reads at first. Default: `available`. */
  newLicenseStatus?: "available" | "pending-available";
  /** What a deleted license reads in the six months it is kept. Default: `pending-delete`. */
  deletedLicenseStatus?: "pending-delete" | "deleted";
  /** Whether deleting a license deletes its grants. Default: `false`. */
  deleteGrantsWithLicense?: boolean;
  /** Licenses that are not deleted. Default: 10000. */
  licensesPerAccount?: number;
  /** Licenses of a product that an account has accepted. Default: 1000. */
  receivedLicensesPerProduct?: number;
  /** Entitlements of a unit other than `None`. Default: 50. */
  countedEntitlementsPerLicense?: number;
  /** Entitlements of the unit `None`. Default: 50. */
  uncountedEntitlementsPerLicense?: number;
  /** How many entitlements of a unit other than None can be checked out at once. The quota exists, its value is not public. Default: 50. */
  countedEntitlementsPerCheckout?: number;
  /** Where a license is checked out. Default: `any`. */
  consumptionRegion?: "any" | "home";
  /** Whether a grant to the license's owner is refused. Default: true. */
  refuseGrantsToOwner?: boolean;
  /** Whether a capability without `AllowCheckIn` keeps seats checked out with it from being checked in. Default: false. */
  capabilitiesNeedCheckIn?: boolean;
  /** Whether an account that left an organization loses the grant it received through it. Default: false. */
  leavingEndsGrants?: boolean;
  /** Whether a grant allows only what the grants it was made from still allow. Default: true. */
  subGrantsNeedParent?: boolean;
  /** Whether a checkout of a capability with another `Value` than the license's is refused. Default: true. */
  checkCapabilityValues?: boolean;
  /** Whether a license's `RenewType` lets what was drawn down begin anew. Default: true. */
  renewUsage?: boolean;
  /** The error for an operation that no active grant allows the caller. Default: `authorization`. */
  ungrantedOperation?: "authorization" | "access-denied";
  /** The error for a check-in of what does not come back. Default: `conflict`. */
  refusedCheckIn?: "conflict" | "validation";
  /** Tokens of an account for a license. Default: 10. */
  tokensPerLicense?: number;
  /** Access tokens for a license within an hour. Default: 10. */
  accessTokensPerHour?: number;
  /** Default: 10. */
  concurrentOrganizationGrants?: number;
  /** Default: 1500. */
  permissionsPerRegion?: number;
  /** Default: 10. */
  permissionsPerResourceType?: number;
  /** Whether a new resource share with principals or resources begins as `PENDING`. Default: false. */
  sharesBeginPending?: boolean;
  /** Whether the association of a rejected invitation reads `FAILED`. Default: false. */
  rejectedInvitationFails?: boolean;
  /** Whether a policy template's `Effect` may have another letter case than `Allow`. Default: false. */
  effectInAnyCase?: boolean;
  /** Whether the association of a resource that nobody has made reads `FAILED`. Default: false. */
  resourcesMustExist?: boolean;
  /** Whether an account that leaves the organization is `SUSPENDED` in its shares. Default: true. */
  suspendOnLeave?: boolean;
  /** Default: 25000. */
  sharesPerRegion?: number;
  /** Of principals, and of resources. Default: 5000. */
  associationsPerShare?: number;
  /** Of principals, and of resources. Default: 25000. */
  associationsPerRegion?: number;
  /** Default: 100. */
  resourcesPerCall?: number;
  /** Default: 20. */
  pendingInvitations?: number;
  /** How long RAM waits before it replaces a permission on the shares that have it, in seconds. Default: 29. */
  replacementSeconds?: number;
  /** How far the clock moves with every request. Default: 1000. */
  tickMilliseconds?: number;
}

/** How a session's world begins. Every part has a default. */
export interface Options {
  /** The seed of every id: a whole number. Default: 1. */
  seed?: number;
  /** The time the session starts at. Default: `2023-11-14T22:13:20Z`. */
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
  /** Names are spelled as the service spells them. */
  headers: Record<string, string>;
  body: string;
}

/** Something that came to be, moved to another state, or was otherwise changed. */
export interface Change {
  /** The resource's ARN, with its version where versions have states of their own. */
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
  /** A sentence that is true of every request that passes. */
  text: string;
  /** How sure it is that the real service behaves so. */
  evidence: "Model" | "Documented" | "Observed" | "Inferred";
  /** Where it is known from. */
  source: string;
}

/** What ended a request. */
export interface Refusal {
  verdict: "refused";
  /** The answer. */
  error: { name: string; status: number; message: string | null; location?: string };
  /** Each offending value and the bound it breaks. */
  findings: string[];
  /** The smallest change that makes the request pass this rule. */
  remedy: string;
}

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
  /** The errors the model declares. */
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
  shape: Shape;
}

/** A change that is not a request to the two services: what in real life happens elsewhere. */
export type Intervention =
  | { account: Account }
  | { organization: Organization }
  | { settings: Settings }
  | { share: SharePlacement }
  | { resource: ResourcePlacement }
  | { resourcePolicy: ResourcePolicy };

/** A customer managed permission on a resource share of its owner. The share is made where there is none of that name. */
export interface SharePlacement {
  /** The owner of the permission and of the share. */
  account: string;
  /** Default: `us-east-1`. */
  region?: string;
  /** The share's name. */
  name: string;
  permissionArn: string;
}

/** A resource that can be shared: by its ARN, or by its type and a name. One that is there stays as it is. */
export interface ResourcePlacement {
  /** The owner. */
  account: string;
  /** Default: that of the ARN, or `us-east-1`. */
  region?: string;
  arn?: string;
  /** A resource type such as `ssm:Parameter`, together with `name`. */
  type?: string;
  /** The name or id; for types with several parts, `database/table`. */
  name?: string;
  /** Whether it is deleted instead: it leaves its resource shares. Default: false. */
  deleted?: boolean;
}

/** A resource policy written by hand, past RAM: within seconds RAM makes a resource share for what it allows. */
export interface ResourcePolicy {
  resourceArn: string;
  /** The policy as text or as JSON; `null` or an empty text takes it away. */
  policy: string | object | null;
}

/** A session of the format `grant-playground/1`. */
export interface Session {
  format: "grant-playground/1";
  title?: string;
  note?: string;
  /** How the world begins. */
  world?: Omit<Options, "start"> & { start?: string };
  steps?: Step[];
}

/** A step of a session. Strings of an input may refer to earlier answers: `"${grant.GrantArn}"`. `"$${"` is read as `"${"`. */
export type Step = { name?: string; note?: string; expect?: Expectation } & (
  | { as: string; region?: string; operation: string; input?: unknown; fault?: string }
  | { as: string; region?: string; operation: string; text: string; fault?: string }
  | { request: Request & { headers?: Record<string, string>; body?: string } }
  | { advance: number }
  | { settle: true }
  | { change: Intervention }
);

/** What an answer must be. What is not named may be anything. */
export interface Expectation {
  status?: number;
  error?: string;
  message?: string;
  /** Members the body must have. */
  body?: unknown;
  /** The body, letter for letter. */
  text?: string;
}

/** What a step of a session led to. A step that sent no request has changes only. */
export interface Outcome {
  name?: string;
  operation?: string;
  request?: { method: string; url: string; headers: Record<string, string>; body: string };
  response?: Response;
  trace?: Check[];
  changes: Change[];
  /** In what the answer differs from what the step expects. */
  differences: string[];
}

/**
 * Both services and the world they stand on. Misuse throws a `TypeError` or an `Error`; a refused request is an answer. A lone
 * surrogate becomes U+FFFD in every argument, as in JavaScript's own UTF-8 encoding; an escape in a `body` is the service's to read.
 */
export class Simulator {
  constructor(options?: Options | null);
  /** Answers a request. */
  handle(request: Request): Response;
  /** Moves the clock forward by whole seconds; gives what changed. */
  advance(seconds: number): Change[];
  /** Ends all asynchronous work; gives what changed. */
  settle(): Change[];
  /** Changes the world from outside; gives what changed. */
  intervene(change: Intervention): Change[];
  /** The whole state, as text. */
  snapshot(): string;
  /** Goes back to a state that `snapshot` gave, after `free()` and after a failure too. There is no trace then until the next request. */
  restore(snapshot: string): void;
  /** Every operation of both services. */
  operations(): Operation[];
  /** The public keys of what was signed so far (borrowed licenses, refresh and access tokens), as JSON Web Keys. */
  publicKeys(): PublicKey[];
  /**
   * The checks of the last request, or of the request with this id (the answer's header `x-amzn-requestid`), in order; `undefined`
   * where there is none. At most the last one refuses. The traces of the last 100 requests are kept.
   */
  trace(requestId?: string): Check[] | undefined;
  /** The session's time, as in `2023-11-14T22:13:20Z`. */
  readonly now: string;
  /** Gives its memory back. Afterwards only `restore()` works. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

/** Plays a session, given as an object or as JSON text, on a simulator of its own; gives the outcome of every step. */
export function play(session: Session | string): Outcome[];

/** A request of the AWS SDK for JavaScript v3, as far as it matters here. */
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

/** What the SDK's clients take as `requestHandler`. */
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
 * The simulator as the transport of the AWS SDK for JavaScript v3. The client's access key id names the calling account:
 * `credentials: { accessKeyId: "111122223333", secretAccessKey: "any" }`.
 */
export function requestHandler(simulator: Pick<Simulator, "handle">): RequestHandler;
