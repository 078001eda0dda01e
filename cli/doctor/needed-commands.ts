import type { CommonSettings, SecuritySettings, TaskName } from '../../protocol';
import * as cmdlets from '../../plugin/exchange/cmdlets';
import { ListChange, type Command } from '../../plugin/exchange/command';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';

/** What an account is to be able to do. Reading devices and mailboxes is a part of each. */
export type Duty = 'inventory' | 'lists' | 'wipe' | 'removal' | 'policies' | 'groups' | 'access' | 'reading';

/** In words, for people. */
export const DUTIES: Readonly<Record<Duty, string>> = {
  reading: 'read devices, their status and mailboxes',
  inventory: 'read policies, access settings, rules and device classes',
  groups: 'read the members of groups',
  wipe: 'wipe devices, cancel wipes, and end their standing orders',
  lists: 'allow and block single devices',
  removal: 'remove partnerships',
  policies: 'assign mailbox policies',
  access: "change the organization's access level and device access rules",
};

/** A command that the connector can send, with sample values, and what for. */
export interface NeededCommand {
  readonly duty: Duty;
  readonly command: Command;
}

/** A name that no object has: a read of it finds nothing. */
const NOBODY = '00e1ec7a-9f6f-4d7e-8c11-d0c70bd0c70b';
const NOTHING = `Name -eq '${NOBODY}'`;
const UNIT = 'contoso.com/Users';
/** By which the version is known, where a transport has to ask for it. */
const EXCHANGE_SERVERS: Command = { cmdlet: 'Get-ExchangeServer', parameters: {}, effect: 'read' };

/** The duties that the settings of the tasks lead to. Actions come at any time, so the security task needs them all. */
export function dutiesOf(settings: CommonSettings | SecuritySettings, tasks: readonly TaskName[]): readonly Duty[] {
  const duties = new Set<Duty>(['reading']);
  if (tasks.includes('EASConnectorManage')) duties.add('inventory');
  const { include, exclude } = settings.scope;
  if (include.groups.length + exclude.groups.length > 0) duties.add('groups');
  if (tasks.includes('EASConnectorSecurity')) {
    for (const duty of ['groups', 'lists', 'wipe', 'removal', 'policies'] as const) duties.add(duty);
    if (!('desiredAccess' in settings) || settings.desiredAccess !== undefined) duties.add('access');
  }
  return (Object.keys(DUTIES) as Duty[]).filter((duty) => duties.has(duty));
}

/** Every command that the connector can send to a version, once with every parameter that it can have. */
export function neededCommands(version: ExchangeVersion, duties: readonly Duty[]): readonly NeededCommand[] {
  const makers: Readonly<Record<Duty, (version: ExchangeVersion, one: One) => readonly Command[]>> = {
    reading,
    inventory,
    groups,
    wipe,
    lists,
    removal,
    policies,
    access,
  };
  const onPremises = version === 'Online' ? {} : { domainController: 'dc01.contoso.com' };
  const one = { identity: NOBODY, ...onPremises };
  return duties.flatMap((duty) => makers[duty](version, one).map((command) => ({ duty, command })));
}

type One = cmdlets.ByIdentity;

function reading(version: ExchangeVersion, one: One): Command[] {
  const { identity, ...dc } = one;
  const unit = version === 'Online' ? {} : { organizationalUnit: UNIT };
  return [
    cmdlets.getPartnerships(version, one),
    cmdlets.getPartnerships(version, { filter: `DeviceId -eq '${identity}'`, ...unit, ...dc }),
    cmdlets.getPartnerships(version, { mailbox: identity, ...dc }),
    cmdlets.getDeviceStatistics(version, one),
    cmdlets.getDeviceStatistics(version, { mailbox: identity, ...dc }),
    cmdlets.getCasMailboxes(one),
    cmdlets.getCasMailboxes({ filter: NOTHING, ...unit, ...dc }),
    cmdlets.getMailboxes(one),
    cmdlets.getMailboxes({ filter: NOTHING, recipientTypeDetails: ['UserMailbox'], ...unit, ...dc }),
    ...(version === 'Online' ? [] : [cmdlets.getMailboxes({ server: 'EX01', ...dc })]),
    cmdlets.getRecipient(one),
    cmdlets.getOrganizationConfig(),
    ...(version === 'Online' ? [] : [EXCHANGE_SERVERS]),
  ];
}

function inventory(version: ExchangeVersion, { domainController }: One): Command[] {
  const dc = { domainController };
  return [
    cmdlets.getMailboxPolicies(version),
    cmdlets.getOrganizationSettings(dc),
    cmdlets.getDeviceAccessRules(dc),
    cmdlets.getDeviceClasses(),
  ];
}

function groups(version: ExchangeVersion, one: One): Command[] {
  const { identity, ...dc } = one;
  const preview = { recipientFilter: NOTHING, organizationalUnit: UNIT, ...dc };
  return [
    cmdlets.getGroupMembers(one),
    cmdlets.getRecipient(one),
    ...(version === 'Online'
      ? [cmdlets.getDynamicGroupMembers({ identity })]
      : [cmdlets.getDynamicGroup(one), cmdlets.previewRecipients(preview)]),
  ];
}

function wipe(version: ExchangeVersion, one: One): Command[] {
  const accountOnly = version !== '2010' && version !== '2013';
  const order = { ...one, accountOnly, notificationEmailAddresses: ['it@contoso.com'] };
  return [
    cmdlets.wipeDevice(version, order),
    cmdlets.cancelWipe(version, one),
    cmdlets.removePartnership(version, one),
  ];
}

function lists(_version: ExchangeVersion, one: One): Command[] {
  const change = new ListChange(['a'], ['b']);
  return [cmdlets.setDeviceLists({ ...one, allowed: change, blocked: change })];
}

function removal(version: ExchangeVersion, one: One): Command[] {
  return [cmdlets.removePartnership(version, one), ...lists(version, one)];
}

function policies(version: ExchangeVersion, one: One): Command[] {
  return [cmdlets.setMailboxPolicy({ ...one, policy: 'Default' }), cmdlets.getMailboxPolicies(version)];
}

function access(_version: ExchangeVersion, one: One): Command[] {
  const dc = { domainController: one.domainController };
  const rule = { queryString: 'iPhone', characteristic: 'DeviceType', accessLevel: 'Block' } as const;
  const settings = {
    defaultAccessLevel: 'Quarantine',
    userMailInsert: 'x',
    adminMailRecipients: ['it@contoso.com'],
    otaNotificationMailInsert: 'x',
  } as const;
  return [
    cmdlets.getOrganizationSettings(dc),
    cmdlets.setOrganizationSettings({ ...settings, ...dc }),
    cmdlets.getDeviceAccessRules(dc),
    cmdlets.newDeviceAccessRule({ ...rule, ...dc }),
    cmdlets.setDeviceAccessRule({ ...one, accessLevel: 'Block' }),
    cmdlets.removeDeviceAccessRule(one),
  ];
}

/** A cmdlet with every parameter that is needed of it. */
export interface NeededCmdlet {
  readonly cmdlet: string;
  readonly parameters: readonly string[];
  readonly duties: readonly Duty[];
}

/** The commands by cmdlet, each parameter once. */
export function byCmdlet(needed: readonly NeededCommand[]): readonly NeededCmdlet[] {
  const found = new Map<string, { parameters: Set<string>; duties: Set<Duty> }>();
  for (const { duty, command } of needed) {
    const entry = found.get(command.cmdlet) ?? { parameters: new Set(), duties: new Set() };
    for (const name of Object.keys(command.parameters)) entry.parameters.add(name);
    found.set(command.cmdlet, { ...entry, duties: entry.duties.add(duty) });
  }
  return [...found].map(([cmdlet, { parameters, duties }]) => ({
    cmdlet,
    parameters: [...parameters].sort(),
    duties: [...duties],
  }));
}
