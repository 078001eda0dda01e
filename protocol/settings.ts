import type { Action, Approval } from './action';
import type { DesiredAccess } from './desired-access';
import type { Secret } from './secret';
import type { Timestamp } from './timestamp';

/** A transport that the settings can ask for; `auto` leaves the choice to the connector. */
export type TransportChoice = 'auto' | 'adminApi' | 'child' | 'inProcess' | 'psrp';

/** The settings of EASConnectorManage, checked and with defaults filled in. */
export interface ManageSettings extends CommonSettings {
  readonly inventory: InventorySettings;
}

/** The settings of EASConnectorSecurity, checked and with defaults filled in. */
export interface SecuritySettings extends CommonSettings {
  readonly actions: readonly Action[];
  readonly approvals: readonly Approval[];
  readonly desiredAccess: DesiredAccess | undefined;
  readonly safety: SafetyLimits;
  readonly hygiene: Hygiene;
}

/** What both tasks' settings have. */
export interface CommonSettings {
  readonly host: HostSettings;
  readonly connection: Connection;
  readonly limits: Limits;
  readonly logging: Logging;
  readonly scope: Scope;
}

/** What the host says about itself and the schedule. Durations are milliseconds, here and below. */
export interface HostSettings {
  readonly enabled: boolean;
  /** Empty: any computer. */
  readonly computerName: string;
  readonly manageIntervalMs: number;
  readonly securityIntervalMs: number;
  readonly settingsIntervalMs: number;
  readonly issuedAt: Timestamp | undefined;
}

/** One Exchange organization, and the way to it. */
export interface Connection {
  readonly id: string;
  readonly displayName: string;
  readonly target: ExchangeOnline | RemotePowerShell | ManagementTools;
  readonly transport: TransportChoice;
  readonly powerShell: PowerShellSettings;
  readonly network: NetworkSettings;
}

/** Microsoft's clouds. */
export type Cloud = 'worldwide' | 'usGovernmentGccHigh' | 'usGovernmentDod' | 'china';

/** Exchange Online, app-only. */
export interface ExchangeOnline {
  readonly kind: 'exchangeOnline';
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: ClientCertificate | ClientSecret | ManagedIdentity;
  readonly cloud: Cloud;
  /** Empty, here and for the next two: the cloud's own. */
  readonly authorityUrl: string;
  readonly adminApiUrl: string;
  readonly scope: string;
  readonly organization: string;
}

/** A certificate as text, as files, or in the Windows certificate store. */
export interface ClientCertificate {
  readonly kind: 'certificate';
  readonly certificatePem: string;
  readonly privateKeyPem: Secret | undefined;
  readonly certificateFile: string;
  readonly privateKeyFile: string;
  readonly privateKeyPassword: Secret | undefined;
  readonly thumbprint: string;
}

/** A client secret. */
export interface ClientSecret {
  readonly kind: 'secret';
  readonly secret: Secret;
}

/** The managed identity of the machine. */
export interface ManagedIdentity {
  readonly kind: 'managedIdentity';
  readonly userAssigned: boolean;
}

/** A remote PowerShell endpoint of an Exchange server. */
export interface RemotePowerShell {
  readonly kind: 'remotePowerShell';
  readonly urls: readonly string[];
  readonly authentication: 'kerberos' | 'negotiate' | 'basic';
  readonly username: string;
  readonly password: Secret | undefined;
  readonly configurationName: string;
  readonly keytabFile: string;
  readonly allowRedirection: boolean;
}

/** The Exchange Management Tools on the host. */
export interface ManagementTools {
  readonly kind: 'managementTools';
  readonly load: 'remoteExchange' | 'snapIn';
  readonly server: string;
  readonly remoteExchangeScript: string;
}

/** The PowerShell on the host. */
export interface PowerShellSettings {
  readonly edition: 'auto' | 'windowsPowerShell' | 'powerShell';
  readonly executable: string;
  readonly exchangeOnlineModule: string;
  readonly startTimeoutMs: number;
}

/** Certificates and proxy of every HTTPS connection. */
export interface NetworkSettings {
  readonly caPem: string;
  readonly caFile: string;
  readonly pinnedCertificateSha256: string;
  readonly proxyUrl: string;
  readonly proxyUsername: string;
  readonly proxyPassword: Secret | undefined;
  readonly connectTimeoutMs: number;
}

/** Time limits and concurrency. */
export interface Limits {
  readonly runTimeoutMs: number;
  readonly commandTimeoutMs: number;
  readonly maxConcurrentCommands: number;
  readonly maxThrottleWaitMs: number;
  readonly maxUnacknowledgedResults: number;
  readonly partnershipsPerResult: number;
  /** 0: no limit of ours. */
  readonly maxCommandsPerMinute: number;
}

/** The task's log files. */
export interface Logging {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly maxFileBytes: number;
  readonly maxFiles: number;
}

/** Which mailboxes and partnerships a task sees. */
export interface Scope {
  readonly include: MailboxFilter;
  readonly exclude: MailboxFilter;
  readonly recipientFilter: string;
  readonly inactiveForMs: number | undefined;
}

/** Lists of properties; within a list one match is enough, and an empty list says nothing. */
export interface MailboxFilter {
  readonly organizationalUnits: readonly string[];
  readonly domains: readonly string[];
  readonly mailboxServers: readonly string[];
  readonly groups: readonly string[];
  readonly recipientTypes: readonly string[];
  readonly clientTypes: readonly string[];
}

/** How much the inventory reads, and how it is reported. */
export interface InventorySettings {
  readonly statisticsMaxAgeMs: number;
  readonly skipStatistics: boolean;
  readonly fullEveryRuns: number;
  readonly fullRequested: boolean;
  readonly hostStateId: string;
  readonly vanishedGraceMs: number;
  /** For partnerships that were silent when their statistics were read; never less than statisticsMaxAgeMs. */
  readonly quietStatisticsMaxAgeMs: number;
  /** What the host has stored of an inventory that ended before its end, if it says so. */
  readonly hostStored: StoredResults | undefined;
  readonly staleAfterMs: number;
  /** Undefined: 80, or 8 on Exchange 2010. */
  readonly partnershipsNearLimit: number | undefined;
}

/** How far the host has stored the results of a run. */
export interface StoredResults {
  readonly runId: string;
  readonly sequence: number;
}

/** The brakes on actions that cannot be undone. */
export interface SafetyLimits {
  readonly reportOnly: boolean;
  readonly maxDestructivePerRun: number;
  readonly maxDestructivePerDay: number;
  readonly protectedMailboxes: readonly string[];
  readonly protectedGroups: readonly string[];
  readonly maintenanceWindows: readonly MaintenanceWindow[];
  readonly retryForMs: number;
  readonly blockWaitsForWipeMs: number;
  readonly unacknowledgedWipeAfterMs: number;
  readonly silentAfterMs: number;
}

/** A time of the week, in UTC. Days count from Monday, 1, to Sunday, 7; none means every day. */
export interface MaintenanceWindow {
  readonly days: readonly number[];
  readonly beginsMinute: number;
  readonly lastsMs: number;
}

/** Upkeep of lists and partnerships. */
export interface Hygiene {
  readonly reportDeadIds: boolean;
  readonly removeDeadAllowedIds: boolean;
  readonly staleAfterMs: number | undefined;
  readonly removeStalePartnerships: boolean;
  readonly maxRemovalsPerMonth: number | undefined;
  readonly proposeSuccessors: boolean;
}
