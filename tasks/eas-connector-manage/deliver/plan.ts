import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Partnership, Scope } from '../../../protocol';
import { partnershipInScope } from '../../run/scope';
import type { Group, Spool } from '../lists/spool';
import type { InventoryState } from '../state/inventory-state';
import { guidKey } from '../state/keys';
import { recordHead } from '../state/partnership-record';
import { isDue, NOT_DUE, priorityOf, type Freshness, type KnownStatistics } from '../state/plan-statistics';
import type { Delivery } from './delivery';
import { groupOutcome, isNothing, type GroupContext } from './group-outcome';
import { workKey } from './work-queue';

/** What a plan is made with. */
export interface Planning {
  readonly spool: Spool;
  readonly state: InventoryState;
  readonly delivery: Delivery;
  readonly context: GroupContext;
  readonly freshness: Freshness;
  readonly signal: AbortSignal;
  readonly onProgress: (partnerships: number) => void;
}

/** What a plan has come to, in partnerships. */
export interface Plan {
  /** Whose statistics are to be read. */
  readonly due: number;
  /** Whose statistics are young enough. */
  readonly spared: number;
}

/** Groups between two breaths: the process has other things to do as well. */
const BREATH = 200;

/**
 * Goes over all groups once and decides which of them need their statistics read. Those are queued, the most urgent
 * first; for a full inventory the others are queued too. For a delta the others are delivered at once if they differ from
 * what the host has, which most do not.
 */
export async function planDelivery(planning: Planning): Promise<Plan> {
  const { spool, state, delivery, context, signal } = planning;
  const plan = { due: 0, spared: 0 };
  let queue: Buffer[] = [];
  let groups = 0;
  let done = 0;
  await state.clearWork();
  for (const group of spool.groups()) {
    const due = dueOf(group, planning);
    if (due.length > 0) plan.due += group.partnerships.length;
    else if (group.mailbox && !context.skipStatistics) plan.spared += group.partnerships.length;
    if (due.length > 0 || context.isFull) {
      queue.push(workKey(due.length > 0 ? priorityOf(due, planning.freshness) : NOT_DUE, group.number));
    } else {
      const outcome = groupOutcome(group, undefined, context);
      if (!isNothing(outcome)) await delivery.add(outcome);
    }
    done += group.partnerships.length;
    groups += 1;
    if (groups % BREATH !== 0) continue;
    await state.enqueue(queue);
    queue = [];
    planning.onProgress(done);
    await nextTurn();
    signal.throwIfAborted();
  }
  await state.enqueue(queue);
  return plan;
}

/** The partnerships of a group whose statistics are to be read. One call reads those of a whole mailbox. */
function dueOf(group: Group, { state, context, freshness }: Planning): readonly KnownStatistics[] {
  if (!group.mailbox || context.skipStatistics) return [];
  return group.partnerships
    .filter((partnership) => canBeInScope(partnership, context.scope))
    .map((partnership) => known(partnership, state))
    .filter((one) => isDue(one, freshness));
}

function known(partnership: Partnership, state: InventoryState): KnownStatistics {
  const kept = state.partnership(guidKey(partnership.guid, 'a partnership'));
  return { head: kept && recordHead(kept), whenChanged: Math.max(partnership.whenChanged?.seconds ?? 0, 0) };
}

/** Whether a partnership is in scope as far as can be told without its statistics. */
function canBeInScope(partnership: Partnership, scope: Scope): boolean {
  return partnershipInScope(partnership, { ...scope, inactiveForMs: undefined }, 0);
}
