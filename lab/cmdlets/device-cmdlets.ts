import type { Mailbox } from '../organization/mailbox';
import type { Partnership } from '../organization/partnership';
import type { Reader } from '../organization/reader';
import { findUnit, isUnitWithin } from '../organization/sites';
import { type Cmdlet, type CmdletCall, listObjects, missing, readerOf } from './cmdlet';
import { CmdletError } from './cmdlet-error';
import { mobileDeviceTable, statisticsTable } from './device-tables';

const CLIENT_TYPE_SWITCHES = [
  ['ActiveSync', 'EAS'],
  ['OWAforDevices', 'MOWA'],
  ['RestApi', 'REST'],
  ['UniversalOutlook', 'UniversalOutlook'],
] as const;

/** Get-MobileDevice. Without an identity, or with one that is null, it returns every device. */
export const getMobileDevice: Cmdlet = (call) =>
  listObjects(call, ofClientTypes(call, select(call)), mobileDeviceTable(call.organization.site, 'MobileDevice'));

/** Get-ActiveSyncDevice: the old name, for devices that speak EAS. */
export const getActiveSyncDevice: Cmdlet = (call) => {
  warnOfOldName(call, 'Get-MobileDevice');
  return listObjects(call, onlyEas(select(call)), mobileDeviceTable(call.organization.site, 'ActiveSyncDevice'));
};

/** Get-MobileDeviceStatistics, for one device or for all of a mailbox. */
export const getMobileDeviceStatistics: Cmdlet = (call) =>
  listObjects(call, ofClientTypes(call, select(call)), statisticsTable(call.organization.site), Infinity);

/** Get-ActiveSyncDeviceStatistics: the old name, for devices that speak EAS. */
export const getActiveSyncDeviceStatistics: Cmdlet = (call) => {
  warnOfOldName(call, 'Get-MobileDeviceStatistics');
  return listObjects(call, onlyEas(select(call)), statisticsTable(call.organization.site), Infinity);
};

/** Clear-MobileDevice: orders a wipe, or takes the order back. */
export const clearMobileDevice: Cmdlet = (call) => {
  const { parameters, organization } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  const partnership = theOne(call);
  const { device, index } = partnership;
  if (parameters.isOn('Cancel')) {
    organization.population.change(index, { wholeDevice: null, accountOnly: null }, context);
    return [];
  }
  const order = { requestedAt: context.now, requestor: call.user, sentAt: null, acknowledgedAt: null };
  if (parameters.isOn('AccountOnly')) {
    if (!device.canWipeAccountOnly) throw accountOnlyNotSupported(partnership);
    organization.population.change(index, { accountOnly: order }, context);
  } else {
    organization.population.change(index, { wholeDevice: order }, context);
  }
  return [];
};

/** Remove-MobileDevice: removes the partnership; one that comes in its place has no orders. The personal lists keep the ID. */
export const removeMobileDevice: Cmdlet = (call) => {
  const { parameters, organization } = call;
  const context = organization.beginChange(parameters.text('DomainController') || undefined);
  organization.population.change(theOne(call).index, { present: false }, context);
  return [];
};

/** The devices of -Identity, -Mailbox, -OrganizationalUnit, or all. */
function select(call: CmdletCall): Iterable<Partnership> {
  const { parameters, organization } = call;
  const reader = readerOf(call);
  const identity = parameters.text('Identity');
  if (identity !== '') {
    const found = organization.identities.partnership(reader, identity);
    if (found === undefined) throw missing(call, identity);
    return [found];
  }
  if (parameters.has('Mailbox')) return reader.partnershipsOf(mailboxOf(call, reader));
  const unitName = parameters.text('OrganizationalUnit');
  if (unitName === '') return reader.partnerships();
  const unit = findUnit(organization.site, unitName);
  if (unit === undefined) throw missing(call, unitName);
  return partnershipsWhere(reader, (mailbox) => isUnitWithin(mailbox.unit, unit));
}

function* partnershipsWhere(reader: Reader, isWanted: (mailbox: Mailbox) => boolean): Iterable<Partnership> {
  for (const mailbox of reader.mailboxes()) if (isWanted(mailbox)) yield* reader.partnershipsOf(mailbox);
}

function mailboxOf(call: CmdletCall, reader: Reader): Mailbox {
  const identity = call.parameters.text('Mailbox');
  const mailbox = call.organization.identities.mailbox(reader, identity);
  if (mailbox === undefined) throw missing(call, identity);
  return mailbox;
}

/** The one device of a change. It acts on what is, not on what has been replicated. */
function theOne(call: CmdletCall): Partnership {
  const identity = call.parameters.text('Identity');
  const found = call.organization.identities.partnership(call.organization.currentReader(), identity);
  if (found === undefined) throw missing(call, identity);
  return found;
}

function* onlyEas(partnerships: Iterable<Partnership>): Iterable<Partnership> {
  for (const partnership of partnerships) if (partnership.device.clientType === 'EAS') yield partnership;
}

function* ofClientTypes(call: CmdletCall, partnerships: Iterable<Partnership>): Iterable<Partnership> {
  const wanted = CLIENT_TYPE_SWITCHES.filter(([name]) => call.parameters.isOn(name)).map(([, type]) => type);
  for (const partnership of partnerships) {
    const type = partnership.device.clientType;
    if (wanted.length === 0 || wanted.some((other) => other === type)) yield partnership;
  }
}

function warnOfOldName(call: CmdletCall, instead: string): void {
  if (call.organization.site.version === '2010') return;
  call.warn(
    `The cmdlet '${call.cmdlet.name}' will be removed in a future version of Exchange. Use '${instead}' instead.`,
  );
}

/** Microsoft documents that this fails, not in which words. */
function accountOnlyNotSupported(partnership: Partnership): CmdletError {
  return new CmdletError(
    'Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException',
    `An account-only remote wipe can't be sent to device '${partnership.identity}': it uses Exchange ActiveSync ` +
      `${partnership.device.clientVersion}, and account-only remote wipe needs version 16.1.`,
    'InvalidOperation',
    partnership.identity,
  );
}
