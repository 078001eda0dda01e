import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Crash, type Fault } from '../../support/lab-session';
import { SecurityHarness } from '../security-harness';
import { hygiene, list, mailboxOf, STALE_AFTER } from './hygiene-lab';

const DAY = 86_400_000;
const LIMIT = 4;

/** What can happen between and during runs. */
type Event =
  | { readonly kind: 'run'; readonly fault: Fault; readonly at: number }
  | { readonly kind: 'advance'; readonly minutes: number }
  | { readonly kind: 'sync' | 'reset' | 'wipe' | 'comeBack'; readonly device: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      fault: fc.constantFrom<Fault>('none', 'none', 'lost', 'answerLost', 'crashBefore', 'crashAfter'),
      at: fc.nat({ max: 90 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), minutes: fc.constantFrom(5, 20, 61, 1441, 20_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('sync' as const, 'reset' as const, 'wipe' as const, 'comeBack' as const),
      device: fc.nat({ max: 9 }),
    }),
  },
);

/** How many histories are tried. */
const HISTORIES = Number(process.env['EAS_HISTORIES'] ?? 40);

describe('Whatever happens, hygiene', () => {
  it('removes only what is stale, once, within its limit, never under a wipe, and touches no blocked list', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), fc.nat({ max: 4 }), play), {
      numRuns: HISTORIES,
    });
  }).timeout(HISTORIES * 500);
});

async function play(events: readonly Event[], seed: number): Promise<void> {
  const harness = new SecurityHarness({ devices: 60, seed });
  const devices = harness.partnerships(({ ClientType }) => ClientType === 'EAS').slice(0, 10);
  for (const device of devices) list(harness, mailboxOf(harness, device), [device['DeviceId']!, 'DEAD'], ['BLOCKED']);
  const settings = hygiene({
    staleAfter: STALE_AFTER,
    removeStalePartnerships: true,
    removeDeadAllowedIds: true,
    maxRemovalsPerMonth: LIMIT,
  });
  const removals: { readonly at: number; readonly guid: string }[] = [];
  harness.session.onChange = ({ cmdlet, parameters }) => {
    const guid = String(parameters['Identity']);
    assert.equal(parameters['ActiveSyncBlockedDeviceIDs'], undefined, 'the blocked list is never touched');
    if (!cmdlet.startsWith('Remove-')) return;
    const [statistics] = harness.read('Get-MobileDeviceStatistics', { Identity: guid });
    const last = Date.parse(statistics!['LastSuccessSync']!);
    assert.ok(harness.now() - last >= 90 * DAY, `${guid} synchronized on ${new Date(last).toISOString()}`);
    assert.doesNotMatch(statistics!['Status']!, /Pending/, 'a wipe is not lost');
    removals.push({ at: harness.now(), guid });
    const recent = removals.filter(({ at }) => harness.now() - at < 30 * DAY);
    assert.ok(recent.length <= LIMIT, 'the limit holds');
  };
  for (const one of events) await happen(harness, devices, one, settings);
  harness.session.fault = () => 'none';
  harness.advance(24 * 60 + 1);
  const { completed } = await harness.run([], settings);
  assert.notEqual(completed.outcome, 'failed');
}

async function happen(
  harness: SecurityHarness,
  devices: readonly Record<string, string>[],
  one: Event,
  settings: Parameters<SecurityHarness['run']>[1],
): Promise<void> {
  if (one.kind === 'advance') {
    harness.advance(one.minutes);
    return;
  }
  if (one.kind === 'run') {
    let count = 0;
    harness.session.fault = () => (count++ === one.at ? one.fault : 'none');
    await harness.run([], settings).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    return;
  }
  const device = devices[one.device];
  if (!device) return;
  if (one.kind === 'wipe') orderWipe(harness, device);
  else harness.user(device, one.kind === 'reset' ? 'reset' : 'sync');
}

/** What another administrator does. */
function orderWipe(harness: SecurityHarness, device: Record<string, string>): void {
  try {
    harness.read('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
  } catch (error) {
    if (!String(error).includes("couldn't be found")) throw error;
  }
}
