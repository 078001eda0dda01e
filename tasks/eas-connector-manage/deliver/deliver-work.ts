import type { Mailbox } from '../../../protocol';
import { concurrently } from '../../run/concurrently';
import type { Spool } from '../lists/spool';
import type { InventoryState } from '../state/inventory-state';
import type { Delivery } from './delivery';
import { groupOutcome, type FreshStatistics, type GroupContext } from './group-outcome';
import { dueWork, notDueWork, type Work } from './work-queue';

/** What the queue is worked off with. */
export interface Working {
  readonly spool: Spool;
  readonly state: InventoryState;
  readonly delivery: Delivery;
  readonly context: GroupContext;
  /** Reads the statistics of a mailbox; undefined if they cannot be read now: those that are known are then kept. */
  readonly readStatistics: (mailbox: Mailbox, partnerships: number) => Promise<FreshStatistics | undefined>;
  readonly maxConcurrent: number;
  readonly signal: AbortSignal;
  /** Told of partnerships as they are done. */
  readonly onDone: (partnerships: number) => void;
}

/** Delivers every group that is queued: first those that need no statistics, then the others by urgency, several at once. */
export async function deliverWork(working: Working): Promise<void> {
  for (const work of notDueWork(working.state)) await deliverGroup(working, work, false);
  await concurrently(dueWork(working.state), working.maxConcurrent, (work) => deliverGroup(working, work, true));
}

async function deliverGroup(working: Working, { key, number }: Work, isDue: boolean): Promise<void> {
  const { spool, delivery, context, readStatistics, signal, onDone } = working;
  signal.throwIfAborted();
  const group = spool.group(number);
  const { mailbox, partnerships } = group;
  const fresh = isDue && mailbox ? await readStatistics(mailbox, partnerships.length) : undefined;
  // What has been read is delivered, so that the run which goes on need not read it again.
  if (!fresh) signal.throwIfAborted();
  const outcome = groupOutcome(group, fresh, context);
  onDone(partnerships.length);
  await delivery.add({ ...outcome, updates: [...outcome.updates, { table: 'work', key, value: undefined }] });
}
