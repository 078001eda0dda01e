import type { Mailbox } from '../../../protocol';

/** IDs on a mailbox's lists that no partnership of the mailbox has, spelled as on the list. */
export interface DeadIds {
  readonly allowed: readonly string[];
  readonly blocked: readonly string[];
}

/** The lists of a mailbox, and whether Exchange says that it has partnerships. */
export type MailboxLists = Pick<
  Mailbox,
  'activeSyncAllowedDeviceIds' | 'activeSyncBlockedDeviceIds' | 'hasActiveSyncDevicePartnership'
>;

/**
 * The dead IDs of a mailbox. Exchange compares device IDs without regard to case.
 * @param deviceIds those of all partnerships of the mailbox
 * @param wanted IDs in lower case that the host's own orders allow: they wait for their first synchronization
 */
export function deadIds(
  mailbox: MailboxLists,
  deviceIds: readonly string[],
  wanted: ReadonlySet<string> = new Set(),
): DeadIds {
  // Exchange says that there are partnerships, and none was found: then it is not known whose they are.
  if (deviceIds.length === 0 && mailbox.hasActiveSyncDevicePartnership === true) return { allowed: [], blocked: [] };
  const alive = new Set(deviceIds.map((id) => id.toLowerCase()));
  const isDead = (id: string): boolean => !alive.has(id.toLowerCase());
  return {
    allowed: mailbox.activeSyncAllowedDeviceIds.filter((id) => isDead(id) && !wanted.has(id.toLowerCase())),
    blocked: mailbox.activeSyncBlockedDeviceIds.filter(isDead),
  };
}
