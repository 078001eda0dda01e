import type { FindingJson, InventoryStartJson, ManageSummaryJson } from '../report/result-json';

/** The parts of ManageResult's JSON form that reports are made of. What has its default value is absent. */
export interface InventoryJson {
  readonly start?: StartJson;
  readonly organizationSettings?: OrganizationSettingsJson;
  readonly deviceAccessRules?: readonly DeviceAccessRuleJson[];
  readonly policies?: readonly PolicyJson[];
  readonly partnerships?: readonly PartnershipJson[];
  readonly changes?: readonly { readonly partnership?: PartnershipJson }[];
  readonly gonePartnershipGuids?: readonly string[];
  readonly syncTimes?: SyncTimesJson;
  readonly heldPartnershipGuids?: readonly string[];
  readonly findings?: readonly ReportedFindingJson[];
  readonly summary?: SummaryJson;
}

/** What an inventory is. */
export interface StartJson extends InventoryStartJson {
  readonly runId?: string;
  readonly connectionId?: string;
  readonly exchangeBuild?: string;
  readonly startedAt?: string;
  readonly baseStateId?: string;
  readonly resumesRunId?: string;
}

/** Sync times of many partnerships; lists of the same length, times in seconds since 1970 as text. */
export interface SyncTimesJson {
  /** 16 bytes each, in base64. */
  readonly guids?: string;
  readonly lastSuccessSync?: readonly string[];
  readonly lastSyncAttemptTime?: readonly string[];
  readonly readAt?: readonly string[];
  readonly isOnline?: readonly boolean[];
}

/** The end of an inventory. */
export interface SummaryJson extends Omit<ManageSummaryJson, 'commands'> {
  readonly outcome?: string;
  readonly stateId?: string;
  readonly endedAt?: string;
  readonly problems?: readonly { readonly severity?: string; readonly code?: string; readonly summary?: string }[];
}

/** A finding, with examples and drift. */
export interface ReportedFindingJson extends FindingJson {
  readonly examples?: readonly string[];
  readonly drift?: readonly DriftJson[];
}

/** A property that has changed. */
export interface DriftJson {
  readonly object?: string;
  readonly property?: string;
  readonly before?: string;
  readonly after?: string;
}

/** The organization's ActiveSync settings. */
export interface OrganizationSettingsJson {
  readonly defaultAccessLevel?: string;
}

/** A device access rule. */
export interface DeviceAccessRuleJson {
  readonly name?: string;
  readonly characteristic?: string;
  readonly queryString?: string;
  readonly accessLevel?: string;
}

/** A mailbox policy. */
export interface PolicyJson {
  readonly name?: string;
  readonly isDefault?: boolean;
  readonly passwordEnabled?: boolean;
  readonly minPasswordLength?: number;
  readonly requireDeviceEncryption?: boolean;
  readonly allowNonProvisionableDevices?: boolean;
}

/** A partnership. */
export interface PartnershipJson {
  readonly guid?: string;
  readonly firstSyncTime?: string;
  readonly deviceId?: string;
  readonly mailboxGuid?: string;
  readonly mailboxPrimarySmtpAddress?: string;
  readonly userDisplayName?: string;
  readonly friendlyName?: string;
  readonly deviceType?: string;
  readonly deviceModel?: string;
  readonly deviceOs?: string;
  readonly deviceOsLanguage?: string;
  readonly deviceUserAgent?: string;
  readonly deviceImei?: string;
  readonly deviceMobileOperator?: string;
  readonly deviceTelephoneNumber?: string;
  readonly clientType?: string;
  readonly clientVersion?: string;
  readonly clientFamily?: string;
  readonly cutOffOnline?: boolean;
  readonly deviceAccessState?: string;
  readonly deviceAccessStateReason?: string;
  readonly deviceAccessControlRule?: string;
  readonly isManaged?: boolean;
  readonly isCompliant?: boolean;
  readonly isDisabled?: boolean;
  readonly onAllowedList?: boolean;
  readonly onBlockedList?: boolean;
  readonly whenCreated?: string;
  readonly whenChanged?: string;
  readonly statistics?: StatisticsJson;
}

/** What the mailbox says of a partnership. */
export interface StatisticsJson {
  readonly readAt?: string;
  readonly lastSuccessSync?: string;
  readonly lastSyncAttemptTime?: string;
  readonly lastPolicyUpdateTime?: string;
  readonly numberOfFoldersSynced?: number;
  readonly status?: string;
  readonly devicePolicyApplied?: string;
  readonly devicePolicyApplicationStatus?: string;
  readonly isOnline?: boolean;
  readonly deviceWipeRequestTime?: string;
  readonly deviceWipeSentTime?: string;
  readonly deviceWipeAckTime?: string;
  readonly accountOnlyDeviceWipeRequestTime?: string;
  readonly accountOnlyDeviceWipeSentTime?: string;
  readonly accountOnlyDeviceWipeAckTime?: string;
}
