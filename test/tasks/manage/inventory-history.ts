import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HostInventory } from '../../../devhost/apply-inventory';
import { ManageHarness, type RunOptions } from './manage-harness';

/** Something that happens to an organization, or to the connector, between two looks at it. */
export type Happening =
  | { readonly what: 'time'; readonly hours: number }
  | { readonly what: 'block' | 'allow' | 'remove' | 'sync' | 'reset' | 'newId'; readonly device: number }
  | { readonly what: 'policy'; readonly device: number }
  | { readonly what: 'default'; readonly level: 'Allow' | 'Block' | 'Quarantine' }
  | { readonly what: 'run' }
  /** A run that the host cancels at its nth result. */
  | { readonly what: 'cancelled'; readonly at: number }
  /** A run that dies at its nth result, before or after the host has stored it. */
  | { readonly what: 'dead'; readonly at: number; readonly isStored: boolean };

const device = fc.nat(200);
const at = fc.integer({ min: 1, max: 12 });

/** Happenings, runs among them. */
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constantFrom('block', 'allow', 'remove', 'sync', 'reset', 'newId', 'policy' as const),
        device,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('default' as const),
        level: fc.constantFrom('Allow' as const, 'Block' as const, 'Quarantine' as const),
      }),
    },
    { weight: 3, arbitrary: fc.constant({ what: 'run' as const }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('cancelled' as const), at }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('dead' as const), at, isStored: fc.boolean() }) },
  ),
  { minLength: 3, maxLength: 14 },
);

/** Lets things happen, one after the other. */
export async function play(lab: ManageHarness, history: readonly Happening[], options: RunOptions): Promise<void> {
  for (const happening of history) {
    switch (happening.what) {
      case 'time':
        lab.advance(happening.hours);
        break;
      case 'default':
        lab.objects('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: happening.level });
        break;
      case 'run':
        assert.equal((await lab.run(options)).completed.outcome, 'succeeded');
        break;
      case 'cancelled':
        await cancelled(lab, happening.at, options);
        break;
      case 'dead':
        await dead(lab, happening.at, happening.isStored, options);
        break;
      default:
        touch(lab, happening.what, happening.device);
    }
  }
}

async function cancelled(lab: ManageHarness, atResult: number, options: RunOptions): Promise<void> {
  const cancel = new AbortController();
  await lab.run({
    ...options,
    signal: cancel.signal,
    onEmit: (number) => {
      if (number === atResult) cancel.abort();
    },
  });
}

/** From the nth result on, the run hears nothing any more: for the disk and the host it is as if it had been killed. */
async function dead(lab: ManageHarness, atResult: number, isStored: boolean, options: RunOptions): Promise<void> {
  await new Promise<void>((resolve) => {
    const run = lab.run({
      ...options,
      onEmit: (number, payload) => {
        if (number < atResult) return undefined;
        if (number === atResult && isStored) lab.host.take(payload);
        resolve();
        return new Promise<void>(() => undefined);
      },
    });
    void run.then(() => {
      resolve();
    });
  });
}

function touch(lab: ManageHarness, what: string, number: number): void {
  const devices = lab.devices();
  const chosen = devices[number % Math.max(devices.length, 1)];
  if (!chosen) return;
  const id = String(chosen.properties.get('DeviceId'));
  const { population, identities } = lab.organization;
  const found = identities.partnership(lab.organization.currentReader(), chosen.guid);
  assert.ok(found);
  const mailbox = found.mailbox.guid;
  if (what === 'block') lab.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncBlockedDeviceIDs: [id] });
  else if (what === 'allow') lab.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncAllowedDeviceIDs: [id] });
  else if (what === 'policy') lab.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncEnabled: number % 2 === 0 });
  else if (what === 'remove') lab.objects('Remove-MobileDevice', { Identity: chosen.guid, Confirm: false });
  else if (what === 'sync') population.sync(found.index);
  else population.reset(found.index, what === 'newId');
}

/** What a host holds that reads the organization for the first time. */
export async function freshInventory(lab: ManageHarness): Promise<HostInventory> {
  const fresh = new ManageHarness({ share: lab });
  try {
    assert.equal((await fresh.run()).completed.outcome, 'succeeded');
    return fresh.host;
  } finally {
    fresh.close();
  }
}

/** Partnerships by GUID, as they can be compared: times of statistics to the second, without when they were read. */
export function comparable(host: Pick<HostInventory, 'partnerships'>): Record<string, unknown> {
  const entries = [...host.partnerships].map(([guid, partnership]) => {
    const statistics = Object.entries((partnership['statistics'] ?? {}) as Record<string, unknown>)
      .filter(([name]) => name !== 'readAt')
      .map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\.\d+Z$/, 'Z') : value] as const);
    return [guid, { ...partnership, statistics: Object.fromEntries(statistics) }] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Plays random histories of small organizations; in the end the host has to hold what the organization is. */
export async function playMany(numRuns: number, seed?: number): Promise<void> {
  const property = fc.asyncProperty(fc.nat(1000), happenings, async (organization, history) => {
    const lab = new ManageHarness({ devices: 38, seed: organization });
    try {
      await playToTheEnd(lab, history);
    } finally {
      lab.close();
    }
  });
  await fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) });
}

async function playToTheEnd(lab: ManageHarness, history: readonly Happening[]): Promise<void> {
  const options = { limits: { partnershipsPerResult: 4 }, inventory: { vanishedGrace: '0s' } };
  await play(lab, history, options);
  const inventory = { vanishedGrace: '0s', statisticsMaxAge: '0.001s' };
  let last = await lab.run({ ...options, inventory });
  // One that was interrupted ends with the lists that it had begun with.
  if (last.start['isResumed'] === true) last = await lab.run({ ...options, inventory });
  assert.notEqual(last.start['isResumed'], true);
  assert.equal(last.completed.outcome, 'succeeded');
  const fresh = await freshInventory(lab);
  assert.deepEqual(comparable(lab.host), comparable(fresh));
  assert.deepEqual([...lab.host.mailboxes].sort(), [...fresh.mailboxes].sort());
  assert.equal(last.summary['partnerships'], fresh.partnerships.size);
  const guids = lab.devices().map(({ guid }) => guid);
  assert.deepEqual([...fresh.partnerships.keys()].sort(), guids.sort());
}
