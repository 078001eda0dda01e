import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { ActionOf, Mailbox, Partnership, WipePhase, WipeStatus } from '../../protocol';
import { timestampFromMs } from '../../protocol';
import type { WipeRecord } from './action-record';
import { isSameIncarnation } from './decide-wipe';
import { guardWipe } from './wipe-guard';
import { sameTime, wipeStands, wipeTimes, wipeTimesSince } from './wipe-times';

/** What is written down before a wipe is sent. */
export function newWipeRecord(
  order: ActionOf<'wipe'>,
  partnership: Partnership,
  mailbox: Mailbox | undefined,
  now: number,
): WipeRecord {
  const before = wipeTimes(partnership.statistics, order.wipeKind).requested;
  return {
    guid: order.partnership.guid,
    firstSyncSeconds: order.partnership.firstSyncTime.seconds,
    kind: order.wipeKind,
    deviceId: partnership.deviceId,
    mailboxGuid: mailbox?.guid ?? '',
    issuedAt: now,
    ...(before ? { requestTimeBefore: before } : {}),
  };
}

/** What is written down of a wipe that stood on the device already. */
export function adoptedWipeRecord(
  order: ActionOf<'wipe'>,
  partnership: Partnership,
  mailbox: Mailbox | undefined,
  now: number,
): WipeRecord {
  const { requestTimeBefore: requestTime, ...record } = newWipeRecord(order, partnership, mailbox, now);
  return { ...record, ...(requestTime ? { requestTime } : {}) };
}

/** The record with what Exchange shows now: once the partnership is gone, nobody else knows it. The same if nothing is new. */
export function noteTimes(record: WipeRecord, partnership: Partnership | undefined): WipeRecord {
  if (!partnership || !isSameIncarnation(partnership, record.firstSyncSeconds)) return record;
  const { requested, sent, acknowledged } = wipeTimesSince(partnership, record.kind);
  if (!requested || sameTime(requested, record.requestTimeBefore)) return record;
  const noted = {
    ...record,
    requestTime: requested,
    ...(sent ? { sentTime: sent } : {}),
    ...(acknowledged ? { ackTime: acknowledged } : {}),
    ...(wipeStands(partnership.statistics, record.kind) ? { wasSeenStanding: true } : {}),
  };
  return JSON.stringify(noted) === JSON.stringify(record) ? record : noted;
}

/** How far a wipe has come, for its outcome. */
export function wipeStatus(
  order: ActionOf<'wipe'>,
  record: WipeRecord | undefined,
  partnership: Partnership | undefined,
  version: ExchangeVersion,
  at: { readonly phase: WipePhase; readonly known: string; readonly now: number },
): WipeStatus {
  const guard = partnership && guardWipe(partnership, order.wipeKind, version);
  return {
    phase: at.phase,
    kind: order.wipeKind,
    effect: guard?.isPossible ? guard.effect : undefined,
    requestedAt: record?.requestTime,
    sentAt: record?.sentTime,
    acknowledgedAt: record?.ackTime,
    endedAt: at.phase === 'standingOrderEnded' ? timestampFromMs(at.now) : undefined,
    lastSyncAttemptAt: partnership?.statistics?.lastSyncAttemptTime,
    known: at.known,
    partnership: order.partnership,
  };
}
