import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openInventory } from '../../cli/inventory-report/find-inventory';
import type { ManageResult, Partnership } from '../../protocol';
import { scratchFolder } from '../devhost/scratch-folder';
import { partnership, statistics } from '../tasks/findings/sample-partnership';
import { writeInventory, type SampleOptions } from './inventory-sample';

/** A partnership as far as this test looks at it. */
interface Device {
  readonly name: string;
  /** Seconds since 1970. */
  readonly lastSync: number;
}

type Devices = ReadonlyMap<string, Device>;

const GUIDS = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-1111-2222-${letter.repeat(12)}`);

function partnershipOf(guid: string, { name, lastSync }: Device): Partnership {
  return partnership({ guid, friendlyName: name, statistics: statistics({ status: name }, lastSync * 1000) });
}

/** What a run tells of the way from one state of the host to the next, as the contract has it. */
function delta(before: Devices, after: Devices): ManageResult[] {
  const changed = [...after].filter(([guid, { name }]) => before.get(guid)?.name !== name);
  const synced = [...after].filter(([guid, { name, lastSync }]) => {
    const earlier = before.get(guid);
    return earlier?.name === name && earlier.lastSync !== lastSync;
  });
  return [
    {
      changes: changed.map(([guid, device]) => ({
        partnership: partnershipOf(guid, device),
        changedFields: before.has(guid) ? ['friendlyName'] : [],
      })),
    },
    {
      syncTimes: synced.map(([guid, { lastSync }]) => ({
        guid,
        lastSuccessSync: lastSync,
        lastSyncAttemptTime: lastSync,
        readAt: lastSync + 1,
        isOnline: true,
      })),
    },
    { gonePartnershipGuids: [...before.keys()].filter((guid) => !after.has(guid)) },
  ];
}

/** A full inventory of what Exchange has; what the host keeps beyond that is held back. */
function full(inExchange: Devices, held: readonly string[]): ManageResult[] {
  const all = [...inExchange].map(([guid, device]) => partnershipOf(guid, device));
  return [{ partnerships: all.slice(0, 2) }, { partnerships: all.slice(2) }, { heldPartnershipGuids: held }];
}

interface Run {
  readonly isFull: boolean;
  readonly next: readonly (Device | null)[];
  /** Whether those that vanish are held back, or gone at once. */
  readonly holds: boolean;
  /** After how many results the run was interrupted and gone on with; 3 for not at all. */
  readonly interruptedAfter: number;
  /** A run before it that was interrupted and then begun anew. */
  readonly hasStray: boolean;
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  isFull: fc.boolean(),
  next: fc.array(
    fc.option(
      fc.record(
        { name: fc.constantFrom('x', 'y'), lastSync: fc.integer({ min: 1, max: 5 }) },
        { noNullPrototype: true },
      ),
    ),
    {
      minLength: GUIDS.length,
      maxLength: GUIDS.length,
    },
  ),
  holds: fc.boolean(),
  interruptedAfter: fc.integer({ min: 0, max: 3 }),
  hasStray: fc.boolean(),
});

/** Plays the runs, writes what a host would have stored, and gives the state that the host then holds. */
function play(folder: string, runs: readonly Run[]): Devices {
  let state = new Map<string, Device>();
  let stateId = '';
  for (const [index, run] of runs.entries()) {
    const inExchange = new Map(run.next.flatMap((device, place) => (device ? [[GUIDS[place]!, device] as const] : [])));
    const vanished = [...state].filter(([guid]) => !inExchange.has(guid));
    const next = new Map([...inExchange, ...(run.holds ? vanished : [])]);
    const isFull = run.isFull || index === 0;
    const results = isFull ? full(inExchange, run.holds ? vanished.map(([guid]) => guid) : []) : delta(state, next);
    write(folder, { index, run, results, sample: { partnerships: [], isFull, baseStateId: isFull ? '' : stateId } });
    state = next;
    stateId = `state-${String(index)}`;
  }
  return state;
}

interface Written {
  readonly index: number;
  readonly run: Run;
  readonly results: readonly ManageResult[];
  readonly sample: SampleOptions;
}

function write(folder: string, { index, run, results, sample }: Written): void {
  const name = `2026${String(index).padStart(4, '0')}`;
  const file = (part: string): string => join(folder, `${name}${part}.pb`);
  const stray = [{ partnerships: GUIDS.map((guid) => partnershipOf(guid, { name: 'stray', lastSync: 9 })) }];
  if (run.hasStray) {
    writeInventory(file('-0.incomplete'), { ...sample, runId: `${name}-0`, isCutOff: true, more: stray });
  }
  const isInterrupted = run.interruptedAfter < results.length;
  if (isInterrupted) {
    const more = results.slice(0, run.interruptedAfter);
    writeInventory(file('-1.incomplete'), { ...sample, runId: `${name}-1`, isCutOff: true, more });
  }
  writeInventory(file('-2'), {
    ...sample,
    runId: `${name}-2`,
    stateId: `state-${String(index)}`,
    ...(isInterrupted ? { resumesRunId: `${name}-1`, more: results.slice(run.interruptedAfter) } : { more: results }),
  });
}

/** The partnerships that a report is made of, as far as this test looks at them. */
async function reported(from: string): Promise<Map<string, Device>> {
  const found = new Map<string, Device>();
  const inventory = await openInventory(from);
  for await (const { guid = '', friendlyName = '', statistics: seen } of inventory.partnerships()) {
    assert.ok(!found.has(guid), `${guid} came twice`);
    assert.equal(seen?.status, friendlyName, 'a change of sync times leaves the rest');
    found.set(guid, { name: friendlyName, lastSync: Date.parse(seen.lastSuccessSync ?? '') / 1000 });
  }
  return found;
}

const sorted = (devices: Devices): unknown => [...devices].sort(([a], [b]) => (a < b ? -1 : 1));

describe('A report of a folder of results', () => {
  it('has what the host holds after any sequence of full inventories, deltas and interruptions (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 6 }), async (runs) => {
        const folder = scratchFolder();
        try {
          const held = play(folder, runs);
          assert.deepEqual(sorted(await reported(folder)), sorted(held));
        } finally {
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes the last run that is whole, and says which are not', async () => {
    const folder = scratchFolder();
    const device: Device = { name: 'x', lastSync: 1 };
    const run = (isFull: boolean, next: Run['next']): Run => {
      return { isFull, next, holds: false, interruptedAfter: 3, hasStray: false };
    };
    play(folder, [run(true, [device]), run(false, [device, device]), run(false, [device, device, device])]);
    assert.equal((await reported(folder)).size, 3);
    assert.equal((await reported(join(folder, '20260001-2.pb'))).size, 2);
    rmSync(join(folder, '20260001-2.pb'));
    const { caveats } = await openInventory(folder);
    assert.match(caveats.join(), /^One newer run is not in this report/);
    assert.equal((await reported(folder)).size, 1);
    await assert.rejects(openInventory(join(folder, '20260002-2.pb')), /only what is new since an earlier result/);
  });
});
