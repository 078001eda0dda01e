/**
 * The words of the domain for the contract's enums: each word with its enum name. The one place where they are tied.
 * Zero values (…_UNSPECIFIED) are left out: they stand for "not stated".
 */
import type { ActionState, StandingOrderEnd, WipeEffect, WipeKind, WipePhase } from './action';
import type { AccessLevel, Characteristic } from './desired-access';
import type { ClientFamily, DeviceAccessState, DevicePolicyApplicationStatus } from './inventory';
import type { RunOutcome, Severity } from './problem';
import type {
  Cloud,
  Logging,
  ManagementTools,
  PowerShellSettings,
  RemotePowerShell,
  TransportChoice,
} from './settings';

/** Enum names with their words. */
function words<T extends string>(prefix: string, table: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const entries = Object.entries<string>(table) as [T, string][];
  return new Map(entries.map(([word, name]) => [`${prefix}_${name}`, word]));
}

export const TRANSPORTS = words<Exclude<TransportChoice, 'auto'>>('TRANSPORT', {
  adminApi: 'ADMIN_API',
  child: 'CHILD',
  inProcess: 'IN_PROCESS',
  psrp: 'PSRP',
});

export const CLOUDS = words<Cloud>('CLOUD', {
  worldwide: 'WORLDWIDE',
  usGovernmentGccHigh: 'US_GOVERNMENT_GCC_HIGH',
  usGovernmentDod: 'US_GOVERNMENT_DOD',
  china: 'CHINA',
});

export const AUTHENTICATIONS = words<RemotePowerShell['authentication']>('AUTHENTICATION', {
  kerberos: 'KERBEROS',
  negotiate: 'NEGOTIATE',
  basic: 'BASIC',
});

export const MANAGEMENT_TOOLS_LOADS = words<ManagementTools['load']>('MANAGEMENT_TOOLS_LOAD', {
  remoteExchange: 'REMOTE_EXCHANGE',
  snapIn: 'SNAP_IN',
});

export const POWER_SHELL_EDITIONS = words<Exclude<PowerShellSettings['edition'], 'auto'>>('POWER_SHELL_EDITION', {
  windowsPowerShell: 'WINDOWS_POWER_SHELL',
  powerShell: 'POWER_SHELL',
});

export const LOG_LEVELS = words<Logging['level']>('LOG_LEVEL', {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
});

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((day, index) => [
    `WEEKDAY_${day}`,
    index + 1,
  ]),
);

export const ACCESS_LEVELS = words<AccessLevel>('ACCESS_LEVEL', {
  Allow: 'ALLOW',
  Block: 'BLOCK',
  Quarantine: 'QUARANTINE',
});

export const CHARACTERISTICS = words<Characteristic>('CHARACTERISTIC', {
  DeviceType: 'DEVICE_TYPE',
  DeviceModel: 'DEVICE_MODEL',
  DeviceOS: 'DEVICE_OS',
  UserAgent: 'USER_AGENT',
  XMSWLHeader: 'XMSWL_HEADER',
});

export const WIPE_KINDS = words<WipeKind>('WIPE_KIND', { wholeDevice: 'WHOLE_DEVICE', accountOnly: 'ACCOUNT_ONLY' });

export const STANDING_ORDER_ENDS = words<StandingOrderEnd>('STANDING_ORDER_END', {
  removePartnership: 'REMOVE_PARTNERSHIP',
  cancelWipe: 'CANCEL_WIPE',
  keep: 'KEEP',
});

export const WIPE_PHASES = words<WipePhase>('WIPE_PHASE', {
  requested: 'REQUESTED',
  issued: 'ISSUED',
  pending: 'PENDING',
  sent: 'SENT',
  acknowledged: 'ACKNOWLEDGED',
  standingOrderEnded: 'STANDING_ORDER_ENDED',
  cancelled: 'CANCELLED',
  superseded: 'SUPERSEDED',
  expired: 'EXPIRED',
});

export const WIPE_EFFECTS = words<WipeEffect>('WIPE_EFFECT', {
  wholeDevice: 'WHOLE_DEVICE',
  account: 'ACCOUNT',
  appData: 'APP_DATA',
});

export const ACTION_STATES = words<ActionState>('ACTION_STATE', {
  succeeded: 'SUCCEEDED',
  nothingToDo: 'NOTHING_TO_DO',
  pending: 'PENDING',
  appliedUnconfirmed: 'APPLIED_UNCONFIRMED',
  awaitingApproval: 'AWAITING_APPROVAL',
  waiting: 'WAITING',
  refused: 'REFUSED',
  superseded: 'SUPERSEDED',
  expired: 'EXPIRED',
  cancelled: 'CANCELLED',
  failed: 'FAILED',
  notInThisOrganization: 'NOT_IN_THIS_ORGANIZATION',
  wouldBeDone: 'WOULD_BE_DONE',
});

export const SEVERITIES = words<Severity>('SEVERITY', { info: 'INFO', warning: 'WARNING', error: 'ERROR' });

export const RUN_OUTCOMES = words<RunOutcome>('RUN_OUTCOME', {
  succeeded: 'SUCCEEDED',
  partial: 'PARTIAL',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
});

export const DEVICE_ACCESS_STATES = words<DeviceAccessState>('DEVICE_ACCESS_STATE', {
  Allowed: 'ALLOWED',
  Blocked: 'BLOCKED',
  Quarantined: 'QUARANTINED',
  DeviceDiscovery: 'DEVICE_DISCOVERY',
});

export const POLICY_APPLICATION_STATUSES = words<DevicePolicyApplicationStatus>('DEVICE_POLICY_APPLICATION_STATUS', {
  NotApplied: 'NOT_APPLIED',
  AppliedInFull: 'APPLIED_IN_FULL',
  PartiallyApplied: 'PARTIALLY_APPLIED',
  ExternallyManaged: 'EXTERNALLY_MANAGED',
});

export const CLIENT_FAMILIES = words<Exclude<ClientFamily, 'unknown'>>('CLIENT_FAMILY', {
  appleMail: 'APPLE_MAIL',
  androidMail: 'ANDROID_MAIL',
  outlookMobile: 'OUTLOOK_MOBILE',
  windowsMail: 'WINDOWS_MAIL',
  windowsPhone: 'WINDOWS_PHONE',
  owaForDevices: 'OWA_FOR_DEVICES',
  otherEas: 'OTHER_EAS',
});
