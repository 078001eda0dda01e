import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Command } from '../../plugin/exchange/command';
import { Crash, type Fault } from '../support/lab-session';
import { SecurityHarness, isNative, wipeAction, type Json } from './security-harness';

/** What can happen between and during runs. */
type Event =
  | { readonly kind: 'run'; readonly fault: Fault; readonly at: number }
  | { readonly kind: 'advance'; readonly minutes: number }
  | { readonly kind: 'lag'; readonly minutes: number }
  | { readonly kind: 'reset' | 'sync' | 'adminCancels' | 'adminRemoves'; readonly device: number };

const fault = fc.constantFrom<Fault>('none', 'none', 'lost', 'answerLost', 'crashBefore', 'crashAfter');
const device = fc.nat({ max: 2 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('run' as const), fault, at: fc.nat({ max: 14 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lag' as const), minutes: fc.integer({ min: 0, max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('reset' as const, 'sync' as const, 'adminCancels' as const, 'adminRemoves' as const),
      device,
    }),
  },
);

/** How many histories are tried; `npm run soak` tries more. */
export const HISTORIES = Number(process.env['EAS_HISTORIES'] ?? 150);

describe('Whatever happens, a wipe', () => {
  for (const version of ['SE', 'Online'] as const) {
    it(`reaches only the partnership it was ordered for, in its kind, once (${version})`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 25 }), fc.nat(), async (events, seed) => {
          await play(events, seed, version);
        }),
        { numRuns: HISTORIES },
      );
    }).timeout(HISTORIES * 100);
  }
});

async function play(events: readonly Event[], seed: number, version: 'SE' | 'Online'): Promise<void> {
  const harness = new SecurityHarness({ devices: 80, seed: seed % 5, version });
  const devices = harness.partnerships((one) => isNative(one) && one['ClientVersion'] === '16.1').slice(0, 3);
  const orders = devices.map((one, index) =>
    wipeAction(`w${String(index)}`, one, { kind: index === 1 ? 'WIPE_KIND_ACCOUNT_ONLY' : 'WIPE_KIND_WHOLE_DEVICE' }),
  );
  const arrived = new Map<string, number>();
  const uncertain = new Set<string>();
  const lostSight = new Set<string>();
  harness.session.onChange = (command, fault) => {
    checkChange(harness, devices, command, { arrived, lostSight });
    if (fault !== 'none') uncertain.add(String(command.parameters['Identity']));
  };
  for (const one of events) {
    const guid = 'device' in one ? devices[one.device]!['Guid']! : '';
    if (one.kind === 'adminCancels' && uncertain.has(guid)) lostSight.add(guid);
    const before = harness.session.sent.length;
    await happen(harness, devices, orders, one);
    // A process that died may not have written down what Exchange had told it.
    if (harness.session.isDead) {
      for (const { parameters } of harness.session.sent.slice(before)) uncertain.add(String(parameters['Identity']));
    }
  }
  harness.session.fault = () => 'none';
  const { outcomes } = await harness.run(orders);
  assert.equal(outcomes.size, orders.length, 'every order has an outcome');
  for (const { effect, deviceId } of harness.organization.population.erasedPhones()) {
    const index = devices.findIndex((one) => one['DeviceId'] === deviceId);
    if (index === 1) assert.equal(effect, 'account', 'an account wipe never erases a phone');
  }
}

/** Holds every change that reaches Exchange against the order it belongs to. */
function checkChange(
  harness: SecurityHarness,
  devices: readonly Record<string, string>[],
  { cmdlet, parameters }: Command,
  { arrived, lostSight }: { readonly arrived: Map<string, number>; readonly lostSight: ReadonlySet<string> },
): void {
  if (cmdlet === 'Set-CASMailbox') return;
  const guid = String(parameters['Identity']);
  const index = devices.findIndex((one) => one['Guid'] === guid);
  assert.notEqual(index, -1, `${cmdlet} names a partnership that was never ordered`);
  const isWipe = cmdlet.startsWith('Clear-') && parameters['Cancel'] !== true;
  const lagged = harness.organization.replicationLagMs;
  harness.organization.replicationLagMs = 0;
  const [now] = harness.read('Get-MobileDevice', { Identity: guid });
  harness.organization.replicationLagMs = lagged;
  const ordered = String(devices[index]?.['FirstSyncTime']).slice(0, 19);
  if (isWipe || cmdlet.startsWith('Remove-')) {
    assert.equal(now?.['FirstSyncTime']?.slice(0, 19), ordered, `${cmdlet} reached another incarnation of the device`);
  }
  if (!isWipe) return;
  assert.equal(parameters['AccountOnly'] === true, index === 1, 'the kind is the one that was ordered');
  // Somebody who cancels a wipe whose answer was lost, before the connector has looked, cannot be told from a wipe that
  // never arrived: then, and only then, it is sent again.
  assert.ok(!arrived.has(guid) || lostSight.has(guid), 'a wipe arrives once');
  arrived.set(guid, (arrived.get(guid) ?? 0) + 1);
}

async function happen(
  harness: SecurityHarness,
  devices: readonly Record<string, string>[],
  orders: readonly Json[],
  one: Event,
): Promise<void> {
  switch (one.kind) {
    case 'advance':
      harness.advance(one.minutes);
      return;
    case 'lag':
      harness.organization.replicationLagMs = one.minutes * 60_000;
      return;
    case 'run': {
      let count = 0;
      harness.session.fault = () => (count++ === one.at ? one.fault : 'none');
      await harness.run(orders).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      return;
    }
    default:
      outside(harness, devices[one.device]!, one.kind);
  }
}

/** What the user of the phone, or another administrator, does. */
function outside(
  harness: SecurityHarness,
  device: Record<string, string>,
  kind: 'reset' | 'sync' | 'adminCancels' | 'adminRemoves',
): void {
  const identity = { Identity: device['Guid'], Confirm: false };
  try {
    if (kind === 'adminCancels') harness.read('Clear-MobileDevice', { ...identity, Cancel: true });
    else if (kind === 'adminRemoves') harness.read('Remove-MobileDevice', identity);
    else harness.user(device, kind);
  } catch (error) {
    if (!String(error).includes('couldn\'t be found')) throw error;
  }
}
