/**
 * What the console's server and its page say to each other, in JSON. No imports: the page is another program, and sees
 * of the server nothing but these shapes. Times are RFC 3339.
 */

/** The plugin's tasks. */
export type ApiTaskName = 'EASConnectorManage' | 'EASConnectorSecurity';

/** A problem: what failed, where, why, what to do. */
export interface ApiProblem {
  readonly severity: 'info' | 'warning' | 'error';
  readonly code: string;
  /** The field of the settings that it is about; may be empty. */
  readonly path: string;
  readonly summary: string;
  readonly detail: string;
}

/** How a task stands. */
export interface ApiTask {
  readonly task: ApiTaskName;
  readonly displayName: string;
  readonly state: 'running' | 'idle' | 'disabled' | 'noSettings';
  readonly intervalMs: number;
  readonly runId?: string;
  readonly progress?: { readonly phase: string; readonly done: number; readonly total: number };
  readonly nextAt?: string;
  readonly last?: ApiRun;
  /** Why the newest settings were refused; empty if they were not. */
  readonly refused: readonly ApiProblem[];
}

/** What the page keeps up to date: sent when it connects, and after each change. */
export interface ApiState {
  readonly product: string;
  readonly version: string;
  readonly organization: string;
  readonly dataDir: string;
  readonly tasks: readonly ApiTask[];
  readonly inventory: ApiInventory;
  /** How many orders wait for an approval. */
  readonly awaitingApproval: number;
  /** How many orders are not over. */
  readonly openOrders: number;
  /** They grow with each change of what they count: a page that shows such a thing asks for it anew. */
  readonly revisions: Readonly<Record<'inventory' | 'orders' | 'settings' | 'runs', number>>;
}

/** The inventory that the host holds. */
export interface ApiInventory {
  /** `loading` while stored results are read. */
  readonly state: 'none' | 'loading' | 'ready';
  readonly partnerships: number;
  readonly mailboxes: number;
  /** When the run that completed it ended; empty if there is none. */
  readonly at: string;
}

/** A run in the history. */
export interface ApiRun {
  readonly runId: string;
  readonly task: ApiTaskName;
  readonly trigger: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly durationMs: number;
  readonly outcome: string;
  readonly problems: readonly ApiProblem[];
  readonly results: number;
}

/** A run with what its results say. */
export interface ApiRunDetails extends ApiRun {
  readonly outcomes: readonly ApiOutcome[];
  readonly findings: readonly ApiFinding[];
  readonly drift: readonly ApiDrift[];
  readonly impact?: ApiImpact;
  readonly commands: readonly { readonly cmdlet: string; readonly calls: number; readonly failures: number }[];
  /** Name and number, for what the summary counts. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  /** Why the results cannot be read; empty if they can. */
  readonly unreadable: string;
}

/** What has become of an action. */
export interface ApiOutcome {
  readonly actionId: string;
  /** As in ActionState, without its prefix: SUCCEEDED, AWAITING_APPROVAL, ... */
  readonly state: string;
  readonly summary: string;
  readonly isFinal: boolean;
  readonly problems: readonly ApiProblem[];
  readonly steps: readonly string[];
  readonly planHash: string;
  readonly at: string;
  readonly nextAttemptAt: string;
  readonly wipe?: ApiWipe;
  readonly mailboxes: readonly { readonly mailbox: string; readonly state: string }[];
}

/** How far a wipe has come. */
export interface ApiWipe {
  readonly phase: string;
  readonly effect: string;
  readonly known: string;
  readonly requestedAt: string;
  readonly sentAt: string;
  readonly acknowledgedAt: string;
  readonly endedAt: string;
}

/** An example of what something is about. */
export interface ApiExample {
  readonly text: string;
  /** The partnership that it leads to; empty if it leads nowhere. */
  readonly guid: string;
}

/** Something that deserves attention. */
export interface ApiFinding {
  readonly code: string;
  readonly severity: string;
  readonly summary: string;
  readonly count: number;
  readonly examples: readonly ApiExample[];
  readonly drift: readonly ApiDrift[];
}

/** A property that has changed. */
export interface ApiDrift {
  readonly object: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

/** What a change of the access settings does, or would do. */
export interface ApiImpact {
  readonly partnerships: number;
  readonly losing: number;
  readonly mailboxesLosing: number;
  readonly gaining: number;
  readonly mailboxesGaining: number;
  readonly undecided: number;
  readonly atRisk: number;
  readonly preApproved: number;
  readonly examplesLosing: readonly ApiExample[];
  readonly examplesGaining: readonly ApiExample[];
}

/** A partnership as the list shows it. */
export interface ApiRow {
  readonly guid: string;
  readonly user: string;
  readonly address: string;
  readonly device: string;
  readonly model: string;
  readonly os: string;
  readonly family: string;
  /** Empty if it is not stated, or the client does not speak EAS. */
  readonly easVersion: string;
  /** Allowed, Blocked, Quarantined, DeviceDiscovery; empty if it is not known. */
  readonly access: string;
  readonly reason: string;
  readonly isOnline?: boolean;
  readonly lastSync: string;
  readonly firstSync: string;
  readonly wipe: '' | 'pending' | 'sent' | 'acknowledged';
  readonly attention: readonly string[];
  readonly isProtected: boolean;
}

/** Columns that the list can be sorted by. */
export type ApiSort = 'user' | 'device' | 'os' | 'family' | 'access' | 'lastSync' | 'firstSync' | 'easVersion';

/** A page of the list. */
export interface ApiPage {
  readonly total: number;
  readonly matched: number;
  readonly offset: number;
  readonly rows: readonly ApiRow[];
}

/** What can be ordered for a partnership, and what a wipe of it erases. */
export interface ApiWipeChoice {
  readonly kind: 'WIPE_KIND_ACCOUNT_ONLY' | 'WIPE_KIND_WHOLE_DEVICE';
  readonly isPossible: boolean;
  /** What it erases, or why it is not possible. */
  readonly explanation: string;
}

/** A partnership with all that is known of it. */
export interface ApiPartnership {
  readonly row: ApiRow;
  /** Name and value, as Exchange states them. */
  readonly properties: readonly ApiProperties[];
  readonly mailboxPolicy: string;
  readonly wipeChoices: readonly ApiWipeChoice[];
  readonly canBlock: boolean;
  /** What has to be typed to confirm a wipe. */
  readonly confirmation: string;
  readonly history: readonly ApiEvent[];
  readonly orders: readonly ApiOrder[];
}

/** Properties under a title. */
export interface ApiProperties {
  readonly title: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

/** Something that has happened to a partnership. */
export interface ApiEvent {
  readonly at: string;
  readonly what: string;
  readonly details: readonly string[];
}

/** What the console can order. */
export type ApiOrderKind =
  'wipe' | 'cancelWipe' | 'allowDevice' | 'blockDevice' | 'removePartnership' | 'assignPolicy' | 'refreshStatus';

/** An order, as the page sends it. */
export interface ApiNewOrder {
  readonly kind: ApiOrderKind;
  /** The partnership; not for assignPolicy. */
  readonly guid?: string;
  readonly wipeKind?: string;
  readonly standingOrderEnd?: string;
  readonly blockAfterwards?: boolean;
  /** For a wipe: the user's name, typed. */
  readonly confirmation?: string;
  readonly policy?: string;
  readonly mailboxes?: readonly string[];
  readonly groups?: readonly string[];
}

/** An order, with what has become of it. */
export interface ApiOrder {
  readonly id: string;
  /** `console`: ordered here; `source`: in the settings that the host was given; `connector`: the connector's own. */
  readonly origin: 'console' | 'source' | 'connector';
  readonly kind: string;
  /** What is ordered, in words. */
  readonly title: string;
  readonly guid: string;
  readonly orderedAt: string;
  readonly orderedBy: string;
  readonly state: string;
  readonly isOver: boolean;
  readonly canWithdraw: boolean;
  readonly isApproved: boolean;
  readonly outcome?: ApiOutcome;
}

/** The desired access settings in the form's shape: the JSON of DesiredAccess. */
export type ApiDesiredAccess = Readonly<Record<string, unknown>>;

/** The access settings. */
export interface ApiAccess {
  /** As the last inventory has them. */
  readonly current: {
    readonly defaultAccessLevel: string;
    readonly userMailInsert: string;
    readonly adminMailRecipients: readonly string[];
    readonly rules: readonly ApiRule[];
  };
  /** What is wanted now; absent if the access settings are not managed. */
  readonly desired?: ApiDesiredAccess;
  readonly outcome?: ApiOutcome;
  readonly isApproved: boolean;
  /** Values that devices have, most frequent first, for each characteristic. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
}

/** A device access rule. */
export interface ApiRule {
  readonly characteristic: string;
  readonly queryString: string;
  readonly accessLevel: string;
}

/** What a change of the access settings would do. */
export interface ApiWhatIf {
  /** To be sent with the change when it is saved. */
  readonly id: string;
  readonly outcome?: ApiOutcome;
  readonly impact?: ApiImpact;
  readonly problems: readonly ApiProblem[];
}

/** The settings for the form. Secrets are not in them. */
export interface ApiSettings {
  /** False: there are none that could be shown; `problems` says why. */
  readonly isReadable: boolean;
  /** JSON Schema of each part. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Paths of secrets that are set. */
  readonly secrets: readonly string[];
  /** Parts that the console has changed. */
  readonly changed: readonly string[];
  readonly problems: readonly ApiProblem[];
  readonly hostName: string;
}

/** How saving went. */
export interface ApiSaved {
  readonly isSaved: boolean;
  readonly problems: readonly ApiProblem[];
}

/** Numbers by name, for a chart. */
export interface ApiChart {
  readonly title: string;
  readonly filter: string;
  readonly bars: readonly { readonly name: string; readonly value: string; readonly count: number }[];
}

/** What the first page shows. */
export interface ApiOverview {
  readonly charts: readonly ApiChart[];
  readonly findings: readonly ApiFinding[];
  readonly online: number;
  readonly attention: number;
}

/** A log file. */
export interface ApiLog {
  readonly name: string;
  readonly title: string;
}

/** Lines of a log, newest last. */
export interface ApiLogLines {
  readonly lines: readonly ApiLogLine[];
  /** To be sent when asking for what comes after. */
  readonly cursor: string;
  /** Whether lines before these were left out. */
  readonly isCut: boolean;
}

/** A line of a log. */
export interface ApiLogLine {
  readonly at: string;
  readonly level: string;
  readonly source: string;
  readonly text: string;
}
