import type { WsmanOperation } from '../../psrp';
import { Dice, TOPIC } from '../organization/dice';
import type { Fault, FaultOrder } from './fault';

/** A call that a fault may hit. */
export interface FaultyCall {
  readonly target: 'invoke' | 'token' | 'connect';
  /** Empty for the token endpoint. */
  readonly cmdlet: string;
  /** The request of WSMan; undefined for calls that come in another way. */
  readonly operation?: WsmanOperation;
  readonly isNextPage: boolean;
}

interface Waiting {
  readonly fault: Fault;
  passed: number;
  hits: number;
  rolls: number;
}

/** The faults that are in force, and the throttling budget. */
export class FaultBook {
  /** Milliseconds before every answer. */
  latencyMs = 0;
  /** Calls in a minute; 0: no budget. */
  callsPerMinute = 0;
  /** How many calls the budget has let through, and how many it has refused. */
  readonly spent = { accepted: 0, refused: 0 };
  private waiting: Waiting[] = [];
  private dice = new Dice(1);
  private windowBegan = 0;
  private callsInWindow = 0;

  constructor(private readonly now: () => number) {}

  /** Puts an order into force; faults are added to those there are, unless the order clears them. */
  accept(order: FaultOrder): void {
    if (order.clear === true) this.clear();
    if (order.seed !== undefined) this.dice = new Dice(order.seed);
    if (order.latencyMs !== undefined) this.latencyMs = order.latencyMs;
    if (order.callsPerMinute !== undefined) {
      this.callsPerMinute = order.callsPerMinute;
      this.callsInWindow = 0;
      this.windowBegan = this.now();
    }
    for (const fault of order.faults ?? []) this.waiting.push({ fault, passed: 0, hits: 0, rolls: 0 });
  }

  /** Takes all faults back. */
  clear(): void {
    this.waiting = [];
    this.latencyMs = 0;
    this.callsPerMinute = 0;
  }

  /** The faults in force, and how often each has struck. */
  list(): readonly { readonly fault: Fault; readonly hits: number }[] {
    return this.waiting.map(({ fault, hits }) => ({ fault, hits }));
  }

  /** The fault that hits this call, if one does; it is counted. */
  strike(call: FaultyCall): Fault | undefined {
    for (const [place, waiting] of this.waiting.entries()) {
      if (!isMatch(waiting.fault, call)) continue;
      if (waiting.passed < (waiting.fault.skip ?? 0)) {
        waiting.passed++;
        continue;
      }
      const { probability = 1, count = Infinity } = waiting.fault;
      if (waiting.hits >= count || !this.dice.chance(probability, TOPIC.action, waiting.rolls++, place)) continue;
      waiting.hits++;
      return waiting.fault;
    }
    return undefined;
  }

  /** Counts a call against the budget; how many seconds to wait if it is spent. */
  spend(): number | undefined {
    if (this.callsPerMinute === 0) return undefined;
    const now = this.now();
    if (now - this.windowBegan >= 60_000) {
      this.windowBegan = now;
      this.callsInWindow = 0;
    }
    if (this.callsInWindow < this.callsPerMinute) {
      this.callsInWindow++;
      this.spent.accepted++;
      return undefined;
    }
    this.spent.refused++;
    return Math.max(1, Math.ceil((this.windowBegan + 60_000 - now) / 1000));
  }
}

function isMatch(fault: Fault, call: FaultyCall): boolean {
  if (!isForOperation(fault, call)) return false;
  if (fault.page !== undefined && (fault.page === 'next') !== call.isNextPage) return false;
  if (fault.kind === 'pagingError' && fault.page === undefined && !call.isNextPage) return false;
  if (fault.cmdlet === undefined) return true;
  const cmdlets = typeof fault.cmdlet === 'string' ? [fault.cmdlet] : fault.cmdlet;
  return cmdlets.some((cmdlet) => cmdlet.toLowerCase() === call.cmdlet.toLowerCase());
}

/** Whether a fault is for this kind of call: of a front by its target, of WSMan also by the request. */
function isForOperation(fault: Fault, call: FaultyCall): boolean {
  if (fault.operation !== undefined) return call.operation === fault.operation || isAnyOperation(fault, call);
  if ((fault.target ?? 'invoke') !== call.target) return false;
  if (call.operation === undefined) return true;
  const wantsNextPage = fault.page === 'next' || fault.kind === 'pagingError';
  return call.target === 'connect' || call.operation === (wantsNextPage ? 'Receive' : 'Command');
}

function isAnyOperation(fault: Fault, call: FaultyCall): boolean {
  return fault.operation === 'any' && call.operation !== undefined;
}
