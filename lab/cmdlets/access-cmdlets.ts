import { isAtLeast } from '../../plugin/exchange/exchange-version';
import type { PSValue } from '../../psrp';
import type { DeviceClass } from '../organization/directory';
import { type ActiveSyncSettings, type DeviceAccessRule, ruleName } from '../organization/organization-settings';
import { type Cmdlet, type CmdletCall, listObjects, missing, readerOf } from './cmdlet';
import { alreadyExists, tooLong } from './cmdlet-error';
import { dateTime, directoryProperties, objectMaker, type PropertyTable } from './property-table';

const SETTINGS_NAME = 'Mobile Mailbox Settings';

/** The most characters of a notice, by Microsoft's page of Set-ActiveSyncOrganizationSettings. */
const LONGEST_NOTICE = 256;

/** Get-ActiveSyncOrganizationSettings. */
export const getOrganizationSettings: Cmdlet = (call) =>
  listObjects(call, [readerOf(call).settings], settingsTable(call), Infinity);

/** Set-ActiveSyncOrganizationSettings: what is not given stays. */
export const setOrganizationSettings: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const before = organization.directory.settings();
  const flag = (name: string, old: boolean): boolean => (parameters.has(name) ? parameters.isOn(name) : old);
  const text = (name: string, old: string): string => (parameters.has(name) ? parameters.text(name) : old);
  const notice = (name: string, old: string): string => {
    const given = text(name, old);
    if (given.length > LONGEST_NOTICE) throw tooLong(name, given.length, LONGEST_NOTICE);
    return given;
  };
  const level = text('DefaultAccessLevel', before.defaultAccessLevel);
  const settings: ActiveSyncSettings = {
    defaultAccessLevel: `${level.charAt(0).toUpperCase()}${level.slice(1).toLowerCase()}`,
    userMailInsert: notice('UserMailInsert', before.userMailInsert),
    adminMailRecipients: parameters.list('AdminMailRecipients', before.adminMailRecipients),
    otaNotificationMailInsert: notice('OtaNotificationMailInsert', before.otaNotificationMailInsert),
    allowAccessForUnsupportedPlatform: flag(
      'AllowAccessForUnSupportedPlatform',
      before.allowAccessForUnsupportedPlatform,
    ),
    allowRmsSupportForUnenlightenedApps: flag(
      'AllowRMSSupportForUnenlightenedApps',
      before.allowRmsSupportForUnenlightenedApps,
    ),
    enableMobileMailboxPolicyWhenCaInPlace: flag(
      'EnableMobileMailboxPolicyWhenCAInplace',
      before.enableMobileMailboxPolicyWhenCaInPlace,
    ),
    whenChanged: context.now,
  };
  if (!parameters.isOn('WhatIf')) organization.directory.writeSettings(settings, context);
  return [];
};

/** Get-ActiveSyncDeviceAccessRule: one rule, or all. */
export const getAccessRule: Cmdlet = (call) => {
  const { rules } = readerOf(call);
  const identity = call.parameters.text('Identity');
  return listObjects(call, identity === '' ? rules : [theRule(call, rules)], ruleTable(call), Infinity);
};

/** New-ActiveSyncDeviceAccessRule: Exchange names the rule by what it compares, so there is one rule for each. */
export const newAccessRule: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const [queryString, characteristic] = [parameters.text('QueryString'), parameters.text('Characteristic')];
  const name = ruleName(queryString, characteristic);
  if (organization.directory.rules().some((rule) => rule.name.toLowerCase() === name.toLowerCase()))
    throw alreadyExists(name);
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const rule = {
    guid: organization.directory.newGuid('rule'),
    queryString,
    characteristic,
    accessLevel: parameters.text('AccessLevel'),
    whenCreated: context.now,
  };
  const written = parameters.isOn('WhatIf')
    ? { ...rule, name, whenChanged: context.now }
    : organization.directory.writeRule(rule, context);
  return [objectMaker(ruleTable(call), call.select)(written)];
};

/** Set-ActiveSyncDeviceAccessRule. Only the access level can be changed; for anything else a rule is removed and made anew. */
export const setAccessRule: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const rule = theRule(call, organization.directory.rules());
  const accessLevel = parameters.text('AccessLevel') || rule.accessLevel;
  if (!parameters.isOn('WhatIf')) organization.directory.writeRule({ ...rule, accessLevel }, context);
  return [];
};

/** Remove-ActiveSyncDeviceAccessRule. */
export const removeAccessRule: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const rule = theRule(call, organization.directory.rules());
  if (!parameters.isOn('WhatIf')) organization.directory.removeRule(rule.guid, context);
  return [];
};

/** Get-ActiveSyncDeviceClass: the kinds of devices that have been seen. */
export const getDeviceClass: Cmdlet = (call) => {
  const classes = readerOf(call).deviceClasses();
  const identity = call.parameters.text('Identity').toLowerCase();
  const found = identity === '' ? classes : classes.filter(({ name }) => name.toLowerCase() === identity);
  if (identity !== '' && found.length === 0) throw missing(call, identity);
  return listObjects(call, found, classTable(call), Infinity);
};

/** Remove-ActiveSyncDeviceClass. */
export const removeDeviceClass: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const identity = parameters.text('Identity').toLowerCase();
  const found = organization.directory.deviceClasses().find(({ name }) => name.toLowerCase() === identity);
  if (found === undefined) throw missing(call, identity);
  if (!parameters.isOn('WhatIf')) organization.directory.removeDeviceClass(found.name, context);
  return [];
};

function theRule(call: CmdletCall, rules: readonly DeviceAccessRule[]): DeviceAccessRule {
  const identity = call.parameters.text('Identity');
  const wanted = identity.toLowerCase();
  const found = rules.find(
    (rule) =>
      [rule.name, rule.guid].some((name) => name.toLowerCase() === wanted) ||
      wanted.startsWith(`cn=${rule.name.toLowerCase()},`),
  );
  if (found === undefined) throw missing(call, identity);
  return found;
}

interface Named {
  readonly name: string;
  readonly guid: string;
  readonly whenCreated: number;
  readonly whenChanged: number;
}

function configurationProperties<T>(
  call: CmdletCall,
  folder: string,
  objectClass: string,
  named: (item: T) => Named,
): (readonly [string, (item: T) => PSValue])[] {
  const { site } = call.organization;
  return directoryProperties<T>((item) => {
    const { name, ...rest } = named(item);
    return {
      ...rest,
      name,
      identity: name,
      distinguishedName: `CN=${name}${folder === '' ? '' : `,CN=${folder}`},${site.configurationDn}`,
      organizationId: site.organizationId,
      originatingServer: `dc01.${site.domain.toLowerCase()}`,
      objectClass: ['top', objectClass],
    };
  });
}

function settingsTable(call: CmdletCall): PropertyTable<ActiveSyncSettings> {
  const { site, world } = call.organization;
  const named = (settings: ActiveSyncSettings): Named => ({
    name: SETTINGS_NAME,
    guid: world.guids.encode('other', 1),
    whenCreated: world.origin - 2000 * 86_400_000,
    whenChanged: settings.whenChanged,
  });
  type Properties = PropertyTable<ActiveSyncSettings>['properties'];
  const since2013: Properties = [['AllowAccessForUnSupportedPlatform', (s) => s.allowAccessForUnsupportedPlatform]];
  const since2016: Properties = [['AllowRMSSupportForUnenlightenedApps', (s) => s.allowRmsSupportForUnenlightenedApps]];
  const online: Properties = [
    ['EnableMobileMailboxPolicyWhenCAInplace', (s) => s.enableMobileMailboxPolicyWhenCaInPlace],
    ['TenantAdminPreference', () => 'Default'],
  ];
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ActiveSyncOrganizationSettings',
    properties: [
      ['DefaultAccessLevel', (s) => s.defaultAccessLevel],
      ['UserMailInsert', (s) => s.userMailInsert],
      ['AdminMailRecipients', (s) => s.adminMailRecipients],
      ['OtaNotificationMailInsert', (s) => s.otaNotificationMailInsert],
      ['OtherWellKnownObjects', () => []],
      ...(isAtLeast(site.version, '2013') ? since2013 : []),
      ...(isAtLeast(site.version, '2016') ? since2016 : []),
      ...(site.version === 'Online' ? online : []),
      ...configurationProperties(call, '', 'msExchMobileMailboxSettings', named),
    ],
  };
}

function ruleTable(call: CmdletCall): PropertyTable<DeviceAccessRule> {
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ActiveSyncDeviceAccessRule',
    properties: [
      ['QueryString', (rule) => rule.queryString],
      ['Characteristic', (rule) => rule.characteristic],
      ['AccessLevel', (rule) => rule.accessLevel],
      ...configurationProperties<DeviceAccessRule>(call, SETTINGS_NAME, 'msExchDeviceAccessRule', (rule) => rule),
    ],
  };
}

function classTable(call: CmdletCall): PropertyTable<DeviceClass> {
  const { world } = call.organization;
  const seenAt = world.origin - 30 * 86_400_000;
  const named = (item: DeviceClass): Named => {
    const number = Array.from(item.name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
    return { name: item.name, guid: world.guids.encode('other', number), whenCreated: seenAt, whenChanged: seenAt };
  };
  const documented = ['DeviceModel', 'DeviceType', 'LastUpdateTime'];
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ActiveSyncDeviceClass',
    properties: [
      ['DeviceType', (item) => item.deviceType],
      ['DeviceModel', (item) => item.deviceModel],
      ['LastUpdateTime', () => dateTime(seenAt)],
      ...configurationProperties(call, 'ExchangeDeviceClasses', 'msExchActiveSyncDeviceClass', named),
    ],
    filterable: documented,
    sortable: documented,
  };
}
