import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { replaceFile } from '../run-history';
import type { Ordered } from './console-settings';
import { enumValue, isMessage, messageOf, textOf, type Json } from './message-json';

/** An order of the console. */
export interface Order {
  /** The JSON of Action. */
  readonly action: Json;
  /** What is ordered, in words. */
  readonly title: string;
  /** The partnership; empty for a policy. */
  readonly guid: string;
  readonly withdrawnAt?: string;
}

interface Kept {
  readonly orders: readonly Order[];
  readonly approvals: readonly Json[];
  /** The last outcome of each action that was ever seen, also of actions that others have ordered. */
  readonly outcomes: Readonly<Record<string, Json>>;
}

/** What was sent to Exchange, or may have been. */
const DONE: readonly string[] = ['SUCCEEDED', 'PENDING', 'APPLIED_UNCONFIRMED', 'FAILED'];

/** Orders that are over and no longer sent; the oldest beyond this number go. */
const MAX_OVER = 1000;

/**
 * What was ordered and approved in the console, and what became of it: in a file, which is written before an order
 * counts. An order goes into the settings of every security run until its outcome is final.
 */
export class OrderBook {
  readonly #file: string;
  readonly #now: () => number;
  #kept: Kept;

  constructor(file: string, now: () => number) {
    this.#file = file;
    this.#now = now;
    this.#kept = read(file);
  }

  get orders(): readonly Order[] {
    return this.#kept.orders;
  }

  get outcomes(): Readonly<Record<string, Json>> {
    return this.#kept.outcomes;
  }

  /** An id that no action has ever had. */
  newId(): string {
    const time = new Date(this.#now()).toISOString().replace(/[-:.]/g, '');
    return `console-${time}-${randomBytes(4).toString('hex')}`;
  }

  /** What goes into the settings. */
  ordered(): Ordered {
    return {
      actions: this.#kept.orders
        .filter((order) => order.withdrawnAt === undefined && !this.isOver(order))
        .map(({ action }) => action),
      approvals: this.#kept.approvals,
    };
  }

  isOver(order: Order): boolean {
    return this.isWithdrawn(order) || this.outcome(textOf(order.action, 'id'))?.['isFinal'] === true;
  }

  /**
   * Whether an order was taken back, and nothing of it done. A run that broke off before it could tell may have done it
   * all the same; the next one tells.
   */
  isWithdrawn({ action, withdrawnAt }: Order): boolean {
    const state = enumValue('ACTION_STATE', textOf(this.outcome(textOf(action, 'id')), 'state'));
    return withdrawnAt !== undefined && !DONE.includes(state);
  }

  /** How many actions wait for an approval that nobody has given. */
  get awaitingApproval(): number {
    const withdrawn = new Set(this.orders.filter((order) => this.isWithdrawn(order)).map(({ action }) => action['id']));
    return Object.entries(this.outcomes).filter(
      ([id, { state }]) => state === 'ACTION_STATE_AWAITING_APPROVAL' && !withdrawn.has(id) && !this.isApproved(id),
    ).length;
  }

  outcome(id: string): Json | undefined {
    return Object.hasOwn(this.#kept.outcomes, id) ? this.#kept.outcomes[id] : undefined;
  }

  isApproved(id: string): boolean {
    return this.#kept.approvals.some((approval) => textOf(approval, 'actionId') === id);
  }

  /** Whether an order can be taken back: nothing of it was sent. */
  canWithdraw(order: Order): boolean {
    if (order.withdrawnAt !== undefined || this.isOver(order)) return false;
    const outcome = this.outcome(textOf(order.action, 'id'));
    const state = enumValue('ACTION_STATE', textOf(outcome, 'state'));
    const phase = enumValue('WIPE_PHASE', textOf(messageOf(outcome, 'wipe'), 'phase'));
    return ['', 'AWAITING_APPROVAL', 'WAITING', 'WOULD_BE_DONE'].includes(state) && ['', 'REQUESTED'].includes(phase);
  }

  add(order: Order): void {
    this.#save({ ...this.#kept, orders: [...this.#kept.orders, order] });
  }

  /** Takes an order back: it is not sent any more. */
  withdraw(id: string): void {
    const withdrawnAt = new Date(this.#now()).toISOString();
    const orders = this.#kept.orders.map((order) =>
      textOf(order.action, 'id') === id ? { ...order, withdrawnAt } : order,
    );
    this.#save({
      ...this.#kept,
      orders,
      approvals: this.#kept.approvals.filter((one) => textOf(one, 'actionId') !== id),
    });
  }

  /** Approves the plan of an action; an approval of another plan of it is replaced. */
  approve(actionId: string, planHash: string, approvedBy: string): void {
    const others = this.#kept.approvals.filter((one) => textOf(one, 'actionId') !== actionId);
    const approval = { actionId, planHash, approvedBy, approvedAt: new Date(this.#now()).toISOString() };
    this.#save({ ...this.#kept, approvals: [...others, approval] });
  }

  /** Forgets what became of an action that nobody wants any more, and its approval. */
  forget(actionId: string): void {
    const outcomes = Object.fromEntries(Object.entries(this.#kept.outcomes).filter(([id]) => id !== actionId));
    const approvals = this.#kept.approvals.filter((one) => textOf(one, 'actionId') !== actionId);
    this.#save({ ...this.#kept, outcomes, approvals });
  }

  /** Takes the outcomes of a run. Approvals that have had their effect, or are void, go. */
  take(outcomes: ReadonlyMap<string, Json>): void {
    if (outcomes.size === 0) return;
    const approvals = this.#kept.approvals.filter((approval) => {
      const outcome = outcomes.get(textOf(approval, 'actionId'));
      if (!outcome) return true;
      const isAwaiting = enumValue('ACTION_STATE', textOf(outcome, 'state')) === 'AWAITING_APPROVAL';
      if (isAwaiting) return textOf(outcome, 'planHash') === textOf(approval, 'planHash');
      return (
        !['SUCCEEDED', 'NOTHING_TO_DO'].includes(enumValue('ACTION_STATE', textOf(outcome, 'state'))) &&
        outcome['isFinal'] !== true
      );
    });
    const own = new Set(this.#kept.orders.map(({ action }) => textOf(action, 'id')));
    // Of what others have ordered, the last run's outcomes are kept.
    const before = Object.entries(this.#kept.outcomes).filter(([id]) => own.has(id));
    this.#save(this.#trimmed({ ...this.#kept, approvals, outcomes: Object.fromEntries([...before, ...outcomes]) }));
  }

  #trimmed(kept: Kept): Kept {
    this.#kept = kept;
    const over = kept.orders.filter((order) => this.isOver(order));
    const dropped = new Set(over.slice(0, Math.max(0, over.length - MAX_OVER)));
    return dropped.size === 0 ? kept : { ...kept, orders: kept.orders.filter((order) => !dropped.has(order)) };
  }

  #save(kept: Kept): void {
    replaceFile(this.#file, `${JSON.stringify(kept)}\n`);
    this.#kept = kept;
  }
}

function read(file: string): Kept {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { orders: [], approvals: [], outcomes: {} };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isMessage(value) && Array.isArray(value['orders'])) return value as unknown as Kept;
  } catch {
    // Told below.
  }
  throw new Error(`${file} is not the console's list of orders. Move it away to begin a new one.`);
}
