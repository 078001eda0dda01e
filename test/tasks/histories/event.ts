import fc from 'fast-check';
import type { Fault } from '../../support/lab-session';

/** What the host orders for a device. */
export type Order =
  | {
      readonly what: 'wipe' | 'accountWipe';
      readonly end: 'REMOVE_PARTNERSHIP' | 'CANCEL_WIPE' | 'KEEP';
      readonly block: boolean;
      /** Minutes until the order loses its force. */
      readonly expires?: number;
    }
  | { readonly what: 'cancelWipe' | 'allow' | 'block' | 'refresh' }
  | { readonly what: 'remove'; readonly force: boolean };

/** How a run is disturbed: a command or a write, by its number in the run. */
export type Disturbance =
  | { readonly by: 'nothing' }
  | { readonly by: 'command'; readonly fault: Exclude<Fault, 'none'>; readonly at: number }
  | { readonly by: 'write'; readonly fault: 'fails' | 'crash'; readonly at: number }
  /** The process sleeps before a command, for so many minutes; another run is started meanwhile. */
  | { readonly by: 'sleep'; readonly minutes: number; readonly at: number };

/** What can happen. Devices are numbers; what the lab has for them is decided by its seed. */
export type Event =
  | { readonly kind: 'order'; readonly device: number; readonly isStale: boolean; readonly order: Order }
  | { readonly kind: 'withdraw'; readonly nth: number }
  | { readonly kind: 'approve' }
  | { readonly kind: 'run'; readonly disturbance: Disturbance }
  | { readonly kind: 'advance'; readonly minutes: number }
  /** Time passes, and the connector does not run. */
  | { readonly kind: 'off'; readonly minutes: number }
  | { readonly kind: 'lag'; readonly minutes: number }
  | { readonly kind: 'clock'; readonly aheadMinutes: number }
  | { readonly kind: 'user'; readonly does: 'sync' | 'reset' | 'resetNewId'; readonly device: number }
  | {
      readonly kind: 'admin';
      readonly does: 'wipes' | 'cancels' | 'removes' | 'allows' | 'blocks';
      readonly device: number;
    };

/** A history: an organization, its version, and what happens in it. */
export interface History {
  readonly version: '2010' | '2013' | 'SE' | 'Online';
  readonly seed: number;
  /** How many destructive actions a run may send. */
  readonly perRun: number;
  readonly events: readonly Event[];
}

export const DEVICES = 4;

const device = fc.nat({ max: DEVICES - 1 });
const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const at = fc.nat({ max: 16 });

const order: fc.Arbitrary<Order> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        what: fc.constantFrom('wipe' as const, 'wipe' as const, 'accountWipe' as const),
        end: fc.constantFrom(
          'REMOVE_PARTNERSHIP' as const,
          'REMOVE_PARTNERSHIP' as const,
          'REMOVE_PARTNERSHIP' as const,
          'CANCEL_WIPE' as const,
          'KEEP' as const,
        ),
        block: fc.boolean(),
        expires: minutes(600),
      },
      { requiredKeys: ['what', 'end', 'block'] },
    ),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('cancelWipe' as const, 'allow' as const, 'block' as const, 'refresh' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('remove' as const), force: fc.boolean() }) },
);

const disturbance: fc.Arbitrary<Disturbance> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ by: 'nothing' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('command' as const),
      fault: fc.constantFrom('lost' as const, 'answerLost' as const, 'crashBefore' as const, 'crashAfter' as const),
      at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('write' as const),
      fault: fc.constantFrom('fails' as const, 'crash' as const),
      at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('sleep' as const), minutes: fc.constantFrom(1, 3, 20), at }),
  },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      device,
      isStale: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 9),
      order,
    }),
  },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('run' as const), disturbance }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('advance' as const), minutes: minutes(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('advance' as const), minutes: minutes(40 * 60) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('off' as const), minutes: minutes(90) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), nth: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lag' as const), minutes: fc.integer({ min: 0, max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), aheadMinutes: fc.integer({ min: -300, max: 300 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('user' as const),
      does: fc.constantFrom('sync' as const, 'sync' as const, 'reset' as const, 'resetNewId' as const),
      device,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('admin' as const),
      does: fc.constantFrom(
        'wipes' as const,
        'cancels' as const,
        'removes' as const,
        'allows' as const,
        'blocks' as const,
      ),
      device,
    }),
  },
);

/** Random histories of one version. */
export function histories(version: History['version']): fc.Arbitrary<History> {
  return fc.record({
    version: fc.constant(version),
    seed: fc.nat({ max: 7 }),
    perRun: fc.constantFrom(1, 100, 100, 100),
    events: fc.array(event, { minLength: 2, maxLength: 30, size: 'max' }),
  });
}

/** A history for a person: one line an event. */
export function describeHistory({ version, seed, perRun, events }: History): string {
  const head = `Exchange ${version}, organization ${String(seed)}, ${String(perRun)} destructive a run`;
  return [head, ...events.map((one, index) => `${String(index + 1).padStart(3)}. ${describeEvent(one)}`)].join('\n');
}

/** An event for a person. */
export function describeEvent(event: Event): string {
  switch (event.kind) {
    case 'order':
      return `the host orders ${describeOrder(event.order)} for device ${String(event.device)}${event.isStale ? ', as it was at first' : ''}`;
    case 'withdraw':
      return `the host withdraws order ${String(event.nth)}`;
    case 'approve':
      return 'the host approves all that waits for it';
    case 'run':
      return `a run${describeDisturbance(event.disturbance)}`;
    case 'advance':
      return `${String(event.minutes)} min pass, with a run every few minutes`;
    case 'off':
      return `${String(event.minutes)} min pass without a run`;
    case 'lag':
      return `from now on changes show after ${String(event.minutes)} min`;
    case 'clock':
      return `the connector's clock is set ${String(event.aheadMinutes)} min ahead of Exchange's`;
    case 'user':
      return `the user of device ${String(event.device)}: ${event.does}`;
    case 'admin':
      return `another administrator ${event.does} device ${String(event.device)}`;
  }
}

function describeOrder(order: Order): string {
  if (order.what === 'remove') return order.force ? 'a removal even if a wipe is unfinished' : 'a removal';
  if (order.what !== 'wipe' && order.what !== 'accountWipe') return order.what;
  const then = [order.end.toLowerCase().replace('_', ' '), ...(order.block ? ['block'] : [])].join(' and ');
  return `a ${order.what}, then ${then}${order.expires === undefined ? '' : `, within ${String(order.expires)} min`}`;
}

function describeDisturbance(disturbance: Disturbance): string {
  switch (disturbance.by) {
    case 'nothing':
      return '';
    case 'command':
      return ` whose command ${String(disturbance.at)} meets: ${disturbance.fault}`;
    case 'write':
      return ` whose write ${String(disturbance.at)} to the journal ${disturbance.fault === 'crash' ? 'it does not live to see' : 'fails'}`;
    case 'sleep':
      return ` that sleeps ${String(disturbance.minutes)} min before command ${String(disturbance.at)}, while another is started`;
  }
}
