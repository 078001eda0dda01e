import type { ActionOutcome, WipeStatus } from './action';
import type { FindingCode } from './finding-codes';
import type {
  DeviceAccessRule,
  DeviceClass,
  Mailbox,
  MailboxPolicy,
  OrganizationSettings,
  Partnership,
} from './inventory';
import type { Problem, RunOutcome, Severity } from './problem';
import type { Timestamp } from './timestamp';

/** The versions of Exchange, as settings and results name them. */
export type ExchangeVersionName = '2010' | '2013' | '2016' | '2019' | 'SE' | 'Online';

/** The parts of one result of EASConnectorManage; the sequence is given when it is sent. */
export interface ManageResult {
  readonly start?: InventoryStart;
  readonly organizationSettings?: OrganizationSettings;
  readonly deviceAccessRules?: readonly DeviceAccessRule[];
  readonly deviceClasses?: readonly DeviceClass[];
  readonly policies?: readonly MailboxPolicy[];
  readonly mailboxes?: readonly Mailbox[];
  readonly partnerships?: readonly Partnership[];
  readonly changes?: readonly PartnershipChange[];
  readonly gonePartnershipGuids?: readonly string[];
  readonly syncTimes?: readonly SyncTime[];
  readonly goneMailboxGuids?: readonly string[];
  readonly heldPartnershipGuids?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly summary?: ManageSummary;
}

/** What an inventory is. */
export interface InventoryStart {
  readonly runId: string;
  readonly connectionId: string;
  readonly exchangeVersion: ExchangeVersionName;
  readonly exchangeBuild: string;
  readonly transport: string;
  readonly isFull: boolean;
  readonly baseStateId: string;
  readonly startedAt: Timestamp;
  readonly isResumed: boolean;
  /** The run whose results this one goes on with; empty unless it is resumed. */
  readonly resumesRunId: string;
}

/** A change of one partnership: it is sent complete, with the names of what has changed. */
export interface PartnershipChange {
  readonly partnership: Partnership;
  /** JSON names; those of the statistics as statistics.NAME. Empty for one that is new to the host. */
  readonly changedFields: readonly string[];
}

/** A partnership of which only the sync times have changed. Times are whole seconds since 1970; 0 for none. */
export interface SyncTime {
  readonly guid: string;
  readonly lastSuccessSync: number;
  readonly lastSyncAttemptTime: number;
  readonly readAt: number;
  readonly isOnline: boolean;
}

/** The end of an inventory. */
export interface ManageSummary {
  readonly outcome: RunOutcome;
  readonly problems: readonly Problem[];
  readonly isComplete: boolean;
  readonly stateId: string;
  readonly partnerships: number;
  readonly mailboxes: number;
  readonly statisticsRead: number;
  readonly statisticsSpared: number;
  readonly statisticsLeft: number;
  readonly changes: InventoryChanges;
  readonly byAccessState: readonly Count[];
  readonly byClient: readonly Count[];
  readonly byOs: readonly Count[];
  readonly byEasVersion: readonly Count[];
  readonly startedAt: Timestamp;
  readonly endedAt: Timestamp;
  readonly commands: readonly CommandCount[];
  readonly scopeApplied: readonly string[];
}

/** Partnerships by what a run has told the host of them. */
export interface InventoryChanges {
  readonly added: number;
  readonly changed: number;
  readonly synced: number;
  readonly gone: number;
  readonly held: number;
}

/** Something in the inventory that deserves attention. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** In one sentence. */
  readonly summary: string;
  readonly count: number;
  /** The first of what it concerns, by GUID or name. */
  readonly examples: readonly string[];
  /** What has changed, for a finding of drift. */
  readonly drift?: readonly PropertyDrift[];
}

/** A property that has changed between two inventories. */
export interface PropertyDrift {
  /** The object, by name. */
  readonly object: string;
  /** The property, as Exchange names it; empty if the object itself was added or removed. */
  readonly property: string;
  /** What it was; empty if it was not there. */
  readonly before: string;
  /** What it is; empty if it is gone. */
  readonly after: string;
}

/** The parts of one result of EASConnectorSecurity. */
export interface SecurityResult {
  readonly outcomes?: readonly ActionOutcome[];
  readonly deviceStatuses?: readonly DeviceStatus[];
  readonly accessImpact?: AccessImpact;
  readonly drift?: readonly PropertyDrift[];
  readonly findings?: readonly Finding[];
  readonly summary?: SecuritySummary;
  readonly desiredAccess?: ActionOutcome;
}

/** What a change of the access settings does to the partnerships that exist now, counted before it is made. */
export interface AccessImpact {
  /** How many were looked at. */
  readonly partnerships: number;
  readonly losing: number;
  readonly mailboxesLosing: number;
  readonly gaining: number;
  readonly mailboxesGaining: number;
  /** Those whose decision could not be worked out. */
  readonly undecided: number;
  /** Of those, the ones that synchronize today and may lose access. */
  readonly atRisk: number;
  /** Those that keep access because they are put on their mailboxes' allowed lists first. */
  readonly preApproved: number;
  readonly mailboxesPreApproved: number;
  /** The first of each, by GUID. */
  readonly examplesLosing: readonly string[];
  readonly examplesGaining: readonly string[];
  readonly examplesAtRisk: readonly string[];
}

/** The status of one device. */
export interface DeviceStatus {
  readonly partnership: Partnership;
  readonly wipe: WipeStatus | undefined;
}

/** The end of a security run. */
export interface SecuritySummary {
  readonly outcome: RunOutcome;
  readonly problems: readonly Problem[];
  readonly byState: readonly Count[];
  readonly changes: number;
  readonly startedAt: Timestamp;
  readonly endedAt: Timestamp;
  readonly commands: readonly CommandCount[];
  readonly runId: string;
  readonly connectionId: string;
  readonly exchangeVersion: ExchangeVersionName | undefined;
  readonly transport: string;
}

/** A name and how often it occurs. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How often a cmdlet ran, and how long it took. */
export interface CommandCount {
  readonly cmdlet: string;
  readonly calls: number;
  readonly failures: number;
  readonly throttled: number;
  readonly waitedMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}
