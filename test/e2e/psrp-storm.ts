import assert from 'node:assert/strict';
import * as sinon from 'sinon';
import type { ConnectionWish } from '../../lab';
import type { Fault, FaultOrder } from '../../lab/faults/fault';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { LabRun, type Json, type TaskRun } from './lab-run';
import { assertSame, changesOf, expectedInventory, inventoryOf, runTask, states } from './task-runs';

const START = Date.UTC(2026, 10, 22, 8, 0, 0);
const PSRP: ConnectionWish = { connection: 'remotePowerShell', transport: 'psrp' };
const FINAL = /SUCCEEDED|NOTHING_TO_DO|PENDING/;

/** Whatever throttles the statistics makes the inventory slow for minutes, as it should: that is tested elsewhere. */
const NOT_PACED = [
  ...['Get-CASMailbox', 'Get-Mailbox', 'Get-MobileDevice', 'Get-ActiveSyncDevice', 'Set-CASMailbox'],
  ...['Clear-MobileDevice', 'Clear-ActiveSyncDevice', 'Get-ActiveSyncDeviceAccessRule'],
];

/** Everything that can happen to a connection, each a few times at random. */
function storm(seed: number, times: number): FaultOrder {
  // What makes the plugin wait seconds each time is left to long storms.
  const slow: readonly Fault[] = [
    { kind: 'cut', operation: 'any', probability: 0.02 },
    { kind: 'unavailable', operation: 'any', probability: 0.01 },
  ];
  const kinds: readonly Fault[] = [
    ...(times > 1 ? slow : []),
    { kind: 'cut', operation: 'any', when: 'after', probability: 0.02 },
    { kind: 'cut', operation: 'any', when: 'midBody', probability: 0.02 },
    { kind: 'cut', cmdlet: NOT_PACED, operation: 'Receive', when: 'midBody', probability: 0.2 },
    { kind: 'stall', operation: 'any', delayMs: 50, probability: 0.05 },
    { kind: 'slow', operation: 'Receive', delayMs: 50, probability: 0.05 },
    { kind: 'throttle', cmdlet: NOT_PACED, retryAfter: 0.02, probability: 0.2 },
    { kind: 'throttle', cmdlet: NOT_PACED, operation: 'Command', retryAfter: 0.02, probability: 0.1 },
    { kind: 'expired', operation: 'Receive', probability: 0.02 },
    { kind: 'internalError', cmdlet: NOT_PACED, operation: 'Command', when: 'after', probability: 0.1 },
  ];
  return { seed, faults: kinds.map((fault) => ({ ...fault, count: times })) };
}

/** What a storm came to. */
export interface Weather {
  /** How often a fault has struck. */
  readonly strikes: number;
  /** How many of the runs in it were complete. */
  readonly succeeded: number;
}

/**
 * Both tasks while connections are cut, stalled and throttled at random, and then in calm: no list is short or has
 * anything twice, no wipe is sent twice or lost, and no shell is left.
 * @param times how often each kind of fault strikes at most
 */
export async function weather(version: ExchangeVersion, seed: number, devices: number, times = 1): Promise<Weather> {
  const run = await LabRun.start({ devices, seed, version, clock: { start: START } });
  try {
    run.lab.orderFaults(storm(seed, times));
    const inventories = [await inventory(run, 'storm'), await runTask(run, PSRP, 'EASConnectorSecurity')];
    inventories.push(await runTask(run, PSRP, 'EASConnectorSecurity'));
    const strikes = run.lab.faults().reduce((sum, { hits }) => sum + hits, 0);
    run.lab.orderFaults({ clear: true });
    assert.deepEqual((await inventory(run, 'calm')).completed, { outcome: 'succeeded', problems: [] });
    const last = await later(() => runTask(run, PSRP, 'EASConnectorSecurity'));
    for (const [id, state] of Object.entries(states(last))) assert.match(`${id} ${state}`, FINAL);
    const wipes = changesOf(await run.changes()).filter((line) => line.startsWith('Clear-'));
    assert.equal(new Set(wipes).size, wipes.length, wipes.join('\n'));
    // 2010 and 2013 have no account-only wipe.
    assert.equal(wipes.length, version === '2010' || version === '2013' ? 3 : 4);
    assert.equal(run.lab.openShells(), 0, 'no shell is left');
    return { strikes, succeeded: inventories.filter(({ completed }) => completed.outcome === 'succeeded').length };
  } finally {
    await run.close();
  }
}

/** What waits for another attempt has its turn after some minutes. */
async function later<T>(work: () => Promise<T>): Promise<T> {
  const { now } = Date;
  const clock = sinon.stub(Date, 'now').callsFake(() => now() + 3_600_000);
  try {
    return await work();
  } finally {
    clock.restore();
  }
}

/** A whole inventory, of a connection of its own so that nothing is known of earlier ones. What it reports is right. */
async function inventory(run: LabRun, id: string): Promise<TaskRun> {
  const read = await runTask(run, PSRP, 'EASConnectorManage', another(id));
  if (read.completed.outcome === 'succeeded') {
    assertSame(inventoryOf(read), await expectedInventory(run));
    assertOnce(read.results, 'partnerships');
  } else assert.ok(read.completed.problems.length > 0, 'it says what is missing');
  return read;
}

/** Settings of a connection of its own, so that nothing is known of earlier runs. */
function another(id: string): (settings: Json) => Json {
  return (settings) => {
    const connection = settings['connection'] as Json;
    return { ...settings, connection: { ...connection, id } };
  };
}

function assertOnce(results: readonly Json[], field: string): void {
  const all = results.flatMap((result) => (result[field] ?? []) as Json[]).map(({ guid }) => String(guid));
  assert.equal(new Set(all).size, all.length, `${field} has something twice`);
}
