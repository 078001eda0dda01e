import type { CasSettings } from '../organization/directory';
import type { Mailbox } from '../organization/mailbox';
import type { Reader } from '../organization/reader';
import { findUnit, isUnitWithin, serverOf } from '../organization/sites';
import { type Cmdlet, type CmdletCall, listObjects, missing, readerOf } from './cmdlet';
import { invalidArgument } from './cmdlet-error';
import { findPolicy } from './policy-cmdlets';
import { casMailboxTable, mailboxTable, userTable } from './mailbox-tables';

/** Parameters of Get-EXO* that name one object like -Identity does. */
const IDENTITY_PARAMETERS = ['Identity', 'ExternalDirectoryObjectId', 'PrimarySmtpAddress', 'UserPrincipalName'];

/** Parameters of Set-CASMailbox that are more than a flag to keep. */
const OWN_PARAMETERS = new Set(
  (
    'identity confirm whatif domaincontroller activesyncenabled activesyncmailboxpolicy activesyncalloweddeviceids ' +
    'activesyncblockeddeviceids resetautoblockeddevices ignoredefaultscope'
  ).split(' '),
);

/** Get-Mailbox and Get-EXOMailbox. */
export const getMailbox: Cmdlet = (call) =>
  listObjects(call, selectMailboxes(call), mailboxTable(call.organization.site));

/** Get-User. */
export const getUser: Cmdlet = (call) => listObjects(call, selectMailboxes(call), userTable(call.organization.site));

/** Get-CASMailbox and Get-EXOCasMailbox. */
export const getCasMailbox: Cmdlet = (call) =>
  listObjects(
    call,
    selectMailboxes(call),
    casMailboxTable(call.organization.site, readerOf(call), call.parameters.isOn('ActiveSyncDebugLogging')),
  );

/** Set-CASMailbox: personal lists, policy, protocols. */
export const setCasMailbox: Cmdlet = (call) => {
  const { organization, parameters } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const reader = organization.currentReader();
  const identity = parameters.text('Identity');
  const mailbox = organization.identities.mailbox(reader, identity);
  if (mailbox === undefined) throw missing(call, identity);
  const before = reader.cas(mailbox);
  const changed: CasSettings = {
    ...before,
    activeSyncEnabled: parameters.has('ActiveSyncEnabled')
      ? parameters.isOn('ActiveSyncEnabled')
      : before.activeSyncEnabled,
    policyGuid: parameters.has('ActiveSyncMailboxPolicy') ? policyGuid(call, reader) : before.policyGuid,
    allowedDeviceIds: parameters.list('ActiveSyncAllowedDeviceIDs', before.allowedDeviceIds),
    blockedDeviceIds: parameters.list('ActiveSyncBlockedDeviceIDs', before.blockedDeviceIds),
    flags: { ...before.flags, ...flags(call) },
  };
  if (!parameters.isOn('WhatIf')) organization.directory.writeCas(mailbox.index, changed, context);
  return [];
};

/** The mailboxes that a call asks for, by identity, type, unit, database or server. */
function selectMailboxes(call: CmdletCall): Iterable<Mailbox> {
  const { organization, parameters } = call;
  const reader = readerOf(call);
  const identity = IDENTITY_PARAMETERS.map((name) => parameters.text(name)).find((text) => text !== '');
  if (identity !== undefined) {
    const found = organization.identities.mailbox(reader, identity);
    if (found === undefined) throw missing(call, identity);
    return matching(call, [found]);
  }
  return matching(call, reader.mailboxes());
}

function* matching(call: CmdletCall, mailboxes: Iterable<Mailbox>): Iterable<Mailbox> {
  const { parameters } = call;
  const types = parameters.list('RecipientTypeDetails', []).map((type) => type.toLowerCase());
  const anr = parameters.text('Anr').toLowerCase();
  const database = parameters.text('Database').toLowerCase();
  const server = (parameters.text('Server').split('.')[0] ?? '').toLowerCase();
  const isInUnit = unitFilter(call);
  for (const mailbox of mailboxes) {
    if (types.length > 0 && !types.includes(mailbox.recipientTypeDetails.toLowerCase())) continue;
    if (anr !== '' && !mailbox.name.toLowerCase().includes(anr) && !mailbox.alias.includes(anr)) continue;
    if (database !== '' && mailbox.database.toLowerCase() !== database) continue;
    if (server !== '' && serverOf(call.organization.site, mailbox.database).name.toLowerCase() !== server) continue;
    if (isInUnit(mailbox)) yield mailbox;
  }
}

function unitFilter(call: CmdletCall): (mailbox: Mailbox) => boolean {
  const name = call.parameters.text('OrganizationalUnit');
  if (name === '') return () => true;
  const unit = findUnit(call.organization.site, name);
  if (unit === undefined) throw missing(call, name);
  return (mailbox) => isUnitWithin(mailbox.unit, unit);
}

function policyGuid(call: CmdletCall, reader: Reader): string | null {
  const name = call.parameters.text('ActiveSyncMailboxPolicy');
  if (name === '') return null;
  const policy = findPolicy(reader, name);
  if (policy === undefined) throw missing(call, name);
  return policy.guid;
}

function flags(call: CmdletCall): Record<string, boolean | string | null> {
  const given: Record<string, boolean | string | null> = {};
  for (const [key, { name }] of call.cmdlet.parameters) {
    if (key !== name.toLowerCase() || OWN_PARAMETERS.has(key) || !call.parameters.has(name)) continue;
    const value = call.parameters.value(name);
    if (typeof value !== 'boolean' && typeof value !== 'string' && value !== null) {
      throw invalidArgument(`The lab does not keep values of this kind for ${name}.`, name);
    }
    given[name] = value;
  }
  return given;
}
