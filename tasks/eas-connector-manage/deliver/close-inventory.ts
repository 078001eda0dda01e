import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mailbox, Partnership } from '../../../protocol';
import { withMailbox } from '../../run/join-partnership';
import type { Spool } from '../lists/spool';
import type { InventoryState } from '../state/inventory-state';
import { guidKey, guidOf } from '../state/keys';
import { decodeRecord, LEFT_OUT, recordHead, vanishedRecord } from '../state/partnership-record';
import type { Update } from '../state/updates';
import type { Tally } from '../tally';
import type { Delivery } from './delivery';
import { withKnownStatistics } from './group-outcome';
import { tallyKinds } from './tally-state';

/** Somebody who wants to see the whole inventory go by, also in a run that sends changes only. */
export interface InventoryObserver {
  addMailbox(mailbox: Mailbox): void;
  /** With the statistics that are known. Those of one mailbox come one after the other. */
  addPartnership(partnership: Partnership): void;
}

/** What an inventory is closed with. */
export interface Closing {
  readonly spool: Spool;
  readonly state: InventoryState;
  readonly delivery: Delivery;
  readonly isFull: boolean;
  /** Whether the host still holds the state before this inventory: only then can it keep what has vanished. */
  readonly hostHoldsBase: boolean;
  readonly vanishedGraceMs: number;
  readonly nowMs: number;
  readonly observers: readonly InventoryObserver[];
  readonly signal: AbortSignal;
}

/** Records between two breaths. */
const CHUNK = 1000;

/**
 * Ends an inventory of which everything that is has been delivered: shows it to the observers, reports what is gone, and
 * counts what the host has now.
 */
export async function closeInventory(closing: Closing): Promise<Tally> {
  await observe(closing);
  const tally = await closePartnerships(closing);
  await closeMailboxes(closing);
  await closing.delivery.settled();
  return tally;
}

async function observe({ spool, state, observers, signal }: Closing): Promise<void> {
  let groups = 0;
  for (const { mailbox, partnerships } of spool.groups()) {
    if (mailbox) for (const observer of observers) observer.addMailbox(mailbox);
    for (const partnership of partnerships) {
      const kept = state.partnership(guidKey(partnership.guid, 'a partnership'));
      if (!kept || recordHead(kept).kind === LEFT_OUT) continue;
      const placed = mailbox ? withMailbox(partnership, mailbox) : partnership;
      const known = withKnownStatistics(placed, decodeRecord(kept)).partnership;
      for (const observer of observers) observer.addPartnership(known);
    }
    groups += 1;
    if (groups % CHUNK !== 0) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
}

/** What becomes of a partnership that the host has and that was not delivered. */
type Fate = 'stays' | 'vanishes' | 'held' | 'gone';

async function closePartnerships(closing: Closing): Promise<Tally> {
  const { state, delivery, spool, signal } = closing;
  const kinds = new Map<number, number>();
  for await (const records of chunks((from) => state.partnerships({ from, limit: CHUNK }))) {
    signal.throwIfAborted();
    const gone: string[] = [];
    const held: string[] = [];
    const updates: Update[] = [];
    for (const [key, record] of records) {
      const { vanishedAt, kind } = recordHead(record);
      if (kind === LEFT_OUT) {
        if (spool.listing(key) !== 'in scope') updates.push({ table: 'partnerships', key, value: undefined });
        continue;
      }
      const fate = fateOf(key, vanishedAt, closing);
      if (fate === 'gone') {
        gone.push(guidOf(key));
        updates.push({ table: 'partnerships', key, value: undefined });
        continue;
      }
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (fate === 'stays') continue;
      held.push(guidOf(key));
      delivery.countHeld();
      const value = vanishedRecord(record, Math.floor(closing.nowMs / 1000));
      if (fate === 'vanishes') updates.push({ table: 'partnerships', key, value });
    }
    // A full inventory replaces what the host has: it has to be told what to keep, and not what is gone.
    await delivery.add(
      closing.isFull ? { heldPartnershipGuids: held, updates } : { gonePartnershipGuids: gone, updates },
    );
  }
  return tallyKinds(state, kinds);
}

function fateOf(key: Buffer, vanishedAt: number, closing: Closing): Fate {
  const { spool, isFull, hostHoldsBase, vanishedGraceMs, nowMs } = closing;
  const listing = spool.listing(key);
  if (listing === 'in scope') return 'stays';
  // What the scope has left out is not a matter of waiting; and what the host has lost it cannot keep.
  if (listing === 'left out' || (isFull && !hostHoldsBase)) return 'gone';
  if (vanishedGraceMs === 0) return 'gone';
  const forMs = nowMs - vanishedAt * 1000;
  // A clock that was ahead has been set back: the grace time begins anew.
  if (vanishedAt === 0 || forMs < 0) return 'vanishes';
  return forMs >= vanishedGraceMs ? 'gone' : 'held';
}

async function closeMailboxes({ state, spool, delivery, isFull, signal }: Closing): Promise<void> {
  const keys = (from: Buffer): Iterable<readonly [Buffer]> =>
    [...state.mailboxKeys({ from, limit: CHUNK })].map((key) => [key] as const);
  for await (const found of chunks(keys)) {
    signal.throwIfAborted();
    const gone = found.map(([key]) => key).filter((key) => !spool.hasMailboxInScope(key));
    const updates = gone.map((key): Update => ({ table: 'mailboxes', key, value: undefined }));
    await delivery.add({ ...(isFull ? {} : { goneMailboxGuids: gone.map(guidOf) }), updates });
  }
}

/** A table piece by piece, with a breath after each, so that it can be changed meanwhile. */
async function* chunks<T extends readonly [Buffer, ...unknown[]]>(
  read: (from: Buffer) => Iterable<T>,
): AsyncGenerator<readonly T[]> {
  let from: Buffer = Buffer.of(0);
  for (;;) {
    const found = [...read(from)];
    const last = found.at(-1);
    if (!last) return;
    yield found;
    from = Buffer.concat([last[0], Buffer.of(0)]);
    await nextTurn();
  }
}
