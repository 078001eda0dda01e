import {
  formatTimestamp,
  timestampFromMs,
  type Finding,
  type FindingCode,
  type Mailbox,
  type Severity,
} from '../../../protocol';
import { describeMailbox } from '../send';
import type { Device } from './read-organization-devices';
import type { Succession } from './succession';

/** So many examples a finding names. */
const EXAMPLES = 20;

/** A finding of what there is; none of what there is none of. */
export function finding(
  code: FindingCode,
  severity: Severity,
  summary: string,
  examples: readonly string[],
): readonly Finding[] {
  if (examples.length === 0) return [];
  return [{ code, severity, summary, count: examples.length, examples: examples.slice(0, EXAMPLES) }];
}

/** A device of a mailbox for a person, by what tells it from the mailbox's others. */
export function describeDevice(
  device: Pick<Device, 'friendlyName' | 'deviceModel' | 'deviceType' | 'deviceId'>,
  mailbox: Mailbox,
): string {
  const name = device.friendlyName || device.deviceModel || device.deviceType || 'device';
  return `${describeMailbox(mailbox)}: ${name} ${device.deviceId}`;
}

/** A proposal with what speaks for it. Old and new device ID come first: a host may read them. */
export function describeSuccession(
  { old, new: successor, evidence, silentSince }: Succession<Device>,
  mailbox: Mailbox,
): string {
  const first = successor.firstSyncTime ? formatTimestamp({ ...successor.firstSyncTime, nanos: 0 }) : 'an unknown time';
  const isAllowed = isListed(mailbox.activeSyncAllowedDeviceIds, old.deviceId);
  const isNewAllowed = isListed(mailbox.activeSyncAllowedDeviceIds, successor.deviceId);
  const lists = isAllowed && !isNewAllowed ? '; the old ID is on the allowed list, the new one is not' : '';
  return (
    `${describeMailbox(mailbox)}: ${old.deviceId} -> ${successor.deviceId} (partnership ${old.guid} -> ${successor.guid}; ` +
    `same ${evidence.join(', ')}; old last heard of ${formatTimestamp({ ...silentSince, nanos: 0 })}, new since ${first}${lists})`
  );
}

/** A point in time for a person, in UTC. */
export function day(ms: number): string {
  return formatTimestamp({ ...timestampFromMs(ms), nanos: 0 });
}

function isListed(ids: readonly string[], deviceId: string): boolean {
  return ids.some((id) => id.toLowerCase() === deviceId.toLowerCase());
}
