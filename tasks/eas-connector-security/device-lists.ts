import { ListChange } from '../../plugin/exchange/command';
import { hasDeviceId } from '../../plugin/exchange/read-mailbox';
import type { Mailbox } from '../../protocol';

/** A change of a mailbox's personal lists: only what differs, by the spelling that is on the list. */
export interface ListChanges {
  /** In words. */
  readonly step: string;
  readonly allowed?: ListChange;
  readonly blocked?: ListChange;
}

/** What is wanted of a device in a list. */
type Wanted = 'on' | 'off' | 'asItIs';

/** Puts a device on the allowed list and takes it off the blocked list; undefined if it is so. */
export function toAllow(mailbox: Mailbox, deviceId: string): ListChanges | undefined {
  return changes(mailbox, deviceId, 'allow', 'on', 'off');
}

/** Puts a device on the blocked list and takes it off the allowed list; undefined if it is so. */
export function toBlock(mailbox: Mailbox, deviceId: string): ListChanges | undefined {
  return changes(mailbox, deviceId, 'block', 'off', 'on');
}

/** A removed partnership leaves no entry in the allowed list; one in the blocked list stays unless asked otherwise. */
export function afterRemoval(mailbox: Mailbox, deviceId: string, clearBlocked: boolean): ListChanges | undefined {
  return changes(mailbox, deviceId, 'clear the list entries of', 'off', clearBlocked ? 'off' : 'asItIs');
}

function changes(
  mailbox: Mailbox,
  deviceId: string,
  verb: string,
  allowed: Wanted,
  blocked: Wanted,
): ListChanges | undefined {
  const allowedChange = change(mailbox.activeSyncAllowedDeviceIds, deviceId, allowed);
  const blockedChange = change(mailbox.activeSyncBlockedDeviceIds, deviceId, blocked);
  if (!allowedChange && !blockedChange) return undefined;
  const whose = mailbox.primarySmtpAddress || mailbox.displayName || mailbox.guid;
  return {
    step: `${verb} ${deviceId} for ${whose}`,
    ...(allowedChange ? { allowed: allowedChange } : {}),
    ...(blockedChange ? { blocked: blockedChange } : {}),
  };
}

function change(ids: readonly string[], deviceId: string, wanted: Wanted): ListChange | undefined {
  const isOn = hasDeviceId(ids, deviceId);
  if (wanted === 'on' && !isOn) return new ListChange([deviceId], []);
  if (wanted !== 'off' || !isOn) return undefined;
  return new ListChange(
    [],
    ids.filter((id) => hasDeviceId([id], deviceId)),
  );
}
