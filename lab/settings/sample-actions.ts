import type { Mailbox } from '../organization/mailbox';
import type { Organization } from '../organization/organization';
import type { Partnership } from '../organization/partnership';
import type { Reader } from '../organization/reader';

/** An action in the JSON form of the settings. */
export type SampleAction = Readonly<Record<string, unknown>> & { readonly id: string };

const DAY = 86_400_000;
const ORDERED_BY = 'lab@contoso.com';

/**
 * The orders of the lab's ready-made settings: `wipes` plain wipes of phones that synchronize, and one of each other
 * kind. They are kept with the organization, so that a second start orders the very same.
 */
export function sampleActions(organization: Organization, wipes: number): readonly SampleAction[] {
  const kept = organization.kept('actions') as readonly SampleAction[] | undefined;
  if (kept !== undefined) return kept;
  const canWipeAccounts = !['2010', '2013'].includes(organization.site.version);
  const made = chooseActions(organization.currentReader(), organization.world.bornAt, wipes, canWipeAccounts);
  organization.keep('actions', made);
  return made;
}

/** How many of the sample actions cannot be undone: wipes of both kinds and the block. */
export function countDestructive(actions: readonly SampleAction[]): number {
  return actions.filter((action) => 'wipe' in action || 'blockDevice' in action).length;
}

function chooseActions(reader: Reader, orderedAt: number, wipes: number, canWipeAccounts: boolean): SampleAction[] {
  const taken = new Set<number>();
  const take = (isWanted: (partnership: Partnership) => boolean): Partnership | undefined => {
    for (const partnership of someOf(reader)) {
      if (taken.has(partnership.mailbox.index) || !isWanted(partnership)) continue;
      // One order a mailbox, so that no order stands in another's way.
      taken.add(partnership.mailbox.index);
      return partnership;
    }
    return undefined;
  };
  const order = (id: string, kind: Readonly<Record<string, unknown>>): SampleAction => ({
    id,
    orderedAt: new Date(orderedAt).toISOString(),
    orderedBy: ORDERED_BY,
    ...kind,
  });
  const actions: SampleAction[] = [];
  for (let number = 1; number <= wipes; number++) {
    const phone = take((partnership) => isWipeable(partnership, orderedAt));
    if (phone !== undefined)
      actions.push(order(`lab-wipe-${number}`, { wipe: wipeOf(phone, 'WIPE_KIND_WHOLE_DEVICE') }));
  }
  const isNewer = ({ device }: Partnership): boolean => canWipeAccounts && device.clientVersion === '16.1';
  const newer = take((partnership) => isNewer(partnership) && isWipeable(partnership, orderedAt));
  if (newer !== undefined) actions.push(order('lab-account-wipe', { wipe: wipeOf(newer, 'WIPE_KIND_ACCOUNT_ONLY') }));
  const quarantined = take((partnership) => partnership.access.state === 'Quarantined');
  if (quarantined !== undefined) actions.push(order('lab-allow', { allowDevice: { device: deviceOf(quarantined) } }));
  const allowed = take((partnership) => partnership.access.reason === 'Global' && isActive(partnership, orderedAt));
  if (allowed !== undefined) actions.push(order('lab-block', { blockDevice: { device: deviceOf(allowed) } }));
  const policy = reader.policies.find((candidate) => candidate.name === 'Executives');
  const executives = mailboxesFor(reader, policy?.guid, 3, taken).map((mailbox) => mailbox.primarySmtpAddress);
  if (policy !== undefined && executives.length > 0) {
    actions.push(order('lab-policy', { assignPolicy: { policy: policy.name, mailboxes: executives } }));
  }
  const watched = take((partnership) => isActive(partnership, orderedAt));
  if (watched !== undefined) actions.push(order('lab-status', { refreshStatus: { partnershipGuids: [watched.guid] } }));
  return actions;
}

/** The first of the partnerships: enough to choose from, however many there are. */
function* someOf(reader: Reader): Iterable<Partnership> {
  for (let index = 0; index < Math.min(reader.placeCount, 20_000); index++) {
    const partnership = reader.partnership(index);
    if (partnership !== undefined) yield partnership;
  }
}

/** A phone whose plain wipe erases it and is bound to arrive soon: it is let in, and synchronizes many times a day. */
function isWipeable(partnership: Partnership, now: number): boolean {
  const { family } = partnership.device;
  const isPhone = family.clientType === 'EAS' && family.wipeEffect === 'wholeDevice' && family.wipeSupported;
  return (
    isPhone &&
    partnership.access.state === 'Allowed' &&
    partnership.access.reason === 'Global' &&
    isActive(partnership, now)
  );
}

function isActive(partnership: Partnership, now: number): boolean {
  const { device } = partnership;
  return !device.isNewcomer && partnership.lastSync > now - DAY / 4 && device.periodMs < DAY / 4;
}

function wipeOf(partnership: Partnership, kind: string): Readonly<Record<string, unknown>> {
  const firstSyncTime = new Date(partnership.firstSync).toISOString();
  return { partnership: { guid: partnership.guid, firstSyncTime }, kind };
}

function deviceOf(partnership: Partnership): Readonly<Record<string, string>> {
  return { mailbox: partnership.mailbox.primarySmtpAddress, deviceId: partnership.device.deviceId };
}

function mailboxesFor(reader: Reader, policyGuid: string | undefined, count: number, taken: Set<number>): Mailbox[] {
  const found: Mailbox[] = [];
  for (const mailbox of reader.mailboxes()) {
    if (found.length === count) break;
    if (taken.has(mailbox.index) || mailbox.recipientTypeDetails !== 'UserMailbox') continue;
    if (reader.cas(mailbox).policyGuid !== policyGuid) found.push(mailbox);
  }
  return found;
}
