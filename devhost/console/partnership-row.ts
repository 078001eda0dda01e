import { speaksEas } from '../../plugin/exchange/client-family';
import { osSupport } from '../../tasks/eas-connector-manage/findings/os-support';
import { isStale, type PartnershipAge } from '../../tasks/eas-connector-manage/findings/partnership-finds';
import { parseTimestamp, type Timestamp } from '../../protocol';
import type { ApiRow } from './api-types';
import { enumName, messageOf, textOf, type Json } from './message-json';
import { personName } from './person-name';

/** What people call the families of clients. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['AppleMail', 'Apple Mail'],
  ['AndroidMail', 'Android mail'],
  ['OutlookMobile', 'Outlook'],
  ['WindowsMail', 'Windows Mail'],
  ['WindowsPhone', 'Windows Phone'],
  ['OwaForDevices', 'OWA for Devices'],
  ['OtherEas', 'Other EAS'],
]);

const STALE_MS = 90 * 86_400_000;

/** A partnership as the list shows it. Pure. */
export function rowOf(partnership: Json, mailbox: Json | undefined, now: number, isProtected: boolean): ApiRow {
  const statistics = messageOf(partnership, 'statistics');
  const isOnline = statistics['isOnline'];
  return {
    guid: textOf(partnership, 'guid'),
    user: personName(partnership, mailbox),
    address: textOf(partnership, 'mailboxPrimarySmtpAddress'),
    device: textOf(partnership, 'friendlyName') || textOf(partnership, 'deviceType'),
    model: textOf(partnership, 'deviceModel'),
    os: textOf(partnership, 'deviceOs'),
    family: familyOf(partnership),
    easVersion: easVersionOf(partnership),
    access: accessOf(partnership),
    reason: textOf(partnership, 'deviceAccessStateReason'),
    ...(typeof isOnline === 'boolean' ? { isOnline } : {}),
    lastSync: textOf(statistics, 'lastSuccessSync'),
    firstSync: textOf(partnership, 'firstSyncTime'),
    wipe: wipeOf(statistics),
    attention: attentionOf(partnership, statistics, now),
    isProtected,
  };
}

/** What people call the family of a partnership's client. */
export function familyOf(partnership: Json): string {
  const name = enumName('CLIENT_FAMILY', textOf(partnership, 'clientFamily'));
  return FAMILIES.get(name) ?? 'Not recognized';
}

function accessOf(partnership: Json): string {
  return enumName('DEVICE_ACCESS_STATE', textOf(partnership, 'deviceAccessState'));
}

/** How far a wipe of any kind has come. */
function wipeOf(statistics: Json): ApiRow['wipe'] {
  const has = (step: string): boolean =>
    textOf(statistics, `deviceWipe${step}Time`) !== '' || textOf(statistics, `accountOnlyDeviceWipe${step}Time`) !== '';
  if (has('Ack')) return 'acknowledged';
  if (has('Sent')) return 'sent';
  return has('Request') ? 'pending' : '';
}

/** Why a partnership deserves attention, in words; nothing for most. */
function attentionOf(partnership: Json, statistics: Json, now: number): string[] {
  const reasons: string[] = [];
  if (partnership['cutOffOnline'] === true) reasons.push('EAS below 16.1');
  const access = accessOf(partnership);
  if (access === 'Quarantined') reasons.push('Quarantined');
  if (access === 'Blocked') reasons.push('Blocked');
  const policy = enumName('DEVICE_POLICY_APPLICATION_STATUS', textOf(statistics, 'devicePolicyApplicationStatus'));
  if (policy === 'NotApplied') reasons.push('Policy not applied');
  if (policy === 'PartiallyApplied') reasons.push('Policy partly applied');
  const device = { deviceOs: textOf(partnership, 'deviceOs'), deviceType: textOf(partnership, 'deviceType') };
  if (osSupport(device, new Date(now).toISOString().slice(0, 10)).state === 'ended') reasons.push('No OS updates');
  if (isSilent(partnership, statistics, now)) reasons.push('Not seen for 90 days');
  return reasons;
}

/** As the inventory counts them: a client of another protocol has no EAS version, whatever it states. */
function easVersionOf(partnership: Json): string {
  const [clientType, clientVersion, deviceType, deviceModel, deviceUserAgent] = [
    textOf(partnership, 'clientType'),
    textOf(partnership, 'clientVersion'),
    textOf(partnership, 'deviceType'),
    textOf(partnership, 'deviceModel'),
    textOf(partnership, 'deviceUserAgent'),
  ];
  return speaksEas({ clientType, clientVersion, deviceType, deviceModel, deviceUserAgent }) ? clientVersion : '';
}

/** As the finding partnership.stale: neither a synchronization nor an attempt for so long. */
function isSilent(partnership: Json, statistics: Json, now: number): boolean {
  const time = (message: Json, name: string): Timestamp | undefined => parseTimestamp(textOf(message, name));
  const age: PartnershipAge = {
    firstSyncTime: time(partnership, 'firstSyncTime'),
    whenCreated: time(partnership, 'whenCreated'),
    ...(Object.keys(statistics).length > 0 && {
      statistics: {
        lastSuccessSync: time(statistics, 'lastSuccessSync'),
        lastSyncAttemptTime: time(statistics, 'lastSyncAttemptTime'),
      },
    }),
  };
  return isStale(age, now, STALE_MS);
}
