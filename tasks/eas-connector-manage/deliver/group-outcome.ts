import type { ReadStatistics } from '../../../plugin/exchange/read-partnership';
import type { Mailbox, Partnership, PartnershipChange, Scope, SyncTime, Timestamp } from '../../../protocol';
import { joinStatistics, withMailbox, withStatistics } from '../../run/join-partnership';
import { partnershipInScope } from '../../run/scope';
import type { Group } from '../lists/spool';
import type { HashKey } from '../state/field-hash';
import { guidKey } from '../state/keys';
import { hashMailbox, hashPartnership } from '../state/partnership-fields';
import { decodeRecord, encodeRecord, LEFT_OUT, type PartnershipRecord } from '../state/partnership-record';
import type { Update } from '../state/updates';
import { tallyNames } from '../tally';
import { changeOf } from './partnership-change';

/** What groups are compared with and decided by. */
export interface GroupContext {
  /** True: everything is sent; false: what differs from the records. */
  readonly isFull: boolean;
  readonly scope: Scope;
  readonly skipStatistics: boolean;
  readonly nowMs: number;
  readonly hashKey: HashKey;
  readonly partnershipRecord: (guid: Buffer) => Buffer | undefined;
  readonly mailboxRecord: (guid: Buffer) => Buffer | undefined;
  readonly kindOf: (names: readonly string[]) => number;
}

/** The statistics of a mailbox as they were read in this run. */
export interface FreshStatistics {
  readonly statistics: readonly ReadStatistics[];
  readonly readAt: Timestamp;
}

/** What of a group goes to the host, and what is to be kept when it has arrived. */
export interface GroupOutcome {
  readonly mailboxes: readonly Mailbox[];
  readonly partnerships: readonly Partnership[];
  readonly changes: readonly PartnershipChange[];
  readonly syncTimes: readonly SyncTime[];
  readonly gonePartnershipGuids: readonly string[];
  readonly updates: readonly Update[];
}

/** True if there is nothing to send and nothing to keep. */
export function isNothing(outcome: GroupOutcome): boolean {
  return Object.values(outcome).every((list: readonly unknown[]) => list.length === 0);
}

/** Decides about one mailbox and its partnerships. Pure but for looking up records. */
export function groupOutcome(
  { mailbox, partnerships }: Group,
  fresh: FreshStatistics | undefined,
  context: GroupContext,
): GroupOutcome {
  const outcome = new OutcomeBuilder(context);
  if (mailbox) outcome.addMailbox(mailbox);
  const placed = mailbox ? partnerships.map((one) => withMailbox(one, mailbox)) : partnerships;
  const joined = fresh ? joinStatistics(placed, fresh.statistics) : placed;
  for (const [place, partnership] of joined.entries()) {
    const key = guidKey(partnership.guid, 'a partnership');
    const kept = context.partnershipRecord(key);
    const record = kept && decodeRecord(kept);
    const listedNumber = placed[place]?.deviceTelephoneNumber ?? '';
    const telephoneNumber = listedNumber === '' ? partnership.deviceTelephoneNumber : '';
    const known = fresh
      ? { partnership, readAt: fresh.readAt.seconds, telephoneNumber }
      : withKnownStatistics(partnership, context.skipStatistics ? undefined : record);
    outcome.addPartnership(known, key, kept, record);
  }
  return outcome;
}

/** A partnership with all that is known of it. */
export interface Known {
  readonly partnership: Partnership;
  /** When its statistics were read, in seconds since 1970; 0 if never. */
  readonly readAt: number;
  /** The telephone number, if only the statistics have it. */
  readonly telephoneNumber: string;
}

/** A partnership with the statistics that an earlier run has read. */
export function withKnownStatistics(partnership: Partnership, record: PartnershipRecord | undefined): Known {
  const { statistics, telephoneNumber = '', statisticsReadAt = 0 } = record ?? {};
  if (!statistics) return { partnership, readAt: statisticsReadAt, telephoneNumber: '' };
  const read = { guid: partnership.guid, deviceId: '', identity: '', telephoneNumber, statistics };
  return { partnership: withStatistics(partnership, read), readAt: statisticsReadAt, telephoneNumber };
}

class OutcomeBuilder implements GroupOutcome {
  readonly mailboxes: Mailbox[] = [];
  readonly partnerships: Partnership[] = [];
  readonly changes: PartnershipChange[] = [];
  readonly syncTimes: SyncTime[] = [];
  readonly gonePartnershipGuids: string[] = [];
  readonly updates: Update[] = [];

  constructor(private readonly context: GroupContext) {}

  addMailbox(mailbox: Mailbox): void {
    const { isFull, hashKey, mailboxRecord } = this.context;
    const key = guidKey(mailbox.guid, 'a mailbox');
    const { first, second } = hashMailbox(mailbox, hashKey);
    const value = Buffer.alloc(8);
    value.writeUInt32LE(first, 0);
    value.writeUInt32LE(second, 4);
    const hasChanged = mailboxRecord(key)?.equals(value) !== true;
    if (isFull || hasChanged) this.mailboxes.push(mailbox);
    if (hasChanged) this.updates.push({ table: 'mailboxes', key, value });
  }

  addPartnership(known: Known, key: Buffer, kept: Buffer | undefined, before: PartnershipRecord | undefined): void {
    const { isFull, scope, nowMs, kindOf } = this.context;
    const { partnership } = known;
    const isHad = before !== undefined && before.kind !== LEFT_OUT;
    const isInScope = partnershipInScope(partnership, scope, nowMs);
    const after = this.#record(known, isInScope ? kindOf(tallyNames(partnership)) : LEFT_OUT);
    if (!isInScope) {
      if (isHad && !isFull) this.gonePartnershipGuids.push(partnership.guid);
    } else if (isFull) this.partnerships.push(partnership);
    // What had vanished comes back whole: a host that had to begin anew meanwhile may never have had it.
    else if (isHad && before.vanishedAt === 0) this.#tell(before, after, partnership);
    else this.changes.push({ partnership, changedFields: [] });
    const value = isInScope || partnership.statistics ? encodeRecord(after) : undefined;
    const isSame = kept && value ? kept.equals(value) : kept === value;
    if (!isSame) this.updates.push({ table: 'partnerships', key, value });
  }

  #record({ partnership, readAt, telephoneNumber }: Known, kind: number): PartnershipRecord {
    const { hashKey } = this.context;
    return {
      mailboxGuid: partnership.mailboxGuid,
      hashes: hashPartnership(partnership, hashKey),
      kind,
      vanishedAt: 0,
      statisticsReadAt: readAt,
      statistics: partnership.statistics,
      telephoneNumber,
    };
  }

  #tell(before: PartnershipRecord, after: PartnershipRecord, partnership: Partnership): void {
    const change = changeOf(before, after, partnership);
    if (change.kind === 'changed') this.changes.push({ partnership, changedFields: change.fields });
    if (change.kind === 'synced') this.syncTimes.push(change.time);
  }
}
