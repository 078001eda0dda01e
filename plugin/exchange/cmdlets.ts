/**
 * Every cmdlet that the connector calls, as typed functions that make Commands: the only place that spells cmdlet and
 * parameter names. Source: Microsoft's reference of the module ExchangePowerShell; a test holds every function against
 * it for every version.
 */
import type { AccessLevel, DesiredRule } from '../../protocol';
import type { ListChange } from './command';
import type { Command, ParameterValue } from './command';
import type { ExchangeVersion } from './exchange-version';
import {
  CAS_MAILBOX_PROPERTIES,
  MAILBOX_PROPERTIES,
  PARTNERSHIP_PROPERTIES,
  STATISTICS_PROPERTIES,
} from './wanted-properties';

/** The domain controller to read from or write to; on-premises only. */
export interface OnDomainController {
  readonly domainController?: string | undefined;
}

/** One object, named by something that Exchange accepts as its identity. */
export interface ByIdentity extends OnDomainController {
  readonly identity: string;
}

type Parameters = Readonly<Record<string, ParameterValue | undefined>>;

/** Exchange 2010 has the old names only; later versions have them too, but only for EAS devices and with a warning. */
const deviceNoun = (version: ExchangeVersion): string => (version === '2010' ? 'ActiveSyncDevice' : 'MobileDevice');

const policyNoun = (version: ExchangeVersion): string =>
  version === '2010' ? 'ActiveSyncMailboxPolicy' : 'MobileDeviceMailboxPolicy';

function stated(parameters: Parameters): Record<string, ParameterValue> {
  const entries = Object.entries(parameters).filter(
    (entry): entry is [string, ParameterValue] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function read(cmdlet: string, parameters: Parameters, properties?: readonly string[]): Command {
  return { cmdlet, parameters: stated(parameters), effect: 'read', ...(properties ? { properties } : {}) };
}

/** A change of what an organization has one of, or of what does not exist yet: there is no identity to give. */
function changeWithoutIdentity(cmdlet: string, parameters: Parameters): Command {
  return { cmdlet, parameters: stated({ ...parameters, Confirm: false }), effect: 'change' };
}

/** A change names exactly one object: with an empty identity many cmdlets would mean every object. */
function change(cmdlet: string, identity: string, parameters: Parameters): Command {
  if (identity === '') throw new Error(`${cmdlet} without an identity`);
  return {
    cmdlet,
    parameters: stated({ Identity: identity, ...parameters, Confirm: false }),
    effect: 'change',
  };
}

const NOT_ON_2010 = new Set(['ClientType', 'ClientVersion', 'IsManaged', 'IsCompliant', 'IsDisabled']);

function partnershipProperties(version: ExchangeVersion): readonly string[] {
  if (version !== '2010') return PARTNERSHIP_PROPERTIES;
  return [...PARTNERSHIP_PROPERTIES.filter((name) => !NOT_ON_2010.has(name)), 'DeviceActiveSyncVersion'];
}

/** All partnerships, those of one mailbox, or one. */
export function getPartnerships(
  version: ExchangeVersion,
  which: OnDomainController & {
    readonly identity?: string;
    readonly mailbox?: string;
    readonly filter?: string;
    readonly organizationalUnit?: string;
  } = {},
): Command {
  return read(
    `Get-${deviceNoun(version)}`,
    {
      Identity: nonEmpty(which.identity),
      Mailbox: nonEmpty(which.mailbox),
      Filter: nonEmpty(which.filter),
      OrganizationalUnit: nonEmpty(which.organizationalUnit),
      ResultSize: which.identity === undefined ? 'Unlimited' : undefined,
      DomainController: which.domainController,
    },
    partnershipProperties(version),
  );
}

/** An empty name would mean every object, so it is a fault of ours, not a wish. */
function nonEmpty(value: string | undefined): string | undefined {
  if (value === '') throw new Error('an empty name was given to a command');
  return value;
}

/** Account-only wipes came with Exchange 2016. */
function statisticsProperties(version: ExchangeVersion): readonly string[] {
  if (version !== '2010' && version !== '2013') return STATISTICS_PROPERTIES;
  return STATISTICS_PROPERTIES.filter(
    (name) => !name.includes('AccountOnly') && (version === '2013' || !NOT_ON_2010.has(name)),
  );
}

/** The statistics of one partnership, or of all of a mailbox. */
export function getDeviceStatistics(
  version: ExchangeVersion,
  which: OnDomainController & ({ readonly identity: string } | { readonly mailbox: string }),
): Command {
  return read(
    `Get-${deviceNoun(version)}Statistics`,
    {
      Identity: 'identity' in which ? nonEmpty(which.identity) : undefined,
      Mailbox: 'mailbox' in which ? nonEmpty(which.mailbox) : undefined,
      DomainController: which.domainController,
    },
    statisticsProperties(version),
  );
}

/** Orders a wipe. */
export function wipeDevice(
  version: ExchangeVersion,
  which: ByIdentity & { readonly accountOnly: boolean; readonly notificationEmailAddresses?: readonly string[] },
): Command {
  const addresses = which.notificationEmailAddresses ?? [];
  return change(`Clear-${deviceNoun(version)}`, which.identity, {
    AccountOnly: which.accountOnly ? true : undefined,
    NotificationEmailAddresses: addresses.length > 0 ? addresses : undefined,
    DomainController: which.domainController,
  });
}

/** Takes a wipe back. */
export function cancelWipe(version: ExchangeVersion, which: ByIdentity): Command {
  return change(`Clear-${deviceNoun(version)}`, which.identity, {
    Cancel: true,
    DomainController: which.domainController,
  });
}

/** Removes a partnership. */
export function removePartnership(version: ExchangeVersion, which: ByIdentity): Command {
  return change(`Remove-${deviceNoun(version)}`, which.identity, { DomainController: which.domainController });
}

/** The client access settings of one mailbox, or of all. */
export function getCasMailboxes(
  which: OnDomainController & {
    readonly identity?: string;
    readonly filter?: string;
    readonly organizationalUnit?: string;
  } = {},
): Command {
  return read(
    'Get-CASMailbox',
    {
      Identity: nonEmpty(which.identity),
      Filter: nonEmpty(which.filter),
      OrganizationalUnit: nonEmpty(which.organizationalUnit),
      ResultSize: which.identity === undefined ? 'Unlimited' : undefined,
      DomainController: which.domainController,
    },
    CAS_MAILBOX_PROPERTIES,
  );
}

/** One mailbox, or all. */
export function getMailboxes(
  which: OnDomainController & {
    readonly identity?: string;
    readonly filter?: string;
    readonly organizationalUnit?: string;
    /** On-premises only. */
    readonly server?: string;
    readonly recipientTypeDetails?: readonly string[];
    /** With all its addresses. */
    readonly withAddresses?: boolean;
  } = {},
): Command {
  return read(
    'Get-Mailbox',
    {
      Identity: nonEmpty(which.identity),
      Filter: nonEmpty(which.filter),
      OrganizationalUnit: nonEmpty(which.organizationalUnit),
      Server: nonEmpty(which.server),
      RecipientTypeDetails: which.recipientTypeDetails,
      ResultSize: which.identity === undefined ? 'Unlimited' : undefined,
      DomainController: which.domainController,
    },
    which.withAddresses ? [...MAILBOX_PROPERTIES, 'EmailAddresses'] : MAILBOX_PROPERTIES,
  );
}

/** A recipient of any kind: tells a mailbox elsewhere from none at all. */
export function getRecipient(which: ByIdentity): Command {
  return read('Get-Recipient', { Identity: nonEmpty(which.identity), DomainController: which.domainController }, [
    'Guid',
    'PrimarySmtpAddress',
    'RecipientTypeDetails',
    'DistinguishedName',
  ]);
}

const MEMBER_PROPERTIES = ['Guid', 'PrimarySmtpAddress', 'RecipientTypeDetails', 'DistinguishedName', 'DisplayName'];

/** The direct members of a group. */
export function getGroupMembers(which: ByIdentity): Command {
  return read(
    'Get-DistributionGroupMember',
    { Identity: nonEmpty(which.identity), ResultSize: 'Unlimited', DomainController: which.domainController },
    MEMBER_PROPERTIES,
  );
}

/** A dynamic distribution group, with the rule that makes its members. On-premises, where nothing lists them. */
export function getDynamicGroup(which: ByIdentity): Command {
  return read(
    'Get-DynamicDistributionGroup',
    { Identity: nonEmpty(which.identity), DomainController: which.domainController },
    ['Guid', 'RecipientFilter', 'RecipientContainer'],
  );
}

/** The members of a dynamic distribution group as Exchange Online has worked them out in the last 24 hours. */
export function getDynamicGroupMembers(which: { readonly identity: string }): Command {
  return read(
    'Get-DynamicDistributionGroupMember',
    { Identity: nonEmpty(which.identity), ResultSize: 'Unlimited' },
    MEMBER_PROPERTIES,
  );
}

/** The recipients that a filter finds under a container: the members of a dynamic distribution group on-premises. */
export function previewRecipients(
  which: OnDomainController & { readonly recipientFilter: string; readonly organizationalUnit?: string },
): Command {
  return read(
    'Get-Recipient',
    {
      RecipientPreviewFilter: nonEmpty(which.recipientFilter),
      OrganizationalUnit: nonEmpty(which.organizationalUnit),
      ResultSize: 'Unlimited',
      DomainController: which.domainController,
    },
    MEMBER_PROPERTIES,
  );
}

/** Changes a mailbox's personal lists of devices. */
export function setDeviceLists(
  which: ByIdentity & { readonly allowed?: ListChange | undefined; readonly blocked?: ListChange | undefined },
): Command {
  return change('Set-CASMailbox', which.identity, {
    ActiveSyncAllowedDeviceIDs: which.allowed,
    ActiveSyncBlockedDeviceIDs: which.blocked,
    DomainController: which.domainController,
  });
}

/** Assigns a mailbox policy; null assigns the default one. */
export function setMailboxPolicy(which: ByIdentity & { readonly policy: string | null }): Command {
  return change('Set-CASMailbox', which.identity, {
    ActiveSyncMailboxPolicy: which.policy,
    DomainController: which.domainController,
  });
}

/** The mailbox policies, with every property they have. */
export function getMailboxPolicies(version: ExchangeVersion): Command {
  return read(`Get-${policyNoun(version)}`, {});
}

/** The organization's ActiveSync settings, with every property. */
export function getOrganizationSettings(which: OnDomainController = {}): Command {
  return read('Get-ActiveSyncOrganizationSettings', { DomainController: which.domainController });
}

/** Changes those of the organization's ActiveSync settings that are given. */
export function setOrganizationSettings(
  which: OnDomainController & {
    readonly defaultAccessLevel?: AccessLevel | undefined;
    readonly userMailInsert?: string | undefined;
    /** The whole list; an empty one clears it. */
    readonly adminMailRecipients?: readonly string[] | undefined;
    readonly otaNotificationMailInsert?: string | undefined;
  },
): Command {
  const { adminMailRecipients: recipients } = which;
  return changeWithoutIdentity('Set-ActiveSyncOrganizationSettings', {
    DefaultAccessLevel: which.defaultAccessLevel,
    UserMailInsert: which.userMailInsert,
    AdminMailRecipients: recipients?.length === 0 ? null : recipients,
    OtaNotificationMailInsert: which.otaNotificationMailInsert,
    DomainController: which.domainController,
  });
}

/** The device access rules. */
export function getDeviceAccessRules(which: OnDomainController = {}): Command {
  return read('Get-ActiveSyncDeviceAccessRule', { DomainController: which.domainController });
}

/** Makes a device access rule. Exchange names it by its query string and characteristic. */
export function newDeviceAccessRule(which: OnDomainController & DesiredRule): Command {
  if (which.queryString === '') throw new Error('a rule without a query string');
  return changeWithoutIdentity('New-ActiveSyncDeviceAccessRule', {
    QueryString: which.queryString,
    Characteristic: which.characteristic,
    AccessLevel: which.accessLevel,
    DomainController: which.domainController,
  });
}

/** Changes the level of a device access rule; nothing else of one can be changed. */
export function setDeviceAccessRule(which: ByIdentity & { readonly accessLevel: AccessLevel }): Command {
  return change('Set-ActiveSyncDeviceAccessRule', which.identity, {
    AccessLevel: which.accessLevel,
    DomainController: which.domainController,
  });
}

/** Removes a device access rule. */
export function removeDeviceAccessRule(which: ByIdentity): Command {
  return change('Remove-ActiveSyncDeviceAccessRule', which.identity, { DomainController: which.domainController });
}

/** The device classes. */
export function getDeviceClasses(): Command {
  return read('Get-ActiveSyncDeviceClass', {});
}

/** The organization as a whole. */
export function getOrganizationConfig(): Command {
  return read('Get-OrganizationConfig', {}, ['Name', 'AdminDisplayVersion', 'IsDehydrated']);
}

/** The Exchange servers, for their version. On-premises only. */
export function getExchangeServers(): Command {
  return read('Get-ExchangeServer', {}, ['Name', 'AdminDisplayVersion']);
}

/** Every cmdlet that the connector may call, for sessions that import just what is needed. */
export function importedCommands(version: ExchangeVersion | undefined): readonly string[] {
  const versioned = (version === undefined ? (['2010', 'SE'] as const) : [version]).flatMap((one) => [
    `Get-${deviceNoun(one)}`,
    `Get-${deviceNoun(one)}Statistics`,
    `Clear-${deviceNoun(one)}`,
    `Remove-${deviceNoun(one)}`,
    `Get-${policyNoun(one)}`,
  ]);
  const own = version === 'Online' ? 'Get-DynamicDistributionGroupMember' : 'Get-ExchangeServer';
  return [...new Set([...versioned, own, ...UNVERSIONED])];
}

const UNVERSIONED: readonly string[] = [
  'Get-CASMailbox',
  'Set-CASMailbox',
  'Get-Mailbox',
  'Get-Recipient',
  'Get-DistributionGroupMember',
  'Get-DynamicDistributionGroup',
  'Get-ActiveSyncOrganizationSettings',
  'Set-ActiveSyncOrganizationSettings',
  'Get-ActiveSyncDeviceAccessRule',
  'New-ActiveSyncDeviceAccessRule',
  'Set-ActiveSyncDeviceAccessRule',
  'Remove-ActiveSyncDeviceAccessRule',
  'Get-ActiveSyncDeviceClass',
  'Get-OrganizationConfig',
];
