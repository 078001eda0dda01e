import { PSGuid, type PSValue } from '../../psrp';
import { isAtLeast } from '../../plugin/exchange/exchange-version';
import {
  defaultOptions,
  type MailboxPolicy,
  optionValue,
  type PolicyValue,
  RENAMED_OPTIONS,
} from '../organization/mailbox-policy';
import type { Reader } from '../organization/reader';
import type { Site } from '../organization/sites';
import { type Cmdlet, type CmdletCall, listObjects, missing, readerOf } from './cmdlet';
import { alreadyExists, CmdletError } from './cmdlet-error';
import { directoryProperties, objectMaker, type PropertyTable } from './property-table';

const COMMON = new Set('identity confirm whatif domaincontroller force name isdefault isdefaultpolicy'.split(' '));

/** The policy of a name, GUID or distinguished name. */
export function findPolicy(reader: Reader, identity: string): MailboxPolicy | undefined {
  const wanted = identity.toLowerCase();
  return reader.policies.find(
    (policy) =>
      policy.name.toLowerCase() === wanted ||
      policy.guid === wanted ||
      wanted.startsWith(`cn=${policy.name.toLowerCase()},`),
  );
}

/** Get-MobileDeviceMailboxPolicy and, with the names of before 2013, Get-ActiveSyncMailboxPolicy. */
export const getPolicy: Cmdlet = (call) => {
  const reader = readerOf(call);
  const identity = call.parameters.text('Identity');
  if (identity === '') return listObjects(call, reader.policies, policyTable(call), Infinity);
  const found = findPolicy(reader, identity);
  if (found === undefined) throw missing(call, identity);
  return listObjects(call, [found], policyTable(call), Infinity);
};

/** New-MobileDeviceMailboxPolicy and New-ActiveSyncMailboxPolicy. */
export const newPolicy: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const name = parameters.text('Name');
  if (findPolicy(organization.currentReader(), name) !== undefined) throw alreadyExists(name);
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const policy: MailboxPolicy = {
    guid: organization.directory.newGuid('policy'),
    name,
    isDefault: isDefault(call, false),
    whenCreated: context.now,
    whenChanged: context.now,
    options: changedOptions(call, defaultOptions()),
  };
  if (!parameters.isOn('WhatIf')) organization.directory.writePolicy(policy, context);
  return [objectMaker(policyTable(call), call.select)(policy)];
};

/** Set-MobileDeviceMailboxPolicy and Set-ActiveSyncMailboxPolicy. */
export const setPolicy: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const before = thePolicy(call);
  const changed: MailboxPolicy = {
    ...before,
    name: parameters.text('Name') || before.name,
    isDefault: isDefault(call, before.isDefault),
    options: changedOptions(call, before.options),
  };
  if (!parameters.isOn('WhatIf')) organization.directory.writePolicy(changed, context);
  return [];
};

/** Remove-MobileDeviceMailboxPolicy and Remove-ActiveSyncMailboxPolicy. The default policy cannot go. */
export const removePolicy: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const policy = thePolicy(call);
  if (policy.isDefault) {
    throw new CmdletError(
      'System.InvalidOperationException',
      `You can't remove the default mobile device mailbox policy '${policy.name}'.`,
      'InvalidOperation',
      policy.name,
    );
  }
  if (!parameters.isOn('WhatIf')) organization.directory.removePolicy(policy.guid, context);
  return [];
};

function thePolicy(call: CmdletCall): MailboxPolicy {
  const identity = call.parameters.text('Identity');
  const found = findPolicy(call.organization.currentReader(), identity);
  if (found === undefined) throw missing(call, identity);
  return found;
}

function isDefault(call: CmdletCall, before: boolean): boolean {
  const name = ['IsDefault', 'IsDefaultPolicy'].find((parameter) => call.parameters.has(parameter));
  return name === undefined ? before : call.parameters.isOn(name);
}

function changedOptions(
  call: CmdletCall,
  before: Readonly<Record<string, PolicyValue>>,
): Readonly<Record<string, PolicyValue>> {
  const options: Record<string, PolicyValue> = { ...before };
  for (const [key, { name }] of call.cmdlet.parameters) {
    if (key !== name.toLowerCase() || COMMON.has(key) || !call.parameters.has(name)) continue;
    const newName = RENAMED_OPTIONS.find(([, old]) => old === name)?.[0] ?? name;
    const old = before[newName];
    options[newName] = Array.isArray(old)
      ? call.parameters.list(name, old as readonly string[])
      : optionValue(call.parameters.value(name), old);
  }
  return options;
}

function policyTable(call: CmdletCall): PropertyTable<MailboxPolicy> {
  const { site } = call.organization;
  const usesOldNames = call.cmdlet.name.includes('ActiveSync');
  const shownName = (name: string): string =>
    usesOldNames ? (RENAMED_OPTIONS.find(([newName]) => newName === name)?.[1] ?? name) : name;
  const options = Object.keys(defaultOptions()).filter((name) => existsIn(site, name));
  return {
    typeName: `Microsoft.Exchange.Data.Directory.SystemConfiguration.${usesOldNames ? 'ActiveSyncMailboxPolicy' : 'MobileMailboxPolicy'}`,
    properties: [
      ...options.map((name): readonly [string, (policy: MailboxPolicy) => PSValue] => [
        shownName(name),
        (policy) => policy.options[name] ?? null,
      ]),
      [shownName('IsDefault'), (policy) => policy.isDefault],
      ...directoryProperties<MailboxPolicy>((policy) => ({
        name: policy.name,
        identity: policy.name,
        distinguishedName: `CN=${policy.name},CN=Mobile Mailbox Policies,${site.configurationDn}`,
        guid: new PSGuid(policy.guid).text,
        whenCreated: policy.whenCreated,
        whenChanged: policy.whenChanged,
        organizationId: site.organizationId,
        originatingServer: `dc01.${site.domain.toLowerCase()}`,
        objectClass: ['top', 'msExchRecipientTemplate', 'msExchMobileMailboxSettings'],
      })),
    ],
  };
}

/** Push notifications came with 2013; the option that nobody knows yet is only in the newest. */
function existsIn(site: Site, option: string): boolean {
  if (option.endsWith('PushNotifications')) return isAtLeast(site.version, '2013');
  return option !== 'FutureUnlockRequirement' || isAtLeast(site.version, 'SE');
}
